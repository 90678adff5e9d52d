/** Masks values at known places inside a JSON text; all other bytes are copied as they are. */
import { append, appendString, type Scratch } from '../bytes.ts';
import type { ByteSink, CellMask } from '../types.ts';
import { appendJsonString, json, kindAt, skipSpace, stringEnd, stringValue, valueEnd } from './json-cursor.ts';

/**
 * Appends the masked form of the value at source[at] and returns the position behind it, or -1 where the value has
 * not the expected shape (part of it may be appended then).
 */
export type JsonMask = (source: Buffer, at: number, end: number, out: ByteSink) => number;

export const passJson: JsonMask = (source, at, end, out) => {
  const stop = valueEnd(source, at, end);
  if (stop >= 0) append(out, source, at, stop);
  return stop;
};

/** The masks of one treatment for each kind of JSON scalar; containers become empty, or null where `nullify`. */
export interface LeafMasks {
  readonly text: CellMask;
  readonly number: CellMask;
  readonly nullify: boolean;
}

const emptied = { object: '{}', array: '[]', boolean: 'false' } as const;

/** Masks a value of any kind. JSON null stays null; the kind of the value stays unless it is made null. */
export const leafMask =
  (masks: LeafMasks, masked: Scratch): JsonMask =>
  (source, at, end, out) => {
    const stop = valueEnd(source, at, end);
    const kind = kindAt(source, at);
    if (stop < 0 || kind === undefined) return -1;
    if (kind === 'null' || masks.nullify) appendString(out, 'null');
    else if (kind === 'string') {
      const value = stringValue(source, at, stop);
      if (value === undefined) return -1;
      masked.reset();
      if (masks.text(value, 0, value.length, masked)) appendJsonString(out, masked.bytes, 0, masked.length);
      else appendString(out, 'null');
    } else if (kind === 'number') {
      if (!masks.number(source, at, stop, out)) appendString(out, 'null');
    } else appendString(out, emptied[kind]);
    return stop;
  };

/** Copies the space and the one byte expected at the position behind it; -1 if another is there. */
const expectByte = (source: Buffer, at: number, end: number, byte: number, out: ByteSink): number => {
  const found = skipSpace(source, at, end);
  if (found >= end || source[found] !== byte) return -1;
  append(out, source, at, found + 1);
  return found + 1;
};

/** Walks the comma-separated entries between two brackets; `entry` is told the index and copies one entry. */
const walk = (
  source: Buffer,
  at: number,
  end: number,
  out: ByteSink,
  close: number,
  entry: (at: number, index: number) => number,
): number => {
  append(out, source, at, at + 1);
  let position = at + 1;
  const first = skipSpace(source, position, end);
  if (source[first] === close) {
    append(out, source, position, first + 1);
    return first + 1;
  }
  for (let index = 0; ; index += 1) {
    const start = skipSpace(source, position, end);
    append(out, source, position, start);
    position = entry(start, index);
    if (position < 0 || position >= end) return -1;
    const next = skipSpace(source, position, end);
    const byte = source[next];
    if (next >= end || (byte !== json.comma && byte !== close)) return -1;
    append(out, source, position, next + 1);
    position = next + 1;
    if (byte === close) return position;
  }
};

/** Items by position; every item has a mask, and there are exactly as many. */
export const arrayMask =
  (items: readonly JsonMask[]): JsonMask =>
  (source, at, end, out) => {
    if (source[at] !== json.openArray) return -1;
    let count = 0;
    const stop = walk(source, at, end, out, json.closeArray, (position, index) => {
      count += 1;
      return items[index]?.(source, position, end, out) ?? -1;
    });
    return count === items.length ? stop : -1;
  };

/** The same mask for each item of an array, however many. JSON null stands for an array that is not there. */
export const eachMask =
  (item: JsonMask): JsonMask =>
  (source, at, end, out) => {
    if (kindAt(source, at) === 'null') return passJson(source, at, end, out);
    if (source[at] !== json.openArray) return -1;
    return walk(source, at, end, out, json.closeArray, (position) => item(source, position, end, out));
  };

export interface JsonMember {
  /** The name as the server writes it, quotes and escapes included. */
  readonly name: Buffer;
  readonly mask: JsonMask;
}

export const memberName = (name: string): Buffer => Buffer.from(JSON.stringify(name));

const member = (source: Buffer, nameEnd: number, end: number, mask: JsonMask, out: ByteSink): number => {
  const colon = expectByte(source, nameEnd, end, json.colon, out);
  if (colon < 0) return -1;
  const value = skipSpace(source, colon, end);
  append(out, source, colon, value);
  return mask(source, value, end, out);
};

/** json: members stand where they were written, so that name and place both have to fit. */
export const orderedObjectMask =
  (members: readonly JsonMember[]): JsonMask =>
  (source, at, end, out) => {
    if (source[at] !== json.openObject) return -1;
    let count = 0;
    const stop = walk(source, at, end, out, json.closeObject, (position, index) => {
      const expected = members[index];
      const nameEnd = stringEnd(source, position, end);
      if (expected === undefined || nameEnd < 0) return -1;
      if (expected.name.compare(source, position, nameEnd) !== 0) return -1;
      count += 1;
      append(out, source, position, nameEnd);
      return member(source, nameEnd, end, expected.mask, out);
    });
    return count === members.length ? stop : -1;
  };

/** A mask for each member by its name, however many members there are and how often a name comes. */
export const chosenObjectMask =
  (choose: (name: string) => JsonMask): JsonMask =>
  (source, at, end, out) => {
    if (source[at] !== json.openObject) return -1;
    return walk(source, at, end, out, json.closeObject, (position) => {
      const nameEnd = stringEnd(source, position, end);
      const name = nameEnd < 0 ? undefined : stringValue(source, position, nameEnd);
      if (name === undefined) return -1;
      append(out, source, position, nameEnd);
      return member(source, nameEnd, end, choose(name.toString('utf8')), out);
    });
  };

/** jsonb: members are sorted by the server and the last of a name wins, so that the name alone decides. */
export const namedObjectMask =
  (members: ReadonlyMap<string, JsonMask>): JsonMask =>
  (source, at, end, out) => {
    if (source[at] !== json.openObject) return -1;
    let count = 0;
    const stop = walk(source, at, end, out, json.closeObject, (position) => {
      const nameEnd = stringEnd(source, position, end);
      const name = nameEnd < 0 ? undefined : stringValue(source, position, nameEnd);
      const mask = name === undefined ? undefined : members.get(name.toString('utf8'));
      if (mask === undefined) return -1;
      count += 1;
      append(out, source, position, nameEnd);
      return member(source, nameEnd, end, mask, out);
    });
    return count === members.size ? stop : -1;
  };
