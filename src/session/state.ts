import type { Catalog } from '../catalog/types.ts';
import type { Environment, Staleness } from './environment.ts';
import type { CatalogChanges } from './catalog-changes.ts';
import type { Queue } from './expectation.ts';
import type { Judgement, Judged } from './judgement.ts';
import type { Names } from './names.ts';
import type { FieldDescription, Message } from '../wire/backend.ts';
import type { CopyOptions, StatementLineage } from '../lineage/types.ts';
import type { ByteSink } from '../masking/types.ts';
import type { Refusal } from '../policy/types.ts';
import type { Recorder } from './run.ts';
import type { Result } from './result.ts';
import type { Samples } from './samples.ts';
import type { Oid } from '../catalog/types.ts';
import type { Waiter } from './waiting.ts';

/** Where a session's catalog comes from when it has no private one. */
export interface CatalogSource {
  /** The shared snapshot, if it is young enough to decide with and no change that passed by has ended since. */
  current(): Snapshot | undefined;
  /** A snapshot that was read after this call began. */
  refresh(): Promise<Snapshot>;
  readonly changes: CatalogChanges;
}

export interface Snapshot {
  readonly catalog: Catalog;
  /** CatalogChanges.ended when its reading began. */
  readonly asOf: number;
}

/** Rows of text cells of one statement. */
export type Query = (sql: string) => Promise<readonly (readonly (string | null)[])[]>;

/** Decides texts for one principal; shared by its sessions, so that the cache is too. */
export interface Judge {
  judge(
    sql: string,
    environment: Environment,
    options: {
      readonly names: Pick<Names, 'statement' | 'portal'>;
      readonly parameterTypes: readonly Oid[];
      readonly role: string;
      /** What earlier statements of the open group changed and nobody can ask about yet. */
      readonly changed: Pick<Staleness, 'path' | 'catalog'> | undefined;
      /** Staleness.inTransaction. */
      readonly changedInTransaction: boolean;
    },
  ): Judgement;
  /** The decision on the statement inside a PREPARE or DECLARE. */
  inner(outer: Judged, lineage: StatementLineage): Judged;
  /** Stands for a statement or portal that pgveil did not see being made: everything it returns is redacted. */
  readonly unknown: Judged;
  /** The empty statement. */
  readonly empty: Judged;
  /** What a RowDescription says, from its frame: the same list of fields for the same bytes. */
  describe(frame: Buffer): Message<'RowDescription'>;
  /** What the rows of a result need, from the plan and the server's own description of it. */
  openRows(
    judged: Judged | undefined,
    fields: readonly FieldDescription[],
    context: { readonly catalog: Catalog; readonly samples: Pick<Samples, 'open'> },
  ): { readonly result: Result; readonly faults: readonly string[] };
  openCopy(judged: Judged, copy: CopyOptions, catalog: Catalog): { readonly result: Result; readonly faults: readonly string[] };
}

/** Undefined: without limit. */
export interface SessionLimits {
  readonly rows: number | undefined;
  readonly bytes: number | undefined;
  /** Milliseconds. */
  readonly statementTime: number | undefined;
  readonly statements: number | undefined;
  /** Look-ups by classified columns, in all statements together. */
  readonly lookups: number;
}

export interface SessionDeps {
  /** Takes bytes that do not change any more. */
  readonly toClient: (bytes: Buffer) => void;
  /** Gathers masked rows; whatever is in it goes to the client before anything else does. */
  readonly sink: ByteSink;
  readonly toServer: (bytes: Buffer) => void;
  /** Ends the connection with a FATAL; nothing is sent or read after it. */
  readonly fatal: (sqlstate: string, message: string) => void;
  /** The client said Terminate. */
  readonly terminated: () => void;
  /** Code ran that pgveil has not read: what this session notifies others of may be anything from now on. */
  readonly unreadCode: () => void;
  /** Whether all that the backend with this process id can have notified of was judged. */
  readonly isJudgedNotifier: (processId: number) => boolean;
  /** Asks the server to cancel what runs. */
  readonly cancel: () => void;
  readonly judge: Judge;
  readonly recorder: Recorder;
  /** What columns without a class hold. */
  readonly samples: Samples;
  readonly catalogs: CatalogSource;
  readonly loadPrivate: (query: Query, base: Catalog | undefined) => Promise<Catalog>;
  readonly role: string;
  readonly limits: SessionLimits;
  readonly recordRows: number;
  readonly clock: () => number;
  /** Calls back after that many milliseconds, unless the process has nothing else to wait for. */
  readonly after: (milliseconds: number, call: () => void) => void;
  /**
   * Names of statements and portals of pgveil's own begin with it; no client can guess it. The portal `... refused` never
   * exists: Execute of it raises the error that stands for a refusal.
   */
  readonly ownName: string;
}

/** The mutable state of one connection behind authentication. */
export interface SessionState {
  readonly deps: SessionDeps;
  readonly names: Names;
  readonly expected: Queue;
  readonly stale: Staleness;
  environment: Environment | undefined;
  /** The text of the search_path setting in force. */
  searchPath: string;
  /** True while `environment.catalog` was read over this session's own connection. */
  privateCatalog: boolean;
  /** Snapshot.asOf of `environment.catalog`, and the clock's time when its reading began, if it is private. */
  asOf: number;
  readAt: number;
  /** A lower bound for when the open transaction's snapshot was taken, in both measures. */
  transactionBegin: { readonly asOf: number; readonly at: number };
  /** The catalog cannot be read as the server knows it: names are not resolved. */
  unknowable: boolean;
  /** Catalog changes under way: each ends with the transaction that the group belongs to. */
  catalogChanges: { readonly group: number; readonly end: () => void }[];
  /** As in the last ReadyForQuery. */
  status: 'I' | 'T' | 'E';
  /** The server will raise, or has raised, an error and skips to the next Sync: so do we. */
  skipping: boolean;
  /** Extended-protocol messages went out and no Sync after them yet. */
  groupOpen: boolean;
  /** Names or catalog were changed by an earlier statement of the open group. */
  readonly groupChanged: { path: boolean; catalog: boolean };
  /** Sync and Query messages sent, ReadyForQuery messages received. */
  groupsSent: number;
  groupsDone: number;
  /** The last group that ran a guarded statement in the open transaction: its end may report deferred errors. */
  guardedGroup: number;
  /** The server takes copy data, the end of which the client has not sent: it ignores Sync and Flush until then. */
  copyIn: boolean;
  /** Code ran that pgveil has not read: a trigger, a trusted function. */
  ranUnreadCode: boolean;
  /** Characters of the client's text in front of the statement that is sent: 0 unless a text is sent in pieces. */
  textOffset: number;
  /** A row was met that may not go on; the rows before it may still be on their way. */
  broken: Refusal | undefined;
  /** A limit was met: nothing more reaches the client before ReadyForQuery. */
  muted: boolean;
  /** The last group whose answers are withheld, because the audit's stores did not take its record; -1 for none. */
  withheldTo: number;
  ended: boolean;
  /** Look-ups by classified columns so far. */
  lookups: number;
  /** When the server last said anything but rows, or began to owe something. */
  progressAt: number;
  /** A timer runs that looks for statements over time. */
  watching: boolean;
  waiters: Waiter[];
}
