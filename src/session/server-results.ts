/** Descriptions, rows and copy data: which result they belong to, and how they go on to the client. */
import type { FieldDescription } from '../wire/backend.ts';
import type { Expectation, ExecuteExpectation, QueryExpectation } from './expectation.ts';
import type { Portal } from './names.ts';
import { isOutdated } from './outdated.ts';
import { noResult, type Result, withheld } from './result.ts';
import type { Run } from './run.ts';
import type { SessionState } from './state.ts';

/** The execution whose rows or completion the server sends now. */
export const currentRun = (head: Expectation | undefined): Run | undefined => {
  if (head?.kind === 'execute') return head.run;
  return head?.kind === 'query' && !head.failed ? head.runs[head.current] : undefined;
};

export const currentResult = (head: Expectation | undefined): Result => {
  if (head?.kind === 'execute') return head.copy ?? head.portal.result;
  return head?.kind === 'query' ? head.result : noResult;
};

/** Snapshot.asOf of what the execution at hand was judged with. */
export const asOfHead = (head: Expectation | undefined): number => {
  if (head?.kind === 'execute') return head.portal.asOf;
  return head?.kind === 'query' ? head.asOf : 0;
};

const setResult = (head: ExecuteExpectation | QueryExpectation, result: Result): void => {
  if (head.kind === 'query') head.result = result;
  else head.copy = result;
};

const reportFaults = (state: SessionState, run: Run | undefined, faults: readonly string[]): void => {
  if (faults.length === 0) return;
  // Names may have moved under the snapshot: the next statement is judged with a fresh one.
  state.stale.catalog = true;
  if (run === undefined) return;
  for (const fault of faults) state.deps.recorder.fault(run, 'server', fault);
};

const knownOrigins = new WeakMap<readonly FieldDescription[], string>();

/** Where the columns come from, in the server's words: stable for one statement as long as no table changes under it. */
const originsOf = (fields: readonly FieldDescription[]): string => {
  const known = knownOrigins.get(fields);
  if (known !== undefined) return known;
  const origins = fields.map((field) => `${String(field.table)}.${String(field.attnum)}`).join(' ');
  knownOrigins.set(fields, origins);
  return origins;
};

/** The rows of a portal, from the plan and the server's own description. */
export const describePortal = (state: SessionState, portal: Portal, fields: readonly FieldDescription[]): void => {
  const { catalog } = state.environment ?? {};
  if (catalog === undefined) return;
  const { judge, samples } = state.deps;
  const { result, faults } = judge.openRows(portal.judged, fields, { catalog, samples });
  const origins = originsOf(fields);
  const { statement } = portal;
  const drifted = statement?.origins !== undefined && statement.origins !== origins;
  if (statement !== undefined) statement.origins = origins;
  portal.described = true;
  portal.result = drifted ? judge.openRows(undefined, fields, { catalog, samples }).result : result;
  if (isOutdated(state, portal.judged, portal.asOf)) portal.result = withheld;
  reportFaults(
    state,
    portal.run,
    drifted ? [...faults, 'the columns of a prepared statement come from elsewhere than before'] : faults,
  );
};

/** RowDescription in the answer to a simple Query: a second one for one statement is the work of a rule and unplanned. */
export const describeQuery = (state: SessionState, head: QueryExpectation, fields: readonly FieldDescription[]): void => {
  const run = head.runs[head.current];
  const { catalog } = state.environment ?? {};
  if (catalog === undefined) return;
  const planned = head.result.kind === 'none' ? run?.judged : undefined;
  const { judge, samples } = state.deps;
  const { result, faults } = judge.openRows(planned, fields, { catalog, samples });
  head.result = isOutdated(state, run?.judged, head.asOf) ? withheld : result;
  reportFaults(state, run, faults);
};

/** CopyOutResponse. False when the statement is not one that copies out: the connection cannot go on. */
export const openCopyOut = (state: SessionState, head: ExecuteExpectation | QueryExpectation): boolean => {
  const judged = currentRun(head)?.judged;
  const catalog = state.environment?.catalog;
  if (judged?.lineage.copy?.direction !== 'to' || catalog === undefined) return false;
  const { result, faults } = state.deps.judge.openCopy(judged, judged.lineage.copy, catalog);
  setResult(head, isOutdated(state, judged, asOfHead(head)) ? withheld : result);
  reportFaults(state, currentRun(head), faults);
  return true;
};
