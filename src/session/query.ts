/** The simple Query: any number of statements, judged together, answered one after the other. */
import { encodeFrontend } from '../wire/frontend.ts';
import { applyChanges } from './changes.ts';
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
  state.expected.push({ kind: 'parse', undos: [state.names.dropStatement('')], guarded: false, silent: true });
  refuseSimple(state, judgement.refusal);
};

const forward = (state: SessionState, frame: Buffer, statements: readonly Judged[]): void => {
  const admission = admit(state, statements);
  if (admission.kind === 'refused') {
    refuseSimple(state, admission.refusal);
    return;
  }
  const { runs } = admission;
  const undos = statements.map((judged) => applyChanges(state, judged));
  // exec_simple_query drops the unnamed statement, whatever the text.
  state.names.dropStatement('');
  state.expected.push({ kind: 'query', runs, undos, current: 0, result: noResult, failed: false });
  closeGroup(state);
  state.deps.toServer(frame);
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
    forward(state, frame, judgement.statements);
    return undefined;
  });
