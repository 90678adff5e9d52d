/**
 * The record of a statement that the server runs did not reach the audit's stores: what it answers is withheld. The
 * server takes nothing back, so that only statements that change nothing can end in an error without telling a lie.
 */
import { encodeFrontend } from '../wire/frontend.ts';
import { runsOf } from './expectation.ts';
import { auditUndelivered, refusalResponse } from './refusals.ts';
import type { Run } from './run.ts';
import { currentRun } from './server-results.ts';
import type { SessionState } from './state.ts';

const readingKinds = new Set(['select', 'values', 'show', 'explain', 'copy']);

/** A `reader` may run SQL text that changes something. */
const harmless = new Set(['pure', 'state', 'followed']);

const onlyReads = ({ judged: { lineage } }: Run): boolean =>
  readingKinds.has(lineage.kind) &&
  lineage.copy?.direction !== 'from' &&
  lineage.targets.length + lineage.writes.length + lineage.changes.length === 0 &&
  lineage.effects.every(({ kind }) => kind === 'late-names') &&
  lineage.functions.every(({ nature }) => harmless.has(nature));

/**
 * From now on nothing goes to the client of what the server still owes: each text, or pipeline up to its Sync, ends in an
 * error. False where that would be a lie, since something of it may have changed the database: the connection has to end.
 */
export const withhold = (state: SessionState): boolean => {
  // Of a text that is sent in pieces, the server has not got all yet.
  if (state.textOffset > 0 || !state.expected.every((entry) => runsOf(entry).every(onlyReads))) return false;
  state.withheldTo = state.groupOpen ? state.groupsSent : state.groupsSent - 1;
  if (state.groupOpen) {
    // The client waits for an answer, or for its Sync: the server may hold back what it says until then.
    state.skipping = true;
    state.deps.toServer(encodeFrontend({ type: 'Flush' }));
  }
  return true;
};

/** Whether the answers that come now are withheld. */
export const isWithheld = (state: SessionState): boolean => state.withheldTo >= state.groupsDone;

/** To be called when all that came before this message has been sent: the error takes the place of a statement's answer. */
export const withholdAnswer = (state: SessionState): void => {
  if (!isWithheld(state) || state.muted) return;
  const run = currentRun(state.expected.head());
  if (run === undefined) return;
  state.deps.recorder.end(run, { sqlstate: auditUndelivered.sqlstate });
  state.deps.toClient(refusalResponse(auditUndelivered));
  state.muted = true;
};
