/** The result of reading one SQL statement against a catalog. Pure data; no decision is made here. */
import type { ColumnKey, Oid } from '../catalog/types.ts';

/**
 * How a source reaches an output column, weakest claim last:
 * - `identity`: the output is the stored value itself, unchanged in value and type family.
 * - `preserving`: a short reasoned list of value-like derivations (lower, trim, text casts, coalesce and
 *   CASE branches, min/max): `via` names them, outermost first.
 * - `derived`: any other computation over the value.
 * - `count`: only whether or how often it is null or present (count(x), x IS NULL).
 * - `steering`: conditions, sort and group keys inside the expression (CASE WHEN, FILTER, ORDER BY, OVER).
 */
export type Way = 'identity' | 'preserving' | 'derived' | 'count' | 'steering';

export interface Source {
  readonly column: ColumnKey;
  readonly way: Way;
  readonly via: readonly string[];
}

/** What is known of the inner structure of an output value, so that it can be masked inside. */
export type Shape =
  | { readonly kind: 'scalar' }
  /** A composite value; fields in order. */
  | {
      readonly kind: 'row';
      readonly fields: readonly OutputColumn[];
      /** Chosen or computed as a whole, so that taking one field of it evaluates the others too. */
      readonly computed?: true;
    }
  /** A JSON object with these members in this order; repeated names allowed. */
  | { readonly kind: 'json-object'; readonly members: readonly OutputColumn[] }
  | { readonly kind: 'json-array'; readonly items: readonly OutputColumn[] }
  /** Each element of the array (SQL array, or JSON array when `json`) has this shape. */
  | { readonly kind: 'each'; readonly json: boolean; readonly item: OutputColumn };

export interface OutputColumn {
  readonly name: string;
  /** Every base column, and every view column passed through, whose value can show in this output. */
  readonly sources: readonly Source[];
  readonly shape: Shape;
  /** Result type where the resolver knows it, else 0. */
  readonly type: Oid;
  /** Why the value cannot be followed (an opaque function's name, say); such a column is redacted. */
  readonly opaque: string | undefined;
  /** A constant that is null or empty: no guess can be in it. */
  readonly blank?: true;
  /** The value is the stored one of that column; outputs with the same number are of the same row of the table. */
  readonly stored?: { readonly row: number; readonly column: ColumnKey };
}

/** One use of a column in a place that selects, orders, groups or joins rows. */
export interface PredicateUse {
  readonly column: ColumnKey;
  readonly clause:
    | 'where'
    | 'join'
    | 'having'
    | 'order'
    | 'group'
    | 'distinct'
    | 'limit'
    | 'setop'
    | 'case'
    | 'filter'
    | 'window'
    | 'conflict'
    | 'policy'
    | 'other';
  /** Operator name, or `is-null`, `in`, `function`, `order`, ... */
  readonly operator: string;
  readonly against: 'constant' | 'parameter' | 'column' | 'expression' | 'none';
  /** The other side's columns when `against` is `column`. */
  readonly others: readonly ColumnKey[];
  /** With how many values of a list it is compared; 1 for any other comparison. */
  readonly times: number;
  /** The parameter of the statement that is that list: how many values it has is known when it is bound. */
  readonly list?: number;
}

export interface Write {
  readonly target: ColumnKey;
  readonly sources: readonly Source[];
  readonly opaque: string | undefined;
  /** Text constants assigned (to catch masked values written back); never recorded. */
  readonly constants: readonly string[];
  /** Numbers of the parameters anywhere in what is assigned, for the same purpose. */
  readonly parameters: readonly number[];
}

export interface FunctionUse {
  readonly oid: Oid;
  /** schema.name */
  readonly name: string;
  /** pure: built-in, result depends on its arguments only. Others as src/lineage/functions.ts classifies. */
  readonly nature: FunctionNature;
  /** Columns that flow into its arguments. */
  readonly arguments: readonly Source[];
}

