import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retrying, waitFor, type Failure } from '../../../action/comment/retry.ts';

const now = 1_700_000_000_000;
const dice = (value: number) => ({ clock: () => now, random: () => value });

test.each<[string, Failure, number | undefined]>([
  ['502', { status: 502, headers: {} }, 1000],
  ['no answer', { status: undefined, headers: {} }, 1000],
  ['429 that says nothing', { status: 429, headers: {} }, 1000],
  ['429 with Retry-After', { status: 429, headers: { 'retry-after': '7' } }, 7500],
  ['403 of a secondary limit', { status: 403, headers: { 'retry-after': '60' } }, 60_500],
  [
    '403 of the primary limit',
    { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 9) } },
    9500,
  ],
  [
    'a limit that has been reset meanwhile',
    { status: 429, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 - 9) } },
    500,
  ],
  [
    '403 of a permission',
    { status: 403, headers: { 'x-ratelimit-remaining': '4999', 'x-ratelimit-reset': String(now / 1000 + 9) } },
    undefined,
  ],
  ['403 with a Retry-After that is a date', { status: 403, headers: { 'retry-after': 'soon' } }, undefined],
  ['401', { status: 401, headers: { 'retry-after': '1' } }, undefined],
  ['404', { status: 404, headers: {} }, undefined],
  ['422', { status: 422, headers: {} }, undefined],
])('%s', (_, failure, wait) => {
  expect(waitFor(failure, 1, dice(0.5))).toBe(wait);
});

test('waits grow, and no two clients wait alike', () => {
  fc.assert(
    fc.property(fc.integer({ min: 500, max: 599 }), fc.double({ min: 0, max: 1, noNaN: true }), (status, chance) => {
      const waits = [1, 2, 3, 4].map((attempt) => waitFor({ status, headers: {} }, attempt, dice(chance)) ?? 0);
      expect(waits).toEqual([1, 2, 4, 8].map((factor) => factor * 1000 * (0.5 + chance)));
    }),
  );
});

class RequestError extends Error {
  readonly status: number;
  readonly response: { readonly headers: Record<string, string> };
  constructor(status: number, headers: Record<string, string> = {}) {
    super(String(status));
    this.status = status;
    this.response = { headers };
  }
}

const attempt = async (errors: readonly Error[], attempts = 3) => {
  const waits: number[] = [];
  let calls = 0;
  const act = async (): Promise<string> => {
    const error = errors[calls];
    calls += 1;
    if (error !== undefined) throw error;
    return 'done';
  };
  const sleep = async (wait: number): Promise<void> => void waits.push(wait);
  const result = await retrying(act, { attempts, longest: 5_000, ...dice(0.5), sleep }).catch((error: unknown) => error);
  return { result, waits, calls };
};

test('what may pass is tried again, and what the service asks for is waited for', async () => {
  expect(await attempt([new RequestError(502), new RequestError(429, { 'retry-after': '3' })])).toEqual({
    result: 'done',
    waits: [1000, 3500],
    calls: 3,
  });
});

test.each<[string, Error]>([
  ['a refusal', new RequestError(403)],
  ['a wait that is too long', new RequestError(429, { 'retry-after': '3600' })],
  ['a defect of our own', new TypeError('undefined is not a function')],
])('%s is not repeated', async (_, error) => {
  expect(await attempt([error])).toEqual({ result: error, waits: [], calls: 1 });
});

test('after the last attempt the failure stays', async () => {
  const last = new RequestError(503);
  expect(await attempt([new RequestError(500), new RequestError(500), last])).toEqual({
    result: last,
    waits: [1000, 2000],
    calls: 3,
  });
});
