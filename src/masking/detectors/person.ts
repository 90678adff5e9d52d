/** Who somebody is, in a text: names, and dates of birth where the text says so. */
import { givenNames } from './given-names.ts';
import { matchDetector, matchesIn } from './match.ts';
import type { Detector, Found } from './types.ts';

const fold = (word: string): string => word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

const capitalised = String.raw`\p{Lu}[\p{L}'’-]{1,30}`;

/** A given name of the list, and one to three more capitalised words with particles between. */
const named = new RegExp(
  String.raw`(?<![\p{L}\p{N}_'’-])(${capitalised})(?: \p{Lu}\.)?(?: (?:van|von|de|der|den|da|di|del|della|dos|la|le|bin|al|el|ten|ter|zu)){0,2}(?: ${capitalised}){1,3}(?![\p{L}\p{N}_])`,
  'gu',
);

const lastFirst = new RegExp(
  String.raw`(?<![\p{L}\p{N}_'’-])${capitalised}, (${capitalised})(?: ${capitalised})?(?![\p{L}\p{N}_])`,
  'gu',
);

const titled = new RegExp(
  String.raw`(?<=(?<![\p{L}\p{N}_])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Herrn?|Frau|Mme|Mlle|Monsieur|Madame|Sr|Sra|Señora?|Sig|Signora?|Dear|Dhr|Mevr|Pan|Pani)\.? )${capitalised}(?: \p{Lu}\.)?(?: ${capitalised}){0,2}(?![\p{L}\p{N}_])`,
  'gu',
);

/** Words that follow a greeting or a given name, and are no name. */
const common: ReadonlySet<string> = new Set(
  'mr mrs ms miss dr prof sir madam all team customer customers colleagues friends everyone user street road avenue university hospital school college inc ltd gmbh llc corp company bank airport'.split(
    ' ',
  ),
);

const isCommon = (match: string): boolean => match.split(' ').some((word) => common.has(fold(word)));

const isGiven = (word: string): boolean => word.split(/[-'’]/u).some((part) => givenNames.has(fold(part)));

export const personName: Detector = {
  id: 'person-name',
  class: 'person_name',
  summary: 'Capitalised words from a frequent given name on, "Last, First", and what follows a title; a column of given names.',
  mayHold: (profile) => profile.upper,
  patterns: [named, lastFirst, titled],
  find: (text) => {
    const trimmed = text.trim();
    const found: Found[] = [];
    const add = (start: number, match: string, certainty: Found['certainty']): void => {
      if (!isCommon(match)) found.push({ start, end: start + match.length, certainty });
    };
    for (const { 0: match, index } of matchesIn(text, titled)) add(index, match, 'likely');
    for (const { 0: match, 1: given = '', index } of matchesIn(text, named)) if (isGiven(given)) add(index, match, 'hint');
    for (const { 0: match, 1: given = '', index } of matchesIn(text, lastFirst)) if (isGiven(given)) add(index, match, 'hint');
    if (found.length === 0 && trimmed.length < 30 && /^\p{Lu}/u.test(trimmed) && isGiven(trimmed)) {
      add(text.indexOf(trimmed), trimmed, 'hint');
    }
    return found;
  },
};

const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const month = String.raw`(?:0?[1-9]|1[0-2])`;
const year = String.raw`(?:19|20)\d{2}`;
const date = [
  String.raw`${year}[-./]${month}[-./]${day}`,
  String.raw`${day}[-./]${month}[-./](?:${year}|\d{2})`,
  String.raw`${month}[-./]${day}[-./](?:${year}|\d{2})`,
  String.raw`${day}(?:st|nd|rd|th|\.)?(?: de)? \p{L}{3,12}\.?,?(?: de)? ${year}`,
  String.raw`\p{L}{3,12}\.? ${day}(?:st|nd|rd|th)?,? ${year}`,
].join('|');

const birth =
  /(?:\bborn\b|\bdob\b|\bd\.o\.b\b|birth|\bgeb\b|geboren|geburt|\bn[ée]e? le\b|naissance|nacid[oa]|nacimiento|nascid[oa]|nascimento|nat[oa] il|nascita|geboorte|f[öo]d[dts]|urodz)[^\d]{0,24}$/iu;

export const dateOfBirth = matchDetector({
  id: 'date-of-birth',
  class: 'date_of_birth',
  summary: 'A date behind a word for birth; a date alone is none.',
  pattern: new RegExp(String.raw`(?<![\p{L}\p{N}_])(?:${date})(?![\p{L}\p{N}_])`, 'gu'),
  mayHold: (profile) => profile.digits >= 4 && profile.length >= 10,
  judge: ({ before }) => (birth.test(before) ? 'certain' : undefined),
});
