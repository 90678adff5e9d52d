/** The simple Query: any number of statements, judged together, answered one after the other. */
import { encodeFrontend } from '../wire/frontend.ts';
import { applyChanges } from './changes.ts';
import { awaitCopyIn, copiesIn } from './copy-in.ts';
import type { QueryExpectation } from './expectation.ts';
import { closeGroup } from './groups.ts';
import type { Judgement, Judged } from './judgement.ts';
import { noResult } from './result.ts';
import { admit, recordRefusal } from './recording.ts';
import { noEnvironment } from './refusals.ts';
import { refuseSimple } from './refuse.ts';
import type { SessionState } from './state.ts';
import { runScript } from './script.ts';
import { withJudgement } from './with-judgement.ts';

/** The server analyses the text and, if it can, meets the refusal right behind it. */
const letServerExplain = (state: SessionState, sql: string, judgement: Extract<Judgement, { kind: 'refused' }>): void => {
  state.deps.toServer(encodeFrontend({ type: 'Parse', name: '', query: sql, parameterTypes: [] }));
  const change = state.names.dropStatement('', state.groupsSent);
  state.expected.push({ kind: 'parse', changes: [change], guarded: false, silent: true });
  refuseSimple(state, judgement.refusal);
};

const forward = (state: SessionState, frame: Buffer, statements: readonly Judged[]): void | Promise<void> => {
  const admission = admit(state, statements);
  if (admission.kind === 'refused') {
    refuseSimple(state, admission.refusal);
    return undefined;
  }
  const { runs } = admission;
  // exec_simple_query drops the unnamed statement, whatever the text.
  const unnamed = state.names.dropStatement('', state.groupsSent);
  const changes = statements.map((judged) => applyChanges(state, judged));
  const copiesLeft = statements.filter((judged) => copiesIn(judged)).length;
  const entry: QueryExpectation = {
    kind: 'query',
    asOf: state.asOf,
    runs,
    changes,
    unnamed,
    copiesLeft,
    current: 0,
    result: noResult,
    failed: false,
  };
  state.expected.push(entry);
  closeGroup(state);
  state.deps.toServer(frame);
  return awaitCopyIn(state, entry);
};

export const handleQuery = (state: SessionState, sql: string, frame: Buffer): void | Promise<void> =>
  withJudgement(state, sql, [], (judgement) => {
    if (judgement === undefined) {
      refuseSimple(state, noEnvironment);
      return undefined;
    }
    if (judgement.kind === 'refused') {
      if (judgement.script !== undefined && !state.groupOpen && state.status !== 'E') return runScript(state, judgement.script);
      recordRefusal(state, judgement);
      if (judgement.serverMayExplain) letServerExplain(state, sql, judgement);
      else refuseSimple(state, judgement.refusal);
      return undefined;
    }
    return forward(state, frame, judgement.statements);
  });
