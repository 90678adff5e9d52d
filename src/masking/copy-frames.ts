/** From a stream of bytes that is cut anywhere to one CopyData message per row, as the server frames them. */
import { PgveilError } from '../errors.ts';
import { append, appendByte, appendInt32, byteSink, setInt32 } from './bytes.ts';
import { settleTokens } from './kernel/lanes.ts';
import type { ByteSink, CopyMasker } from './types.ts';

const copyData = 0x64;
const newline = 0x0a;

/**
 * Finds where the row that starts at `start` ends: behind its last byte, -1 where more bytes are needed, -2 where the
 * bytes are not of the format. Asked again for the same row with more bytes, it goes on where it was.
 */
export type RowCutter = () => { next(source: Buffer, start: number, end: number): number };

/** Appends the rewritten row source[start, end); false where it is malformed. */
export type RowRewriter = (source: Buffer, start: number, end: number, out: ByteSink) => boolean;

const malformed = (): PgveilError =>
  new PgveilError('PGVEIL_PROTOCOL', 'the server sent COPY data that is not in the format it was asked for', {
    remedy: 'check that the upstream is a PostgreSQL server',
  });

/**
 * Rows that are whole within a push are rewritten where they lie; only a cut row is kept in a buffer. `findsEnd`: `rewrite`
 * gives false for more than one row, so that a push that looks like one, as all of the server's do, need not be cut first.
 */
export const copyFrames = (cutter: RowCutter, rewrite: RowRewriter, findsEnd: boolean): CopyMasker => {
  const cut = cutter();
  const pending = byteSink(1024);
  const frame = (source: Buffer, start: number, end: number, out: ByteSink): boolean => {
    const at = out.length;
    appendByte(out, copyData);
    appendInt32(out, 0);
    if (!rewrite(source, start, end, out)) {
      settleTokens();
      out.length = at;
      return false;
    }
    setInt32(out.bytes, at + 1, out.length - at - 1);
    return true;
  };
  const rows = (source: Buffer, start: number, end: number, out: ByteSink): number => {
    let at = start;
    while (at < end) {
      const stop = cut.next(source, at, end);
      if (stop === -2) throw malformed();
      if (stop < 0) break;
      if (!frame(source, at, stop, out)) throw malformed();
      at = stop;
    }
    return at;
  };
  return {
    push(source, start, end, out) {
      if (pending.length === 0) {
        if (findsEnd && end > start && source[end - 1] === newline && frame(source, start, end, out)) return;
        const rest = rows(source, start, end, out);
        if (rest < end) append(pending, source, rest, end);
        return;
      }
      append(pending, source, start, end);
      const rest = rows(pending.bytes, 0, pending.length, out);
      if (rest === 0) return;
      const kept = pending.length - rest;
      pending.bytes.copyWithin(0, rest, pending.length);
      if (kept === 0) pending.reset();
      else pending.length = kept;
    },
    finish() {
      if (pending.length > 0) throw malformed();
    },
  };
};
