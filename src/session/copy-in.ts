/**
 * COPY FROM STDIN and its ends. In copy mode the server ignores Sync and Flush until the data ends (protocol, COPY
 * Operations), and each Sync that it does not ignore is answered by a ReadyForQuery. So that it is always known which,
 * no Sync is sent in copy mode, and nothing behind a COPY is looked at before the server has begun it or failed.
 */
import type { Message } from '../wire/backend.ts';
import type { ExecuteExpectation, Expectation, QueryExpectation } from './expectation.ts';
import { closeGroup } from './groups.ts';
import type { Judged } from './judgement.ts';
import { currentRun } from './server-results.ts';
import type { SessionState } from './state.ts';
import { waitUntil } from './waiting.ts';

export const copiesIn = ({ lineage }: Judged): boolean => lineage.copy?.direction === 'from';

/** To be called behind a message that may put the server into copy mode; what the client sends next depends on that. */
export const awaitCopyIn = (
  state: SessionState,
  entry: Pick<QueryExpectation | ExecuteExpectation, 'copiesLeft'>,
): void | Promise<void> => (entry.copiesLeft === 0 ? undefined : waitUntil(state, () => state.copyIn || entry.copiesLeft === 0));

export const sync = (state: SessionState, _message: unknown, frame: Buffer): void => {
  if (state.copyIn) return;
  state.deps.toServer(frame);
  state.expected.push({ kind: 'sync' });
  closeGroup(state);
};

export const flush = (state: SessionState, _message: unknown, frame: Buffer): void => {
  if (!state.copyIn) state.deps.toServer(frame);
};

/** CopyDone and CopyFail; outside of copy mode the server ignores them. */
export const copyEnd = (state: SessionState, _message: unknown, frame: Buffer): void | Promise<void> => {
  const copying = state.copyIn ? state.expected.head() : undefined;
  state.copyIn = false;
  state.deps.toServer(frame);
  return copying?.kind === 'query' ? awaitCopyIn(state, copying) : undefined;
};

/** CopyInResponse. False when the statement is not one that copies in. */
export const openCopyIn = (
  state: SessionState,
  head: Expectation | undefined,
  _message: Message<'CopyInResponse'>,
  raw: Buffer,
): boolean => {
  const run = currentRun(head);
  if (run === undefined || !copiesIn(run.judged) || (head?.kind !== 'query' && head?.kind !== 'execute')) return false;
  if (head.copiesLeft === 0) return false;
  head.copiesLeft -= 1;
  state.copyIn = true;
  state.deps.toClient(raw);
  return true;
};
