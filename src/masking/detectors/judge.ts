/** What a column holds, by a sample of its values. */
import { findSpans } from './find.ts';
import type { Certainty, ValueClass } from './types.ts';

export interface Verdict {
  readonly class: ValueClass;
  readonly detector: string;
  /** Values in which the detector found something. */
  readonly hits: number;
  /** Values that are neither null nor blank. */
  readonly of: number;
}

/**
 * The share of values that must have a hit of at least this certainty. One certain hit in twenty is a personal column, while
 * one in ten numbers has a right check digit by chance, and words that look like names are everywhere.
 */
const needed: Readonly<Record<Certainty, number>> = { certain: 0.05, likely: 0.5, hint: 0.7 };

const certainties = ['certain', 'likely', 'hint'] as const;

/** Values beyond this many UTF-16 units are judged by their beginning. */
const longest = 4096;

/**
 * Judges a sample; undefined where too few values have a hit. The detector with the most hits decides, of equals the one
 * with the more certain hits. Holds no value in its result.
 */
export const judgeSamples = (values: Iterable<string | null | undefined>): Verdict | undefined => {
  let of = 0;
  const tallies = new Map<string, { readonly class: ValueClass; readonly counts: Record<Certainty, number> }>();
  for (const value of values) {
    if (value === null || value === undefined || value.trim() === '') continue;
    of += 1;
    const best = new Map<string, Certainty>();
    for (const span of findSpans(value.slice(0, longest))) {
      const known = best.get(span.detector);
      if (known === undefined || certainties.indexOf(span.certainty) < certainties.indexOf(known)) {
        best.set(span.detector, span.certainty);
      }
      if (!tallies.has(span.detector)) {
        tallies.set(span.detector, { class: span.class, counts: { certain: 0, likely: 0, hint: 0 } });
      }
    }
    for (const [detector, certainty] of best) {
      const tally = tallies.get(detector);
      if (tally !== undefined) tally.counts[certainty] += 1;
    }
  }
  const verdicts = Array.from(tallies, ([detector, { class: name, counts }]) => {
    let hits = 0;
    const enough = certainties.some((certainty) => {
      hits += counts[certainty];
      return hits > 0 && hits >= needed[certainty] * of;
    });
    const all = counts.certain + counts.likely + counts.hint;
    return { verdict: { class: name, detector, hits: all, of }, enough, certain: counts.certain };
  });
  return verdicts
    .filter(({ enough }) => enough)
    .sort((a, b) => b.verdict.hits - a.verdict.hits || b.certain - a.certain)
    .at(0)?.verdict;
};
