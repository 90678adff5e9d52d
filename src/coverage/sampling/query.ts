/** The SQL of a look at values: bounded, read-only, and without a sort or a scan of a large table. */
import type { Column, Oid, Relation } from '../../catalog/types.ts';
import { sampleBounds } from '../../masking/detectors/samples.ts';

/** How large a relation was when it was last analysed, over all of its partitions. */
export interface Size {
  readonly rows: number;
  readonly pages: number;
}

/** Oid, rows and pages, of what was ever analysed. */
export const sizesSql = `SELECT c.oid, c.reltuples, c.relpages FROM pg_catalog.pg_class c
  WHERE c.relkind = 'r' AND c.relpages > 0 AND c.reltuples > 0 AND c.relnamespace <> 'pg_catalog'::pg_catalog.regnamespace`;

export const readSizes = (rows: readonly (readonly (string | null)[])[]): ReadonlyMap<Oid, Size> =>
  new Map(rows.map(([oid, tuples, pages]) => [Number(oid), { rows: Number(tuples), pages: Number(pages) }]));

export const sizeOf = (relations: readonly Relation[], sizes: ReadonlyMap<Oid, Size>): Size => {
  const known = relations.flatMap(({ oid }) => sizes.get(oid) ?? []);
  return {
    rows: known.reduce((sum, { rows }) => sum + rows, 0),
    pages: known.reduce((sum, { pages }) => sum + pages, 0),
  };
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Pages that are read at least, so that rows do not come from a few places. */
const fewestPages = 100;

/** The clauses that say which rows are read. */
export interface Spread {
  readonly from: string;
  readonly where: string;
}

/** The first rows that there are. */
export const firstRows: Spread = { from: '', where: '' };

/** In so many parts, by a hash of its place: a share of the rows of a page that is the same each time. */
const parts = 1_024;

/** About as many rows as are wanted, from pages all over a relation whose size is known. */
export const spreadOver = ({ rows, pages }: Size, wanted: number): Spread => {
  if (rows <= wanted) return firstRows;
  const read = Math.min(pages, Math.max(fewestPages, Math.ceil((wanted * pages) / rows)));
  const share = Math.ceil((parts * wanted * pages) / (rows * read));
  return {
    from: read < pages ? ` TABLESAMPLE SYSTEM (${((100 * read) / pages).toFixed(6)}) REPEATABLE (0)` : '',
    where: share < parts ? ` WHERE (pg_catalog.hashtext(ctid::pg_catalog.text) & ${String(parts - 1)}) < ${String(share)}` : '',
  };
};

/** Of a relation, the columns that the role may read. */
export const readableSql = (relation: Relation): string => `SELECT a.attnum FROM pg_catalog.pg_attribute a
  WHERE a.attrelid = ${String(relation.oid)} AND pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT')`;

export interface SampleSql {
  readonly relation: Relation;
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly spread: Spread;
  /** Milliseconds. */
  readonly statementTimeout: number;
  readonly lockTimeout: number;
}

/**
 * One transaction of its own, so that no lock and no snapshot outlives the look. `row_security = off` makes the server
 * refuse what a policy would hide, rather than show a part of it. The same rows come each time, as long as none change.
 */
export const sampleSql = ({ relation, columns, rows, spread, statementTimeout, lockTimeout }: SampleSql): string => {
  const cells = columns.map(
    ({ name }) => `pg_catalog.left(${quoted(name)}::pg_catalog.text, ${String(sampleBounds.longestValue)})`,
  );
  return [
    'BEGIN TRANSACTION READ ONLY',
    `SET LOCAL statement_timeout = ${String(statementTimeout)}`,
    `SET LOCAL lock_timeout = ${String(lockTimeout)}`,
    'SET LOCAL row_security = off',
    'SET LOCAL max_parallel_workers_per_gather = 0',
    'SET LOCAL synchronize_seqscans = off',
    'SET LOCAL search_path = pg_catalog',
    `SELECT ${cells.join(', ')} FROM ${quoted(relation.schema)}.${quoted(relation.name)}${spread.from}${spread.where} LIMIT ${String(rows)}`,
    'COMMIT',
  ].join('; ');
};
