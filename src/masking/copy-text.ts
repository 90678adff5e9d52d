/** COPY ... TO STDOUT in text format: rows end with \n, cells with the delimiter, and \ escapes both (copyto.c). */
import { append, appendAll, appendByte, byteSink, sameBytes } from './bytes.ts';
import { settleTokens } from './kernel/lanes.ts';
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
      for (let i = start + scanned; i < end; i += 1) {
        if (source[i] !== newline) continue;
        scanned = 0;
        return i + 1;
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

/** Whether source[start, end) has a byte that is written with a backslash before it. */
const needsEscape = (source: Buffer, start: number, end: number, delimiter: number): boolean => {
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    if (byte === backslash || byte === delimiter || (byte >= 0x08 && byte <= 0x0d)) return true;
  }
  return false;
};

/** Whether a value that is not NULL could be printed like the null string: only an escape that no value gets tells them apart. */
export const nullIsAmbiguous = (nullText: Buffer, delimiter: number): boolean => {
  const plain = byteSink(64);
  const again = byteSink(64);
  unescape(nullText, 0, nullText.length, plain);
  appendEscaped(again, plain.bytes, 0, plain.length, delimiter);
  return sameBytes(again.bytes, 0, again.length, nullText);
};

/**
 * Rewrites one row, newline included. Returns false where it has not as many cells as there are masks, or a newline before
 * its end: then it is more than one row. A cell without escapes, before and behind its mask, is masked where it lies.
 */
export const textRewriter = (
  masks: readonly (CellMask | undefined)[],
  form: {
    readonly delimiter: number;
    readonly null: Buffer;
    /** What looks like NULL may be a value, and is masked like one. */
    readonly maskNull: boolean;
    /** As CopyMaskerOptions.later. */
    readonly later: boolean;
  },
): RowRewriter => {
  const { delimiter } = form;
  const direct = form.later ? masks.map((mask) => mask?.later ?? mask) : masks;
  const count = masks.length;
  const plain = byteSink(256);
  const masked = byteSink(256);
  /** Bytes that end a cell or say something of those behind them. */
  const special = new Uint8Array(256);
  for (const byte of [delimiter, backslash, newline]) special[byte] = 1;

  const maskEscaped = (mask: CellMask, source: Buffer, start: number, end: number, out: ByteSink): void => {
    plain.reset();
    masked.reset();
    unescape(source, start, end, plain);
    if (mask(plain.bytes, 0, plain.length, masked)) appendEscaped(out, masked.bytes, 0, masked.length, delimiter);
    else appendAll(out, form.null);
  };

  const maskDirect = (mask: CellMask, source: Buffer, start: number, end: number, out: ByteSink): void => {
    const from = out.length;
    if (!mask(source, start, end, out)) {
      appendAll(out, form.null);
    } else if (needsEscape(out.bytes, from, out.length, delimiter)) {
      // Its bytes are moved.
      settleTokens();
      masked.reset();
      append(masked, out.bytes, from, out.length);
      out.length = from;
      appendEscaped(out, masked.bytes, 0, masked.length, delimiter);
    }
  };

  return (source, start, end, out) => {
    const last = end - 1;
    let at = start;
    let copied = start;
    for (let i = 0; i < count; i += 1) {
      let stop = at;
      let escaped = false;
      for (; stop < last; stop += 1) {
        const byte = source[stop] ?? 0;
        if (special[byte] === 0) continue;
        if (byte === delimiter) break;
        if (byte === newline) return false;
        escaped = true;
        stop += 1;
        if (stop < last && source[stop] === newline) return false;
      }
      if (stop > last) stop = last;
      if ((stop === last) !== (i === count - 1)) return false;
      const mask = masks[i];
      if (mask !== undefined && (form.maskNull || !sameBytes(source, at, stop, form.null))) {
        append(out, source, copied, at);
        if (escaped) maskEscaped(mask, source, at, stop, out);
        else maskDirect(direct[i] ?? mask, source, at, stop, out);
        copied = stop;
      }
      at = stop + 1;
    }
    append(out, source, copied, end);
    return true;
  };
};
