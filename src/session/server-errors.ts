/** Errors and notices on their way to the client, and what an error does to what was still owed. */
import { encodeBackend } from '../wire/backend.ts';
import { runsOf, type Expectation } from './expectation.ts';
import { reduceFields, relationsOf, type Fields } from './guard.ts';
import { isOutdated } from './outdated.ts';
import { refusalResponse } from './refusals.ts';
import { asOfHead, currentRun } from './server-results.ts';
import type { SessionState } from './state.ts';
import type { Change } from './versions.ts';

/** Whether what the server says at this point may quote a classified value. */
const isGuarded = (state: SessionState, head: Expectation | undefined): boolean => {
  // Deferred constraints and triggers speak at the end of the transaction, or of the group that is one.
  const deferred = state.guardedGroup >= 0;
  if (head === undefined || head.kind === 'sync') return deferred;
  if (head.kind === 'parse' || head.kind === 'bind') return head.guarded;
  if (head.kind === 'describe-portal') return head.portal.judged === undefined || planGuards(head.portal.judged.plan);
  const run = currentRun(head);
  if (run === undefined) return deferred;
  if (planGuards(run.judged.plan) || isOutdated(state, run.judged, asOfHead(head))) return true;
  const { kind, changes } = run.judged.lineage;
  return deferred && (kind === 'set-constraints' || changes.some((change) => change.kind === 'transaction'));
};

const planGuards = (plan: { readonly kind: string; readonly guarded?: boolean }): boolean =>
  plan.kind !== 'forward' || plan.guarded === true;

const reduce = (state: SessionState, head: Expectation | undefined, fields: Fields): Fields =>
  reduceFields(fields, relationsOf(state.environment?.catalog, currentRun(head)?.judged.lineage.relations ?? []));

const changesOf = (entry: Expectation): readonly Change[] => {
  switch (entry.kind) {
    case 'parse':
    case 'bind':
    case 'close':
    case 'execute':
      return entry.changes;
    case 'query':
      return entry.changes.slice(entry.current).flat();
    case 'describe-statement':
    case 'describe-portal':
    case 'refusal':
    case 'sync':
    case 'own':
      return [];
    default:
      return entry satisfies never;
  }
};

const takeBack = (state: SessionState, entries: readonly Expectation[], sqlstate: string): void => {
  for (const change of entries.flatMap((entry) => changesOf(entry)).reverse()) change.undo();
  for (const entry of entries) {
    if (entry.kind === 'describe-portal') entry.portal.describing -= 1;
    if (entry.kind === 'query' || entry.kind === 'execute') entry.copiesLeft = 0;
    for (const run of runsOf(entry)) state.deps.recorder.end(run, { sqlstate });
  }
};

export const onNotice = (state: SessionState, head: Expectation | undefined, fields: Fields, raw: Buffer): void => {
  if (!isGuarded(state, head)) state.deps.toClient(raw);
  else state.deps.toClient(encodeBackend({ type: 'NoticeResponse', fields: reduce(state, head, fields) }));
};

/** The server has no such portal: that says nothing of what it would have held. */
const isGone = (head: Expectation | undefined, fields: Fields): boolean =>
  (head?.kind === 'execute' || head?.kind === 'describe-portal') &&
  fields.get('C') === '34000' &&
  fields.get('M') === `portal "${head.portal.name}" does not exist`;

/** An error in a piece of a text is placed in the whole text. */
const placed = (fields: Fields, offset: number): Fields => {
  const position = fields.get('P');
  return position === undefined ? fields : new Map([...fields, ['P', String(Number(position) + offset)]]);
};

export const onError = (state: SessionState, head: Expectation | undefined, given: Fields, raw: Buffer): void => {
  const { deps, textOffset } = state;
  const fields = textOffset === 0 ? given : placed(given, textOffset);
  if (head?.kind === 'refusal') deps.toClient(refusalResponse(head.refusal));
  else if (isGuarded(state, head) && !isGone(head, fields))
    deps.toClient(encodeBackend({ type: 'ErrorResponse', fields: reduce(state, head, fields) }));
  else deps.toClient(textOffset === 0 ? raw : encodeBackend({ type: 'ErrorResponse', fields }));
  const sqlstate = head?.kind === 'refusal' ? head.refusal.sqlstate : (fields.get('C') ?? 'XX000');
  if (head === undefined || head.kind === 'sync') return;
  if (head.kind === 'query') {
    takeBack(state, [head], sqlstate);
    head.failed = true;
  } else {
    const { dropped, synced } = state.expected.dropToSync();
    takeBack(state, dropped, sqlstate);
    if (!synced) state.skipping = true;
    // A Query that the server skips is answered by nothing.
    const queries = dropped.filter((entry) => entry.kind === 'query');
    state.groupsDone += queries.length;
    for (const { unnamed } of queries) unnamed.undo();
  }
  // An error ends copy mode, too.
  state.copyIn = false;
};
