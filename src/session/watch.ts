import { currentRun } from './server-results.ts';
import type { SessionState } from './state.ts';

/**
 * Has the server cancel a statement that takes longer than the policy's `statement-time`: one timer for the whole
 * session. A statement's time begins when the server can have begun it, so neither the statements in front of it in a
 * pipeline nor a client that leaves a portal suspended count.
 */
export const watch = (state: SessionState): void => {
  const { limits, after } = state.deps;
  const { statementTime } = limits;
  if (statementTime === undefined || state.watching) return;
  const arm = (milliseconds: number): void => {
    state.watching = true;
    after(milliseconds, () => {
      look(statementTime);
    });
  };
  const look = (most: number): void => {
    state.watching = false;
    if (state.expected.empty || state.ended) return;
    const left = state.progressAt + most - state.deps.clock();
    if (left <= 0 && currentRun(state.expected.head()) !== undefined) state.deps.cancel();
    arm(left <= 0 ? most : left);
  };
  arm(statementTime);
};
