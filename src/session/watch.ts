import type { SessionState } from './state.ts';

/** Has statements cancelled that run longer than the policy's `statement-time`: one timer for the whole session. */
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
    const run = state.deps.recorder.oldest;
    if (run === undefined || state.ended) return;
    const left = run.startedAt + most - state.deps.clock();
    if (left <= 0) state.deps.cancel();
    arm(left <= 0 ? most : left);
  };
  arm(statementTime);
};
