/** National numbers of European countries. The algorithms are those of the issuing authorities, named in each summary. */
import { allSame, digitAt, isDay, luhn, mod11Of10, weighted } from './check-digits.ts';
import { bounded } from './match.ts';
import { type NationalId, nationalId } from './national-id.ts';

const number = (compact: string, from: number, to: number): number => Number(compact.slice(from, to));

const dniLetters = 'TRWAGMYFPDXBNJZSQVHLCKE';

const oddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23] as const;

/** Value of a character of a codice fiscale; the digits 0-9 count as the letters A-J. */
const fiscalValue = (character: string, odd: boolean): number => {
  const code = character.charCodeAt(0);
  const at = code <= 0x39 ? code - 0x30 : code - 0x41;
  return odd ? (oddValues[at] ?? 0) : at;
};

const codiceFiscale = (compact: string): boolean => {
  const sum = Array.from(compact.slice(0, 15)).reduce((total, character, at) => total + fiscalValue(character, at % 2 === 0), 0);
  return compact.charCodeAt(15) - 0x41 === sum % 26;
};

/** In the first ten digits one occurs two or three times, all others at most once. */
const steuerDigits = (compact: string): boolean => {
  const counts = Array.from({ length: 10 }, (_, digit) => compact.slice(0, 10).split(String(digit)).length - 1);
  const repeated = counts.filter((count) => count > 1);
  return repeated.length === 1 && (repeated[0] ?? 0) <= 3;
};

const mod11Check = (sum: number): number => {
  const check = 11 - (sum % 11);
  return check === 11 ? 0 : check;
};

