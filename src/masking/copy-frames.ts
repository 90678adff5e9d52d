/** From a stream of bytes that is cut anywhere to one CopyData message per row, as the server frames them. */
import { PgveilError } from '../errors.ts';
import { append, appendByte, appendInt32, byteSink } from './bytes.ts';
import type { ByteSink, CopyMasker } from './types.ts';

const copyData = 0x64;

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

/** Rows that are whole within a push are rewritten where they lie; only a cut row is kept in a buffer. */
export const copyFrames = (cutter: RowCutter, rewrite: RowRewriter): CopyMasker => {
  const cut = cutter();
  const pending = byteSink(1024);
  const frame = (source: Buffer, start: number, end: number, out: ByteSink): void => {
    const at = out.length;
    appendByte(out, copyData);
    appendInt32(out, 0);
    if (!rewrite(source, start, end, out)) throw malformed();
    out.bytes.writeInt32BE(out.length - at - 1, at + 1);
  };
  const rows = (source: Buffer, start: number, end: number, out: ByteSink): number => {
    let at = start;
    while (at < end) {
      const stop = cut.next(source, at, end);
      if (stop === -2) throw malformed();
      if (stop < 0) break;
      frame(source, at, stop, out);
      at = stop;
    }
    return at;
  };
  return {
    push(source, start, end, out) {
      if (pending.length === 0) {
        append(pending, source, rows(source, start, end, out), end);
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
