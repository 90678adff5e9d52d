import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { luhn, mod11Of10, verhoeff } from '../../../src/masking/detectors/check-digits.ts';
import { findSpans, withoutOverlap } from '../../../src/masking/detectors/find.ts';
import { detectors, type Span } from '../../../src/masking/detectors/index.ts';
import { examples } from './examples.ts';

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));

const found = (text: string, detector: string): boolean =>
  findSpans(text).some((span) => span.detector === detector && span.start <= 0 && span.end >= text.length);

/** The text with its nth digit another one. */
const changed = (text: string, nth: number, by: number): string => {
  const places = Array.from(text, (character, at) => (/\d/u.test(character) ? at : -1)).filter((at) => at >= 0);
  const at = places[nth % places.length] ?? 0;
  return `${text.slice(0, at)}${String((Number(text[at]) + by) % 10)}${text.slice(at + 1)}`;
};

const slip = fc.record({ nth: fc.nat({ max: 40 }), by: fc.integer({ min: 1, max: 9 }) });

describe('check digits', () => {
  test.each([
    ['Luhn', luhn],
    ['Verhoeff', verhoeff],
    ['MOD 11,10', mod11Of10],
  ])('%s: one last digit is right, and a slip in one digit shows', (_, valid) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 18 }).chain(digits), slip, (body, { nth, by }) => {
        const right = Array.from('0123456789')
          .map((last) => body + last)
          .filter((number) => valid(number));
        expect(right).toHaveLength(1);
        const number = right[0] ?? '';
        expect(valid(changed(number, nth, by))).toBe(false);
      }),
    );
  });
});

/** Makes a right number from random digits by the rule as its authority words it, apart from the detector's own code. */
const makers: Readonly<Record<string, { readonly digits: number; make: (body: string) => string | undefined }>> = {
  'gb-nhs': {
    digits: 9,
    make: (body) => {
      const check = 11 - (Array.from(body).reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0) % 11);
      return check === 10 ? undefined : `${body}${String(check % 11)}`;
    },
  },
  'es-dni': { digits: 8, make: (body) => body + 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(Number(body) % 23) },
  'fr-nir': {
    digits: 8,
    make: (body) => {
      const number = `185057${body.slice(0, 1)}5${body.slice(1, 6)}`;
      return number + String(97 - (Number(number) % 97)).padStart(2, '0');
    },
  },
  'nl-bsn': {
    digits: 8,
    make: (body) => {
      const check = Array.from(body).reduce((sum, digit, at) => sum + Number(digit) * (9 - at), 0) % 11;
      return check === 10 || Number(body) === 0 ? undefined : body + String(check);
    },
  },
  'ch-ahv': {
    digits: 9,
    make: (body) => {
      const number = `756${body}`;
      const sum = Array.from(number).reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
      return number + String((10 - (sum % 10)) % 10);
    },
  },
  iban: {
    digits: 18,
    make: (body) => {
      const check = 98n - (BigInt(`${body}131400`) % 97n);
      return `DE${String(check).padStart(2, '0')}${body}`;
    },
  },
  card: {
    digits: 14,
    make: (body) =>
      Array.from('0123456789')
        .map((last) => `4${body}${last}`)
        .find((number) => luhn(number)),
  },
};

describe.each(Object.entries(makers))('%s', (id, maker) => {
  test('any right number is found, one digit off is not', () => {
    fc.assert(
      fc.property(digits(maker.digits), slip, (body, { nth, by }) => {
        const right = maker.make(body);
        fc.pre(right !== undefined);
        expect(found(right, id)).toBe(true);
        expect(found(changed(right, nth, by), id)).toBe(false);
      }),
    );
  });
});

/** Without a check digit, or with one that misses some slips: 0 stands for 10 too, or weights share a factor with the modulus. */
const missesSlips = new Set([
  'us-ssn',
  'dk-cpr',
  'kr-rrn',
  'in-pan',
  'gb-nino',
  'pt-nif',
  'ro-cnp',
  'br-cpf',
  'br-cnpj',
  'jp-my-number',
  'ru-snils',
  'be-rrn',
  'se-personnummer',
  'tr-tckn',
  'it-codice-fiscale',
  'mx-curp',
]);

const checked = Object.entries(examples).flatMap(([id, { finds }]) => {
  const isId = /^[a-z]{2}-/u.test(id) && detectors.some((detector) => detector.id === id && detector.class === 'gov_id');
  const alone = finds.find(([, piece]) => piece === undefined)?.[0];
  return isId && alone !== undefined && !missesSlips.has(id) ? [[id, alone] as const] : [];
});

test.each(checked)('%s: no slip in one digit of %s is found', (id, number) => {
  fc.assert(
    fc.property(slip, ({ nth, by }) => {
      expect(found(changed(number, nth, by), id)).toBe(false);
    }),
  );
});

describe('spans', () => {
  const pieces = Object.values(examples).flatMap(({ finds, leaves }) => [...finds.map(([text]) => text), ...leaves]);
  const text = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme' })), { maxLength: 6 })
    .chain((parts) => fc.constantFrom('', ' ', '\n', ', ').map((between) => parts.join(between)));

  test('are in the text, in order, and do not overlap', () => {
    fc.assert(
      fc.property(text, (any) => {
        let behind = 0;
        for (const { start, end } of findSpans(any)) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(end).toBeGreaterThan(start);
          behind = end;
        }
        expect(behind).toBeLessThanOrEqual(any.length);
      }),
    );
  });

  test('the most certain of those that overlap stays, of equals the longest', () => {
    const span = (start: number, end: number, certainty: Span['certainty']): Span => ({
      start,
      end,
      class: 'email',
      detector: 'email',
      certainty,
    });
    const kept = withoutOverlap(
      [span(0, 9, 'hint'), span(2, 4, 'certain'), span(3, 8, 'likely'), span(5, 7, 'likely'), span(3, 6, 'certain')],
      9,
    );
    expect(kept).toEqual([span(3, 6, 'certain')]);
  });

  test('the prefilter hides nothing', () => {
    fc.assert(
      fc.property(text, (any) => {
        const all = detectors.flatMap((detector) =>
          detector.find(any).map((span): Span => ({ ...span, class: detector.class, detector: detector.id })),
        );
        expect(findSpans(any)).toEqual(withoutOverlap(all, any.length));
      }),
    );
  });
});
