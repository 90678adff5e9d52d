/** Parse, Bind, Describe, Execute and Close: the extended query protocol (protocol, 54.2.3). */
import type { Message } from '../wire/frontend.ts';
import { encodeFrontend } from '../wire/frontend.ts';
import { applyChanges } from './changes.ts';
import type { Judged, Judgement } from './judgement.ts';
import type { Portal, PreparedStatement } from './names.ts';
import { admit, recordRefusal } from './recording.ts';
import { noEnvironment } from './refusals.ts';
import { refuseExtended } from './refuse.ts';
import { noResult } from './result.ts';
import type { SessionState } from './state.ts';
import type { Run } from './run.ts';
import { withJudgement } from './with-judgement.ts';

const guardedBy = (judged: Judged | undefined): boolean =>
  judged === undefined || (judged.plan.kind === 'forward' && judged.plan.guarded);

const refuseJudgement = (state: SessionState, judgement: Extract<Judgement, { kind: 'refused' }> | undefined): void => {
  if (judgement !== undefined) recordRefusal(state, judgement);
  refuseExtended(state, judgement?.refusal ?? noEnvironment);
};

/** The server analyses the text; whatever it was before, the name stands for this text once the server has taken it. */
const forwardParse = (state: SessionState, message: Message<'Parse'>, frame: Buffer, judged: Judged | undefined): void => {
  const undo =
    judged === undefined
      ? state.names.dropStatement(message.name)
      : state.names.setStatement(message.name, {
          sql: message.query,
          via: 'parse',
          parameterTypes: message.parameterTypes,
          judged,
          origins: undefined,
        });
  state.groupOpen = true;
  state.deps.toServer(frame);
  state.expected.push({ kind: 'parse', undos: [undo], guarded: judged !== undefined && guardedBy(judged), silent: false });
};

export const parse = (state: SessionState, message: Message<'Parse'>, frame: Buffer): void | Promise<void> =>
  withJudgement(state, message.query, message.parameterTypes, (judgement) => {
    if (judgement?.kind === 'statements') {
      // The server takes no text of several statements here; its error is the answer then.
      const [judged = state.deps.judge.empty, second] = judgement.statements;
      forwardParse(state, message, frame, second === undefined ? judged : undefined);
      return;
    }
    if (judgement?.serverMayExplain === true) forwardParse(state, message, frame, undefined);
    refuseJudgement(state, judgement);
  });

/** EXECUTE and FETCH mean what their name means when they run, which may be another thing than when they were parsed. */
const namesAnother = (judged: Judged | undefined): boolean => judged?.lineage.runs !== undefined;

/** The statement's judgement in the environment of now, for the server plans it anew when that has changed. */
const withCurrent = (
  state: SessionState,
  statement: PreparedStatement | undefined,
  act: (judgement: Judgement | undefined) => void | Promise<void>,
): void | Promise<void> => {
  if (statement === undefined || statement.judged === state.deps.judge.empty) return act({ kind: 'statements', statements: [] });
  return withJudgement(state, statement.sql, statement.parameterTypes, (judgement) => {
    const judged = judgement?.kind === 'statements' ? judgement.statements[0] : undefined;
    const prepared = judged?.lineage.changes.find((change) => change.kind === 'prepare');
    if (judged !== undefined) {
      statement.judged =
        statement.via === 'prepare' && prepared !== undefined ? state.deps.judge.inner(judged, prepared.inner) : judged;
    }
    return act(judgement);
  });
};

export const bind = (state: SessionState, message: Message<'Bind'>, frame: Buffer): void | Promise<void> => {
  const statement = state.names.statement(message.statement);
  return withCurrent(state, statement, (judgement) => {
    if (judgement?.kind !== 'statements') {
      refuseJudgement(state, judgement);
      return;
    }
    const undo = state.names.setPortal({
      name: message.portal,
      judged: statement?.judged,
      statement,
      kind: 'protocol',
      hold: false,
      group: state.groupsSent,
      run: undefined,
      describing: 0,
      described: false,
      result: noResult,
    });
    state.groupOpen = true;
    state.deps.toServer(frame);
    state.expected.push({ kind: 'bind', undos: [undo], guarded: guardedBy(statement?.judged), silent: false });
  });
};

const unknownPortal = (state: SessionState, name: string): Portal => ({
  name,
  judged: undefined,
  statement: undefined,
  kind: 'protocol',
  hold: false,
  group: state.groupsSent,
  run: undefined,
  describing: 0,
  described: false,
  result: noResult,
});

export const describe = (state: SessionState, message: Message<'Describe'>, frame: Buffer): void => {
  state.groupOpen = true;
  state.deps.toServer(frame);
  if (message.target === 'S') {
    state.expected.push({ kind: 'describe-statement', statement: state.names.statement(message.name) });
    return;
  }
  const portal = state.names.portal(message.name) ?? unknownPortal(state, message.name);
  portal.describing += 1;
  state.expected.push({ kind: 'describe-portal', portal, silent: false });
};

/** The portal's run: begun by its first Execute. Undefined when it may not run, which the client has been told. */
const runOf = (state: SessionState, portal: Portal, judged: Judged): Run | undefined => {
  if (portal.run !== undefined) return portal.run;
  const admission = admit(state, [judged]);
  if (admission.kind === 'refused') refuseExtended(state, admission.refusal);
  else [portal.run] = admission.runs;
  return portal.run;
};

const start = (state: SessionState, portal: Portal, judged: Judged, frame: Buffer): void => {
  const run = runOf(state, portal, judged);
  if (run === undefined) return;
  state.groupOpen = true;
  // Witness 2: no result without the server's own word on where its columns come from.
  if (!portal.described && portal.describing === 0) {
    portal.describing += 1;
    state.deps.toServer(encodeFrontend({ type: 'Describe', target: 'P', name: portal.name }));
    state.expected.push({ kind: 'describe-portal', portal, silent: true });
  }
  const undos = applyChanges(state, judged);
  state.deps.toServer(frame);
  state.expected.push({ kind: 'execute', run, portal, undos, copy: undefined });
};

export const execute = (state: SessionState, message: Message<'Execute'>, frame: Buffer): void | Promise<void> => {
  const portal = state.names.portal(message.portal) ?? unknownPortal(state, message.portal);
  if (portal.run === undefined && namesAnother(portal.judged)) {
    return withCurrent(state, portal.statement, (judgement) => {
      const judged = judgement?.kind === 'statements' ? judgement.statements[0] : undefined;
      if (judged === undefined) refuseJudgement(state, judgement?.kind === 'refused' ? judgement : undefined);
      else {
        portal.judged = judged;
        portal.described = false;
        start(state, portal, judged, frame);
      }
    });
  }
  start(state, portal, portal.judged ?? state.deps.judge.unknown, frame);
  return undefined;
};

export const close = (state: SessionState, message: Message<'Close'>, frame: Buffer): void => {
  const undo = message.target === 'S' ? state.names.dropStatement(message.name) : state.names.dropPortal(message.name);
  state.groupOpen = true;
  state.deps.toServer(frame);
  state.expected.push({ kind: 'close', undos: [undo], guarded: false, silent: false });
};
