/** Where JSON values start and end, over bytes. The server sends valid JSON; anything else makes the caller redact. */
import { append, appendByte, appendString, indexOfByte } from '../bytes.ts';
import type { ByteSink } from '../types.ts';

export const json = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openArray: 0x5b,
  closeArray: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
  backslash: 0x5c,
} as const;

export type JsonKind = 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array';

const isJsonSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

export const skipSpace = (source: Buffer, at: number, end: number): number => {
  let i = at;
  while (i < end && isJsonSpace(source[i])) i += 1;
  return i;
};

/** Behind the closing quote of the string that starts there, or -1. */
export const stringEnd = (source: Buffer, at: number, end: number): number => {
  if (source[at] !== json.quote) return -1;
  for (let i = at + 1; i < end; i += 1) {
    const byte = source[i];
    if (byte === json.backslash) i += 1;
    else if (byte === json.quote) return i + 1;
  }
  return -1;
};

export const kindAt = (source: Buffer, at: number): JsonKind | undefined => {
  const byte = source[at] ?? 0;
  if (byte === json.quote) return 'string';
  if (byte === json.openObject) return 'object';
  if (byte === json.openArray) return 'array';
  if (byte === 0x6e) return 'null';
  if (byte === 0x74 || byte === 0x66) return 'boolean';
  return byte === 0x2d || (byte >= 0x30 && byte <= 0x39) ? 'number' : undefined;
};

/** Behind the number or literal that starts there. */
const plainEnd = (source: Buffer, at: number, end: number): number => {
  let i = at;
  while (i < end) {
    const byte = source[i];
    if (byte === json.comma || byte === json.closeArray || byte === json.closeObject || isJsonSpace(byte)) break;
    i += 1;
  }
  return /^(?:null|true|false|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)$/.test(source.toString('latin1', at, i)) ? i : -1;
};

/** Containers within containers deeper than this make the caller redact; max_stack_depth of a server ends sooner or not much later. */
const maxDepth = 10_000;

/** Which of the open containers are objects. */
const isObjectAt = new Uint8Array(maxDepth + 1);

/** Behind the name and the colon of the member that starts there, where its value starts; or -1. */
const memberValue = (source: Buffer, at: number, end: number): number => {
  const nameEnd = stringEnd(source, at, end);
  const colon = nameEnd < 0 ? -1 : skipSpace(source, nameEnd, end);
  return colon < 0 || colon >= end || source[colon] !== json.colon ? -1 : skipSpace(source, colon + 1, end);
};

/** Behind the scalar that starts there, or -1. */
const scalarEnd = (source: Buffer, at: number, end: number): number =>
  source[at] === json.quote ? stringEnd(source, at, end) : plainEnd(source, at, end);

/** Behind the value that starts there, or -1 where it is not JSON. No stack is used, however deep it is. */
export const valueEnd = (source: Buffer, start: number, end: number): number => {
  let depth = 0;
  let at = start;
  for (;;) {
    // A value starts here.
    if (at >= end) return -1;
    const byte = source[at];
    if (byte === json.openObject || byte === json.openArray) {
      if (depth === maxDepth) return -1;
      depth += 1;
      const isObject = byte === json.openObject;
      isObjectAt[depth] = isObject ? 1 : 0;
      at = skipSpace(source, at + 1, end);
      if (at < end && source[at] !== (isObject ? json.closeObject : json.closeArray)) {
        if (isObject) at = memberValue(source, at, end);
        if (at < 0) return -1;
        continue;
      }
    } else {
      at = scalarEnd(source, at, end);
      if (at < 0 || depth === 0) return at;
      at = skipSpace(source, at, end);
    }
    // Behind a value: its container goes on or ends.
    while (depth > 0 && at < end && source[at] === (isObjectAt[depth] === 1 ? json.closeObject : json.closeArray)) {
      depth -= 1;
      at += 1;
      if (depth === 0) return at;
      at = skipSpace(source, at, end);
    }
    if (at >= end || source[at] !== json.comma) return -1;
    at = skipSpace(source, at + 1, end);
    if (isObjectAt[depth] === 1) at = memberValue(source, at, end);
    if (at < 0) return -1;
  }
};

/** The value of the string between the quotes at start and end - 1; undefined where an escape is not JSON's. */
export const stringValue = (source: Buffer, start: number, end: number): Buffer | undefined => {
  if (indexOfByte(source, json.backslash, start, end) < 0) return source.subarray(start + 1, end - 1);
  try {
    return Buffer.from(String(JSON.parse(source.toString('utf8', start, end))));
  } catch {
    return undefined;
  }
};

/** Appends bytes as a JSON string, escaped as the server's escape_json does. */
export const appendJsonString = (out: ByteSink, source: Buffer, start: number, end: number): void => {
  appendByte(out, json.quote);
  let from = start;
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    if (byte >= 0x20 && byte !== json.quote && byte !== json.backslash) continue;
    append(out, source, from, i);
    appendString(out, JSON.stringify(String.fromCharCode(byte)).slice(1, -1));
    from = i + 1;
  }
  append(out, source, from, end);
  appendByte(out, json.quote);
};
