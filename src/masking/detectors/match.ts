/** Detectors made of a bounded pattern and a judgement of what it matches. */
import type { Certainty, Detector, Found, Profile, ValueClass } from './types.ts';

/** Neither a letter, a digit nor an underscore before or behind. */
export const bounded = (source: string, flags = ''): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}_])(?:${source})(?![\p{L}\p{N}_])`, `gu${flags}`);

const none: readonly RegExpExecArray[] = [];

/** As `matchAll`, which makes a copy of the pattern for each text; most texts have no match. */
export const matchesIn = (text: string, pattern: RegExp): readonly RegExpExecArray[] => {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return none;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match);
    // In the middle of a surrogate pair it would go back to its beginning.
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
};

/** How far before a match a word may stand that tells what it is. */
const contextReach = 40;

export interface Place {
  readonly match: string;
  /** At most the 40 characters before the match. */
  readonly before: string;
  /** The match is all there is, but for white space. */
  readonly alone: boolean;
  /** How many matches of the pattern stood before it in the text. */
  readonly nth: number;
}

export interface MatchRule {
  readonly id: string;
  readonly class: ValueClass;
  readonly summary: string;
  /** With the flags g and u, and without unbounded quantifiers. */
  readonly pattern: RegExp;
  /** Undefined where it is none after all. */
  readonly judge: (place: Place) => Certainty | undefined;
  readonly mayHold: (profile: Profile) => boolean;
}

export const matchDetector = ({ id, class: name, summary, pattern, judge, mayHold }: MatchRule): Detector => ({
  id,
  class: name,
  summary,
  mayHold,
  patterns: [pattern],
  find: (text) => {
    const trimmed = text.trim().length;
    const found: Found[] = [];
    let nth = 0;
    for (const { 0: match, index } of matchesIn(text, pattern)) {
      const before = text.slice(Math.max(0, index - contextReach), index);
      const certainty = judge({ match, before, alone: match.length === trimmed, nth });
      nth += 1;
      if (certainty !== undefined) found.push({ start: index, end: index + match.length, certainty });
    }
    return found;
  },
});
