/** What a look at the values of a database gives: counts, and never a value. */
import type { Column, ColumnKey, Relation } from '../../catalog/types.ts';
import type { Verdict } from '../../masking/detectors/judge.ts';

/** What the values of a column look like, in so many of so many. */
export type ValueEvidence = Pick<Verdict, 'class' | 'certainty' | 'hits' | 'of'>;

/** A relation of which values are to be looked at. */
export interface SampleTarget {
  readonly relation: Relation;
  readonly columns: readonly Column[];
}

export interface Unsampled {
  readonly relation: Relation;
  /** The end of a sentence; of the server's words only the SQLSTATE. */
  readonly reason: string;
}

export interface Sampling {
  /** Columns of which values were looked at. */
  readonly columns: number;
  readonly found: ReadonlyMap<ColumnKey, ValueEvidence>;
  readonly unsampled: readonly Unsampled[];
  /** Relations for which there was no time left. */
  readonly late: number;
}

/** Rows of text cells, or what the server refused with. Rejects when the connection is lost. */
export type SampleAnswer =
  | { readonly ok: true; readonly rows: readonly (readonly (string | null)[])[] }
  | { readonly ok: false; readonly sqlstate: string };

/** Runs a text of one or more statements; the rows are those of the statement that gave some. */
export type SampleQuery = (sql: string) => Promise<SampleAnswer>;
