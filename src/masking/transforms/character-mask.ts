/** Masking of text character by character, over UTF-8 bytes and without a string. */
import * as z from 'zod/mini';
import { oids } from '../codec/scalars.ts';
import type { ByteSink, CellMask } from '../types.ts';
import type { CompileRequest } from './define.ts';
import type { Recogniser } from './recogniser.ts';

/** One printable ASCII character, so that a masked value never has more bytes than the value. */
export const maskCharacter = z._default(z.string().check(z.regex(/^[!-~]$/, 'must be one printable ASCII character')), '*');

export interface CharacterMask {
  /** Characters to keep at either end; separators are not counted where they are kept. */
  readonly first: number;
  readonly last: number;
  /** The code of the mask character. */
  readonly character: number;
  readonly keepSeparators: boolean;
}

const space = 0x20;

/** ASCII that is neither letter, digit nor control character. */
const isSeparator = (byte: number): boolean =>
  byte >= space && byte < 0x7f && !((byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a));

/** The bytes of a UTF-8 character after its first. */
const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** How many continuation bytes a first byte announces; a database without an encoding may hold any bytes. */
const announced = (byte: number): number => {
  if (byte < 0xc0) return 0;
  if (byte < 0xe0) return 1;
  return byte < 0xf0 ? 2 : 3;
};

/** Whether source[start, end) is ASCII: then every byte is a character. */
const isPlain = (source: Buffer, start: number, end: number): boolean => {
  let bits = 0;
  for (let i = start; i < end; i += 1) bits |= source[i] ?? 0;
  return bits < 0x80;
};

/** The mask of source[start, end), all ASCII, none of it a separator to keep; then spaces up to `filled`. */
const maskPlain = (mask: CharacterMask, source: Buffer, start: number, end: number, filled: number, out: ByteSink): void => {
  const count = end - start;
  const shows = (mask.first + mask.last) * 2 <= count;
  const head = start + (shows ? mask.first : 0);
  const tail = end - (shows ? mask.last : 0);
  out.reserve(filled - start);
  const { bytes } = out;
  const shift = out.length - start;
  for (let i = start; i < head; i += 1) bytes[shift + i] = source[i] ?? 0;
  for (let i = head; i < tail; i += 1) bytes[shift + i] = mask.character;
  for (let i = tail; i < end; i += 1) bytes[shift + i] = source[i] ?? 0;
  for (let i = end; i < filled; i += 1) bytes[shift + i] = space;
  out.length = shift + filled;
};

/** A "char" is a byte that newer servers print as `\303`: it is redacted, so that both formats agree. */
export const compileCharacterMask = (mask: CharacterMask, request: CompileRequest): CellMask => {
  if (request.type.oid === oids.char) return request.redact;
  const { character, keepSeparators } = mask;
  return (source, start, end, out) => {
    // Trailing spaces stay: they fill char(n) up and mean nothing.
    let last = end;
    while (last > start && source[last - 1] === space) last -= 1;
    if (!keepSeparators && isPlain(source, start, last)) {
      maskPlain(mask, source, start, last, end, out);
      return true;
    }
    let countable = 0;
    for (let i = start; i < last; i += 1) {
      const byte = source[i] ?? 0;
      if (!isContinuation(byte) && !(keepSeparators && isSeparator(byte))) countable += 1;
    }
    const shows = (mask.first + mask.last) * 2 <= countable;
    const first = shows ? mask.first : 0;
    const tail = shows ? countable - mask.last : countable;
    out.reserve(end - start);
    const { bytes } = out;
    let at = out.length;
    let index = 0;
    // Continuation bytes that belong to a kept character.
    let kept = 0;
    for (let i = start; i < last; i += 1) {
      const byte = source[i] ?? 0;
      if (isContinuation(byte)) {
        if (kept > 0) bytes[at++] = byte;
        kept -= 1;
      } else if (keepSeparators && isSeparator(byte)) {
        bytes[at++] = byte;
        kept = 0;
      } else {
        const keeping = index < first || index >= tail;
        index += 1;
        bytes[at++] = keeping ? byte : character;
        kept = keeping ? announced(byte) : 0;
      }
    }
    for (let i = last; i < end; i += 1) bytes[at++] = space;
    out.length = at;
    return true;
  };
};

/** A mask character that the value itself holds may be taken for a masked one, or for a value that is not masked. */
export const recogniseCharacters = ({ first, last, character, keepSeparators }: CharacterMask): Recogniser => {
  const mark = String.fromCodePoint(character);
  const counts = (one: string): boolean => one === mark || !(keepSeparators && isSeparator(one.codePointAt(0) ?? 0));
  return (text) => {
    const countable = Array.from(text.replace(/ +$/, '')).filter(counts);
    const shows = (first + last) * 2 <= countable.length;
    const hidden = shows ? countable.slice(first, countable.length - last) : countable;
    return hidden.length > 0 && hidden.every((one) => one === mark);
  };
};
