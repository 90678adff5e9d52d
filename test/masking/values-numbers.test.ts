/** What transforms of dates, numbers and values with parts make of them. */
import { describe, expect, test } from 'vitest';
import { maskKeys } from '../../src/masking/keys.ts';
import type { MaskSpec } from '../../src/masking/types.ts';
import { applied, redacted } from './apply.ts';

describe('dates', () => {
  const days = (text: string | null): number => Date.parse(text ?? '') / 86_400_000;
  test('shifted ones keep their intervals and the time of day, and move', () => {
    const [a, b] = [applied('date-shift', '2020-02-28', { type: 'date' }), applied('date-shift', '2024-02-29', { type: 'date' })];
    expect(days(b) - days(a)).toBe(days('2024-02-29') - days('2020-02-28'));
    const shift = days(a) - days('2020-02-28');
    expect(Math.abs(shift)).toBeGreaterThanOrEqual(1);
    expect(Math.abs(shift)).toBeLessThanOrEqual(365);
    expect(applied('date-shift', '2020-02-28 12:34:56.789', { type: 'timestamp' })).toBe(`${a ?? ''} 12:34:56.789`);
    expect(applied('date-shift', '28.02.2020', { type: 'date' })).toBe('1970-01-01');
  });
  test.each(['date', 'timestamp', 'timestamptz'] as const)('the infinities of %s, which are no dates, stay', (type) => {
    for (const value of ['infinity', '-infinity']) {
      expect(applied('date-shift', value, { type })).toBe(value);
      expect(applied('date-truncate', value, { type, options: { to: 'year' } })).toBe(value);
    }
  });
  test('a date that would leave its type by a shift is counted on from the other end', () => {
    const shifted = new Set(
      Array.from({ length: 20 }, (_, i) =>
        applied('date-shift', '5874897-12-31', {
          type: 'date',
          options: { days: 1 },
          keys: maskKeys({ master: Buffer.alloc(32, i) }),
        }),
      ),
    );
    expect(shifted).toEqual(new Set(['5874897-12-30', '4714-11-24 BC']));
  });
  test('a month that began before the first day of the type begins with it', () => {
    expect(applied('date-truncate', '4714-11-26 BC', { type: 'date' })).toBe('4714-11-24 BC');
    expect(applied('date-truncate', '294276-12-31 23:59:59', { type: 'timestamp' })).toBe('294276-12-01 00:00:00');
  });
  test('some keys move them back and some forth', () => {
    const shifts = Array.from({ length: 40 }, (_, i) => {
      const keys = maskKeys({ master: Buffer.alloc(32, i) });
      return Math.sign(days(applied('date-shift', '2020-01-01', { type: 'date', keys })) - days('2020-01-01'));
    });
    expect(new Set(shifts)).toEqual(new Set([-1, 1]));
  });
  test.each<[string, string, string]>([
    ['year', '2021-08-19 13:45:00', '2021-01-01 00:00:00'],
    ['quarter', '2021-08-19 13:45:00', '2021-07-01 00:00:00'],
    ['month', '2021-08-19 13:45:00', '2021-08-01 00:00:00'],
    ['week', '2021-08-19 13:45:00', '2021-08-16 00:00:00'],
    ['day', '2021-08-19 13:45:00', '2021-08-19 00:00:00'],
    ['hour', '2021-08-19 13:45:00.5', '2021-08-19 13:00:00'],
  ])('truncated to the %s', (to, value, expected) => {
    expect(applied('date-truncate', value, { type: 'timestamp', options: { to } })).toBe(expected);
  });
  test('a date is not kept whole', () => {
    expect(applied('date-truncate', '2021-08-19', { type: 'date', options: { to: 'day' } })).toBe('1970-01-01');
  });
  test('timestamptz is cut in UTC', () => {
    expect(applied('date-truncate', '2021-08-01 01:30:00+02', { type: 'timestamptz' })).toBe('2021-07-01 00:00:00+00');
  });
});

