/** Slows down those who fail to log in, by source address and by user name. */
export interface Throttle {
  /**
   * Whether the next attempt may be made: after a delay in milliseconds (0: at once), or, while the longest delay
   * runs, not at all, since an attempt that waits costs a connection.
   */
  admit(address: string, user: string): Admission;
  failed(address: string, user: string): void;
  /** Forgets the user's failures; the address's stay, since one good login does not excuse guessing at others. */
  succeeded(user: string): void;
}

export type Admission = { readonly kind: 'go'; readonly delayMs: number } | { readonly kind: 'refuse'; readonly retryMs: number };

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
  const fullDelay = (key: string): number => {
    const failures = live(key)?.failures ?? 0;
    return failures < free ? 0 : Math.min(capMs, baseMs * 2 ** (failures - free));
  };
  const remaining = (key: string): number => Math.max(0, (entries.get(key)?.last ?? 0) + fullDelay(key) - clock());
  const count = (key: string): void => {
    const failures = (live(key)?.failures ?? 0) + 1;
    // Deleted first: a Map keeps the order of insertion, which is then the order of last failures.
    entries.delete(key);
    entries.set(key, { failures, last: clock() });
    const [oldest] = entries.keys();
    if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
  };

  return {
    admit: (address, user) => {
      const keys = [`address ${address}`, `user ${user}`];
      const delayMs = Math.max(...keys.map(remaining));
      const refuse = keys.some((key) => remaining(key) > 0 && fullDelay(key) === capMs);
      return refuse ? { kind: 'refuse', retryMs: delayMs } : { kind: 'go', delayMs };
    },
    failed: (address, user) => {
      count(`address ${address}`);
      count(`user ${user}`);
    },
    succeeded: (user) => {
      entries.delete(`user ${user}`);
    },
  };
};