/**
 * - `pure`: the result depends on nothing but the arguments (and harmless state such as the time zone).
 * - `state`: built-in, reads or changes harmless server state (random, now, nextval, txid_current).
 * - `followed`: a user function whose body was read; its flows are in the lineage.
 * - `effect`: carries its arguments out of the statement (pg_notify, set_config, setval, advisory locks, lo_*).
 * - `reader`: reads tables, files, settings, other sessions, or runs SQL text.
 * - `opaque`: anything else.
 */
export type FunctionNature = 'pure' | 'state' | 'followed' | 'effect' | 'reader' | 'opaque';

export type Effect =
  | { readonly kind: 'function'; readonly name: string; readonly sources: readonly Source[] }
  | { readonly kind: 'trigger'; readonly relation: Oid; readonly function: Oid }
  | { readonly kind: 'rule'; readonly relation: Oid; readonly name: string }
  /** A function that is followed looks names up when it is called, by the search_path of then. `function` is schema.name. */
  | { readonly kind: 'late-names'; readonly function: string }
  /** The server reads or writes rows of it though the statement does not name it; undefined: of any relation. */
  | { readonly kind: 'reach'; readonly relation: Oid | undefined };

/** What a statement does to the session's own names, so that the session can follow. */
export type SessionChange =
  | { readonly kind: 'prepare'; readonly name: string; readonly inner: StatementLineage }
  | { readonly kind: 'deallocate'; readonly name: string | undefined }
  /** `hold`: it outlives its transaction. */
  | { readonly kind: 'declare-cursor'; readonly name: string; readonly hold: boolean; readonly inner: StatementLineage }
  | { readonly kind: 'close-cursor'; readonly name: string | undefined }
  | { readonly kind: 'set'; readonly name: string; readonly value: readonly string[] | undefined; readonly local: boolean }
  | {
      readonly kind: 'transaction';
      readonly action: 'begin' | 'commit' | 'rollback' | 'savepoint' | 'release' | 'rollback-to' | 'prepare';
    }
  | { readonly kind: 'discard'; readonly what: string }
  | { readonly kind: 'catalog' };

/** The kind of a statement: one entry of the table in src/lineage/statements.ts. */
export type StatementKind = string;

export interface StatementLineage {
  readonly kind: StatementKind;
  /** Undefined for a statement that returns no rows. */
  readonly columns: readonly OutputColumn[] | undefined;
  readonly relations: readonly Oid[];
  /** Relations that are written, locked or altered. */
  readonly targets: readonly Oid[];
  /** Every column mentioned anywhere, views expanded. */
  readonly touched: readonly ColumnKey[];
  readonly predicates: readonly PredicateUse[];
  readonly writes: readonly Write[];
  readonly functions: readonly FunctionUse[];
  readonly effects: readonly Effect[];
  readonly changes: readonly SessionChange[];
  /** A COPY: direction and format options, for the stream masker. */
  readonly copy: CopyOptions | undefined;
  /** An EXECUTE or FETCH whose rows are those of a named statement or cursor. */
  readonly runs: { readonly kind: 'prepared' | 'cursor'; readonly name: string } | undefined;
  /** An EXPLAIN: how it was asked. The inner statement's facts are merged into this one's. */
  readonly explain: { readonly analyze: boolean; readonly verbose: boolean } | undefined;
  /** Byte offsets of the statement within the query text. */
  readonly start: number;
  readonly end: number;
}

export interface CopyOptions {
  readonly direction: 'to' | 'from';
  readonly place: 'client' | 'file' | 'program';
  readonly format: 'text' | 'csv' | 'binary';
  readonly delimiter: string;
  readonly null: string;
  readonly header: boolean;
  readonly quote: string;
  readonly escape: string;
  readonly encoding: string | undefined;
  /** FORCE_QUOTE of CSV, by place of the column in the data; empty where nothing is forced. */
  readonly forceQuote: readonly boolean[];
}

/** Reading failed: what could not be understood, as text for the client's hint. SQLSTATE as the server would say. */
export interface Unreadable {
  readonly reason: 'syntax' | 'unresolved' | 'unmodelled' | 'too-large';
  /** Names the node kind, relation or column; never a literal of the statement. */
  readonly detail: string;
}

export type Reading =
  | { readonly ok: true; readonly statements: readonly StatementLineage[] }
  | { readonly ok: false; readonly unreadable: Unreadable };
