/** National numbers outside Europe. The algorithms are those of the issuing authorities, named in each summary. */
import { allSame, digitAt, isDay, luhn, verhoeff, weighted } from './check-digits.ts';
import { bounded } from './match.ts';
import { type NationalId, nationalId } from './national-id.ts';

const number = (compact: string, from: number, to: number): number => Number(compact.slice(from, to));

const range = (from: number, to: number): readonly number[] => Array.from({ length: from - to + 1 }, (_, i) => from - i);

/** The check digit of CPF and CNPJ: 11 minus the rest, and 0 for a rest below 2. */
const brazilian = (compact: string, weights: readonly number[]): boolean => {
  const rest = weighted(compact, weights) % 11;
  return (rest < 2 ? 0 : 11 - rest) === digitAt(compact, weights.length);
};

const cnpjWeights = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2] as const;

/** Numbers that were printed in advertisements and belong to nobody (SSA). */
const advertised: ReadonlySet<string> = new Set(['078051120', '219099999', '123456789', '111111111']);

const ssn = (compact: string): boolean => {
  const area = number(compact, 0, 3);
  const group = number(compact, 3, 5);
  if (number(compact, 5, 9) === 0 || group === 0 || advertised.has(compact)) return false;
  // 900 and up are ITINs, of certain groups only (IRS).
  if (area >= 900) return (group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group !== 93);
  return area !== 0 && area !== 666;
};

const curpCharacters = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';

const curp = (compact: string): boolean => {
  const sum = Array.from(compact.slice(0, 17)).reduce(
    (total, letter, at) => total + curpCharacters.indexOf(letter) * (18 - at),
    0,
  );
  return (10 - (sum % 10)) % 10 === digitAt(compact, 17);
};

const snils = (compact: string): boolean => {
  const rest = weighted(compact, range(9, 1)) % 101;
  return (rest === 100 ? 0 : rest) === number(compact, 9, 11);
};

const turkish = (compact: string): boolean => {
  const tenth = ((weighted(compact, [7, -1, 7, -1, 7, -1, 7, -1, 7]) % 10) + 10) % 10;
  const last =
    weighted(
      compact,
      Array.from({ length: 10 }, () => 1),
    ) % 10;
  return tenth === digitAt(compact, 9) && last === digitAt(compact, 10);
};

const nricLetters: Readonly<Record<string, string>> = {
  S: 'JZIHGFEDCBA',
  T: 'GFEDCBAJZIH',
  F: 'XWUTRQPNMLK',
  G: 'RQPNMLKXWUT',
};

