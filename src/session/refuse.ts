/**
 * A refusal takes the place of the message that it answers. The server is sent an Execute of a portal that does not
 * exist: it raises an error at the right place in the order, aborts the transaction or the implicit transaction of the
 * pipeline, and skips to Sync, as with any error. The client gets pgveil's error in place of the server's.
 */
import type { Refusal } from '../policy/types.ts';
import { encodeFrontend } from '../wire/frontend.ts';
import { closeGroup } from './groups.ts';
import type { SessionState } from './state.ts';

/** In place of an extended-protocol message: the client's own Sync will follow. */
export const refuseExtended = (state: SessionState, refusal: Refusal): void => {
  state.deps.toServer(encodeFrontend({ type: 'Execute', portal: `${state.deps.ownName} refused`, maxRows: 0 }));
  state.expected.push({ kind: 'refusal', refusal });
  state.groupOpen = true;
  state.skipping = true;
};

/** In place of a Query or a FunctionCall, which the server answers up to ReadyForQuery. */
export const refuseSimple = (state: SessionState, refusal: Refusal): void => {
  refuseExtended(state, refusal);
  state.deps.toServer(encodeFrontend({ type: 'Sync' }));
  state.expected.push({ kind: 'sync' });
  closeGroup(state);
};
