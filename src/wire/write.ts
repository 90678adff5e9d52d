import { unencodable } from './malformed.ts';

/** A message in the making; `bytes` grows. */
export interface Draft {
  readonly message: string;
  bytes: Buffer;
  length: number;
}

const room = (draft: Draft, n: number): number => {
  const { length } = draft;
  const needed = length + n;
  if (needed > draft.bytes.length) {
    const grown = Buffer.allocUnsafe(Math.max(needed, draft.bytes.length * 2));
    draft.bytes.copy(grown, 0, 0, length);
    draft.bytes = grown;
  }
  draft.length = needed;
  return length;
};

const checked = (draft: Draft, value: number, low: number, high: number): number => {
  if (!Number.isInteger(value) || value < low || value > high) {
    throw unencodable(draft.message, `a number is outside ${String(low)} to ${String(high)}`);
  }
  return value;
};

export const writeByte = (draft: Draft, value: number): void => {
  checked(draft, value, 0, 0xff);
  const start = room(draft, 1);
  draft.bytes.writeUInt8(value, start);
};
export const writeInt16 = (draft: Draft, value: number): void => {
  checked(draft, value, -0x8000, 0x7fff);
  const start = room(draft, 2);
  draft.bytes.writeInt16BE(value, start);
};
export const writeUint16 = (draft: Draft, value: number): void => {
  checked(draft, value, 0, 0xffff);
  const start = room(draft, 2);
  draft.bytes.writeUInt16BE(value, start);
};
export const writeInt32 = (draft: Draft, value: number): void => {
  checked(draft, value, -0x8000_0000, 0x7fff_ffff);
  const start = room(draft, 4);
  draft.bytes.writeInt32BE(value, start);
};
export const writeOid = (draft: Draft, value: number): void => {
  checked(draft, value, 0, 0xffff_ffff);
  const start = room(draft, 4);
  draft.bytes.writeUInt32BE(value, start);
};

export const writeBytes = (draft: Draft, value: Buffer): void => {
  const start = room(draft, value.length);
  value.copy(draft.bytes, start);
};

/** String: UTF-8 and a NUL. A NUL inside would end it early and make the rest another part of the message. */
export const writeText = (draft: Draft, value: string): void => {
  if (value.includes('\0')) throw unencodable(draft.message, 'a text has a NUL in it');
  const size = Buffer.byteLength(value);
  const start = room(draft, size + 1);
  draft.bytes.write(value, start, 'utf8');
  draft.bytes[start + size] = 0;
};

/** A value behind its Int32 length; null is the length -1. */
export const writeValue = (draft: Draft, value: Buffer | null): void => {
  writeInt32(draft, value === null ? -1 : value.length);
  if (value !== null) writeBytes(draft, value);
};

/** Items behind their Int16 count. */
export const writeList = <T>(draft: Draft, items: readonly T[], item: (draft: Draft, value: T) => void): void => {
  writeUint16(draft, items.length);
  for (const value of items) item(draft, value);
};
