/** What transforms of text make of values, and what of them survives. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteSink } from '../../src/masking/bytes.ts';
import { compileCell } from '../../src/masking/cell.ts';
import { resolveType, scalarType } from '../../src/masking/codec/resolve.ts';
import { textScalar } from '../../src/masking/codec/scalars.ts';
import { maskKeys } from '../../src/masking/keys.ts';
import { isLuhn, luhnDigit } from '../../src/masking/luhn.ts';
import type { MaskSpec } from '../../src/masking/types.ts';
import { applied, redacted, type types } from './apply.ts';
import { masked, noTypes, testKeys } from './fixtures.ts';
import { trouble } from './samples.ts';

/** Of an extension: any oid. */
const citext = scalarType(99_999, -1, textScalar, true);

describe('partial and characters', () => {
  test.each<[MaskSpec['options'], string, string]>([
    [{ first: 1, last: 2 }, 'abcdefgh', 'a*****gh'],
    [{ first: 2, last: 2 }, 'abcdefg', '*******'],
    [{ first: 2, separators: 'keep' }, '(030) 12-34', '(03*) **-**'],
    [{ last: 1, character: '#' }, 'été漢', '###漢'],
    [{ first: 1 }, 'a', '*'],
    [{ first: 1 }, 'ab  ', 'a*  '],
  ])('partial %j', (options, value, expected) => {
    expect(applied('partial', value, { options })).toBe(expected);
  });

  test('never show more than half of the characters', () => {
    fc.assert(
      fc.property(trouble, fc.nat(8), fc.nat(8), (text, first, last) => {
        const out = Array.from(applied('partial', text, { options: { first, last, character: '~' } }) ?? '');
        const original = Array.from(text.replace(/ +$/, ''));
        const shown = original.filter((character, i) => out[i] === character).length;
        expect(shown * 2).toBeLessThanOrEqual(original.length);
      }),
    );
  });

  test('bytes that are no UTF-8 do not slip through behind a kept character', () => {
    const mask = compileCell(masked('partial', { first: 1, separators: 'keep' }), resolveType(25, -1, noTypes), 0, {
      types: noTypes,
      keys: testKeys,
    });
    const out = { bytes: Buffer.alloc(64), length: 0, reserve: () => undefined };
    const source = Buffer.from('C3A9BFBFBF2DBFBFBF61626364', 'hex');
    mask?.(source, 0, source.length, out);
    expect(out.bytes.subarray(0, out.length).toString('hex')).toBe(`c3a92d${'2a'.repeat(4)}`);
  });
});

describe('email', () => {
  test.each<[MaskSpec['options'], RegExp]>([
    [{}, /^u_[0-9a-f]{12}@masked\.invalid$/],
    [{ domain: 'keep' }, /^u_[0-9a-f]{12}@mail\.example\.org$/],
    [{ domain: 'generalise' }, /^u_[0-9a-f]{12}@org\.invalid$/],
    [{ domain: 'drop' }, /^u_[0-9a-f]{12}$/],
    [{ replacement: 'test.example' }, /^u_[0-9a-f]{12}@test\.example$/],
  ])('%j', (options, expected) => {
    expect(applied('email', 'Anna@mail.Example.org', { options })).toMatch(expected);
    expect(applied('email', 'anna@mail.example.org ', { options })).toBe(applied('email', 'ANNA@MAIL.EXAMPLE.ORG', { options }));
  });
  test('a domain that is none is not kept', () => {
    expect(applied('email', 'x@anna berg', { options: { domain: 'keep' } })).toMatch(/^u_[0-9a-f]{12}@masked\.invalid$/);
    expect(applied('email', 'no address', { options: { domain: 'keep' } })).toMatch(/@masked\.invalid$/);
  });
});

describe('phone', () => {
  test.each([
    ['+49 30 1234567', /^\+49 \d\d \d{7}$/],
    ['+1 (555) 010-9999', /^\+1 \(\d{3}\) \d{3}-\d{4}$/],
    ['+353861234567', /^\+353\d{9}$/],
    ['0044 20 7946 0000', /^0044 \d\d \d{4} \d{4}$/],
    ['030/1234567', /^\d{3}\/\d{7}$/],
  ])('%s', (value, expected) => {
    const out = applied('phone', value);
    expect(out).toMatch(expected);
    expect(out).not.toBe(value);
  });
  test('equal numbers get equal digits, however they are punctuated', () => {
    const digits = (text: string): string => applied('phone', text)?.replaceAll(/\D/g, '') ?? '';
    expect(digits('+49 (30) 1234567')).toBe(digits('+49 30 12345-67'));
  });
  test.each(['call me', '12', '+49 30', 'anna: 030 1234567', '1'.repeat(30)])('no phone number: %s', (value) => {
    expect(applied('phone', value)).toBe(redacted);
  });
});

