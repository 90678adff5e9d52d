import * as z from 'zod/mini';
import { numberReader, numberWriter } from '../codec/numbers.ts';
import { ff1, integerEncryption } from '../ff1.ts';
import type { CellMask } from '../types.ts';
import { type CompileRequest, defineTransform } from './define.ts';
import { textMask } from './text-mask.ts';

const alphabets = {
  digits: '0123456789',
  'lower-alphanumeric': '0123456789abcdefghijklmnopqrstuvwxyz',
  'upper-alphanumeric': '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  alphanumeric: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
} as const;

/** Letters outside the alphabet would show. */
const separator = /[ -/:-@[-`{-~]/;

const other = -1;
const shown = -2;

/** What each ASCII character is: a numeral, a separator that is shown, or anything else. */
const characterTable = (letters: string): Int8Array =>
  Int8Array.from({ length: 128 }, (_, code) => {
    const character = String.fromCharCode(code);
    const numeral = letters.indexOf(character);
    return numeral < 0 && separator.test(character) ? shown : numeral;
  });

const encryptText = (alphabet: keyof typeof alphabets, request: CompileRequest): CellMask => {
  const letters = alphabets[alphabet];
  const table = characterTable(letters);
  const cipher = ff1(letters.length, request.key(), `text ${alphabet}`);
  return textMask(request, (text) => {
    const numerals: number[] = [];
    for (let i = 0; i < text.length; i += 1) {
      const meaning = table[text.charCodeAt(i)] ?? other;
      if (meaning === other) return undefined;
      if (meaning !== shown) numerals.push(meaning);
    }
    const encrypted = cipher.encrypt(numerals);
    if (encrypted === undefined) return undefined;
    let next = 0;
    let out = '';
    for (let i = 0; i < text.length; i += 1) {
      out += table[text.charCodeAt(i)] === shown ? text.charAt(i) : letters.charAt(encrypted[next++] ?? 0);
    }
    return out;
  });
};

/** 53 bits are what JavaScript and JSON hold exactly. */
const widths = { int4: [31], int8: [31, 53, 63] } as const;

const encryptInteger = (request: CompileRequest, bits: readonly number[]): CellMask => {
  const read = numberReader(request.type, request.format);
  const write = numberWriter(request.type, request.format);
  const cipher = integerEncryption(request.key(), 'integer', bits);
  return (source, start, end, out) => {
    const value = read(source, start, end)?.unscaled;
    if (value === undefined) return request.redact(source, start, end, out);
    // -1 - x turns the negative half around zero.
    write({ unscaled: value < 0n ? -1n - cipher.encrypt(-1n - value) : cipher.encrypt(value), scale: 0 }, out);
    return true;
  };
};

export const encrypt = defineTransform({
  name: 'encrypt',
  summary:
    'Format-preserving encryption (FF1 of NIST SP 800-38G, AES-256): digits or letters become others of the same alphabet, separators stay.',
  options: z.strictObject({
    alphabet: z._default(z.enum(['digits', 'lower-alphanumeric', 'upper-alphanumeric', 'alphanumeric']), 'digits'),
  }),
  families: ['text', 'int4', 'int8'],
  deterministic: true,
  joinable: true,
  reversible: true,
  givesAway:
    'which values are equal, length and separators; of integers the sign and whether below 2^31 or 2^53. Text of fewer than a million possible values, or with characters outside the alphabet, is redacted',
  tolerates: ['coalesce', 'case', 'min', 'max'],
  compile: (options, request) => {
    const { family } = request.type.scalar;
    return family === 'int4' || family === 'int8'
      ? encryptInteger(request, widths[family])
      : encryptText(options.alphabet, request);
  },
});
