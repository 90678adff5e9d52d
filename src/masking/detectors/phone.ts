import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { matchDetector } from './match.ts';

/** Numbers behind a trunk 0 are tried with these, by how many digits they have with the 0. */
const trunkLengths: readonly (readonly [CountryCode, number, number])[] = [
  ['GB', 10, 11],
  ['DE', 7, 13],
  ['FR', 10, 10],
  ['NL', 10, 10],
  ['BE', 9, 10],
  ['CH', 10, 10],
  ['AT', 7, 14],
  ['SE', 8, 10],
  ['AU', 10, 10],
  ['JP', 10, 11],
  ['IN', 11, 11],
  ['ZA', 10, 10],
  ['TR', 11, 11],
];

/** Countries without a trunk prefix, each in the groups that it writes (E.123 and national usage). */
const plainForms: readonly (readonly [CountryCode, RegExp])[] = [
  ['US', /^(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}$/u],
  ['US', /^1[ .-]\(?[2-9]\d{2}\)?[ .-][2-9]\d{2}[ .-]\d{4}$/u],
  ['ES', /^[6-9]\d{2} (?:\d{3} \d{3}|\d{2} \d{2} \d{2})$/u],
  ['PT', /^[29]\d{2} \d{3} \d{3}$/u],
  ['PL', /^\d{3}([ -])\d{3}\1\d{3}$/u],
  ['DK', /^\d{2} \d{2} \d{2} \d{2}$/u],
  ['NO', /^\d{3} \d{2} \d{3}$/u],
  ['IT', /^3\d{2}[ .-]\d{3}[ .-]?\d{3,4}$/u],
  ['BR', /^\(\d{2}\) ?9?\d{4}-\d{4}$/u],
];

const context =
  /(?:phone|\bph\b|\btel|mobile|\bcell|\bfax|\bcall|whatsapp|\bsms\b|handy|mobil|rufnummer|t[ée]l[ée]|m[óo]vil|celular|cellulare)[^\p{L}]{0,12}$/iu;

/** Dates, addresses of machines, amounts, Social Security numbers. */
const otherwise =
  /^\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)|^\d{1,2}[-./]\d{1,2}[-./]\d{4}|^\d{1,3}(?:\.\d{1,3}){3}$|^\d{1,3}(?:[.,]\d{3}){2,4}$|^\d{3}-\d{2}-\d{4}$/u;

/** So many numbers of one text are checked; beyond, a number is one by its shape, so that no text costs much or passes. */
const checkedMatches = 500;

const valid = (text: string, country?: CountryCode): boolean => parsePhoneNumberFromString(text, country)?.isValid() ?? false;

export const phone = matchDetector({
  id: 'phone',
  class: 'phone',
  summary:
    'Numbers that libphonenumber accepts: international ones, and national ones in the groups of their country, behind a trunk 0, or behind a word like "tel".',
  pattern: /(?<![\p{L}\p{N}_.,/#-])(?<!\d:)(?:\+ ?)?\(?\d(?:[ .\-/()]{0,2}\d){6,14}(?![\p{L}\p{N}_-])/gu,
  mayHold: (profile) => profile.digits >= 7,
  judge: ({ match, before, alone, nth }) => {
    const digits = match.replaceAll(/\D/gu, '');
    if (otherwise.test(match)) return undefined;
    const right = (number: string, country?: CountryCode): boolean => nth >= checkedMatches || valid(number, country);
    if (match.startsWith('+')) return right(match) ? 'certain' : undefined;
    if (match.startsWith('00')) return digits.length > 9 && right(`+${digits.slice(2)}`) ? 'likely' : undefined;
    const trunk =
      /^\(?0[ )\-/.]{0,2}\(?[1-9]/u.test(match) &&
      trunkLengths.some(([country, min, max]) => digits.length >= min && digits.length <= max && right(digits, country));
    const plain = plainForms.some(([country, form]) => form.test(match) && right(digits, country));
    if (context.test(before)) {
      return trunk || plain || plainForms.some(([country]) => right(digits, country)) ? 'certain' : undefined;
    }
    const grouped = digits.length < match.length;
    if (plain || (trunk && grouped)) return 'likely';
    return trunk && alone && digits.length >= 10 && digits.length <= 11 ? 'hint' : undefined;
  },
});