describe('cards', () => {
  const valid = fc.array(fc.nat(9), { minLength: 11, maxLength: 18 }).map((digits) => [...digits, luhnDigit(digits)].join(''));

  test.each(['4111111111111111', '5500 0000 0000 0004', '340000000000009'])('%s has a valid check digit', (text) => {
    expect(isLuhn(Array.from(text.replaceAll(' ', ''), Number))).toBe(true);
    expect(
      isLuhn(
        Array.from(
          text.replaceAll(' ', '').replace(/.$/, (d) => String((Number(d) + 1) % 10)),
          Number,
        ),
      ),
    ).toBe(false);
  });
  test('the last four show', () => {
    expect(applied('card', '4111 1111 1111 1234')).toBe('**** **** **** 1234');
    expect(applied('card', '4111-1111-1111')).toBe('****-****-1111');
    expect(applied('card', '4111 card')).toBe(redacted);
  });
  test('a token is another valid number of the same form, and different numbers stay different', () => {
    fc.assert(
      fc.property(valid, valid, (one, other) => {
        const token = applied('card-token', one) ?? '';
        expect(token).toHaveLength(one.length);
        expect(isLuhn(Array.from(token, Number))).toBe(true);
        expect(token === applied('card-token', other)).toBe(one === other);
      }),
      { numRuns: 30 },
    );
    expect(applied('card-token', '4111 1111 1111 1111')).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
    expect(applied('card-token', '4111 1111 1111 1112')).toBe(redacted);
  });
});

describe('url', () => {
  test.each([
    ['https://anna:pw@example.org:8443/a/b?token=x#y', 'https://example.org:8443/a/b'],
    ['postgres://u:p@[::1]:5432/db', 'postgres://[::1]:5432/db'],
    ['http://example.org?x', 'http://example.org'],
    ['http://a@b@example.org/', 'http://example.org/'],
    ['HTTP://example.org', 'HTTP://example.org'],
    ['http://exa mple.org/', redacted],
    ['/path?token=1', redacted],
    ['mailto:anna@example.org', redacted],
  ])('%s', (value, expected) => {
    expect(applied('url', value)).toBe(expected);
  });
  test('the path may go too', () => {
    expect(applied('url', 'https://example.org/users/anna', { options: { path: 'drop' } })).toBe('https://example.org');
  });
});

describe('ip-prefix', () => {
  test.each<[keyof typeof types, string, string]>([
    ['inet', '192.168.17.4', '192.168.17.0/24'],
    ['inet', '192.168.17.4/16', '192.168.0.0/16'],
    ['cidr', '10.0.0.0/8', '10.0.0.0/8'],
    ['inet', '2001:db8:1:2:3::4', '2001:db8:1::/48'],
    ['text', '192.168.17.4', '192.168.17.0'],
    ['text', '::ffff:10.1.2.3', '::'],
    ['text', 'localhost', redacted],
    ['text', '1.2.3.400', redacted],
  ])('%s %s', (type, value, expected) => {
    expect(applied('ip-prefix', value, { type })).toBe(expected);
  });
});

describe('fakes', () => {
  const fakes = ['fake-name', 'fake-address', 'fake-company', 'fake-text'];
  test.each(fakes)('%s: equal values alike, other classes and keys otherwise', (transform) => {
    const value = 'Anna Maria Berg, Lindenstraße 5';
    const fake = applied(transform, value);
    expect(fake).not.toContain('Anna Maria Berg');
    expect(applied(transform, value)).toBe(fake);
    expect(applied(transform, value, { class: 'other' })).not.toBe(fake);
    expect(applied(transform, value, { keys: maskKeys({ master: Buffer.alloc(32, 8) }) })).not.toBe(fake);
  });
  test.each(fakes.slice(0, 3))('%s: case and spaces make no difference', (transform) => {
    expect(applied(transform, ' ANNA   berg')).toBe(applied(transform, 'Anna Berg'));
  });
  test.each(fakes.slice(0, 3))("%s: an accent may be a letter's own or stand behind it", (transform) => {
    const name = 'José Åström';
    expect(applied(transform, name.normalize('NFD'))).toBe(applied(transform, name.normalize('NFC')));
  });
  test('a short column gets a short name', () => {
    const room = (limit: number): string => applied('fake-name', 'Anna Berg', { type: 'varchar', typmod: limit + 4 }) ?? '';
    expect(room(100).split(' ')).toHaveLength(3);
    expect(room(17).length).toBeLessThanOrEqual(17);
    expect(room(3)).toHaveLength(3);
  });
  test('text keeps its number of words', () => {
    expect(applied('fake-text', 'patient reports a mild fever')?.split(' ')).toHaveLength(5);
    expect(applied('fake-text', '')?.split(' ')).toHaveLength(1);
  });
});

