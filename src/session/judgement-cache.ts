/** Judgements by what they rest on. Bounded by count and by the length of texts: the least recently used go first. */
import type { Judgement } from './judgement.ts';

export interface JudgementCache {
  get(key: string): Judgement | undefined;
  /** `until` in milliseconds since the epoch: a decision that rests on a reveal ends with it. */
  set(key: string, judgement: Judgement, until: number | undefined): void;
}

const mostEntries = 2_000;
const longestKey = 32_768;

export const createJudgementCache = (clock: () => number): JudgementCache => {
  const entries = new Map<string, { readonly judgement: Judgement; readonly until: number }>();
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      // A Map keeps the order of insertion: taken out and put in again, it is the most recently used.
      entries.delete(key);
      if (clock() >= entry.until) return undefined;
      entries.set(key, entry);
      return entry.judgement;
    },
    set: (key, judgement, until) => {
      if (key.length > longestKey) return;
      entries.set(key, { judgement, until: until ?? Infinity });
      if (entries.size <= mostEntries) return;
      const [oldest] = entries.keys();
      if (oldest !== undefined) entries.delete(oldest);
    },
  };
};
