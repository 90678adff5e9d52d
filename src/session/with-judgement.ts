import type { Oid } from '../catalog/types.ts';
import { encodeFrontend } from '../wire/frontend.ts';
import type { Judgement } from './judgement.ts';
import { environmentReady, judgeText, refreshEnvironment } from './judging.ts';
import type { Names } from './names.ts';
import type { SessionState } from './state.ts';
import { waitUntil } from './waiting.ts';
import { noAnswer, refusalResponse } from './refusals.ts';
import { refusedWith } from './own-query.ts';

type Act = (judgement: Judgement | undefined) => void | Promise<void>;

/** A catalog that does not know a name may just be old; one look at a fresh one settles it. */
const mayBeStale = (state: SessionState, judgement: Judgement | undefined): boolean =>
  judgement?.kind === 'refused' &&
  judgement.serverMayExplain &&
  judgement.unresolved &&
  judgement.script === undefined &&
  !state.groupOpen &&
  state.status !== 'E';

/**
 * Of a name behind a statement of the same group that may have changed what names mean. Where the group began in a failed
 * transaction nothing can be asked before its end.
 */
const isBehindChange = (state: SessionState, judgement: Judgement | undefined): boolean =>
  state.groupOpen &&
  state.status !== 'E' &&
  (state.groupChanged.path || state.groupChanged.catalog) &&
  judgement?.kind === 'refused' &&
  judgement.unresolved;

interface Attempt {
  readonly judgement: Judgement | undefined;
  /** All names that the text uses stand for what it was judged with. */
  readonly settled: () => boolean;
}

const attempt = (state: SessionState, sql: string, parameterTypes: readonly Oid[]): Attempt => {
  const used: (() => boolean)[] = [];
  const note = (kind: 'statement' | 'portal', name: string): void => {
    used.push(() => state.names.isSettled(kind, name, state.groupsSent));
  };
  const names: Pick<Names, 'statement' | 'portal'> = {
    statement: (name) => {
      note('statement', name);
      return state.names.statement(name);
    },
    portal: (name) => {
      note('portal', name);
      return state.names.portal(name);
    },
  };
  return { judgement: judgeText(state, sql, parameterTypes, names), settled: () => used.every((isSettled) => isSettled()) };
};

/** The client's message has to be dropped: the session is over, or the group that it belongs to has failed. */
const isDropped = (state: SessionState): boolean => state.ended || state.skipping;

const settledAttempt = async (state: SessionState, sql: string, parameterTypes: readonly Oid[]): Promise<Attempt> => {
  let last = attempt(state, sql, parameterTypes);
  while (!isDropped(state) && !last.settled()) {
    await waitUntil(state, last.settled);
    last = attempt(state, sql, parameterTypes);
  }
  return last;
};

/** Lets the server run what it has of the open group, and asks it what names mean then. */
const catchUp = async (state: SessionState): Promise<void> => {
  state.deps.toServer(encodeFrontend({ type: 'Flush' }));
  await waitUntil(state, () => state.expected.empty || isDropped(state));
  if (isDropped(state)) return;
  const { catalog } = state.stale;
  state.stale.path = true;
  try {
    await refreshEnvironment(state, { reload: false });
    if (state.stale.path) return;
    state.groupChanged.path = false;
    state.groupChanged.catalog = false;
  } catch (error) {
    const sqlstate = refusedWith(error);
    if (sqlstate === undefined) throw error;
    // The server skips to the next Sync: a refusal in the client's place would not be answered.
    state.deps.toClient(refusalResponse(noAnswer(sqlstate)));
    state.skipping = true;
  }
  // The group's end may take back what was found.
  state.stale.path = true;
  if (catalog) state.stale.catalog = true;
};

const found = async (state: SessionState, sql: string, parameterTypes: readonly Oid[]): Promise<Judgement | undefined> => {
  if (!environmentReady(state)) await refreshEnvironment(state);
  let last = await settledAttempt(state, sql, parameterTypes);
  if (!isDropped(state) && isBehindChange(state, last.judgement)) {
    await catchUp(state);
    if (!isDropped(state)) last = await settledAttempt(state, sql, parameterTypes);
  }
  if (!isDropped(state) && mayBeStale(state, last.judgement)) {
    await refreshEnvironment(state, { reload: true });
    last = attempt(state, sql, parameterTypes);
  }
  return last.judgement;
};

/** The server refused a question of pgveil's own, for a reason that is the client's: only its message suffers from it. */
const unanswered = (error: unknown): Judgement => {
  const sqlstate = refusedWith(error);
  if (sqlstate === undefined) throw error;
  return {
    kind: 'refused',
    refusal: noAnswer(sqlstate),
    text: { sql: '', fingerprint: '-', relations: [] },
    lineage: undefined,
    serverMayExplain: false,
    unresolved: false,
    script: undefined,
  };
};

const judgeLater = async (state: SessionState, sql: string, parameterTypes: readonly Oid[], act: Act): Promise<void> => {
  const judgement = await found(state, sql, parameterTypes).catch(unanswered);
  return isDropped(state) ? undefined : act(judgement);
};

/**
 * Judges a text and acts on it: at once where names and environment are known, else behind what the server still has to
 * say. Messages behind this one wait for the promise.
 */
export const withJudgement = (
  state: SessionState,
  sql: string,
  parameterTypes: readonly Oid[],
  act: Act,
): void | Promise<void> => {
  if (!environmentReady(state)) return judgeLater(state, sql, parameterTypes, act);
  const { judgement, settled } = attempt(state, sql, parameterTypes);
  if (settled() && !mayBeStale(state, judgement) && !isBehindChange(state, judgement)) return act(judgement);
  return judgeLater(state, sql, parameterTypes, act);
};

/** Acts when the name stands for what it will stand for when the server reads the message. */
export const withName = (
  state: SessionState,
  kind: 'statement' | 'portal',
  name: string,
  act: () => void | Promise<void>,
): void | Promise<void> => {
  const settled = (): boolean => state.names.isSettled(kind, name, state.groupsSent);
  if (settled()) return act();
  return waitUntil(state, settled).then(async () => (isDropped(state) ? undefined : act()));
};

/** Acts with the environment known: what opens a group has to look first, because within it nothing can be asked. */
export const withEnvironment = (state: SessionState, act: () => void | Promise<void>): void | Promise<void> => {
  if (state.groupOpen || environmentReady(state)) return act();
  return refreshEnvironment(state)
    .catch((error: unknown) => {
      if (refusedWith(error) === undefined) throw error;
      state.groupChanged.path = true;
      state.groupChanged.catalog = true;
    })
    .then(async () => (isDropped(state) ? undefined : act()));
};