describe('tokens and encryption', () => {
  test('a UUID has one token, in a uuid column and in text', () => {
    const uuid = '0e37df36-f698-11e6-8dd4-cb9ced3df976';
    const token = applied('uuid-token', uuid, { type: 'uuid' });
    expect(token).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(applied('uuid-token', uuid.toUpperCase())).toBe(token);
    expect(applied('uuid-token', uuid.replaceAll('-', ''))).toBe(token);
    expect(applied('uuid-token', `${uuid}x`)).toBe(redacted);
    expect(applied('uuid-token', uuid, { type: 'varchar', typmod: 4 + 35 })).toBe(redacted);
  });

  test('equal numbers have one token, whatever their form', () => {
    const token = applied('hash', '12.50', { type: 'numeric' });
    expect(applied('hash', '12.5', { type: 'numeric' })).toBe(token);
    expect(applied('hash', '12.51', { type: 'numeric' })).not.toBe(token);
  });

  test('minus zero in JSON is zero', () => {
    const options = { paths: { '$[*]': 'hash' } };
    expect(applied('json', '[-0,-0.0,-0e5]', { type: 'json', options })).toBe(
      applied('json', '[0,0.0,0]', { type: 'json', options }),
    );
  });

  test.each(['hash', 'email'])(
    '%s: bytes that are no UTF-8 stay apart, as they are in a database without an encoding',
    (transform) => {
      const mask = compileCell(masked(transform), citext, 0, { types: noTypes, keys: testKeys });
      const tokens = ['4ae9', '4ae8', '4ac3a9', '4ac389', '4aff', '4aefbfbd'].map((hex) => {
        const out = byteSink(64);
        const source = Buffer.from(hex, 'hex');
        mask?.(source, 0, source.length, out);
        return out.bytes.toString('latin1', 0, out.length);
      });
      // The fourth is the third in upper case.
      expect(tokens[3]).toBe(tokens[2]);
      expect(new Set(tokens).size).toBe(tokens.length - 1);
    },
  );

  test('encryption keeps the form and tells values apart', () => {
    expect(applied('encrypt', '123-45-6789')).toMatch(/^\d{3}-\d\d-\d{4}$/);
    expect(applied('encrypt', 'AB-1234567', { options: { alphabet: 'upper-alphanumeric' } })).toMatch(/^[A-Z\d]{2}-[A-Z\d]{7}$/);
    expect(applied('encrypt', 'AB-1234567')).toBe(redacted);
    expect(applied('encrypt', '12345')).toBe(redacted);
    expect(applied('encrypt', '1'.repeat(129))).toBe(redacted);
  });

  test('an integer has one cipher text in int4 and int8, of its own sign and size', () => {
    const small = fc.integer();
    fc.assert(
      fc.property(small, small, (one, other) => {
        const cipher = applied('encrypt', String(one), { type: 'int4' }) ?? '';
        expect(applied('encrypt', String(one), { type: 'int8' })).toBe(cipher);
        expect(Number(cipher) < 0).toBe(one < 0);
        expect(cipher === applied('encrypt', String(other), { type: 'int4' })).toBe(one === other);
      }),
      { numRuns: 30 },
    );
    const big = BigInt(applied('encrypt', '9007199254740991', { type: 'int8' }) ?? 0);
    expect(big >= 2n ** 31n && big < 2n ** 53n).toBe(true);
    expect(BigInt(applied('encrypt', '9223372036854775807', { type: 'int8' }) ?? 0) >= 2n ** 53n).toBe(true);
  });
});

test('scrub replaces what is found and keeps the rest, within the column', () => {
  const text = 'Paid by 4111 1111 1111 1111, ask anna.berg@example.org';
  const scrubbed = applied('scrub', text) ?? '';
  expect(scrubbed).toMatch(/^Paid by .*, ask /);
  expect(scrubbed).not.toMatch(/4111|anna|example/);
  expect(applied('scrub', 'nothing in here')).toBe('nothing in here');
  expect(applied('scrub', text, { type: 'varchar', typmod: 4 + 12 })?.length).toBeLessThanOrEqual(12);
});
