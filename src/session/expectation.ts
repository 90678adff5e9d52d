/**
 * What the server still owes: one entry for each message sent to it, in order. A server message belongs to the first
 * entry; this is what ties each row to the statement that it came from, however deep the client pipelines.
 */
import type { BackendMessage } from '../wire/backend.ts';
import type { Refusal } from '../policy/types.ts';
import type { Portal, PreparedStatement } from './names.ts';
import type { Run } from './run.ts';
import type { Result } from './result.ts';
import type { Change } from './versions.ts';

/** The statements of one simple Query; `current` is the one whose answer comes next. */
export interface QueryExpectation {
  readonly kind: 'query';
  readonly runs: readonly Run[];
  /** Changes of names by statement: made when it completes, not made when it or an earlier one fails. */
  readonly changes: readonly (readonly Change[])[];
  /** The unnamed statement goes, whatever becomes of the text; but not if the server skips it. */
  readonly unnamed: Change;
  /** Snapshot.asOf of the catalog that it was judged with. */
  readonly asOf: number;
  /** COPY FROM STDIN statements that the server has not begun yet, and may yet. */
  copiesLeft: number;
  current: number;
  result: Result;
  failed: boolean;
}

export interface ExecuteExpectation {
  readonly kind: 'execute';
  readonly run: Run;
  readonly portal: Portal;
  readonly changes: readonly Change[];
  /** Set when the portal turns out to copy. */
  copy: Result | undefined;
  /** As in QueryExpectation. */
  copiesLeft: number;
}

/** Messages of pgveil's own in the stream; their answers never reach the client. */
export interface OwnExpectation {
  readonly kind: 'own';
  /** True: that was the last message, and no ReadyForQuery follows. */
  readonly onMessage: (message: BackendMessage) => boolean;
  readonly onReady: () => void;
}

export type Expectation =
  | QueryExpectation
  | ExecuteExpectation
  | OwnExpectation
  | {
      readonly kind: 'parse' | 'bind' | 'close';
      readonly changes: readonly Change[];
      readonly guarded: boolean;
      readonly silent: boolean;
      /** The portal that it closes, or whose name it takes. */
      readonly ends?: Portal | undefined;
    }
  | { readonly kind: 'describe-statement'; readonly statement: PreparedStatement | undefined }
  /** `silent`: pgveil asked, the client did not. */
  | {
      readonly kind: 'describe-portal';
      readonly portal: Portal;
      readonly silent: boolean;
      /** NoData is not for the client, which sent a Query. */
      readonly rowsOnly?: true;
    }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'sync' };

/** Each statement of a text has one completion; the empty text has one too. */
export const owesCompletion = ({ failed, current, runs }: QueryExpectation): boolean =>
  !failed && current < Math.max(1, runs.length);

/** Those that the entry still had to run. */
export const runsOf = (entry: Expectation): readonly Run[] => {
  if (entry.kind === 'execute') return [entry.run];
  return entry.kind === 'query' ? entry.runs.slice(entry.current) : [];
};

/** A first-in first-out queue; entries are dropped from the front only. */
export interface Queue {
  push(entry: Expectation): void;
  /** The entry that the next server message belongs to. */
  head(): Expectation | undefined;
  shift(): void;
  every(test: (entry: Expectation) => boolean): boolean;
  /** Removes all entries before the first Sync and gives them, first to last. False in `synced` if there is no Sync. */
  dropToSync(): { readonly dropped: readonly Expectation[]; readonly synced: boolean };
  readonly empty: boolean;
}

export const createQueue = (): Queue => {
  let entries: Expectation[] = [];
  return {
    push: (entry) => {
      entries.push(entry);
    },
    head: () => entries[0],
    shift: () => {
      entries.shift();
    },
    every: (test) => entries.every(test),
    dropToSync: () => {
      const at = entries.findIndex((entry) => entry.kind === 'sync');
      const dropped = at < 0 ? entries : entries.slice(0, at);
      entries = at < 0 ? [] : entries.slice(at);
      return { dropped, synced: at >= 0 };
    },
    get empty() {
      return entries.length === 0;
    },
  };
};
