/** Fake values put together from word lists, chosen by the digits of a digest. */
import type { Words } from './words.ts';

/** Takes up to eight numbers from a digest, four bytes each; equal digests give equal choices. */
export interface Chooser {
  below(count: number): number;
  of(list: readonly string[]): string;
}

export const chooser = (digest: Buffer): Chooser => {
  let at = 0;
  const below = (count: number): number => {
    const chosen = digest.readUInt32BE(at) % count;
    at += 4;
    return chosen;
  };
  return { below, of: (list) => list[below(list.length)] ?? '' };
};

const familyName = (words: Words, choose: Chooser): string => `${choose.of(words.heads)}${choose.of(words.tails)}`;

/** Three parts where there is room for them, else two, else the family name. */
const fullName = (words: Words, choose: Chooser, room: number): string => {
  const parts = [choose.of(words.first), choose.of(words.first), familyName(words, choose)];
  const [first = '', , last = ''] = parts;
  return [parts.join(' '), `${first} ${last}`].find((name) => name.length <= room) ?? last;
};

export type NamePart = 'full' | 'first' | 'last';

export const fakeName = (words: Words, choose: Chooser, part: NamePart, room: number): string => {
  if (part === 'first') return choose.of(words.first);
  return part === 'last' ? familyName(words, choose) : fullName(words, choose, room);
};

export const fakeAddress = (words: Words, choose: Chooser): string =>
  words.address({
    number: String(1 + choose.below(299)),
    street: familyName(words, choose),
    kind: choose.of(words.streets),
    place: familyName(words, choose),
    code: String(10_000 + choose.below(90_000)),
  });

export const fakeCompany = (words: Words, choose: Chooser): string =>
  `${familyName(words, choose)} ${familyName(words, choose)} ${choose.of(words.forms)}`;
