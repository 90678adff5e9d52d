import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSpans } from '../../../src/masking/detectors/find.ts';
import { judgeSamples } from '../../../src/masking/detectors/judge.ts';
import { scrub, scrubText } from '../../../src/masking/detectors/scrub.ts';

describe('scrub', () => {
  test.each([
    ['Call Jane at +49 30 123456 or jane@example.org.', 'Call Jane at [phone] or [email].'],
    ['Paid with 4111 1111 1111 1111, DE89 3704 0044 0532 0130 00', 'Paid with [financial], [financial]'],
    ['nothing to see', 'nothing to see'],
    ['', ''],
    ['login from 203.0.113.9, password=hunter22;', 'login from [ip_address], password=[secret];'],
    ['Dear Mr. Miller, you were born on 12 March 1980', 'Dear Mr. [person_name], you were born on [date_of_birth]'],
  ])('%j', (text, expected) => {
    expect(scrubText(text)).toBe(expected);
  });

  test('keeps every character outside the spans', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a@b.co', ' ', 'x', '203.0.113.9', '😀', '\n', 'Tel. 030 1234567')), (parts) => {
        const text = parts.join('');
        const spans = findSpans(text);
        const kept = text.length - spans.reduce((sum, { start, end }) => sum + end - start, 0);
        const marks = spans.reduce((sum, span) => sum + span.class.length + 2, 0);
        expect(scrub(text, spans)).toHaveLength(kept + marks);
      }),
    );
  });

  test('leaves nothing that it would replace again', () => {
    const text = 'Tel. 030 1234567, a@b.co, 203.0.113.9, DE89 3704 0044 0532 0130 00';
    expect(findSpans(scrubText(text))).toEqual([]);
  });
});

const times = (n: number, make: (at: number) => string): readonly string[] => Array.from({ length: n }, (_, at) => make(at));

describe('judging samples', () => {
  test('says how many of how many', () => {
    const values = [...times(97, (at) => `user${String(at)}@example.org`), 'n/a', '-', 'unknown'];
    expect(judgeSamples(values)).toEqual({ class: 'email', detector: 'email', certainty: 'certain', hits: 97, of: 100 });
  });

  test('null and blank values do not count', () => {
    expect(judgeSamples([null, undefined, '', '  ', 'a@example.org'])).toEqual({
      class: 'email',
      detector: 'email',
      certainty: 'certain',
      hits: 1,
      of: 1,
    });
  });

  test('a few certain hits in many are enough, fewer than one in twenty are not', () => {
    const notes = times(99, (at) => `note ${String(at)}`);
    expect(judgeSamples([...notes.slice(5), ...times(5, () => 'mail a@b.co')])?.class).toBe('email');
    expect(judgeSamples([...notes, 'mail a@b.co'])).toBeUndefined();
  });

  test.each([
    ['names', ['Maria', 'John Smith', 'Anna Müller', 'José García', 'Peter'], 'person_name'],
    ['streets', ['Hauptstraße 5', '12 Main Street', 'Calle Mayor 3'], 'street_address'],
    ['phones', ['06 12 34 56 78', '020 7946 0958', '(650) 253-0000'], 'phone'],
    ['cards', ['4111111111111111', '5555555555554444', '378282246310005'], 'financial'],
  ])('%s', (_, values, expected) => {
    expect(judgeSamples(values)?.class).toBe(expected);
  });

  /** Multiples of a prime, so that digits vary and no column of numbers is one by chance of its start. */
  const numbers = (length: number): readonly string[] =>
    times(400, (at) => String(10 ** (length - 1) + ((at * 7_368_787 * 104_729) % (9 * 10 ** (length - 1)))));

  test.each([6, 7, 8, 9, 10, 11, 12, 13, 14, 15])('numbers of %i digits are nobody’s', (length) => {
    expect(judgeSamples(numbers(length))).toBeUndefined();
  });

  test.each([
    ['times', times(100, (at) => new Date(at * 86_461_000_000).toISOString())],
    ['dates', times(100, (at) => new Date(at * 86_461_000_000).toISOString().slice(0, 10))],
    ['prices', times(100, (at) => ((at * 7919) / 100).toFixed(2))],
    ['order numbers', times(100, (at) => `ORD-2026-${String(100_000 + at * 7919)}`)],
    ['versions', times(100, (at) => `${String(at)}.2.${String(at % 7)}`)],
    ['titles', ['Monthly Report', 'Premium Plan', 'Academy Dinosaur', 'North America', 'Sci Fi']],
    ['nothing', []],
  ])('%s are nobody’s', (_, values) => {
    expect(judgeSamples(values)).toBeUndefined();
  });
});
