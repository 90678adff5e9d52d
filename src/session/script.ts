/**
 * A Query of several statements where later ones use names that earlier ones make: each can be judged only when those
 * before it have run. The statements go one by one, each unchanged, as a pipeline without a Sync in between, which the
 * server runs as one transaction as it does a Query; the client sees the answers of a Query.
 */
import { encodeFrontend } from '../wire/frontend.ts';
import { applyChanges } from './changes.ts';
import { copiesIn } from './copy-in.ts';
import { closeGroup } from './groups.ts';
import type { Judged, Judgement } from './judgement.ts';
import { judgeText, refreshEnvironment } from './judging.ts';
import { admit, recordRefusal, recordRefused } from './recording.ts';
import { copyInScript, noEnvironment } from './refusals.ts';
import { refuseExtended } from './refuse.ts';
import type { Portal } from './names.ts';
import { newPortal } from './portals.ts';
import type { ScriptStatement } from './script-statement.ts';
import type { SessionState } from './state.ts';
import { idle } from './waiting.ts';

const send = (state: SessionState, sql: string, judged: Judged): void => {
  const admission = admit(state, [judged]);
  const [run] = admission.kind === 'runs' ? admission.runs : [];
  if (admission.kind === 'refused' || run === undefined) {
    refuseExtended(state, admission.kind === 'refused' ? admission.refusal : noEnvironment);
    return;
  }
  const guarded = judged.plan.kind === 'forward' && judged.plan.guarded;
  const portal: Portal = {
    ...newPortal(state, { name: '', judged, statement: undefined, kind: 'protocol', hold: false }),
    run,
    describing: 1,
  };
  const changes = applyChanges(state, judged);
  state.groupOpen = true;
  state.deps.toServer(
    Buffer.concat([
      encodeFrontend({ type: 'Parse', name: '', query: sql, parameterTypes: [] }),
      encodeFrontend({ type: 'Bind', portal: '', statement: '', parameterFormats: [], parameters: [], resultFormats: [] }),
      encodeFrontend({ type: 'Describe', target: 'P', name: '' }),
      encodeFrontend({ type: 'Execute', portal: '', maxRows: 0 }),
      encodeFrontend({ type: 'Flush' }),
    ]),
  );
  const { names, groupsSent } = state;
  state.expected.push({ kind: 'parse', changes: [names.dropStatement('', groupsSent)], guarded, silent: true });
  state.expected.push({ kind: 'bind', changes: [names.dropPortal('', groupsSent)], guarded, silent: true });
  state.expected.push({ kind: 'describe-portal', portal, silent: false, rowsOnly: true });
  state.expected.push({ kind: 'execute', run, portal, changes, copy: undefined, copiesLeft: 0 });
};

/** The judgement in the environment of now; a name that is not found is looked for once more in a fresh catalog. */
const judgeNow = async (state: SessionState, sql: string): Promise<Judgement | undefined> => {
  const refresh = async (reload: boolean): Promise<void> => {
    await refreshEnvironment(state, { reload });
    state.groupChanged.path = false;
    state.groupChanged.catalog = false;
  };
  if (state.stale.path || state.stale.catalog) await refresh(false);
  const judgement = judgeText(state, sql, []);
  if (judgement?.kind !== 'refused' || !judgement.unresolved) return judgement;
  await refresh(true);
  return judgeText(state, sql, []);
};

/** Sends one statement, or a refusal in its place. */
const step = async (state: SessionState, sql: string): Promise<void> => {
  const judgement = await judgeNow(state, sql);
  if (state.ended) return;
  const judged = judgement?.kind === 'statements' ? judgement.statements[0] : undefined;
  if (judgement?.kind === 'refused') {
    recordRefusal(state, judgement);
    if (judgement.serverMayExplain) {
      state.deps.toServer(encodeFrontend({ type: 'Parse', name: '', query: sql, parameterTypes: [] }));
      const change = state.names.dropStatement('', state.groupsSent);
      state.expected.push({ kind: 'parse', changes: [change], guarded: false, silent: true });
    }
    refuseExtended(state, judgement.refusal);
  } else if (judged === undefined) refuseExtended(state, noEnvironment);
  // The client's copy data waits behind this text, and this text would wait for it.
  else if (copiesIn(judged)) {
    recordRefused(state, judged, copyInScript);
    refuseExtended(state, copyInScript);
  } else send(state, sql, judged);
  await idle(state);
};

/** Runs the statements up to the first that fails, and ends as a Query ends. */
export const runScript = async (state: SessionState, statements: readonly ScriptStatement[]): Promise<void> => {
  for (const { sql, offset } of statements) {
    if (state.ended || state.skipping) break;
    state.textOffset = offset;
    await step(state, sql);
  }
  state.textOffset = 0;
  // What ran in the transaction that ends here is not known to the shared catalog yet.
  state.stale.path = true;
  state.stale.catalog = true;
  state.deps.toServer(encodeFrontend({ type: 'Sync' }));
  state.expected.push({ kind: 'sync' });
  closeGroup(state);
};
