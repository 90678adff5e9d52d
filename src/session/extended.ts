/** Parse, Bind, Describe, Execute and Close: the extended query protocol (protocol, 54.2.3). */
import type { Oid } from '../catalog/types.ts';
import { refuse } from '../policy/rules.ts';
import type { Message } from '../wire/frontend.ts';
import { encodeFrontend } from '../wire/frontend.ts';
import { applyChanges } from './changes.ts';
import { awaitCopyIn, copiesIn } from './copy-in.ts';
import type { ExecuteExpectation } from './expectation.ts';
import type { Judged, Judgement } from './judgement.ts';
import { lateFunction } from './late-names.ts';
import { listedLookups } from './lookups.ts';
import type { Portal, PreparedStatement } from './names.ts';
import { newPortal } from './portals.ts';
import { admit, recordRefusal, recordRefused } from './recording.ts';
import { noEnvironment, unknownStatement } from './refusals.ts';
import { refuseExtended } from './refuse.ts';
import type { SessionState } from './state.ts';
import type { Run } from './run.ts';
import { watch } from './watch.ts';
import { withEnvironment, withJudgement, withName } from './with-judgement.ts';
import { refusedValues } from './written-back.ts';

const guardedBy = (judged: Judged | undefined): boolean =>
  judged === undefined || (judged.plan.kind === 'forward' && judged.plan.guarded);

const refuseJudgement = (state: SessionState, judgement: Extract<Judgement, { kind: 'refused' }> | undefined): void => {
  if (judgement !== undefined) recordRefusal(state, judgement);
  refuseExtended(state, judgement?.refusal ?? noEnvironment);
};

/** The server analyses the text; whatever it was before, the name stands for this text once the server has taken it. */
const forwardParse = (state: SessionState, message: Message<'Parse'>, frame: Buffer, judged: Judged | undefined): void => {
  const statement =
    judged === undefined
      ? undefined
      : ({ sql: message.query, via: 'parse', parameterTypes: message.parameterTypes, judged, origins: undefined } as const);
  const change =
    statement === undefined
      ? state.names.dropStatement(message.name, state.groupsSent)
      : state.names.setStatement(message.name, statement, state.groupsSent);
  state.groupOpen = true;
  state.deps.toServer(frame);
  state.expected.push({ kind: 'parse', changes: [change], guarded: judged !== undefined && guardedBy(judged), silent: false });
};

/**
 * The server analyses a text that is refused all the same: what it says of it is better than what pgveil can. It does so
 * under a name of pgveil's own, because what the client could name it could run.
 */
const letServerExplain = (state: SessionState, sql: string, parameterTypes: readonly Oid[]): void => {
  const name = `${state.deps.ownName} explained`;
  state.groupOpen = true;
  state.deps.toServer(
    Buffer.concat([
      encodeFrontend({ type: 'Close', target: 'S', name }),
      encodeFrontend({ type: 'Parse', name, query: sql, parameterTypes }),
    ]),
  );
  state.expected.push({ kind: 'close', changes: [], guarded: false, silent: true });
  state.expected.push({ kind: 'parse', changes: [], guarded: false, silent: true });
};

export const parse = (state: SessionState, message: Message<'Parse'>, frame: Buffer): void | Promise<void> =>
  withJudgement(state, message.query, message.parameterTypes, (judgement) => {
    if (judgement?.kind === 'statements') {
      // The server takes no text of several statements here; its error is the answer then.
      const [judged = state.deps.judge.empty, second] = judgement.statements;
      forwardParse(state, message, frame, second === undefined ? judged : undefined);
      return;
    }
    if (judgement?.serverMayExplain === true) letServerExplain(state, message.query, message.parameterTypes);
    refuseJudgement(state, judgement);
  });

/** EXECUTE and FETCH mean what their name means when they run, which may be another thing than when they were parsed. */
const namesAnother = (judged: Judged | undefined): boolean => judged?.lineage.runs !== undefined;

/** The statement's judgement in the environment of now, for the server plans it anew when that has changed. */
const withCurrent = (
  state: SessionState,
  statement: PreparedStatement,
  act: (judged: Judged) => void | Promise<void>,
): void | Promise<void> => {
  if (statement.judged === state.deps.judge.empty) return act(statement.judged);
  return withJudgement(state, statement.sql, statement.parameterTypes, (judgement) => {
    const judged = judgement?.kind === 'statements' ? judgement.statements[0] : undefined;
    if (judged === undefined) {
      refuseJudgement(state, judgement?.kind === 'refused' ? judgement : undefined);
      return undefined;
    }
    const prepared = judged.lineage.changes.find((change) => change.kind === 'prepare');
    statement.judged =
      statement.via === 'prepare' && prepared !== undefined ? state.deps.judge.inner(judged, prepared.inner) : judged;
    return act(statement.judged);
  });
};

