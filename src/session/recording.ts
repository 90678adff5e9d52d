import { PgveilError } from '../errors.ts';
import type { Judged, Judgement } from './judgement.ts';
import type { Run } from './run.ts';
import type { SessionState } from './state.ts';

/** Records the statements. Undefined when the audit does not take them: then none may run. */
export const beginAll = (state: SessionState, statements: readonly Judged[]): readonly Run[] | undefined => {
  try {
    return statements.map((judged) => {
      const run = state.deps.recorder.begin(judged);
      if (judged.plan.kind === 'forward' && judged.plan.guarded) state.guardedGroup = state.groupsSent;
      return run;
    });
  } catch (error) {
    if (error instanceof PgveilError && error.code === 'PGVEIL_AUDIT') return undefined;
    throw error;
  }
};

/** Records a refusal; one that cannot be recorded stands all the same. */
export const recordRefusal = (state: SessionState, judgement: Extract<Judgement, { kind: 'refused' }>): void => {
  try {
    state.deps.recorder.refused({ text: judgement.text, kind: judgement.lineage?.kind ?? 'unreadable' }, judgement.refusal);
  } catch (error) {
    if (!(error instanceof PgveilError && error.code === 'PGVEIL_AUDIT')) throw error;
  }
};
