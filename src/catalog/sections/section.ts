/** One kind of catalog row: how it is asked for, and what is kept of it. */
import type { Draft } from '../draft.ts';

/** Text cells as the server's output functions print them. */
export type Row = readonly (string | null)[];

export interface Section {
  /** The first cell of each of its rows. */
  readonly tag: string;
  /** SQL expressions of type text, in the order in which `keep` reads them. */
  readonly select: readonly string[];
  /** One more, whose text is long: the last that `keep` reads. */
  readonly long?: string;
  /** FROM clause, and WHERE where there is one. Everything is schema-qualified: the search path is the client's. */
  readonly from: string;
  /** Further conditions. */
  readonly where?: readonly string[];
  /** The oid that says whether the row is built in; undefined for what is always read in full. */
  readonly owner: string | undefined;
  /** A total order, so that unchanged contents read the same each time. */
  readonly order: string;
  readonly keep: (draft: Draft, row: Row) => void;
}

export const text = (cell: string | null | undefined): string => cell ?? '';
export const optional = (cell: string | null | undefined): string | undefined => cell ?? undefined;
export const number = (cell: string | null | undefined): number => Number(cell ?? 0);
export const truth = (cell: string | null | undefined): boolean => cell === 'true';
/** Numbers with spaces between, as oidvector and int2vector print. */
export const numbers = (cell: string | null | undefined): readonly number[] =>
  cell === null || cell === undefined || cell === '' ? none : cell.includes(' ') ? cell.split(' ').map(Number) : [Number(cell)];
/** A JSON array of strings. */
export const list = (cell: string | null | undefined): readonly string[] =>
  cell === null || cell === undefined ? none : (JSON.parse(cell) as readonly string[]);

const none: readonly never[] = [];

/** `a = b` that no operator of the client's making can stand in for. */
export const same = (left: string, right: string): string => `${left} OPERATOR(pg_catalog.=) ${right}`;

export const asText = (expression: string): string => `${expression}::pg_catalog.text`;

/** The comment on an object of that catalog, or on one of its columns. */
export const commentOn = (catalog: string, object: string, column = '0'): string =>
  `LEFT JOIN pg_catalog.pg_description d ON ${same('d.objoid', object)}` +
  ` AND ${same('d.classoid', `'pg_catalog.${catalog}'::pg_catalog.regclass`)} AND ${same('d.objsubid', column)}`;
