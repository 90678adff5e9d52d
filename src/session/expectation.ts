/**
 * What the server still owes: one entry for each message sent to it, in order. A server message belongs to the first
 * entry; this is what ties each row to the statement that it came from, however deep the client pipelines.
 */
import type { Refusal } from '../policy/types.ts';
import type { Portal, PreparedStatement, Undo } from './names.ts';
import type { Run } from './run.ts';
import type { Result } from './result.ts';

/** The statements of one simple Query; `current` is the one whose answer comes next. */
export interface QueryExpectation {
  readonly kind: 'query';
  readonly runs: readonly Run[];
  /** Changes of names by statement, taken back when that statement or an earlier one fails. */
  readonly undos: readonly (readonly Undo[])[];
  current: number;
  result: Result;
  failed: boolean;
}

export interface ExecuteExpectation {
  readonly kind: 'execute';
  readonly run: Run;
  readonly portal: Portal;
  readonly undos: readonly Undo[];
  /** Set when the portal turns out to copy. */
  copy: Result | undefined;
}

/** Messages of pgveil's own in the stream; their answers never reach the client. */
export interface OwnExpectation {
  readonly kind: 'own';
  /** True: that was the last message, and no ReadyForQuery follows. */
  readonly onMessage: (type: number, body: Buffer) => boolean;
  readonly onReady: () => void;
}

export type Expectation =
  | QueryExpectation
  | ExecuteExpectation
  | OwnExpectation
  | {
      readonly kind: 'parse' | 'bind' | 'close';
      readonly undos: readonly Undo[];
      readonly guarded: boolean;
      readonly silent: boolean;
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
  | { readonly kind: 'sync' }
  /** CopyDone or CopyFail went by here: a Sync before it was swallowed by the server's COPY, one after it was not. */
  | { readonly kind: 'copy-end' };

/** A first-in first-out queue; entries are dropped from the front only. */
export interface Queue {
  push(entry: Expectation): void;
  /** The entry that the next server message belongs to. */
  head(): Expectation | undefined;
  shift(): void;
  /** Removes all entries before the first Sync and gives them, first to last. False in `synced` if there is no Sync. */
  dropToSync(): { readonly dropped: readonly Expectation[]; readonly synced: boolean };
  /**
   * CopyInResponse: the server ignores the Syncs that were sent before the end of the copy data. Tells how many there
   * were, and whether that end has been sent.
   */
  dropSyncsBeforeCopyEnd(): { readonly ended: boolean; readonly syncs: number };
  readonly empty: boolean;
}

export const createQueue = (): Queue => {
  let entries: Expectation[] = [];
  const skipMarks = (): void => {
    while (entries[0]?.kind === 'copy-end') entries.shift();
  };
  return {
    push: (entry) => {
      entries.push(entry);
    },
    head: () => {
      skipMarks();
      return entries[0];
    },
    shift: () => {
      skipMarks();
      entries.shift();
    },
    dropToSync: () => {
      const at = entries.findIndex((entry) => entry.kind === 'sync');
      const dropped = at < 0 ? entries : entries.slice(0, at);
      entries = at < 0 ? [] : entries.slice(at);
      return { dropped, synced: at >= 0 };
    },
    dropSyncsBeforeCopyEnd: () => {
      const end = entries.findIndex((entry) => entry.kind === 'copy-end');
      const before = end < 0 ? entries : entries.slice(0, end);
      const kept = before.filter((entry) => entry.kind !== 'sync');
      entries = [...kept, ...entries.slice(before.length)];
      return { ended: end >= 0, syncs: before.length - kept.length };
    },
    get empty() {
      skipMarks();
      return entries.length === 0;
    },
  };
};
