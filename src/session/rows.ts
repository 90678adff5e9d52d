/** DataRow and CopyData, the hot path: passed as they lie, masked, or held back by a limit. */
import { append } from '../masking/bytes.ts';
import { settleTokens } from '../masking/kernel/lanes.ts';
import type { ByteSink } from '../masking/types.ts';
import type { Refusal } from '../policy/types.ts';
import type { Disposal } from '../wire/frame.ts';
import { catalogChanged, limitBytes, limitRows, limitRowSize, refusalResponse } from './refusals.ts';
import type { Result } from './result.ts';
import { takeSample } from './sample.ts';
import { currentResult, currentRun } from './server-results.ts';
import type { Run } from './run.ts';
import type { SessionState } from './state.ts';
import { withholdAnswer } from './withhold.ts';

export const dataRow = 0x44;
export const copyData = 0x64;

const header = 5;

/** The longest row that is gathered for a sample alone, in bytes. */
const mostToSample = 1 << 20;

/**
 * Ends the result at hand, if a row was met that may not go on: the client gets an error in place of the rest, and what
 * the server still sends up to ReadyForQuery is dropped. To be called when all that came before that row has been sent.
 */
export const breakOff = (state: SessionState): void => {
  const refusal = state.broken;
  if (refusal === undefined) return;
  state.broken = undefined;
  state.deps.toClient(refusalResponse(refusal));
  state.muted = true;
  state.deps.cancel();
};

/** The limit that the result at hand is past. */
const metLimit = (state: SessionState, run: Run): Refusal | undefined => {
  const { rows, bytes } = state.deps.limits;
  if (rows !== undefined && run.rows > rows) return limitRows(rows);
  return bytes !== undefined && run.bytes > bytes ? limitBytes(bytes) : undefined;
};

const masks = (result: Result): boolean => (result.kind === 'rows' || result.kind === 'copy') && result.masker !== undefined;

/** Whether a row of it is wanted for the record, or for detection. */
export const needsSample = (state: SessionState, result: Result, run: Run): boolean =>
  result.kind === 'rows' && (run.sample.length < state.deps.recordRows || result.sampler?.hungry === true);

/**
 * What becomes of a DataRow or CopyData whose body has that many bytes; undefined where the server may send none now.
 * `mostToMask` bounds what is gathered of one row in order to mask it.
 */
export const beginRow = (state: SessionState, type: number, bodyLength: number, mostToMask: number): Disposal | undefined => {
  const head = state.expected.head();
  if (head?.kind === 'own') return 'collect';
  breakOff(state);
  withholdAnswer(state);
  if (state.muted) return 'skip';
  const run = currentRun(head);
  const result = currentResult(head);
  if (run !== undefined && result.kind === 'withheld') {
    state.broken = catalogChanged;
    return 'skip';
  }
  if (run === undefined || result.kind !== (type === dataRow ? 'rows' : 'copy')) return undefined;
  if (type === dataRow) run.rows += 1;
  run.bytes += header + bodyLength;
  const masked = masks(result);
  const tooLarge = masked && bodyLength > mostToMask;
  const refusal = metLimit(state, run) ?? (tooLarge ? limitRowSize(mostToMask) : undefined);
  if (refusal !== undefined) {
    state.broken = refusal;
    return 'skip';
  }
  const looked = type === dataRow && needsSample(state, result, run) && bodyLength <= mostToSample;
  return masked || looked ? 'collect' : 'pass';
};

/** A collected DataRow or CopyData, type byte at `start`: appends what the client gets. */
export const takeRow = (state: SessionState, source: Buffer, start: number, end: number, out: ByteSink): void => {
  const head = state.expected.head();
  const result = currentResult(head);
  const run = currentRun(head);
  const from = out.length;
  if (run !== undefined && result.kind === 'rows' && result.sampler?.hungry === true) {
    result.sampler.take(source, start, end, run);
  }
  if (result.kind === 'rows' && result.masker !== undefined) result.masker(source, start, end, out);
  else if (result.kind === 'copy' && result.masker !== undefined) result.masker.push(source, start + header, end, out);
  else append(out, source, start, end);
  settleTokens();
  if (run !== undefined && result.kind === 'rows' && run.sample.length < state.deps.recordRows) {
    run.sample.push(takeSample(out.bytes.subarray(from, out.length), result.formats));
  }
};

/** CopyDone: what the masker still holds of the last row. */
export const finishCopy = (state: SessionState, result: Extract<Result, { kind: 'copy' }>): void => {
  if (result.masker === undefined || state.muted) return;
  result.masker.finish(state.deps.sink);
};
