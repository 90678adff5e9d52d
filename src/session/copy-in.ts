/**
 * COPY FROM STDIN and its ends. In copy mode the server ignores Sync and Flush until the data ends (protocol, COPY
 * Operations); which of the client's Syncs it will answer has to be known here, because each answer is a ReadyForQuery.
 */
import { encodeFrontend } from '../wire/frontend.ts';
import type { Message } from '../wire/backend.ts';
import type { Expectation } from './expectation.ts';
import { closeGroup } from './groups.ts';
import { currentRun } from './server-results.ts';
import type { SessionState } from './state.ts';

const sendSync = (state: SessionState): void => {
  state.deps.toServer(encodeFrontend({ type: 'Sync' }));
  state.expected.push({ kind: 'sync' });
  closeGroup(state);
};

/** A Sync within copy data is held back: it counts only if the server leaves copy mode by an error before the end. */
export const sync = (state: SessionState): void => {
  if (state.copyIn) state.heldSync = true;
  else sendSync(state);
};

export const flush = (state: SessionState, _message: unknown, frame: Buffer): void => {
  if (!state.copyIn) state.deps.toServer(frame);
};

/** CopyDone and CopyFail; outside of copy mode the server ignores them. */
export const copyEnd = (state: SessionState, _message: unknown, frame: Buffer): void => {
  state.copyIn = false;
  state.heldSync = false;
  state.deps.toServer(frame);
  state.expected.push({ kind: 'copy-end' });
};

/** CopyInResponse. False when the statement is not one that copies in. */
export const openCopyIn = (
  state: SessionState,
  head: Expectation | undefined,
  _message: Message<'CopyInResponse'>,
  raw: Buffer,
): boolean => {
  if (currentRun(head)?.judged.lineage.copy?.direction !== 'from') return false;
  const { ended, syncs } = state.expected.dropSyncsBeforeCopyEnd();
  state.groupsDone += syncs;
  state.copyIn = !ended;
  state.deps.toClient(raw);
  return true;
};

/** The server left copy mode by an error: the Sync that was held back is the one that ends its skipping. */
export const copyFailed = (state: SessionState): void => {
  if (!state.copyIn) return;
  state.copyIn = false;
  if (state.heldSync) sendSync(state);
  state.heldSync = false;
};
