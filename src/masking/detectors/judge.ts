/** What a column holds, by a sample of its values. */
import { findSpans } from './find.ts';
import type { Certainty, ValueClass } from './types.ts';

export interface Verdict {
  readonly class: ValueClass;
  readonly detector: string;
  /** Of enough of the hits. */
  readonly certainty: Certainty;
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

export interface Tally {
  /** A value that is null or blank does not count. */
  add(value: string | null | undefined): void;
  /**
   * Undefined where too few values have a hit. The detector with the most hits decides, of equals the one with the more
   * certain hits. Holds no value.
   */
  verdict(): Verdict | undefined;
}

/** The most certain hit of each detector in a text, with the class that it is of. */
const bestHits = (text: string): ReadonlyMap<string, { readonly class: ValueClass; readonly certainty: Certainty }> => {
  const best = new Map<string, { readonly class: ValueClass; readonly certainty: Certainty }>();
  for (const { detector, class: name, certainty } of findSpans(text)) {
    const known = best.get(detector);
    if (known === undefined || certainties.indexOf(certainty) < certainties.indexOf(known.certainty)) {
      best.set(detector, { class: name, certainty });
    }
  }
  return best;
};

/** Distinct values of a sample whose hits are remembered: many columns hold few. */
const mostRemembered = 100;

/** Judges a sample value by value, so that whoever has no time for all of it at once can go on later. */
export const createTally = (): Tally => {
  let of = 0;
  const remembered = new Map<string, ReturnType<typeof bestHits>>();
  const hitsOf = (text: string): ReturnType<typeof bestHits> => {
    const before = remembered.get(text);
    if (before !== undefined) return before;
    const hits = bestHits(text);
    if (remembered.size < mostRemembered) remembered.set(text, hits);
    return hits;
  };
  const tallies = new Map<string, { readonly class: ValueClass; readonly counts: Record<Certainty, number> }>();
  return {
    add: (value) => {
      if (value === null || value === undefined || value.trim() === '') return;
      of += 1;
      for (const [detector, hit] of hitsOf(value.slice(0, longest))) {
        const tally = tallies.get(detector) ?? { class: hit.class, counts: { certain: 0, likely: 0, hint: 0 } };
        tally.counts[hit.certainty] += 1;
        tallies.set(detector, tally);
      }
    },
    verdict: () => {
      const verdicts = Array.from(tallies, ([detector, { class: name, counts }]) => {
        let hits = 0;
        const certainty = certainties.find((one) => {
          hits += counts[one];
          return hits > 0 && hits >= needed[one] * of;
        });
        const all = counts.certain + counts.likely + counts.hint;
        return { verdict: { class: name, detector, certainty, hits: all, of }, certain: counts.certain };
      });
      return verdicts
        .sort((a, b) => b.verdict.hits - a.verdict.hits || b.certain - a.certain)
        .map(({ verdict }) => verdict)
        .find((verdict): verdict is Verdict => verdict.certainty !== undefined);
    },
  };
};

/** Judges a whole sample. */
export const judgeSamples = (values: Iterable<string | null | undefined>): Verdict | undefined => {
  const tally = createTally();
  for (const value of values) tally.add(value);
  return tally.verdict();
};
