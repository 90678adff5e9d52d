import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectors } from '../../../src/masking/detectors/index.ts';
import { matchesIn } from '../../../src/masking/detectors/match.ts';

const patterns = [...detectors.flatMap((detector) => detector.patterns), /(?=\d)/gu, /\p{Lu}?/gu];

const pieces = fc.constantFrom(
  'a@b.example ',
  '4111 1111 1111 1111 ',
  'Maria Müller ',
  'Dr. Who, ',
  'password=hunter2hunter2 ',
  'DE89370400440532013000 ',
  '😀',
  'É9',
);
const texts = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 8 })
  .map((all) => all.join(''));

test('matches are those of matchAll, whatever the pattern looked at before', () => {
  expect(patterns.every(({ flags }) => flags.includes('g') && flags.includes('u'))).toBe(true);
  fc.assert(
    fc.property(texts, texts, fc.constantFrom(...patterns), (first, text, pattern) => {
      matchesIn(first, pattern);
      const found = matchesIn(text, pattern).map((match) => [match.index, ...match]);
      expect(found).toEqual(Array.from(text.matchAll(pattern), (match) => [match.index, ...match]));
    }),
    { numRuns: 2_000 },
  );
});
