/** FF1 (NIST SP 800-38G) over short strings of numerals, with AES-256 under the key of a class. */
import { unsafe } from '@noble/ciphers/aes.js';
import { feistel, type Feistel, type Step } from './feistel.ts';

/** SP 800-38G revision 1: smaller domains are open to guessing. */
const leastDomain = 1_000_000;

/** The work grows with the square of the length. */
const longest = 128;

export type Numerals = readonly number[];

export interface Encryption {
  /** A permutation of the strings of each length; undefined where these are fewer than a million, or too long. */
  readonly encrypt: (numerals: Numerals) => Numerals | undefined;
  readonly decrypt: (numerals: Numerals) => Numerals | undefined;
}

/** `purpose` is the tweak: equal numerals of different purposes are encrypted apart. */
export const ff1 = (radix: number, key: Buffer, purpose: string): Encryption => {
  const expanded = unsafe.expandKeyLE(key);
  const tweak = Buffer.from(purpose);
  const least = Math.ceil(Math.log(leastDomain) / Math.log(radix));
  const byLength = new Map<number, Feistel>();
  const permute = (numerals: Numerals, step: Step): Numerals | undefined => {
    const { length } = numerals;
    if (length < least || length > longest) return undefined;
    let permutation = byLength.get(length);
    if (permutation === undefined) byLength.set(length, (permutation = feistel({ radix, length, key: expanded, tweak })));
    return permutation(numerals, step);
  };
  return { encrypt: (numerals) => permute(numerals, 'encrypt'), decrypt: (numerals) => permute(numerals, 'decrypt') };
};

/** A permutation of the whole numbers from 0 to 2^bits - 1. */
export interface IntegerEncryption {
  readonly encrypt: (value: bigint) => bigint;
  readonly decrypt: (value: bigint) => bigint;
}

/**
 * Numbers below each power of two in `bits` stay below it, and those from it on stay from it on: so that a value has the
 * same cipher text in every type that holds it. A result below the former power is encrypted again ("cycle walking").
 */
export const integerEncryption = (key: Buffer, purpose: string, bits: readonly number[]): IntegerEncryption => {
  const tiers = bits.map((width, i) => ({
    width,
    least: i === 0 ? 0n : 2n ** BigInt(bits[i - 1] ?? 0),
    end: 2n ** BigInt(width),
    cipher: ff1(2, key, `${purpose} ${String(width)}`),
  }));
  const walk = (value: bigint, step: 'encrypt' | 'decrypt'): bigint => {
    const tier = tiers.find(({ end }) => value < end);
    if (tier === undefined) return value;
    let current = value;
    do {
      const numerals = Array.from(current.toString(2).padStart(tier.width, '0'), Number);
      current = BigInt(`0b${(tier.cipher[step](numerals) ?? numerals).join('')}`);
    } while (current < tier.least);
    return current;
  };
  return { encrypt: (value) => walk(value, 'encrypt'), decrypt: (value) => walk(value, 'decrypt') };
};
