/** COPY ... TO STDOUT in text format: rows end with \n, cells with the delimiter, and \ escapes both (copyto.c). */
import { append, appendAll, appendByte, byteSink, sameBytes } from './bytes.ts';
import type { ByteSink, CellMask } from './types.ts';
import type { RowCutter, RowRewriter } from './copy-frames.ts';

const backslash = 0x5c;
const newline = 0x0a;

/** Letters that stand for control characters behind a backslash. */
const escapes = new Map([
  [0x08, 0x62],
  [0x0c, 0x66],
  [0x0a, 0x6e],
  [0x0d, 0x72],
  [0x09, 0x74],
  [0x0b, 0x76],
]);
const controls = new Map([...escapes].map(([control, letter]) => [letter, control]));

/** In text format a raw newline ends the row; inside a value it is written as \n. */
export const textRows: RowCutter = () => {
  let scanned = 0;
  return {
    next(source, start, end) {
      const found = source.indexOf(newline, start + scanned);
      if (found >= 0 && found < end) {
        scanned = 0;
        return found + 1;
      }
      scanned = end - start;
      return -1;
    },
  };
};

const unescape = (source: Buffer, start: number, end: number, out: ByteSink): void => {
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    if (byte === backslash) {
      i += 1;
      const escaped = source[i] ?? 0;
      appendByte(out, controls.get(escaped) ?? escaped);
    } else appendByte(out, byte);
  }
};

const appendEscaped = (out: ByteSink, source: Buffer, start: number, end: number, delimiter: number): void => {
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    const letter = escapes.get(byte);
    if (letter !== undefined) {
      appendByte(out, backslash);
      appendByte(out, letter);
      continue;
    }
    if (byte === backslash || byte === delimiter) appendByte(out, backslash);
    appendByte(out, byte);
  }
};

/** Whether a value that is not NULL could be printed like the null string: only an escape that no value gets tells them apart. */
export const nullIsAmbiguous = (nullText: Buffer, delimiter: number): boolean => {
  const plain = byteSink(64);
  const again = byteSink(64);
  unescape(nullText, 0, nullText.length, plain);
  appendEscaped(again, plain.bytes, 0, plain.length, delimiter);
  return sameBytes(again.bytes, 0, again.length, nullText);
};

/** Rewrites one row, newline included. Returns false where it has not as many cells as there are masks. */
export const textRewriter = (
  masks: readonly (CellMask | undefined)[],
  form: {
    readonly delimiter: number;
    readonly null: Buffer;
    /** What looks like NULL may be a value, and is masked like one. */
    readonly maskNull: boolean;
  },
): RowRewriter => {
  const { delimiter } = form;
  const plain = byteSink(256);
  const masked = byteSink(256);
  const cellEnd = (source: Buffer, start: number, end: number): number => {
    for (let i = start; i < end; i += 1) {
      const byte = source[i];
      if (byte === backslash) i += 1;
      else if (byte === delimiter) return i;
    }
    return end;
  };
  return (source, start, end, out) => {
    const last = end - 1;
    let at = start;
    let copied = start;
    for (let i = 0; i < masks.length; i += 1) {
      const stop = cellEnd(source, at, last);
      if ((stop === last) !== (i === masks.length - 1)) return false;
      const mask = masks[i];
      if (mask !== undefined && (form.maskNull || !sameBytes(source, at, stop, form.null))) {
        append(out, source, copied, at);
        plain.reset();
        masked.reset();
        unescape(source, at, stop, plain);
        if (mask(plain.bytes, 0, plain.length, masked)) appendEscaped(out, masked.bytes, 0, masked.length, delimiter);
        else appendAll(out, form.null);
        copied = stop;
      }
      at = stop + 1;
    }
    append(out, source, copied, end);
    return true;
  };
};
