/**
 * Rows that lie whole and side by side in a chunk, all of one result: taken in one go, since what holds for the first
 * of them holds for the next. A row that needs a closer look is left to rows.ts.
 */
import { int32At } from '../masking/bytes.ts';
import { settleTokens } from '../masking/kernel/lanes.ts';
import type { ByteSink, CopyMasker, RowMasker } from '../masking/types.ts';
import type { Result } from './result.ts';
import type { Run } from './run.ts';
import { copyData, dataRow, needsSample } from './rows.ts';
import { currentResult, currentRun } from './server-results.ts';
import type { SessionState } from './state.ts';
import { isWithheld } from './withhold.ts';

const header = 5;

/** Where the message at `at` ends, or -1 where it is of another type, or not whole within the chunk. */
const endOf = (source: Buffer, at: number, type: number): number => {
  if (at + header > source.length || source[at] !== type) return -1;
  const end = at + 1 + int32At(source, at + 1);
  return end < at + header || end > source.length ? -1 : end;
};

interface Taken {
  readonly rows: number;
  /** Behind the last one. */
  readonly at: number;
}

/** At most `most` of them. Of a row that cannot be masked nothing stays in the sink. */
const maskRows = (source: Buffer, from: number, most: number, out: ByteSink, masker: RowMasker): Taken => {
  let at = from;
  let rows = 0;
  let whole = out.length;
  try {
    for (let end = endOf(source, at, dataRow); end > 0 && rows < most; end = endOf(source, at, dataRow)) {
      masker(source, at, end, out);
      rows += 1;
      at = end;
      whole = out.length;
    }
  } finally {
    settleTokens();
    out.length = whole;
  }
  return { rows, at };
};

const maskCopy = (source: Buffer, from: number, out: ByteSink, masker: CopyMasker): number => {
  let at = from;
  let whole = out.length;
  try {
    for (let end = endOf(source, at, copyData); end > 0; end = endOf(source, at, copyData)) {
      masker.push(source, at + header, end, out);
      at = end;
      whole = out.length;
    }
  } finally {
    settleTokens();
    out.length = whole;
  }
  return at;
};

const skipRows = (source: Buffer, from: number, most: number, type: number): Taken => {
  let at = from;
  let rows = 0;
  for (let end = endOf(source, at, type); end > 0 && rows < most; end = endOf(source, at, type)) {
    rows += 1;
    at = end;
  }
  return { rows, at };
};

/** Whether each row has to be looked at: for a sample, or because it must not go on. */
const needsLook = (state: SessionState, result: Result, run: Run): boolean =>
  state.muted || state.broken !== undefined || isWithheld(state) || needsSample(state, result, run);

/** How many rows may go before a limit could be met: none, where the chunk's bytes alone could meet one. */
const mostRows = ({ rows, bytes }: SessionState['deps']['limits'], run: Run, length: number): number => {
  if (bytes !== undefined && run.bytes + length > bytes) return 0;
  return rows === undefined ? Infinity : rows - run.rows;
};

/**
 * Takes the rows from `from` on; gives where they end, which is `from` when there is none to take so. Masked rows are
 * appended to the sink, others are handed to `pass` as they lie.
 */
export const takeRun = (state: SessionState, source: Buffer, from: number, pass: (from: number, to: number) => void): number => {
  const type = source[from];
  if (type !== dataRow && type !== copyData) return from;
  const head = state.expected.head();
  const run = currentRun(head);
  const result = currentResult(head);
  if (run === undefined || result.kind !== (type === dataRow ? 'rows' : 'copy')) return from;
  if (needsLook(state, result, run)) return from;
  const { limits, sink } = state.deps;
  const most = mostRows(limits, run, source.length - from);
  if (most <= 0) return from;
  if (result.kind === 'rows' && result.masker !== undefined) {
    const { rows, at } = maskRows(source, from, most, sink, result.masker);
    run.rows += rows;
    run.bytes += at - from;
    return at;
  }
  if (result.kind === 'copy' && result.masker !== undefined) {
    const at = maskCopy(source, from, sink, result.masker);
    run.bytes += at - from;
    return at;
  }
  const { rows, at } = skipRows(source, from, most, type);
  if (type === dataRow) run.rows += rows;
  run.bytes += at - from;
  if (at > from) pass(from, at);
  return at;
};
