/** COPY ... TO STDOUT in binary format: a signature with flags, tuples of Int16 count and cells, and a trailer of -1. */
import { append, appendInt32, setInt32 } from './bytes.ts';
import type { RowCutter, RowRewriter } from './copy-frames.ts';
import type { CellMask } from './types.ts';

const signature = Buffer.from('PGCOPY\n\u00ff\r\n\0', 'latin1');
const fixedHeader = signature.length + 8;
const trailer = -1;

/** The end of the header, extension included; -1 where more bytes are needed, -2 where it is none that is known. */
const headerEnd = (source: Buffer, start: number, end: number): number => {
  const have = Math.min(end - start, signature.length);
  if (source.compare(signature, 0, have, start, start + have) !== 0) return -2;
  if (end - start < fixedHeader) return -1;
  // Flag bits 16 to 31 change the format; a reader must not go on at one it does not know.
  const flags = source.readUInt32BE(start + signature.length);
  const extension = source.readInt32BE(start + signature.length + 4);
  if (flags > 0xffff || extension < 0) return -2;
  return end - start < fixedHeader + extension ? -1 : start + fixedHeader + extension;
};

/** Cuts the header together with what follows it, as the server frames them; -2 marks bytes that are not the format. */
export const binaryRows =
  (columns: number): RowCutter =>
  () => {
    let atHeader = true;
    // Relative to the start of the part, where its next cell starts; and how many cells are left of it.
    let resume = 0;
    let left = -1;
    const done = (at: number): number => {
      resume = 0;
      left = -1;
      return at;
    };
    return {
      next(source, start, end) {
        let at = start + resume;
        if (atHeader) {
          at = headerEnd(source, start, end);
          if (at < 0) return at;
          atHeader = false;
          resume = at - start;
        }
        if (left < 0) {
          if (end - at < 2) return -1;
          const count = source.readInt16BE(at);
          if (count === trailer) return done(at + 2);
          if (count !== columns) return -2;
          left = count;
          at += 2;
        }
        for (; left > 0; left -= 1) {
          if (end - at < 4) break;
          const length = source.readInt32BE(at);
          if (length < -1) return -2;
          const stop = at + 4 + Math.max(0, length);
          if (stop > end) break;
          at = stop;
        }
        resume = at - start;
        return left > 0 ? -1 : done(at);
      },
    };
  };

/** Rewrites one part; the first one starts with the header. Returns false where lengths do not fit. */
export const binaryRewriter = (masks: readonly (CellMask | undefined)[]): RowRewriter => {
  let atHeader = true;
  return (source, start, end, out) => {
    let at = start;
    if (atHeader) {
      at = headerEnd(source, start, end);
      if (at < 0) return false;
      atHeader = false;
    }
    let copied = start;
    if (source.readInt16BE(at) !== trailer) {
      at += 2;
      for (const mask of masks) {
        const length = source.readInt32BE(at);
        const cell = at + 4;
        at = cell + Math.max(0, length);
        if (at > end) return false;
        if (mask === undefined || length < 0) continue;
        append(out, source, copied, cell - 4);
        const lengthAt = out.length;
        appendInt32(out, -1);
        if (mask(source, cell, at, out)) setInt32(out.bytes, lengthAt, out.length - lengthAt - 4);
        copied = at;
      }
    }
    append(out, source, copied, end);
    return true;
  };
};
