/** The text form of an array (array_out): `{a,"b c",NULL,{...}}`, with its bounds before it where they are not 1. */
import { append, appendByte, appendString, indexOfByte, type Scratch } from '../bytes.ts';
import type { ByteSink, CellMask } from '../types.ts';
import { isSpace } from './record-text.ts';

const quote = 0x22;
const backslash = 0x5c;
const open = 0x7b;
const close = 0x7d;
const bracket = 0x5b;

const isNull = (source: Buffer, start: number, end: number): boolean =>
  end - start === 4 && source.toString('latin1', start, end).toUpperCase() === 'NULL';

const needsQuotes = (source: Buffer, start: number, end: number, delimiter: number): boolean => {
  if (start === end || isNull(source, start, end)) return true;
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    if (byte === quote || byte === backslash || byte === open || byte === close || byte === delimiter || isSpace(byte))
      return true;
  }
  return false;
};

const appendElement = (out: ByteSink, source: Buffer, start: number, end: number, delimiter: number): void => {
  if (!needsQuotes(source, start, end, delimiter)) {
    append(out, source, start, end);
    return;
  }
  appendByte(out, quote);
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    if (byte === quote || byte === backslash) appendByte(out, backslash);
    appendByte(out, byte);
  }
  appendByte(out, quote);
};

/** The end of the element that starts there, or -1. */
const elementEnd = (source: Buffer, start: number, end: number, delimiter: number): number => {
  let i = start;
  if (source[i] !== quote) {
    for (; i < end; i += 1) {
      const byte = source[i];
      if (byte === delimiter || byte === close) return i === start ? -1 : i;
      if (byte === quote || byte === backslash || byte === open) return -1;
    }
    return -1;
  }
  for (i += 1; i < end; i += 1) {
    const byte = source[i];
    if (byte === backslash) i += 1;
    else if (byte === quote) return i + 1;
  }
  return -1;
};

/** Masks every element that is not NULL. Returns false, with part of the value appended, on anything but an array. */
export const maskArrayText = (mask: CellMask, delimiter: number, plain: Scratch, masked: Scratch): CellMask => {
  const element = (source: Buffer, start: number, end: number, out: ByteSink): void => {
    if (isNull(source, start, end)) {
      append(out, source, start, end);
      return;
    }
    plain.reset();
    masked.reset();
    if (source[start] !== quote) append(plain, source, start, end);
    else {
      for (let i = start + 1; i < end - 1; i += 1) {
        if (source[i] === backslash) i += 1;
        appendByte(plain, source[i] ?? 0);
      }
    }
    if (mask(plain.bytes, 0, plain.length, masked)) appendElement(out, masked.bytes, 0, masked.length, delimiter);
    else appendString(out, 'NULL');
  };
  return (source, start, end, out) => {
    let at = start;
    if (source[at] === bracket) {
      const equals = indexOfByte(source, 0x3d, at, end);
      if (equals < 0 || !/^(\[[-\d]+:[-\d]+\])+$/.test(source.toString('latin1', at, equals))) return false;
      append(out, source, at, equals + 1);
      at = equals + 1;
    }
    let depth = 0;
    // A value or `{` may follow `{` and the delimiter; the delimiter or `}` may follow a value and `}`.
    let wantsValue = true;
    while (at < end) {
      const byte = source[at] ?? 0;
      if (byte === open && wantsValue) depth += 1;
      else if (byte === close && depth > 0 && (!wantsValue || source[at - 1] === open)) {
        depth -= 1;
        wantsValue = false;
        if (depth === 0 && at !== end - 1) return false;
      } else if (byte === delimiter && !wantsValue && depth > 0) wantsValue = true;
      else {
        const stop = depth > 0 && wantsValue ? elementEnd(source, at, end, delimiter) : -1;
        if (stop < 0) return false;
        element(source, at, stop, out);
        at = stop;
        wantsValue = false;
        continue;
      }
      appendByte(out, byte);
      at += 1;
    }
    return depth === 0 && !wantsValue;
  };
};
