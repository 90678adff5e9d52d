/** hstore (contrib): in text `"a"=>"b", "c"=>NULL`, in binary a count and then key and value, each with its length. */
import { append, appendByte, appendInt32, appendString, byteSink } from '../bytes.ts';
import type { ByteSink, CellMask } from '../types.ts';

/** The mask of a key's value; undefined passes. */
export type ChooseMask = (key: string) => CellMask | undefined;

const quote = 0x22;
const backslash = 0x5c;

/** Behind the closing quote of the text that starts there, or -1. */
const quotedEnd = (source: Buffer, at: number, end: number): number => {
  if (source[at] !== quote) return -1;
  for (let i = at + 1; i < end; i += 1) {
    if (source[i] === backslash) i += 1;
    else if (source[i] === quote) return i + 1;
  }
  return -1;
};

const appendQuoted = (out: ByteSink, source: Buffer, start: number, end: number): void => {
  appendByte(out, quote);
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    if (byte === quote || byte === backslash) appendByte(out, backslash);
    appendByte(out, byte);
  }
  appendByte(out, quote);
};

const startsWith = (source: Buffer, at: number, end: number, text: string): boolean =>
  source.toString('latin1', at, Math.min(end, at + text.length)) === text;

/** Returns false, with part of the value appended, on anything but an hstore. */
export const maskHstoreText = (choose: ChooseMask): CellMask => {
  const plain = byteSink(64);
  const masked = byteSink(64);
  const unquote = (source: Buffer, start: number, end: number): void => {
    plain.reset();
    for (let i = start + 1; i < end - 1; i += 1) {
      if (source[i] === backslash) i += 1;
      appendByte(plain, source[i] ?? 0);
    }
  };
  /** Behind the value, or -1. */
  const value = (source: Buffer, at: number, end: number, mask: CellMask | undefined, out: ByteSink): number => {
    const isNull = startsWith(source, at, end, 'NULL');
    const stop = isNull ? at + 4 : quotedEnd(source, at, end);
    if (stop < 0 || isNull || mask === undefined) {
      if (stop > 0) append(out, source, at, stop);
      return stop;
    }
    unquote(source, at, stop);
    masked.reset();
    if (mask(plain.bytes, 0, plain.length, masked)) appendQuoted(out, masked.bytes, 0, masked.length);
    else appendString(out, 'NULL');
    return stop;
  };
  return (source, start, end, out) => {
    let at = start;
    while (at < end) {
      const keyEnd = quotedEnd(source, at, end);
      if (keyEnd < 0 || !startsWith(source, keyEnd, end, '=>')) return false;
      append(out, source, at, keyEnd + 2);
      unquote(source, at, keyEnd);
      at = value(source, keyEnd + 2, end, choose(plain.bytes.toString('utf8', 0, plain.length)), out);
      if (at < 0) return false;
      if (at === end) return true;
      if (!startsWith(source, at, end, ', ') || at + 2 >= end) return false;
      append(out, source, at, at + 2);
      at += 2;
    }
    return true;
  };
};

/** Returns false, with part of the value appended, on anything but an hstore. */
export const maskHstoreBinary =
  (choose: ChooseMask): CellMask =>
  (source, start, end, out) => {
    if (end - start < 4) return false;
    const count = source.readInt32BE(start);
    append(out, source, start, start + 4);
    let at = start + 4;
    for (let i = 0; i < count; i += 1) {
      if (end - at < 8) return false;
      const key = at + 4;
      const keyEnd = key + source.readInt32BE(at);
      if (keyEnd < key || keyEnd + 4 > end) return false;
      const length = source.readInt32BE(keyEnd);
      const stop = keyEnd + 4 + Math.max(0, length);
      if (length < -1 || stop > end) return false;
      const mask = length < 0 ? undefined : choose(source.toString('utf8', key, keyEnd));
      append(out, source, at, mask === undefined ? stop : keyEnd);
      if (mask !== undefined) {
        const lengthAt = out.length;
        appendInt32(out, -1);
        if (mask(source, keyEnd + 4, stop, out)) out.bytes.writeInt32BE(out.length - lengthAt - 4, lengthAt);
      }
      at = stop;
    }
    return count >= 0 && at === end;
  };
