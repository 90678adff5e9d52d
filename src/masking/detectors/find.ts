import { detectors } from './index.ts';
import { profileOf } from './profile.ts';
import type { Certainty, Span } from './types.ts';

const rank: Readonly<Record<Certainty, number>> = { certain: 2, likely: 1, hint: 0 };

/** The most certain first, of equals the longest, then the first in the text, then in the table. */
const strongerFirst = (a: Span, b: Span): number =>
  rank[b.certainty] - rank[a.certainty] || b.end - b.start - (a.end - a.start) || a.start - b.start;

/** Of spans that overlap the strongest stays. In the order of the text. */
export const withoutOverlap = (spans: readonly Span[], length: number): readonly Span[] => {
  const taken = new Uint8Array(length);
  return spans
    .toSorted(strongerFirst)
    .filter(({ start, end }) => {
      if (taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    })
    .sort((a, b) => a.start - b.start);
};

/** All that the detectors find in a text; spans do not overlap and are in the order of the text. */
export const findSpans = (text: string): readonly Span[] => {
  const profile = profileOf(text);
  const spans = detectors.flatMap((detector) =>
    detector.mayHold(profile)
      ? detector.find(text).map((found): Span => ({ ...found, class: detector.class, detector: detector.id }))
      : [],
  );
  return spans.length > 1 ? withoutOverlap(spans, text.length) : spans;
};
