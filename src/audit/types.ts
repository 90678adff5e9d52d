/**
 * The records of an audit log, one JSON object a line. No record ever holds a literal, a parameter or a cell of
 * an unmasked column. docs/audit-format.md is the public description.
 */
export type AuditEvent =
  | SessionStart
  | SessionEnd
  | AuthFailed
  | StatementEvent
  | ResultEvent
  | DetectedEvent
  | {
      readonly type: 'fault';
      readonly session: number;
      readonly statement: number;
      readonly witness: 'server' | 'second-reader' | 'shape';
      readonly detail: string;
    }
  | { readonly type: 'catalog'; readonly database: string; readonly version: string };

export interface SessionStart {
  readonly type: 'session-start';
  readonly session: number;
  readonly principal: string;
  readonly groups: readonly string[];
  readonly claims: Readonly<Record<string, string>>;
  readonly database: string;
  readonly credential: string;
  readonly application: string;
}

export interface SessionEnd {
  readonly type: 'session-end';
  readonly session: number;
  readonly reason: 'client' | 'server' | 'error' | 'shutdown' | 'limit';
  readonly statements: number;
}

export interface AuthFailed {
  readonly type: 'auth-failed';
  /** The user name of the start-up packet. */
  readonly user: string;
  readonly database: string;
  readonly reason: string;
}

/** Written, and on disk, before the first byte of the statement's result leaves. */
export interface StatementEvent {
  readonly type: 'statement';
  readonly session: number;
  /** Counts from 1 within the session. */
  readonly statement: number;
  readonly kind: string;
  /** Normalised: each literal is `?`. */
  readonly sql: string;
  readonly fingerprint: string;
  readonly relations: readonly string[];
  readonly columns: readonly {
    readonly name: string;
    readonly classes: readonly string[];
    /** `class:way` of each classified source. */
    readonly sources: readonly string[];
    /** schema.table.column of each, in the order of `sources`; a log of an earlier version has none. */
    readonly sourceColumns?: readonly string[] | undefined;
    readonly treatment: string;
    readonly reason: string;
  }[];
  readonly verdict: 'forward' | 'refuse';
  readonly refusal:
    | { readonly rule: string; readonly sqlstate: string; readonly message: string; readonly hint: string }
    | undefined;
  readonly notes: readonly string[];
}

/** Written when a statement has ended. */
export interface ResultEvent {
  readonly type: 'result';
  readonly session: number;
  readonly statement: number;
  readonly rows: number;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly sqlstate: string | undefined;
  readonly tag: string | undefined;
  /** Masked sample rows as the client saw them, text format, if the policy asks for them. */
  readonly sample: readonly (readonly (string | null)[])[] | undefined;
}

/** A sample of a text column without a class was judged; may come after the session's end. Holds no value. */
export interface DetectedEvent {
  readonly type: 'detected';
  readonly session: number;
  /** The last one of which a row was in the sample. */
  readonly statement: number;
  readonly fingerprint: string;
  /** Its name in the result. */
  readonly column: string;
  /** schema.table.column, where the server names one. */
  readonly source: string | undefined;
  readonly class: string;
  /** Values that look like the class. */
  readonly hits: number;
  /** Values in the sample that are neither null nor blank. */
  readonly of: number;
}

/** One line of the log. `hash` covers everything else in the line, the previous line's hash included. */
export interface AuditRecord {
  /** Counts from 1. */
  readonly seq: number;
  /** RFC 3339, UTC, milliseconds. */
  readonly time: string;
  /** The previous record's hash, hex. */
  readonly prev: string;
  readonly event: AuditEvent | LogStart | Checkpoint | Head;
  readonly hash: string;
}

/** The first record: how the rest is to be read, and whose signatures it will have. */
export interface LogStart {
  readonly type: 'log-start';
  readonly format: 1;
  /** After so many records comes a checkpoint. */
  readonly checkpointEvery: number;
  readonly algorithm: 'Ed25519';
  /** SPKI, base64. */
  readonly publicKey: string;
}

/** The chain so far, signed: what a log is worth that never got its head. */
export interface Checkpoint {
  readonly type: 'checkpoint';
  /** How many records come before this one. */
  readonly records: number;
  readonly root: string;
  /** base64 */
  readonly signature: string;
}

/** The last record: the chain's end, signed. */
export interface Head {
  readonly type: 'head';
  /** How many records come before this one. */
  readonly records: number;
  readonly root: string;
  readonly algorithm: 'Ed25519';
  /** SPKI, base64. */
  readonly publicKey: string;
  /** base64 */
  readonly signature: string;
}
