import type { SessionState } from './state.ts';

/** A Sync or a Query went out: the server will answer with ReadyForQuery, whatever became of the group. */
export const closeGroup = (state: SessionState): void => {
  state.skipping = false;
  state.groupOpen = false;
  state.groupChanged.path = false;
  state.groupChanged.catalog = false;
  state.groupsSent += 1;
};
