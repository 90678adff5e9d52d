import { beforeEach, describe, expect, it } from 'vitest';
import { createThrottle, type Throttle } from '../../src/auth/throttle.ts';

let now = 0;
let throttle: Throttle;
beforeEach(() => {
  now = 1_000_000;
  throttle = createThrottle({ clock: () => now, free: 2, baseMs: 100, capMs: 800, forgetMs: 10_000, maxEntries: 4 });
});
const fail = (times: number, address = '192.0.2.1', user = 'ada') => {
  for (let n = 0; n < times; n += 1) throttle.failed(address, user);
};

describe('the throttle', () => {
  it.each([
    [0, 0],
    [1, 0],
    [2, 100],
    [3, 200],
    [4, 400],
  ])('after %i failures holds the next attempt back by %i ms', (failures, delayMs) => {
    fail(failures);
    expect(throttle.admit('192.0.2.1', 'ada')).toEqual({ kind: 'go', delayMs });
  });

  it('at the longest delay refuses until it has passed', () => {
    fail(9);
    expect(throttle.admit('192.0.2.1', 'ada')).toEqual({ kind: 'refuse', retryMs: 800 });
    now += 799;
    expect(throttle.admit('192.0.2.1', 'ada')).toEqual({ kind: 'refuse', retryMs: 1 });
    now += 1;
    expect(throttle.admit('192.0.2.1', 'ada')).toEqual({ kind: 'go', delayMs: 0 });
  });

  it('counts the address whatever the user, and the user whatever the address', () => {
    fail(2);
    expect(throttle.admit('192.0.2.1', 'bob')).toEqual({ kind: 'go', delayMs: 100 });
    expect(throttle.admit('192.0.2.2', 'ada')).toEqual({ kind: 'go', delayMs: 100 });
    expect(throttle.admit('192.0.2.2', 'bob')).toEqual({ kind: 'go', delayMs: 0 });
  });

  it('takes time that has passed off the delay, and forgets', () => {
    fail(3);
    now += 150;
    expect(throttle.admit('192.0.2.1', 'ada')).toEqual({ kind: 'go', delayMs: 50 });
    now += 10_000;
    fail(1);
    expect(throttle.admit('192.0.2.1', 'ada')).toEqual({ kind: 'go', delayMs: 0 });
  });

  it("forgives the user's failures on success, not the address's", () => {
    fail(3);
    throttle.succeeded('ada');
    expect(throttle.admit('192.0.2.9', 'ada')).toEqual({ kind: 'go', delayMs: 0 });
    expect(throttle.admit('192.0.2.1', 'ada')).toEqual({ kind: 'go', delayMs: 200 });
  });

  it('keeps a bounded number of names, the latest ones', () => {
    fail(3, '192.0.2.1', 'ada');
    fail(3, '192.0.2.2', 'bob');
    fail(3, '192.0.2.3', 'eve');
    expect(throttle.admit('192.0.2.1', 'nobody')).toEqual({ kind: 'go', delayMs: 0 });
    expect(throttle.admit('192.0.2.3', 'nobody')).toEqual({ kind: 'go', delayMs: 200 });
  });
});
