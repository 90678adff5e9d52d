import { isUtf8 } from 'node:buffer';
import { malformed } from './malformed.ts';

/** Where a decoder stands in a message's body. `what` in the functions below names the part that is read, for the error. */
export interface Cursor {
  readonly message: string;
  readonly bytes: Buffer;
  at: number;
  /** Text must be valid UTF-8: two texts that differ for the server must not look alike here. */
  readonly strict: boolean;
}

const advance = (cursor: Cursor, n: number, what: string): number => {
  const { at } = cursor;
  if (n > cursor.bytes.length - at) throw malformed(cursor.message, `it ends within its ${what}`);
  cursor.at = at + n;
  return at;
};

export const readByte = (cursor: Cursor, what: string): number => cursor.bytes.readUInt8(advance(cursor, 1, what));
export const readInt16 = (cursor: Cursor, what: string): number => cursor.bytes.readInt16BE(advance(cursor, 2, what));
export const readUint16 = (cursor: Cursor, what: string): number => cursor.bytes.readUInt16BE(advance(cursor, 2, what));
export const readInt32 = (cursor: Cursor, what: string): number => cursor.bytes.readInt32BE(advance(cursor, 4, what));
export const readOid = (cursor: Cursor, what: string): number => cursor.bytes.readUInt32BE(advance(cursor, 4, what));

/** A view of the next n bytes. */
export const readBytes = (cursor: Cursor, n: number, what: string): Buffer => {
  const at = advance(cursor, n, what);
  return cursor.bytes.subarray(at, at + n);
};

/** A view of all that is left. */
export const readRest = (cursor: Cursor): Buffer => readBytes(cursor, cursor.bytes.length - cursor.at, 'data');

/** For what outlives the chunk that it came in. */
export const copyOf = (view: Buffer): Buffer => Buffer.from(view);

/** String: bytes up to a NUL. */
export const readText = (cursor: Cursor, what: string): string => {
  const { bytes, at } = cursor;
  if (bytes[at] === 0) {
    cursor.at = at + 1;
    return '';
  }
  const end = bytes.indexOf(0, at);
  if (end < 0) throw malformed(cursor.message, `its ${what} has no end`);
  cursor.at = end + 1;
  const text = bytes.toString('utf8', at, end);
  if (cursor.strict && text.includes('\uFFFD') && !isUtf8(bytes.subarray(at, end))) {
    throw malformed(cursor.message, `its ${what} is not UTF-8`);
  }
  return text;
};

/** A value behind its Int32 length, or null for the length -1. A view. */
export const readValue = (cursor: Cursor, what: string): Buffer | null => {
  const length = readInt32(cursor, `${what} length`);
  if (length === -1) return null;
  if (length < 0) throw malformed(cursor.message, `its ${what} has the length ${String(length)}`);
  return readBytes(cursor, length, what);
};

/** Items behind their Int16 count, which the protocol's implementations take as unsigned. */
export const readList = <T>(cursor: Cursor, what: string, item: (cursor: Cursor, what: string) => T): T[] => {
  const count = readUint16(cursor, `number of ${what}s`);
  const items: T[] = [];
  for (let i = 0; i < count; i += 1) items.push(item(cursor, what));
  return items;
};

/** A format code: 0 text, 1 binary. */
export type Format = 0 | 1;

const formatOf = (cursor: Cursor, code: number, what: string): Format => {
  if (code !== 0 && code !== 1) throw malformed(cursor.message, `its ${what} is ${String(code)}`);
  return code;
};

export const readFormat = (cursor: Cursor, what: string): Format => formatOf(cursor, readInt16(cursor, what), what);
/** CopyInResponse and its kin have the overall format in one byte. */
export const readFormatByte = (cursor: Cursor, what: string): Format => formatOf(cursor, readByte(cursor, what), what);