const ids: readonly NationalId[] = [
  {
    id: 'us-ssn',
    summary: 'US SSN and ITIN (SSA POMS RM 10201.035): ranges that are issued; has no check digit',
    pattern: bounded(String.raw`\d{3}-\d{2}-\d{4}|\d{3} \d{2} \d{4}|\d{9}`),
    valid: ssn,
    digits: 9,
    needsContext: 'formatted',
    unchecked: true,
    context: /\bssn\b|social security|\bitin\b|\btin\b/iu,
  },
  {
    id: 'br-cpf',
    summary: 'Brazilian CPF (Receita Federal): two check digits modulo 11',
    pattern: bounded(String.raw`\d{3}\.?\d{3}\.?\d{3}-?\d{2}`),
    valid: (compact) => !allSame(compact) && brazilian(compact, range(10, 2)) && brazilian(compact, range(11, 2)),
    digits: 11,
    needsContext: 'formatted',
    context: /\bcpf\b/iu,
  },
  {
    id: 'br-cnpj',
    summary: 'Brazilian CNPJ (Receita Federal): two check digits modulo 11',
    pattern: bounded(String.raw`\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}`),
    valid: (compact) => !allSame(compact) && brazilian(compact, cnpjWeights) && brazilian(compact, [6, ...cnpjWeights]),
    digits: 14,
    needsContext: 'formatted',
    context: /\bcnpj\b/iu,
  },
  {
    id: 'in-aadhaar',
    summary: 'Indian Aadhaar (UIDAI): twelve digits from 2 on, Verhoeff',
    pattern: bounded(String.raw`[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}`),
    valid: verhoeff,
    digits: 12,
    needsContext: 'formatted',
    context: /aadha?ar|uidai/iu,
  },
  {
    id: 'in-pan',
    summary: 'Indian PAN (Income Tax Department): shape, with the kind of holder fourth',
    pattern: bounded(String.raw`[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]`),
    valid: () => true,
    digits: 4,
    needsContext: 'always',
    context: /\bpan\b/iu,
  },
  {
    id: 'cn-resident-id',
    summary: 'Chinese resident identity number (GB 11643-1999): date, ISO 7064 MOD 11-2',
    pattern: bounded(String.raw`[1-9]\d{5}(?:18|19|20)\d{9}[0-9Xx]`),
    valid: (compact) =>
      isDay(number(compact, 10, 12), number(compact, 12, 14)) &&
      '10X98765432'[weighted(compact, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === compact[17],
    digits: 17,
    needsContext: 'never',
    context: /身份证/u,
  },
  {
    id: 'jp-my-number',
    summary: 'Japanese Individual Number (MIC ordinance 85/2014): modulus 11',
    pattern: bounded(String.raw`\d{4}[ -]?\d{4}[ -]?\d{4}`),
    valid: (compact) => {
      const rest = weighted(compact, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
      return !allSame(compact) && (rest <= 1 ? 0 : 11 - rest) === digitAt(compact, 11);
    },
    digits: 12,
    needsContext: 'always',
    context: /my ?number|マイナンバー|個人番号/iu,
  },
  {
    id: 'kr-rrn',
    summary: 'Korean resident registration number (MOIS): date, gender digit; new ones have no check digit',
    pattern: bounded(String.raw`\d{6}-[1-8]\d{6}`),
    valid: (compact) => isDay(number(compact, 2, 4), number(compact, 4, 6)),
    digits: 13,
    needsContext: 'never',
    weak: true,
    context: /주민/u,
  },
  {
    id: 'ca-sin',
    summary: 'Canadian SIN (ESDC): Luhn, not from 0 or 8 on',
    pattern: bounded(String.raw`[1-79]\d{2}[ -]?\d{3}[ -]?\d{3}`),
    valid: (compact) => !allSame(compact) && luhn(compact),
    digits: 9,
    needsContext: 'always',
    context: /\bsin\b|social insurance|\bnas\b/iu,
  },
  {
    id: 'au-tfn',
    summary: 'Australian tax file number (ATO): modulus 11',
    pattern: bounded(String.raw`\d{3} ?\d{3} ?\d{3}`),
    valid: (compact) => !allSame(compact) && weighted(compact, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
    digits: 9,
    needsContext: 'always',
    context: /\btfn\b|tax file/iu,
  },
  {
    id: 'za-id',
    summary: 'South African identity number (DHA): date, citizenship digit, Luhn',
    pattern: bounded(String.raw`\d{10}[012]\d{2}`),
    valid: (compact) => isDay(number(compact, 2, 4), number(compact, 4, 6)) && luhn(compact),
    digits: 13,
    needsContext: 'always',
    context: /\bid\b|identity/iu,
  },
  {
    id: 'tr-tckn',
    summary: 'Turkish kimlik numarası (NVİ): two check digits',
    pattern: bounded(String.raw`[1-9]\d{10}`),
    valid: turkish,
    digits: 11,
    needsContext: 'always',
    context: /kimlik|\btckn?\b|\bt\.?c\.?/iu,
  },
  {
    id: 'mx-curp',
    summary: 'Mexican CURP (RENAPO): date, sex, state, check digit',
    pattern: bounded(String.raw`[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[A-Z0-9]\d`),
    valid: (compact) => isDay(number(compact, 6, 8), number(compact, 8, 10)) && curp(compact),
    digits: 7,
    needsContext: 'never',
    context: /curp/iu,
  },
  {
    id: 'ar-cuit',
    summary: 'Argentine CUIT/CUIL (AFIP): modulus 11',
    pattern: bounded(String.raw`(?:20|23|24|27|30|33|34)-?\d{8}-?\d`),
    valid: (compact) => weighted(compact, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    digits: 11,
    needsContext: 'formatted',
    context: /\bcui[tl]\b/iu,
  },
  {
    id: 'cl-rut',
    summary: 'Chilean RUT (SII): modulus 11 with K',
    pattern: bounded(String.raw`\d{1,2}\.?\d{3}\.?\d{3}-[0-9Kk]`),
    valid: (compact) => {
      const body = compact.slice(0, -1).padStart(8, '0');
      return '0123456789K0'[11 - (weighted(body, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)] === compact.at(-1);
    },
    digits: 7,
    needsContext: 'formatted',
    context: /\bru[tn]\b/iu,
  },
  {
    id: 'ru-snils',
    summary: 'Russian SNILS (SFR): modulo 101',
    pattern: bounded(String.raw`\d{3}-?\d{3}-?\d{3}[ -]?\d{2}`),
    valid: (compact) => !allSame(compact) && snils(compact),
    digits: 11,
    needsContext: 'formatted',
    context: /снилс|snils/iu,
  },
  {
    id: 'sg-nric',
    summary: 'Singapore NRIC and FIN (ICA): check letter modulo 11',
    pattern: bounded(String.raw`[STFG]\d{7}[A-Z]`),
    valid: (compact) => nricLetters[compact[0] ?? '']?.[weighted(compact.slice(1), [2, 7, 6, 5, 4, 3, 2]) % 11] === compact[8],
    digits: 7,
    needsContext: 'never',
    weak: true,
    context: /nric|\bfin\b/iu,
  },
];

export const worldIds = ids.map((id) => nationalId(id));
