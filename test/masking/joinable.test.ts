/** Where a transform says joinable, values that differ stay apart and equal ones meet; where reversible, the key has them back. */
import { FF1 } from '@noble/ciphers/ff1.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ff1, integerEncryption } from '../../src/masking/ff1.ts';
import { transforms } from '../../src/masking/transforms/index.ts';
import type { MaskSpec } from '../../src/masking/types.ts';
import { applied, redacted, type types } from './apply.ts';

interface Key {
  readonly transform: string;
  readonly options?: MaskSpec['options'];
  readonly type: keyof typeof types;
  readonly value: fc.Arbitrary<string>;
}

const integers = (bits: number): fc.Arbitrary<string> =>
  fc.bigInt({ min: -(2n ** BigInt(bits - 1)), max: 2n ** BigInt(bits - 1) - 1n }).map(String);
const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 6, maxLength: 20 });
const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
/** Within a few days of an end of what the type holds, at whichever side of it a shift would lead beyond. */
const atTheEnds = (first: string, last: string, zone: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.integer({ min: 24, max: 30 }).map((day) => `${first}-${String(day)}${zone} BC`),
    fc.integer({ min: 10, max: 31 }).map((day) => `${last}-${String(day)}${zone}`),
    days.map((day) => `${day}${zone}`),
    fc.constantFrom('infinity', '-infinity'),
  );
/** Equal to a reader, canonically equivalent to Unicode, different to SQL. */
const accents = fc
  .array(fc.constantFrom('é', 'ü', 'Å', 'ñ', 'ệ', 'a', ' '), { minLength: 1, maxLength: 12 })
  .chain((letters) => fc.constantFrom(letters.join('').normalize('NFC'), letters.join('').normalize('NFD')));

const keys: readonly Key[] = [
  { transform: 'hash', type: 'text', value: fc.string() },
  { transform: 'hash', options: { length: 64 }, type: 'varchar', value: fc.string() },
  { transform: 'hash', type: 'int4', value: integers(32) },
  { transform: 'hash', type: 'int8', value: integers(64) },
  { transform: 'hash', type: 'numeric', value: fc.integer({ min: 1 }).map((n) => `0.${String(n)}`.replace(/0+$/, '')) },
  { transform: 'hash', type: 'uuid', value: fc.uuid() },
  { transform: 'uuid-token', type: 'uuid', value: fc.uuid() },
  { transform: 'email', type: 'text', value: fc.emailAddress().map((text) => text.toLowerCase()) },
  { transform: 'email', options: { domain: 'keep' }, type: 'text', value: fc.emailAddress().map((text) => text.toLowerCase()) },
  { transform: 'encrypt', type: 'int4', value: integers(32) },
  { transform: 'encrypt', type: 'int8', value: integers(64) },
  { transform: 'encrypt', type: 'text', value: digits },
  { transform: 'hash', type: 'text', value: accents },
  { transform: 'email', type: 'text', value: accents.map((text) => `${text.replaceAll(' ', '_')}@example.org`.toLowerCase()) },
  { transform: 'date-shift', type: 'date', value: days },
  ...[1, 3, 36_500].flatMap((most): Key[] => [
    { transform: 'date-shift', options: { days: most }, type: 'date', value: atTheEnds('4714-11', '5874897-12', '') },
    {
      transform: 'date-shift',
      options: { days: most },
      type: 'timestamp',
      value: atTheEnds('4714-11', '294276-12', ' 12:00:00'),
    },
    {
      transform: 'date-shift',
      options: { days: most },
      type: 'timestamptz',
      value: atTheEnds('4714-11', '294276-12', ' 12:00:00+00'),
    },
  ]),
  { transform: 'card-token', type: 'text', value: fc.constantFrom('4111111111111111', '5500000000000004', '4012888888881881') },
];

test('every joinable transform is tried', () => {
  const joinable = [...transforms.values()].filter((transform) => transform.joinable).map(({ name }) => name);
  expect(new Set(keys.map(({ transform }) => transform))).toEqual(new Set(joinable));
});