const ids: readonly NationalId[] = [
  {
    id: 'gb-nino',
    summary: 'UK National Insurance number (HMRC NIM39110): prefix letters that are issued, suffix A-D',
    pattern: bounded(
      String.raw`[A-CEGHJ-PR-TW-Za-ceghj-pr-tw-z][A-CEGHJ-NPR-TW-Za-ceghj-npr-tw-z] ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d]`,
    ),
    valid: (compact) => !/^(?:BG|GB|KN|NK|NT|TN|ZZ)/u.test(compact),
    digits: 6,
    needsContext: 'never',
    context: /nino|insurance/iu,
  },
  {
    id: 'gb-nhs',
    summary: 'NHS number (NHS Data Dictionary): modulus 11',
    pattern: bounded(String.raw`\d{3}[ -]?\d{3}[ -]?\d{4}`),
    valid: (compact) => !allSame(compact) && mod11Check(weighted(compact, [10, 9, 8, 7, 6, 5, 4, 3, 2])) === digitAt(compact, 9),
    digits: 10,
    needsContext: 'always',
    context: /\bnhs\b|patient/iu,
  },
  {
    id: 'de-steuer-id',
    summary: 'German Steuer-IdNr. (BZSt): one repeated digit, ISO 7064 MOD 11,10',
    pattern: bounded(String.raw`[1-9]\d ?\d{3} ?\d{3} ?\d{3}`),
    valid: (compact) => steuerDigits(compact) && mod11Of10(compact),
    digits: 11,
    needsContext: 'formatted',
    context: /steuer|\bidnr|\btin\b|\btax/iu,
  },
  {
    id: 'fr-nir',
    summary: 'French NIR (INSEE): sex, year, month, place, key modulo 97',
    pattern: bounded(String.raw`[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-4]\d|[5-9]\d) ?(?:\d{2}|2[ABab]) ?\d{3} ?\d{3} ?\d{2}`),
    valid: (compact) => {
      const digits = compact.replace('2A', '19').replace('2B', '18');
      return 97 - (number(digits, 0, 13) % 97) === number(digits, 13, 15);
    },
    digits: 14,
    needsContext: 'never',
    context: /nir|s[ée]cu/iu,
  },
  {
    id: 'es-dni',
    summary: 'Spanish DNI and NIE (Ministerio del Interior): letter modulo 23',
    pattern: bounded(String.raw`(?:\d{8}|[XYZxyz][ -]?\d{7})[ -]?[A-Za-z]`),
    valid: (compact) =>
      dniLetters[Number(compact.slice(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2')) % 23] === compact[8],
    digits: 7,
    needsContext: 'never',
    weak: true,
    context: /dni|nie|nif/iu,
  },
  {
    id: 'it-codice-fiscale',
    summary: 'Italian codice fiscale (DM 23/12/1976): check letter',
    pattern: bounded(
      String.raw`[A-Za-z]{6}[0-9LMNP-Vlmnp-v]{2}[A-EHLMPR-Ta-ehlmpr-t][0-9LMNP-Vlmnp-v]{2}[A-Za-z][0-9LMNP-Vlmnp-v]{3}[A-Za-z]`,
    ),
    valid: codiceFiscale,
    digits: 0,
    needsContext: 'never',
    context: /fiscale/iu,
  },
  {
    id: 'pl-pesel',
    summary: 'Polish PESEL (MSWiA): date with century, weights 1 3 7 9',
    pattern: bounded(String.raw`\d{11}`),
    valid: (compact) =>
      isDay(number(compact, 2, 4) % 20, number(compact, 4, 6)) && weighted(compact, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
    digits: 11,
    needsContext: 'always',
    context: /pesel/iu,
  },
  {
    id: 'nl-bsn',
    summary: 'Dutch burgerservicenummer (RvIG): eleven test',
    pattern: bounded(String.raw`\d{4}\.\d{2}\.\d{3}|\d{9}`),
    valid: (compact) => !allSame(compact) && weighted(compact, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
    digits: 9,
    needsContext: 'always',
    context: /\bbsn\b|burgerservice|sofi/iu,
  },
  {
    id: 'be-rrn',
    summary: 'Belgian rijksregisternummer (RRN): date, 97 minus modulo 97, 2 before it from 2000 on',
    pattern: bounded(String.raw`\d{2}\.?\d{2}\.?\d{2}[ -]?\d{3}[. ]?\d{2}`),
    valid: (compact) => {
      const check = number(compact, 9, 11);
      const fits = [compact.slice(0, 9), `2${compact.slice(0, 9)}`].some((body) => 97 - (Number(body) % 97) === check);
      return fits && isDay(number(compact, 2, 4) % 20, number(compact, 4, 6));
    },
    digits: 11,
    needsContext: 'formatted',
    context: /rijksregister|registre national|\brrn\b|\bniss\b|insz/iu,
  },
  {
    id: 'se-personnummer',
    summary: 'Swedish personnummer (SKV 704): date, Luhn over ten digits',
    pattern: bounded(String.raw`(?:\d{2})?\d{6}[-+]?\d{4}`),
    valid: (compact) => {
      const ten = compact.slice(-10);
      const day = number(ten, 4, 6);
      const century = compact.length === 10 || /^(?:18|19|20)/u.test(compact);
      return century && isDay(number(ten, 2, 4), day > 60 ? day - 60 : day) && luhn(ten);
    },
    digits: 10,
    needsContext: 'formatted',
    context: /person(?:nummer|nr)|\bpnr\b/iu,
  },
  {
    id: 'no-fodselsnummer',
    summary: 'Norwegian fødselsnummer (Skatteetaten): date, two check digits modulo 11',
    pattern: bounded(String.raw`\d{6} ?\d{5}`),
    valid: (compact) => {
      const day = number(compact, 0, 2);
      const date = isDay(number(compact, 2, 4) % 40, day > 40 ? day - 40 : day);
      const first = mod11Check(weighted(compact, [3, 7, 6, 1, 8, 9, 4, 5, 2]));
      const second = mod11Check(weighted(compact, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
      return date && first === digitAt(compact, 9) && second === digitAt(compact, 10);
    },
    digits: 11,
    needsContext: 'always',
    context: /f[øo]dsels|person(?:nummer|nr)|\bfnr\b/iu,
  },
  {
    id: 'dk-cpr',
    summary: 'Danish CPR number (CPR-kontoret): date; has no check digit since 2007',
    pattern: bounded(String.raw`\d{6}-?\d{4}`),
    valid: (compact) => isDay(number(compact, 2, 4), number(compact, 0, 2)),
    digits: 10,
    needsContext: 'always',
    unchecked: true,
    context: /\bcpr\b|personnummer/iu,
  },
  {
    id: 'fi-hetu',
    summary: 'Finnish henkilötunnus (DVV): date, century sign, character modulo 31',
    pattern: bounded(String.raw`\d{6}[-+A-FU-Ya-fu-y]\d{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y]`),
    valid: (compact) => {
      const body = Number(compact.slice(0, 6) + compact.slice(-4, -1));
      return (
        isDay(number(compact, 2, 4), number(compact, 0, 2)) && '0123456789ABCDEFHJKLMNPRSTUVWXY'[body % 31] === compact.at(-1)
      );
    },
    digits: 9,
    needsContext: 'never',
    context: /hetu|henkil/iu,
  },
  {
    id: 'ch-ahv',
    summary: 'Swiss AHV/AVS number (ZAS): 756 and an EAN-13 check digit',
    pattern: bounded(String.raw`756\.?\d{4}\.?\d{4}\.?\d{2}`),
    valid: (compact) => weighted(compact, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
    digits: 13,
    needsContext: 'never',
    context: /ahv|avs/iu,
  },
  {
    id: 'at-svnr',
    summary: 'Austrian Sozialversicherungsnummer (ÖSV): check digit fourth, date last',
    pattern: bounded(String.raw`[1-9]\d{3} ?\d{6}`),
    valid: (compact) =>
      isDay(number(compact, 6, 8), number(compact, 4, 6)) &&
      weighted(compact, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === digitAt(compact, 3),
    digits: 10,
    needsContext: 'always',
    context: /sozialversicherung|\bsv\b|svnr/iu,
  },
  {
    id: 'pt-nif',
    summary: 'Portuguese NIF (Autoridade Tributária): modulus 11',
    pattern: bounded(String.raw`[1-3]\d{2} ?\d{3} ?\d{3}`),
    valid: (compact) => {
      const check = 11 - (weighted(compact, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
      return (check > 9 ? 0 : check) === digitAt(compact, 8);
    },
    digits: 9,
    needsContext: 'always',
    context: /\bnif\b|contribuinte/iu,
  },
  {
    id: 'ro-cnp',
    summary: 'Romanian CNP (DEPABD): date, weights 279146358279 modulo 11',
    pattern: bounded(String.raw`[1-9]\d{12}`),
    valid: (compact) => {
      const check = weighted(compact, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
      return isDay(number(compact, 3, 5), number(compact, 5, 7)) && (check === 10 ? 1 : check) === digitAt(compact, 12);
    },
    digits: 13,
    needsContext: 'always',
    context: /\bcnp\b/iu,
  },
  {
    id: 'cz-rodne-cislo',
    summary: 'Czech and Slovak rodné číslo (133/2000 Sb.): date, divisible by 11',
    pattern: bounded(String.raw`\d{6}\/?\d{4}`),
    valid: (compact) => {
      const month = number(compact, 2, 4) % 50;
      return isDay(month > 20 ? month - 20 : month, number(compact, 4, 6)) && Number(compact) % 11 === 0;
    },
    digits: 10,
    needsContext: 'formatted',
    context: /rodn[ée]|\br\.? ?č\.?/iu,
  },
];

export const europeanIds = ids.map((id) => nationalId(id));
