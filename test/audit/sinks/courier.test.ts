import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCourier, type Courier } from '../../../src/audit/sinks/courier.ts';
import { StoreFailure, type Sealed, type Sink } from '../../../src/audit/sinks/sink.ts';

const record = (seq: number, bytes = 10): Sealed => ({
  seq,
  time: '2026-11-25T10:00:00.000Z',
  hash: seq.toString(16).padStart(64, '0'),
  type: 'statement',
  line: Buffer.alloc(bytes, 120),
});

type Answer = 'takes' | 'drops' | 'refuses' | 'takes and fails' | 'asks for time';

/** Keeps what it takes by identity, and answers each attempt as it is told; when told nothing more, it takes. */
const scripted = (
  answers: Answer[],
): { readonly sink: Sink; readonly kept: Map<string, number>; readonly attempts: number[][] } => {
  const kept = new Map<string, number>();
  const attempts: number[][] = [];
  return {
    kept,
    attempts,
    sink: {
      deliver: async (records) => {
        attempts.push(records.map(({ seq }) => seq));
        const answer = answers.shift() ?? 'takes';
        if (answer === 'drops') throw new StoreFailure('down', { passes: true });
        if (answer === 'refuses') throw new StoreFailure('403 AccessDenied', { passes: false });
        if (answer === 'asks for time') throw new StoreFailure('busy', { passes: true, retryAfter: 5_000 });
        for (const { seq, hash } of records) kept.set(`${String(seq)} ${hash}`, seq);
        if (answer === 'takes and fails') throw new Error('the acknowledgement was lost');
      },
      close: async () => undefined,
    },
  };
};

interface Stage {
  readonly courier: Courier;
  readonly states: string[];
  readonly pauses: number[];
}

/** Time passes only when the courier sleeps. */
const stage = (sink: Sink, { patience = 60_000, linger = 0, random = 0.5 } = {}): Stage => {
  let now = 0;
  const [states, pauses]: [string[], number[]] = [[], []];
  const courier = createCourier({
    name: 'store',
    sink,
    patience,
    linger,
    clock: () => now,
    sleep: async (milliseconds, signal) => {
      if (signal.aborted) return;
      pauses.push(milliseconds);
      now += milliseconds;
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    },
    random: () => random,
    onState: (state) => states.push(state),
  });
  return { courier, states, pauses };
};

/** Resolves when the store has all up to `seq`, however often it fails before. */
const brought = async (courier: Courier, seq: number): Promise<void> => {
  for (;;) {
    try {
      await courier.delivered(seq);
      return;
    } catch {
      await new Promise((resolve) => void setImmediate(resolve));
    }
  }
};

const closed = async ({ courier }: Stage): Promise<number> => courier.close(10_000);

