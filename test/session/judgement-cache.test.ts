import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../src/session/judgement.ts';
import { createJudgementCache, type JudgementCache } from '../../src/session/judgement-cache.ts';

const place = { key: 'a' };
const judgement = (): Judgement => ({ kind: 'statements', statements: [] });

const fill = (cache: JudgementCache, from: number, to: number): void => {
  for (let number = from; number < to; number += 1) cache.set(place, String(number), judgement(), undefined);
};

describe('judgements that are kept', () => {
  it('are those of one environment, whichever object stands for it', () => {
    const cache = createJudgementCache(() => 0);
    const kept = judgement();
    cache.set(place, 'text', kept, undefined);
    expect(cache.get({ key: 'a' }, 'text')).toBe(kept);
    expect(cache.get({ key: 'b' }, 'text')).toBeUndefined();
    expect(cache.get(place, 'other')).toBeUndefined();
  });

  it('end with what they rest on', () => {
    let now = 0;
    const cache = createJudgementCache(() => now);
    cache.set(place, 'text', judgement(), 10);
    now = 9;
    expect(cache.get(place, 'text')).toBeDefined();
    now = 10;
    expect(cache.get(place, 'text')).toBeUndefined();
    now = 9;
    expect(cache.get(place, 'text')).toBeUndefined();
  });

  it('are at most 2,000: those that were not used go', () => {
    const cache = createJudgementCache(() => 0);
    fill(cache, 0, 1_500);
    expect(cache.get(place, '0')).toBeDefined();
    fill(cache, 1_500, 2_001);
    expect(cache.get(place, '0')).toBeDefined();
    expect(cache.get(place, '1')).toBeUndefined();
    expect(cache.get(place, '2')).toBeDefined();
  });

  it('are not of texts that are too long', () => {
    const cache = createJudgementCache(() => 0);
    cache.set(place, 'x'.repeat(40_000), judgement(), undefined);
    expect(cache.get(place, 'x'.repeat(40_000))).toBeUndefined();
  });

  it('are not mixed up when there are more environments than numbers are kept for', () => {
    const cache = createJudgementCache(() => 0);
    const kept = judgement();
    cache.set(place, 'text', kept, undefined);
    for (let number = 0; number < 3_000; number += 1) expect(cache.get({ key: `e${String(number)}` }, 'text')).toBeUndefined();
    expect(cache.get(place, 'text')).toBe(kept);
    const other = { key: 'e2999' };
    cache.set(other, 'text', judgement(), undefined);
    expect(cache.get({ key: 'e2999' }, 'text')).not.toBe(kept);
    expect(cache.get({ key: 'e2999' }, 'text')).toBeDefined();
  });
});
