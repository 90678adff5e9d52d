/** Judgements by what they rest on. Bounded by count and by the length of texts: those not used for long go first. */
import type { Environment } from './environment.ts';
import type { Judgement } from './judgement.ts';

type Keyed = Pick<Environment, 'key'>;

export interface JudgementCache {
  get(environment: Keyed, key: string): Judgement | undefined;
  /** `until` in milliseconds since the epoch: a decision that rests on a reveal ends with it. */
  set(environment: Keyed, key: string, judgement: Judgement, until: number | undefined): void;
}

const mostEntries = 2_000;
const longestKey = 32_768;

/** A number for each environment that differs, which is quicker to look up than its key; none is given twice. */
const createNumbers = (): ((environment: Keyed) => number) => {
  const byObject = new WeakMap<Keyed, number>();
  const byKey = new Map<string, number>();
  let last = 0;
  return (environment) => {
    const known = byObject.get(environment);
    if (known !== undefined) return known;
    const number = byKey.get(environment.key) ?? (last += 1);
    if (byKey.size >= mostEntries) byKey.clear();
    byKey.set(environment.key, number);
    byObject.set(environment, number);
    return number;
  };
};

export const createJudgementCache = (clock: () => number): JudgementCache => {
  const numberOf = createNumbers();
  const entries = new Map<string, { readonly judgement: Judgement; readonly until: number }>();
  return {
    get: (environment, key) => {
      const full = `${String(numberOf(environment))} ${key}`;
      const entry = entries.get(full);
      if (entry === undefined) return undefined;
      if (clock() >= entry.until) {
        entries.delete(full);
        return undefined;
      }
      // A Map keeps the order of insertion, which matters once entries may have to go.
      if (entries.size > mostEntries / 2) {
        entries.delete(full);
        entries.set(full, entry);
      }
      return entry.judgement;
    },
    set: (environment, key, judgement, until) => {
      if (key.length > longestKey) return;
      entries.set(`${String(numberOf(environment))} ${key}`, { judgement, until: until ?? Infinity });
      if (entries.size <= mostEntries) return;
      const [oldest] = entries.keys();
      if (oldest !== undefined) entries.delete(oldest);
    },
  };
};