test.each(keys)('$transform of $type', ({ transform, options, type, value }) => {
  fc.assert(
    fc.property(fc.uniqueArray(value, { minLength: 2, maxLength: 40 }), (values) => {
      const how = { type, ...(options === undefined ? {} : { options }) };
      const masks = values.map((one) => applied(transform, one, how));
      expect(masks).not.toContain(redacted);
      expect(new Set(masks).size).toBe(values.length);
      expect(values.map((one) => applied(transform, one, how))).toEqual(masks);
    }),
    { numRuns: 20 },
  );
});

describe('FF1', () => {
  test('of AES-256 equals the samples of NIST SP 800-38G', () => {
    const key = Buffer.from('2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94', 'hex');
    const plain = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(ff1(10, key, '').encrypt(plain)).toEqual([6, 6, 5, 7, 6, 6, 7, 0, 0, 9]);
    expect(ff1(10, key, '9876543210').encrypt(plain)).toEqual([1, 0, 0, 1, 6, 2, 3, 4, 6, 3]);
  });

  const key = Buffer.alloc(32, 5);

  test('is that of another implementation, for every base and length', () => {
    const strings = fc
      .tuple(fc.constantFrom(2, 3, 10, 36, 62, 256, 65_535), fc.integer({ min: 2, max: 128 }), fc.string({ maxLength: 40 }))
      .chain(([radix, length, tweak]) =>
        fc.record({
          radix: fc.constant(radix),
          tweak: fc.constant(tweak),
          numerals: fc.array(fc.nat(radix - 1), { minLength: length, maxLength: length }),
        }),
      );
    fc.assert(
      fc.property(strings, ({ radix, tweak, numerals }) => {
        const cipher = ff1(radix, key, tweak);
        const other = FF1(radix, key, Buffer.from(tweak));
        // A domain that is too small has no cipher text.
        fc.pre(numerals.length >= Math.ceil(6 / Math.log10(radix)));
        const encrypted = cipher.encrypt(numerals);
        expect(encrypted).toEqual(other.encrypt([...numerals]));
        expect(encrypted && cipher.decrypt(encrypted)).toEqual(numerals);
      }),
      { numRuns: 300 },
    );
  });

  test('is undone by the key', () => {
    fc.assert(
      fc.property(fc.constantFrom(2, 10, 36, 62), fc.array(fc.nat(), { minLength: 20, maxLength: 60 }), (radix, numbers) => {
        const numerals = numbers.map((n) => n % radix);
        const cipher = ff1(radix, key, 'test');
        const encrypted = cipher.encrypt(numerals);
        expect(encrypted && cipher.decrypt(encrypted)).toEqual(numerals);
        expect(encrypted).not.toEqual(ff1(radix, key, 'other').encrypt(numerals));
      }),
      { numRuns: 40 },
    );
  });

  test('refuses domains that could be searched, and strings that take long', () => {
    expect(ff1(10, key, '').encrypt([1, 2, 3, 4, 5])).toBeUndefined();
    expect(ff1(62, key, '').encrypt([1, 2, 3])).toBeUndefined();
    expect(ff1(10, key, '').encrypt(Array.from({ length: 129 }, () => 1))).toBeUndefined();
  });

  test('of integers is a permutation within each power of two', () => {
    const { encrypt, decrypt } = integerEncryption(key, 'test', [31, 53, 63]);
    const limits = [0n, 2n ** 31n, 2n ** 53n, 2n ** 63n];
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), fc.nat(40), (value, shift) => {
        const small = value >> BigInt(shift);
        const encrypted = encrypt(small);
        const tier = (n: bigint): number => limits.findIndex((limit) => n < limit);
        expect(tier(encrypted)).toBe(tier(small));
        expect(decrypt(encrypted)).toBe(small);
      }),
      { numRuns: 60 },
    );
  });
});
