/** Fake values that hardly any real value looks like, by the words that they are put together from. */
import type { Words } from './words.ts';

const one = (words: readonly string[]): string => `(?:${words.map((word) => word.replaceAll(/[.&]/g, '[$&]')).join('|')})`;

const familyName = ({ heads, tails }: Words): string => `${one(heads)}${one(tails)}`;

const whole = (parts: string): RegExp => new RegExp(`^${parts}$`);

/** Two first names and a family name: with fewer parts real names look the same. */
export const fullNames = (words: Words): RegExp => whole(`${one(words.first)} ${one(words.first)} ${familyName(words)}`);

export const companies = (words: Words): RegExp => whole(`${familyName(words)} ${familyName(words)} ${one(words.forms)}`);

/** Digits in the places of the numbers, and marks that no address has in those of the words. */
const form = { number: '\u0001', street: '\u0002', kind: '\u0003', place: '\u0004', code: '\u0005' };

export const addresses = (words: Words): RegExp =>
  whole(
    words
      .address(form)
      .replace(form.number, String.raw`\d{1,3}`)
      .replace(form.street, familyName(words))
      .replace(form.kind, one(words.streets))
      .replace(form.place, familyName(words))
      .replace(form.code, String.raw`\d{5}`),
  );
