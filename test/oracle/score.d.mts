import type pg from 'pg';

/** Of the statements judged; `refusedColumns` are in `columns` and in no other count. */
export interface Totals {
  statements: number;
  rejected: number;
  columns: number;
  exact: number;
  over: number;
  miss: number;
  refused: number;
  refusedColumns: number;
  wrongCount: number;
  threw: number;
  oracleThrew: number;
  connectionsLost: number;
}

export interface StatementFile {
  readonly file: string;
  readonly setup: boolean;
  readonly statements: readonly { readonly file: string; readonly line: number; readonly sql: string }[];
}

export interface Problem {
  readonly kind: string;
  readonly file: string;
  readonly line: number;
  readonly sql: string;
}

export type Lineage = (sql: string, client: pg.Client) => Promise<readonly (readonly string[])[] | null>;

export const parser: { loadModule(): Promise<void> };

/** `.json` or `.json.gz`, a list of statements or `{setup, statements}`; set-up files first. */
export function loadFiles(paths: readonly string[]): readonly StatementFile[];

export class Scorer {
  constructor(engine: Lineage);
  readonly totals: Totals;
  readonly perFile: Readonly<Record<string, Totals>>;
  readonly problems: readonly Problem[];
  /** Columns with all the oracle's sources and more. */
  readonly overs: readonly Problem[];
  /** In a session of its own; a file that is not scored is only run. */
  replay(file: StatementFile, url: string, scored: boolean): Promise<void>;
}

export function problemLine(problem: Problem): string;