describe('a courier', () => {
  it('brings every record exactly once and in order, whatever the store does in between', async () => {
    const answer = fc.constantFrom<Answer>('takes', 'drops', 'refuses', 'takes and fails', 'asks for time');
    await fc.assert(
      fc.asyncProperty(
        fc.array(answer, { maxLength: 12 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
        async (answers, pauses) => {
          const { sink, kept, attempts } = scripted([...answers]);
          const { courier } = stage(sink);
          for (const [index, pause] of pauses.entries()) {
            courier.take(record(index + 1));
            if (pause) await new Promise((resolve) => void setImmediate(resolve));
          }
          await brought(courier, pauses.length);
          expect(await courier.close(10_000)).toBe(0);
          const expected = pauses.map((_, index) => index + 1);
          expect([...kept.values()]).toEqual(expected);
          // A batch is tried again as it was, until it is taken: names by range are the same.
          const distinct = [...new Set(attempts.map((batch) => batch.join()))].flatMap((batch) => batch.split(',').map(Number));
          expect(distinct).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gathers while the store is busy: one batch at a time', async () => {
    const { sink, attempts } = scripted([]);
    const here = stage(sink);
    for (let seq = 1; seq <= 2_500; seq += 1) here.courier.take(record(seq));
    await here.courier.delivered(2_500);
    expect(attempts.map((batch) => batch.length)).toEqual([1, 1_000, 1_000, 499]);
    await closed(here);
  });

  it('sends no batch above its size but a single record', async () => {
    const { sink, attempts } = scripted(['drops']);
    const here = stage(sink);
    for (const [index, bytes] of [10, 3 << 20, 3 << 20, 9 << 20, 10].entries()) here.courier.take(record(index + 1, bytes));
    await here.courier.delivered(5);
    expect(attempts).toEqual([[1], [1], [2], [3], [4], [5]]);
    await closed(here);
  });

  it('waits longer from attempt to attempt, with jitter, and as long as it is asked to', async () => {
    const { sink } = scripted(['drops', 'drops', 'drops', 'asks for time', ...Array.from({ length: 4 }, () => 'drops' as const)]);
    const here = stage(sink, { patience: 1e9 });
    here.courier.take(record(1));
    await here.courier.delivered(1);
    expect(here.pauses).toEqual([100, 200, 400, 5_800, 1_600, 3_200, 5_000, 5_000]);
    await closed(here);
  });

  it('lets nobody wait for ever: a store that fails is said to, and takes its place again when it answers', async () => {
    const { sink, kept } = scripted(Array.from({ length: 8 }, () => 'drops' as const));
    const here = stage(sink, { patience: 1_000 });
    here.courier.take(record(1));
    await expect(here.courier.delivered(1)).rejects.toMatchObject({
      code: 'PGVEIL_AUDIT',
      message: expect.stringContaining('store does not take records: down') as string,
    });
    expect(here.courier.failure).toBeDefined();
    here.courier.take(record(2));
    expect(await closed(here)).toBe(0);
    expect([...kept.values()]).toEqual([1, 2]);
    expect(here.states).toEqual(['failing', 'delivering']);
    expect(here.courier.failure).toBeUndefined();
  });

  it('tells whoever waits and whoever comes of a store that has to be mended, asks it less often, and brings it all', async () => {
    const { sink, kept } = scripted(Array.from({ length: 6 }, () => 'refuses' as const));
    const here = stage(sink);
    here.courier.take(record(1));
    await expect(here.courier.delivered(1)).rejects.toThrow('AccessDenied');
    here.courier.take(record(2));
    await expect(here.courier.delivered(2)).rejects.toThrow('AccessDenied');
    await brought(here.courier, 2);
    expect(here.pauses).toEqual([3_750, 7_500, 15_000, 30_000, 45_000, 45_000]);
    expect([...kept.values()]).toEqual([1, 2]);
    expect(here.states).toEqual(['failing', 'delivering']);
    expect(await closed(here)).toBe(0);
  });

  it('asks a store that has to be mended once more when there is no more time, and says what is left', async () => {
    const { sink, attempts } = scripted(Array.from({ length: 100 }, () => 'refuses' as const));
    const here = stage(sink);
    here.courier.take(record(1));
    await expect(here.courier.delivered(1)).rejects.toThrow('AccessDenied');
    const before = attempts.length;
    expect(await here.courier.close(60_000)).toBe(1);
    expect(attempts.length - before).toBeLessThanOrEqual(2);
  });

  it('gives up a store that may have a part of a batch, and says so to whoever waits and whoever comes', async () => {
    let calls = 0;
    const sink: Sink = {
      deliver: async () => {
        calls += 1;
        throw new StoreFailure('403 AccessDenied', { passes: false, final: true });
      },
      close: async () => undefined,
    };
    const here = stage(sink);
    here.courier.take(record(1));
    await expect(here.courier.delivered(1)).rejects.toThrow('AccessDenied');
    here.courier.take(record(2));
    await expect(here.courier.delivered(2)).rejects.toThrow('AccessDenied');
    await closed(here);
    expect([calls, here.states]).toEqual([1, ['lost']]);
  });

  it('keeps no more than its share of memory for a store that does not answer', async () => {
    let take: () => void = () => undefined;
    const sink: Sink = {
      deliver: async () =>
        new Promise((resolve) => {
          take = resolve;
        }),
      close: async () => undefined,
    };
    const here = stage(sink);
    for (let seq = 1; seq <= 65; seq += 1) here.courier.take(record(seq, 1 << 20));
    expect(here.courier.failure?.message).toContain('too many records wait');
    // What comes back of the batch under way does not make the store whole again.
    take();
    await closed(here);
    expect(here.courier.failure).toBeDefined();
    expect(here.states).toEqual(['lost']);
  });

  it('says how much is left when there is no more time', async () => {
    const sink: Sink = {
      deliver: async () => Promise.reject(new StoreFailure('down', { passes: true })),
      close: async () => undefined,
    };
    const here = stage(sink);
    for (let seq = 1; seq <= 7; seq += 1) here.courier.take(record(seq));
    expect(await here.courier.close(20)).toBe(7);
  });

  it('lets an optional store wait for more before it sends', async () => {
    const { sink, attempts } = scripted([]);
    const here = stage(sink, { linger: 500 });
    here.courier.take(record(1));
    here.courier.take(record(2));
    await here.courier.delivered(2);
    expect(attempts).toEqual([[1, 2]]);
    await closed(here);
  });
});
