import { electronicFormatIBAN, getCountrySpecifications, isValidIBAN } from 'ibantools';
import { allSame, luhn } from './check-digits.ts';
import { matchDetector, matchesIn } from './match.ts';
import type { Detector, Found } from './types.ts';

interface CardRange {
  /** First digits, from and to, of equal length. */
  readonly from: string;
  readonly to: string;
  readonly lengths: readonly number[];
}

/** Issuer identification numbers (ISO/IEC 7812) of the schemes, with the lengths that they issue. */
const ranges: readonly CardRange[] = [
  { from: '4', to: '4', lengths: [13, 16, 19] },
  { from: '51', to: '55', lengths: [16] },
  { from: '2221', to: '2720', lengths: [16] },
  { from: '34', to: '34', lengths: [15] },
  { from: '37', to: '37', lengths: [15] },
  { from: '300', to: '305', lengths: [14] },
  { from: '36', to: '36', lengths: [14] },
  { from: '38', to: '39', lengths: [14, 16] },
  { from: '3528', to: '3589', lengths: [16] },
  { from: '6011', to: '6011', lengths: [16, 19] },
  { from: '644', to: '659', lengths: [16, 19] },
  { from: '60', to: '60', lengths: [16] },
  { from: '62', to: '62', lengths: [16, 17, 18, 19] },
  { from: '81', to: '82', lengths: [16] },
  { from: '50', to: '50', lengths: [16, 18, 19] },
  { from: '56', to: '58', lengths: [16, 18, 19] },
  { from: '6304', to: '6304', lengths: [16, 18, 19] },
  { from: '6759', to: '6763', lengths: [16, 18, 19] },
  { from: '2200', to: '2204', lengths: [16] },
];

const issued = (digits: string): boolean =>
  ranges.some(({ from, to, lengths }) => {
    const first = digits.slice(0, from.length);
    return first >= from && first <= to && lengths.includes(digits.length);
  });

export const card = matchDetector({
  id: 'card',
  class: 'financial',
  summary: 'Payment cards: an issued range, its length, and the Luhn digit; groups of digits by spaces or hyphens.',
  pattern: /(?<![\p{L}\p{N}_.])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}_])/gu,
  mayHold: (profile) => profile.digits >= 13,
  judge: ({ match, before, alone }) => {
    const digits = match.replaceAll(/\D/gu, '');
    if (!issued(digits) || !luhn(digits) || allSame(digits)) return undefined;
    const grouped = /^\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}$|^\d{4}([ -])\d{6}\2\d{4,5}$/u.test(match);
    if (grouped || /card|visa|master|amex|\bcc\b|karte|carte|tarjeta|cart[aã]o|carta|pan\b/iu.test(before)) return 'certain';
    if (digits.length < match.length) return undefined;
    return alone ? 'likely' : 'hint';
  },
});

const lengths: ReadonlyMap<string, number> = new Map(
  Object.entries(getCountrySpecifications()).flatMap(([country, { chars, IBANRegistry }]) =>
    IBANRegistry && chars !== null ? [[country, chars] as const] : [],
  ),
);

const ibanHead = /(?<![\p{L}\p{N}_])[A-Za-z]{2}\d{2}(?=[ -]?[A-Za-z0-9])/gu;

/** Where `count` letters and digits from `start` on end, with at most one space or hyphen between. */
const endAfter = (text: string, start: number, count: number): number | undefined => {
  let at = start;
  for (let taken = 0; taken < count; taken += 1) {
    if (taken > 0 && (text[at] === ' ' || text[at] === '-')) at += 1;
    if (!/[A-Za-z0-9]/u.test(text[at] ?? '')) return undefined;
    at += 1;
  }
  return /[\p{L}\p{N}_]/u.test(text[at] ?? '') ? undefined : at;
};

export const iban: Detector = {
  id: 'iban',
  class: 'financial',
  summary: 'IBANs of the registry (ISO 13616): country, length, account check digits where known, modulo 97.',
  mayHold: (profile) => profile.digits >= 8 && profile.length >= 15,
  patterns: [ibanHead],
  find: (text) => {
    const found: Found[] = [];
    for (const { 0: head, index } of matchesIn(text, ibanHead)) {
      const length = lengths.get(head.slice(0, 2).toUpperCase());
      const end = length === undefined ? undefined : endAfter(text, index, length);
      if (end === undefined || index < (found.at(-1)?.end ?? 0)) continue;
      const electronic = electronicFormatIBAN(text.slice(index, end));
      if (electronic !== null && isValidIBAN(electronic)) found.push({ start: index, end, certainty: 'certain' });
    }
    return found;
  },
};
