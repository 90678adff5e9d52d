/** The decision for one statement and principal, as a value with its reasons. */
import type { ColumnKey } from '../catalog/types.ts';
import type { Treatment } from '../masking/types.ts';

export interface Principal {
  readonly name: string;
  readonly groups: readonly string[];
  /** The claims that the audit shows; never a token. */
  readonly claims: Readonly<Record<string, string>>;
}

export type Access = 'read' | 'write' | 'ddl';
export type InferenceLevel = 'strict' | 'standard' | 'open';

/** Where a classification was said. `line` and `column` count from 1. */
export interface Origin {
  readonly source: 'policy' | 'comment' | 'security-label' | 'dbt' | 'prisma' | 'system-pack' | 'foreign-key' | 'derived';
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** The pattern, comment or rule that said so. */
  readonly text: string;
}

export interface Classified {
  readonly column: ColumnKey;
  readonly class: string;
  readonly origin: Origin;
  /** Where it was when it was first bound: a reveal of a name is meant for what had that name then. */
  readonly called?: { readonly schema: string; readonly relation: string; readonly column: string };
}

export interface Refusal {
  /** Stable id, an entry of the table in src/policy/rules.ts: `access.write`, `function.opaque`, ... */
  readonly rule: string;
  readonly sqlstate: string;
  /** Names the rule and the column class; never a value. */
  readonly message: string;
  readonly hint: string;
}

export interface ColumnDecision {
  readonly name: string;
  readonly treatment: Treatment;
  /** Classes of the classified sources. */
  readonly classes: readonly string[];
  readonly sources: readonly { readonly column: ColumnKey; readonly class: string; readonly way: string }[];
  readonly reason: string;
  /** Of a mask that goes by another column: what the server has to call this one and that one. */
  readonly goesBy?: { readonly own: ColumnKey; readonly other: ColumnKey };
}

/** A parameter of which the statement makes what it stores in a veiled column. */
export interface AssignedParameter {
  /** Counted from 1, as in `$1`. */
  readonly number: number;
  readonly class: string;
  /** Whether the value, in format 0 (text) or 1 (binary), is one that the column's mask makes. */
  readonly isMasked: (value: Buffer, format: 0 | 1) => boolean;
}

export type Plan =
  | { readonly kind: 'refuse'; readonly refusal: Refusal }
  | {
      readonly kind: 'forward';
      /** Undefined where the statement returns no rows by lineage. */
      readonly columns: readonly ColumnDecision[] | undefined;
      /** The statement touches a classified column: errors, notices and EXPLAIN text are reduced. */
      readonly guarded: boolean;
      /** Comparisons of classified columns with constants or parameters, to be counted at each execution. */
      readonly lookups: number;
      /** Parameters of whose elements each counts as such a comparison. */
      readonly listed?: readonly number[];
      /** To be judged at each Bind; absent where there are none. */
      readonly assigned?: readonly AssignedParameter[];
      /** Recorded, not refused: lookups against the budget, reveals in use, ... */
      readonly notes: readonly string[];
    };
