import { describe, expect, test } from 'vitest';
import { findSpans } from '../../../src/masking/detectors/find.ts';
import { detectors } from '../../../src/masking/detectors/index.ts';
import { profileOf } from '../../../src/masking/detectors/profile.ts';
import { examples } from './examples.ts';

test('each detector has examples, and no example is without its detector', () => {
  expect(Object.keys(examples).toSorted()).toEqual(detectors.map(({ id }) => id).toSorted());
});

describe.each(detectors.map((detector) => [detector.id, detector] as const))('%s', (id, detector) => {
  const { finds: pairs, leaves } = examples[id] ?? { finds: [], leaves: [] };
  const finds = pairs.map(([text, piece = text]) => ({ text, piece }));

  const pieces = (text: string): readonly string[] =>
    detector.mayHold(profileOf(text)) ? detector.find(text).map(({ start, end }) => text.slice(start, end)) : [];

  test.each(finds)('finds $piece in $text', ({ text, piece }) => {
    expect(pieces(text)).toContain(piece);
  });

  test.each(leaves)('leaves %j alone', (text) => {
    expect(pieces(text)).toEqual([]);
  });

  test.each(finds)('keeps its class in $text', ({ text, piece }) => {
    const start = text.indexOf(piece);
    const over = findSpans(text).filter((span) => span.start < start + piece.length && span.end > start);
    expect(over.map((span) => span.class)).toContain(detector.class);
  });
});
