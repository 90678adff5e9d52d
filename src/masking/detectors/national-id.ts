import { matchDetector } from './match.ts';
import type { Detector } from './types.ts';

/** One country's number. `valid` gets it without separators, in capital letters. */
export interface NationalId {
  readonly id: string;
  readonly summary: string;
  readonly pattern: RegExp;
  readonly valid: (compact: string) => boolean;
  /** Digits that a text needs to hold one. */
  readonly digits: number;
  /**
   * never: letters and check characters leave little to chance. formatted: with its separators it speaks for itself,
   * as bare digits it does not. always: needs a word before it in any form.
   */
  readonly needsContext: 'never' | 'formatted' | 'always';
  /** Has no check digit: bare digits are none without a word before them, even as a whole value. */
  readonly unchecked?: true;
  /** At least one in thirty of its shape is right by chance: not certain without a word before it. */
  readonly weak?: true;
  /** Tells what the number is, in the 40 characters before it. */
  readonly context: RegExp;
}

/** A number by chance right is one in ten or a hundred: as a whole value it counts, in a text only where something tells. */
export const nationalId = ({
  id,
  summary,
  pattern,
  valid,
  digits,
  needsContext,
  unchecked,
  weak,
  context,
}: NationalId): Detector =>
  matchDetector({
    id,
    class: 'gov_id',
    summary,
    pattern,
    mayHold: (profile) => profile.digits >= digits,
    judge: ({ match, before, alone }) => {
      const compact = match.replaceAll(/[ .\-/+]/gu, '').toUpperCase();
      if (!valid(compact)) return undefined;
      if (context.test(before)) return 'certain';
      if (needsContext === 'never') return weak === undefined ? 'certain' : 'likely';
      const formatted = compact.length < match.length;
      if (alone && (formatted || unchecked === undefined)) return 'likely';
      return needsContext === 'formatted' && formatted ? 'likely' : undefined;
    },
  });