describe('numbers', () => {
  test.each<[string, MaskSpec['options'], string, string]>([
    ['bucket', { width: 10 }, '27', '20'],
    ['bucket', { width: 10 }, '-3', '-10'],
    ['bucket', { width: 0.25 }, '1.3', '1.25'],
    ['round', { to: 100 }, '250', '300'],
    ['round', { to: 100 }, '-250', '-300'],
    ['round', { to: 0.1 }, '1.24', '1.20'],
  ])('%s %j of %s', (transform, options, value, expected) => {
    expect(applied(transform, value, { type: 'numeric', options })).toBe(expected);
  });
  test('stay within their type', () => {
    expect(applied('round', '2147483647', { type: 'int4', options: { to: 1000 } })).toBe('2147483647');
    expect(applied('bucket', '-2147483648', { type: 'int4', options: { width: 1000 } })).toBe('-2147483648');
    expect(applied('round', '999.6', { type: 'numeric', typmod: 4 + (4 << 16) + 1, options: { to: 10 } })).toBe('999.9');
  });
  test('NaN is redacted, and a float that is too large for the step', () => {
    expect(applied('round', 'NaN', { type: 'numeric', options: { to: 10 } })).toBe('0');
    expect(applied('round', '1e+92', { type: 'float8', options: { to: 10 } })).toBe('0');
    expect(applied('bucket', '1e+15', { type: 'float8', options: { width: 10 } })).toBe('1e+15');
    expect(applied('noise', '3e+08', { type: 'float4', options: { amount: 10 } })).toBe('0');
  });
  test.each([
    ['27', '[20,30)'],
    ['-0.5', '[-10,0)'],
    ['1e3', '[1000,1010)'],
    ['many', redacted],
  ])('range of %s', (value, expected) => {
    expect(applied('range', value, { options: { width: 10 } })).toBe(expected);
  });
  test('noise is bounded, the same for equal numbers, and spread over its bound', () => {
    const noisy = (value: number, options: MaskSpec['options']): number =>
      Number(applied('noise', String(value), { type: 'numeric', options })) - value;
    const amounts = Array.from({ length: 200 }, (_, i) => noisy(1_000 + i, { amount: 50 }));
    expect(Math.max(...amounts)).toBeLessThanOrEqual(50);
    expect(Math.min(...amounts)).toBeGreaterThanOrEqual(-50);
    expect(new Set(amounts).size).toBeGreaterThan(30);
    expect(noisy(1_000, { amount: 50 })).toBe(amounts[0]);
    expect(Math.abs(noisy(200_000, { percent: 5 }))).toBeLessThanOrEqual(10_000);
    expect(applied('noise', '12.50', { type: 'numeric', options: { amount: 5 } })).toBe(
      applied('noise', '12.50', { type: 'numeric', options: { amount: 5 } }),
    );
  });
  test('coordinates', () => {
    expect(applied('coarsen', '(52.5200,-13.4050)', { type: 'point' })).toBe('(52.5,-13.4)');
    expect(applied('coarsen', '(-0.04,1e+06)', { type: 'point' })).toBe('(0,1000000)');
    expect(applied('coarsen', '(1.5,1e+92)', { type: 'point' })).toBe('(0,0)');
  });
});

describe('inside', () => {
  test('json: paths are masked, bytes between stay, the rest goes', () => {
    const options = {
      paths: { '$.a.b': { fixed: { value: 'x' } }, '$.l[*].n': 'redact', '$."o dd".*': { round: { to: 10 } }, '$.k': 'keep' },
    };
    const value =
      ' {"a": {"b" :"S" , "c":1}, "l":[ {"n":"S"},{"m":"S"} ],"o dd":{"x":17,"y":"S"},"k":[1, {"z": null}], "u": {"S":1}, "v": "S"}';
    expect(applied('json', value, { type: 'json', options })).toBe(
      ' {"a": {"b" :"x" , "c":0}, "l":[ {"n":"***"},{"m":"***"} ],"o dd":{"x":20,"y":"***"},"k":[1, {"z": null}], "u": {}, "v": "***"}',
    );
  });
  test('json: what is not as deep as its path is redacted, kept or not', () => {
    const options = { paths: { '$.a.b': 'hash', '$.l[*]': 'hash' }, others: 'keep' };
    expect(applied('json', '{"a":"S","l":{"x":"S"},"o":"kept"}', { type: 'json', options })).toBe(
      '{"a":"***","l":{},"o":"kept"}',
    );
    expect(applied('json', '["S"]', { type: 'json', options })).toBe('[]');
    expect(applied('json', '{"a":[{"b":"S"}],"l":null}', { type: 'json', options })).toBe('{"a":[],"l":null}');
    expect(applied('json', '{"a":{"b":"S"},"a":"S"', { type: 'json', options })).toBe('{}');
  });
  test('when: the first pattern that fits', () => {
    // oxlint-disable-next-line unicorn/no-thenable -- an option of `when`; nothing awaits options
    const options = { matches: ['*@example.org', 'test-*'], then: 'keep', otherwise: { fixed: { value: 'x' } } };
    expect(applied('when', 'a@example.org', { options })).toBe('a@example.org');
    expect(applied('when', 'test-1', { options })).toBe('test-1');
    expect(applied('when', 'a@example.org.evil.com', { options })).toBe('x');
    expect(applied('when', 'best-1', { options })).toBe('x');
  });
});