const protocolPortal = (state: SessionState, name: string, statement: PreparedStatement | undefined, listed?: number): Portal =>
  newPortal(state, { name, judged: statement?.judged, statement, kind: 'protocol', hold: false }, listed);

export const bind = (state: SessionState, message: Message<'Bind'>, frame: Buffer): void | Promise<void> =>
  withName(state, 'statement', message.statement, () => {
    const statement = state.names.statement(message.statement);
    if (statement === undefined) {
      refuseExtended(state, unknownStatement(message.statement));
      return undefined;
    }
    return withCurrent(state, statement, (judged) => {
      const refusal = refusedValues(judged, message);
      if (refusal !== undefined) {
        recordRefused(state, judged, refusal);
        refuseExtended(state, refusal);
        return;
      }
      const ends = state.names.portal(message.portal);
      const change = state.names.setPortal(protocolPortal(state, message.portal, statement, listedLookups(judged, message)));
      state.groupOpen = true;
      state.deps.toServer(frame);
      state.expected.push({ kind: 'bind', changes: [change], guarded: guardedBy(judged), silent: false, ends });
    });
  });

const describeAs = (state: SessionState, { target, name }: Message<'Describe'>, frame: Buffer): void => {
  state.groupOpen = true;
  state.deps.toServer(frame);
  if (target === 'S') {
    state.expected.push({ kind: 'describe-statement', statement: state.names.statement(name) });
    return;
  }
  const portal = state.names.portal(name) ?? protocolPortal(state, name, undefined);
  portal.describing += 1;
  state.expected.push({ kind: 'describe-portal', portal, silent: false });
};

export const describe = (state: SessionState, message: Message<'Describe'>, frame: Buffer): void | Promise<void> =>
  withEnvironment(state, () =>
    withName(state, message.target === 'S' ? 'statement' : 'portal', message.name, () => {
      describeAs(state, message, frame);
    }),
  );

/** The portal's run: begun by its first Execute. Undefined when it may not run, which the client has been told. */
const runOf = (state: SessionState, portal: Portal, judged: Judged): Run | undefined => {
  if (portal.run !== undefined) {
    watch(state);
    return portal.run;
  }
  const admission = admit(state, [judged], portal.listed);
  if (admission.kind === 'refused') refuseExtended(state, admission.refusal);
  else [portal.run] = admission.runs;
  return portal.run;
};

const start = (
  state: SessionState,
  portal: Portal,
  judged: Judged,
  frame: Buffer,
  described = portal.described || portal.describing > 0,
): void | Promise<void> => {
  const run = runOf(state, portal, judged);
  if (run === undefined) return undefined;
  state.groupOpen = true;
  // Witness 2: no result without the server's own word on where its columns come from.
  if (!described) {
    portal.describing += 1;
    state.deps.toServer(encodeFrontend({ type: 'Describe', target: 'P', name: portal.name }));
    state.expected.push({ kind: 'describe-portal', portal, silent: true });
  }
  const changes = applyChanges(state, judged);
  state.deps.toServer(frame);
  const copiesLeft = copiesIn(judged) ? 1 : 0;
  const entry: ExecuteExpectation = { kind: 'execute', run, portal, changes, copy: undefined, copiesLeft };
  state.expected.push(entry);
  return awaitCopyIn(state, entry);
};

const executeNow = (state: SessionState, name: string, frame: Buffer): void | Promise<void> => {
  const portal = state.names.portal(name) ?? protocolPortal(state, name, undefined);
  const late = lateFunction(portal, state.unknowable ? undefined : state.environment, state.groupChanged);
  const known = portal.judged ?? state.deps.judge.unknown;
  if (late !== undefined) {
    const refusal = refuse('function.late', { function: late });
    recordRefused(state, known, refusal);
    refuseExtended(state, refusal);
    return undefined;
  }
  if (portal.run !== undefined || portal.statement === undefined || !namesAnother(portal.judged))
    return start(state, portal, known, frame);
  return withCurrent(state, portal.statement, (judged) => {
    portal.judged = judged;
    // What the name meant when the portal was described does not count any more.
    return start(state, portal, judged, frame, false);
  });
};

export const execute = (state: SessionState, message: Message<'Execute'>, frame: Buffer): void | Promise<void> =>
  withEnvironment(state, () => withName(state, 'portal', message.portal, () => executeNow(state, message.portal, frame)));

export const close = (state: SessionState, { target, name }: Message<'Close'>, frame: Buffer): void | Promise<void> =>
  withEnvironment(state, () => {
    const { names, groupsSent } = state;
    const ends = target === 'P' ? names.portal(name) : undefined;
    const change = target === 'S' ? names.dropStatement(name, groupsSent) : names.dropPortal(name, groupsSent);
    state.groupOpen = true;
    state.deps.toServer(frame);
    state.expected.push({ kind: 'close', changes: [change], guarded: false, silent: false, ends });
  });
