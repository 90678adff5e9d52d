import { owesCompletion, type Expectation } from './expectation.ts';
import { endCatalogChanges } from './outdated.ts';
import type { SessionState } from './state.ts';

/** ReadyForQuery: a group is done. */
export const onReady = (
  state: SessionState,
  head: Expectation | undefined,
  message: { readonly status: 'I' | 'T' | 'E' },
  raw: Buffer,
): boolean => {
  if (head?.kind !== 'query' && head?.kind !== 'sync' && head?.kind !== 'own') return false;
  if (head.kind === 'query') {
    if (owesCompletion(head)) return false;
    head.unnamed.keep();
  }
  state.expected.shift();
  state.status = message.status;
  state.muted = false;
  if (head.kind === 'own') {
    head.onReady();
  } else {
    const group = state.groupsDone;
    state.groupsDone += 1;
    if (message.status === 'I') {
      for (const { run } of state.names.endTransaction(group)) if (run !== undefined) state.deps.recorder.end(run, {});
      endCatalogChanges(state, group);
      if (state.guardedGroup <= group) state.guardedGroup = -1;
    }
    state.deps.toClient(raw);
  }
  return true;
};
