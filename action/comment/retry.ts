/** When a request to GitHub is worth repeating: never a refusal, always a limit or a failure of the service. */

/** What of a failed request decides. `status` 0 or undefined: no answer came. */
export interface Failure {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

export interface RetryOptions {
  readonly attempts: number;
  /** No single wait is longer, in milliseconds: who is told to wait for more gives up. */
  readonly longest: number;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

const seconds = (value: string | number | undefined): number | undefined => {
  const number = value === undefined || value === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) && number >= 0 ? number : undefined;
};

/**
 * Milliseconds to wait before the attempt after `attempt` (from 1); undefined for a failure that stays one. A 403 is a
 * limit only where its headers say so (docs.github.com, "Rate limits for the REST API").
 */
export const waitFor = (
  { status = 0, headers }: Failure,
  attempt: number,
  { clock, random }: Pick<RetryOptions, 'clock' | 'random'>,
): number | undefined => {
  const backoff = 1000 * 2 ** (attempt - 1) * (0.5 + random());
  if (status === 0 || status >= 500) return backoff;
  if (status !== 403 && status !== 429) return undefined;
  const after = seconds(headers['retry-after']);
  if (after !== undefined) return after * 1000 + random() * 1000;
  const reset = seconds(headers['x-ratelimit-reset']);
  if (reset !== undefined && String(headers['x-ratelimit-remaining']) === '0') {
    return Math.max(0, reset * 1000 - clock()) + random() * 1000;
  }
  return status === 429 ? backoff : undefined;
};

const failureOf = (error: unknown): Failure | undefined => {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  const { response } = error as { readonly response?: { readonly headers?: Failure['headers'] } };
  return { status: error.status, headers: response?.headers ?? {} };
};

/** Rejects with the last failure. What is no failure of a request is never repeated. */
export const retrying = async <T>(act: () => Promise<T>, options: RetryOptions): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      const failure = failureOf(error);
      const wait = failure === undefined ? undefined : waitFor(failure, attempt, options);
      if (wait === undefined || wait > options.longest || attempt >= options.attempts) throw error;
      await options.sleep(wait);
    }
  }
};
