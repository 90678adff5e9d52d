/** From judged statements to runs: within the session's limits, and on record. */
import { PgveilError } from '../errors.ts';
import { refuse } from '../policy/rules.ts';
import type { Refusal } from '../policy/types.ts';
import type { Judged, Judgement } from './judgement.ts';
import { lookupsOf } from './lookups.ts';
import { auditUnavailable, limitStatements } from './refusals.ts';
import type { Run } from './run.ts';
import { emptyStatement } from './special-statements.ts';
import type { SessionState } from './state.ts';
import { watch } from './watch.ts';

export type Admission =
  | { readonly kind: 'runs'; readonly runs: readonly Run[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const guards = ({ plan }: Judged): boolean => plan.kind === 'forward' && plan.guarded;

const isAuditFailure = (error: unknown): boolean => error instanceof PgveilError && error.code === 'PGVEIL_AUDIT';

const unlessAuditFails = (record: () => void): void => {
  try {
    record();
  } catch (error) {
    if (!isAuditFailure(error)) throw error;
  }
};

/** What the session's own limits say against running these statements now. */
const overLimit = (state: SessionState, statements: readonly Judged[], listed: number | undefined): Refusal | undefined => {
  const { limits, recorder } = state.deps;
  if (limits.statements !== undefined && recorder.statements + statements.length > limits.statements) {
    return limitStatements(limits.statements);
  }
  const lookups = statements.reduce((sum, judged) => sum + lookupsOf(judged, listed), 0);
  if (lookups > 0 && state.lookups + lookups > limits.lookups) return refuse('lookup.budget', { limit: String(limits.lookups) });
  state.lookups += lookups;
  return undefined;
};

/** Records the statements. `listed`: see listedLookups. Refused when a limit is met or the audit does not take them: then none may run. */
export const admit = (state: SessionState, statements: readonly Judged[], listed?: number): Admission => {
  const refusal = overLimit(state, statements, listed);
  if (refusal !== undefined) {
    const [first] = statements;
    if (first !== undefined) record(state, { text: first.text, kind: first.lineage.kind }, refusal);
    return { kind: 'refused', refusal };
  }
  const { recorder } = state.deps;
  const runs: Run[] = [];
  try {
    for (const judged of statements) runs.push(recorder.begin(judged));
  } catch (error) {
    if (!isAuditFailure(error)) throw error;
    for (const run of runs) unlessAuditFails(() => recorder.end(run, { sqlstate: auditUnavailable.sqlstate }));
    return { kind: 'refused', refusal: auditUnavailable };
  }
  if (statements.some(guards)) state.guardedGroup = state.groupsSent;
  watch(state);
  return { kind: 'runs', runs };
};

/** A refusal that cannot be recorded stands all the same. */
const record = (state: SessionState, statement: Pick<Judged, 'text'> & { readonly kind: string }, refusal: Refusal): void => {
  unlessAuditFails(() => state.deps.recorder.refused(statement, refusal));
};

/** A statement that was judged, and is refused for the values that it was given. */
export const recordRefused = (state: SessionState, { text, lineage }: Judged, refusal: Refusal): void => {
  record(state, { text, kind: lineage.kind }, refusal);
};

export const recordRefusal = (state: SessionState, { text, lineage, refusal }: Extract<Judgement, { kind: 'refused' }>): void => {
  record(state, { text, kind: lineage?.kind ?? 'unreadable' }, refusal);
};

/** A message that holds no statement. */
export const recordMessage = (state: SessionState, kind: string, refusal: Refusal): void => {
  record(state, { text: emptyStatement.text, kind }, refusal);
};
