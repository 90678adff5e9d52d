/** The text form of a composite value (record_out): `(a,"b c",)`. */
import { append, appendByte, type Scratch } from '../bytes.ts';
import type { ByteSink, CellMask } from '../types.ts';

const quote = 0x22;
const backslash = 0x5c;
const open = 0x28;
const close = 0x29;
const comma = 0x2c;

/** isspace() of the C locale. */
export const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

const needsQuotes = (source: Buffer, start: number, end: number): boolean => {
  if (start === end) return true;
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    if (byte === quote || byte === backslash || byte === open || byte === close || byte === comma || isSpace(byte)) return true;
  }
  return false;
};

/** Appends one field's value, quoted where record_out quotes. */
export const appendRecordField = (out: ByteSink, source: Buffer, start: number, end: number): void => {
  if (!needsQuotes(source, start, end)) {
    append(out, source, start, end);
    return;
  }
  appendByte(out, quote);
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    if (byte === quote || byte === backslash) appendByte(out, byte);
    appendByte(out, byte);
  }
  appendByte(out, quote);
};

/** The end of the field that starts there (its `,` or `)`), or -1 where it is not one that record_out writes. */
const fieldEnd = (source: Buffer, start: number, end: number): number => {
  let i = start;
  if (source[i] !== quote) {
    for (; i < end; i += 1) {
      const byte = source[i];
      if (byte === comma || byte === close) return i;
      if (byte === quote || byte === backslash || byte === open) return -1;
    }
    return -1;
  }
  for (i += 1; i < end; i += 1) {
    const byte = source[i];
    if (byte === backslash) i += 1;
    else if (byte === quote) {
      if (source[i + 1] === quote) i += 1;
      else return source[i + 1] === comma || source[i + 1] === close ? i + 1 : -1;
    }
  }
  return -1;
};

/** Appends the value of a quoted field; start and end are those of its quotes. */
const unquote = (source: Buffer, start: number, end: number, out: ByteSink): void => {
  for (let i = start + 1; i < end - 1; i += 1) {
    const byte = source[i] ?? 0;
    if (byte === backslash || byte === quote) i += 1;
    appendByte(out, source[i] ?? 0);
  }
};

/**
 * Masks the fields that have a mask and copies the others as they are. Returns false, with part of the value
 * appended, where the bytes are not a record of as many fields.
 */
export const maskRecordText =
  (fields: readonly (CellMask | undefined)[], plain: Scratch, masked: Scratch): CellMask =>
  (source, start, end, out) => {
    if (end - start < 2 || source[start] !== open || source[end - 1] !== close) return false;
    appendByte(out, open);
    let at = start + 1;
    for (let index = 0; index < fields.length; index += 1) {
      const stop = fieldEnd(source, at, end);
      if (stop < 0 || stop >= end || (source[stop] === close) !== (index === fields.length - 1)) return false;
      const mask = fields[index];
      if (mask === undefined) append(out, source, at, stop);
      else if (stop > at) {
        plain.reset();
        masked.reset();
        if (source[at] === quote) unquote(source, at, stop, plain);
        else append(plain, source, at, stop);
        if (mask(plain.bytes, 0, plain.length, masked)) appendRecordField(out, masked.bytes, 0, masked.length);
      }
      appendByte(out, source[stop] ?? 0);
      at = stop + 1;
    }
    return at === end;
  };
