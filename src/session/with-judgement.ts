import type { Oid } from '../catalog/types.ts';
import type { Judgement } from './judgement.ts';
import { environmentReady, judgeText, refreshEnvironment } from './judging.ts';
import type { SessionState } from './state.ts';

/** A catalog that does not know a name may just be old; one look at a fresh one settles it. */
const mayBeStale = (state: SessionState, judgement: Judgement | undefined): boolean =>
  judgement?.kind === 'refused' &&
  judgement.serverMayExplain &&
  judgement.unresolved &&
  judgement.script === undefined &&
  !state.groupOpen &&
  state.status !== 'E';

/**
 * Judges a text and acts on it: at once where the environment is known, else behind a look at the server. Messages
 * behind this one wait for the promise.
 */
export const withJudgement = (
  state: SessionState,
  sql: string,
  parameterTypes: readonly Oid[],
  act: (judgement: Judgement | undefined) => void | Promise<void>,
): void | Promise<void> => {
  if (environmentReady(state)) {
    const judgement = judgeText(state, sql, parameterTypes);
    if (!mayBeStale(state, judgement)) return act(judgement);
    return refreshEnvironment(state, { reload: true }).then(async () => act(judgeText(state, sql, parameterTypes)));
  }
  return refreshEnvironment(state).then(async () => {
    const judgement = judgeText(state, sql, parameterTypes);
    if (!mayBeStale(state, judgement)) return act(judgement);
    await refreshEnvironment(state, { reload: true });
    return act(judgeText(state, sql, parameterTypes));
  });
};
