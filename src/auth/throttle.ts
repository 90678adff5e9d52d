/** Slows down those who fail to log in, by source address and by user name. */
export interface Throttle {
  /** Milliseconds to hold the next attempt back; 0 for one that may go on at once. */
  delay(address: string, user: string): number;
  failed(address: string, user: string): void;
  /** Forgets the user's failures; the address's stay, since one good login does not excuse guessing at others. */
  succeeded(user: string): void;
}

interface Entry {
  readonly failures: number;
  readonly last: number;
}

/**
 * The first `free` failures cost nothing; after that the delay begins at `baseMs` and doubles up to `capMs`. Failures
 * are forgotten after `forgetMs` without another. At most `maxEntries` names and addresses are kept: the ones that
 * failed longest ago go first.
 */
export const createThrottle = (options: {
  readonly clock: () => number;
  readonly free?: number;
  readonly baseMs?: number;
  readonly capMs?: number;
  readonly forgetMs?: number;
  readonly maxEntries?: number;
}): Throttle => {
  const { clock } = options;
  const { free = 3, baseMs = 250, capMs = 5_000, forgetMs = 600_000, maxEntries = 10_000 } = options;
  const entries = new Map<string, Entry>();

  const live = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    return entry !== undefined && clock() - entry.last < forgetMs ? entry : undefined;
  };
  const delayOf = (key: string): number => {
    const entry = live(key);
    if (entry === undefined || entry.failures < free) return 0;
    const full = Math.min(capMs, baseMs * 2 ** (entry.failures - free));
    return Math.max(0, entry.last + full - clock());
  };
  const count = (key: string): void => {
    const failures = (live(key)?.failures ?? 0) + 1;
    // Deleted first: a Map keeps the order of insertion, which is then the order of last failures.
    entries.delete(key);
    entries.set(key, { failures, last: clock() });
    const [oldest] = entries.keys();
    if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
  };

  return {
    delay: (address, user) => Math.max(delayOf(`address ${address}`), delayOf(`user ${user}`)),
    failed: (address, user) => {
      count(`address ${address}`);
      count(`user ${user}`);
    },
    succeeded: (user) => {
      entries.delete(`user ${user}`);
    },
  };
};
