/** Brings the records of a log to one store: in order, in batches that grow while the store is slow, until it has them. */
import { PgveilError } from '../../errors.ts';
import { StoreFailure, type Sealed, type Sink } from './sink.ts';

export interface CourierOptions {
  /** The policy's name of the sink. */
  readonly name: string;
  readonly sink: Sink;
  /** Milliseconds that a batch may be on its way before the store counts as failing. */
  readonly patience: number;
  /** Milliseconds that the first record of a batch waits for others; 0 where results wait for it. */
  readonly linger: number;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Resolves after that many milliseconds, or at once when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to less than 1. */
  readonly random: () => number;
  readonly onState: (state: 'failing' | 'delivering' | 'lost', detail: string) => void;
}

export interface Courier {
  take(record: Sealed): void;
  /** Why new statements must wait for the store to be mended; undefined while it takes records. */
  readonly failure: PgveilError | undefined;
  /** Undefined: the store has all up to `seq`. Rejects with PGVEIL_AUDIT when it fails. */
  delivered(seq: number): Promise<void> | undefined;
  /** Gives the store that many milliseconds for what is left, and gives how many records it did not get. */
  close(milliseconds: number): Promise<number>;
}

const mostRecords = 1_000;
const mostBytes = 4 << 20;

/** What waits for a store that does not answer may take this much memory; then the store has lost the log. */
const mostWaiting = 64 << 20;

const firstPause = 200;
const longestPause = 10_000;

/** A store that has to be mended is asked less often: the first pause, and the longest. */
const firstRefusedPause = 5_000;
const longestRefusedPause = 60_000;

/** What a store says of itself; another error's message may quote anything. */
const reasonOf = (error: unknown): string => {
  if (error instanceof StoreFailure) return error.message;
  return error instanceof Error ? error.name : 'it failed';
};

interface Waiter {
  readonly seq: number;
  readonly resolve: () => void;
  readonly reject: (error: PgveilError) => void;
}

export const createCourier = (options: CourierOptions): Courier => {
  const { name, sink, clock, onState } = options;
  const closing = new AbortController();
  const stopping = new AbortController();
  let queue: Sealed[] = [];
  let waitingBytes = 0;
  let last = 0;
  let waiters: Waiter[] = [];
  let failure: PgveilError | undefined;
  let said: string | undefined;
  let lost = false;
  let running: Promise<void> | undefined;

  const fail = (error: unknown, state: 'failing' | 'lost'): void => {
    const reason = reasonOf(error);
    if (said !== reason || state === 'lost') onState(state, reason);
    said = reason;
    failure = new PgveilError('PGVEIL_AUDIT', `the audit store ${name} does not take records: ${reason}`, {
      remedy:
        state === 'lost'
          ? 'Mend the store; pgveil audit send brings it what it has missed.'
          : 'Mend the store: it gets what it has missed as soon as it takes records again.',
      cause: error,
    });
    const all = waiters;
    waiters = [];
    for (const { reject } of all) reject(failure);
  };

  const lose = (error: unknown): void => {
    lost = true;
    stopping.abort();
    queue = [];
    waitingBytes = 0;
    fail(error, 'lost');
  };

  const done = (batch: readonly Sealed[]): void => {
    if (lost) return;
    queue.splice(0, batch.length);
    for (const { line } of batch) waitingBytes -= line.length;
    last = batch.at(-1)?.seq ?? last;
    if (failure !== undefined) onState('delivering', `it has all records up to ${String(last)}`);
    failure = undefined;
    said = undefined;
    const ready = waiters.filter(({ seq }) => seq <= last);
    waiters = waiters.filter(({ seq }) => seq > last);
    for (const { resolve } of ready) resolve();
  };

  const nextBatch = (): readonly Sealed[] => {
    let bytes = 0;
    const batch: Sealed[] = [];
    for (const record of queue) {
      if (batch.length === mostRecords || (batch.length > 0 && bytes + record.line.length > mostBytes)) break;
      batch.push(record);
      bytes += record.line.length;
    }
    return batch;
  };

  /** Full jitter: a random part of a pause that doubles, or at least what the store asks for. */
  const pauseBefore = (attempt: number, asked: number | undefined): number =>
    (asked ?? 0) + options.random() * Math.min(longestPause, firstPause * 2 ** attempt);

  /** Half of it is fixed: somebody mends the store, which takes a while. */
  const refusedPauseBefore = (attempt: number): number => {
    const most = Math.min(longestRefusedPause, firstRefusedPause * 2 ** attempt);
    return (most * (1 + options.random())) / 2;
  };

  /** What a failed attempt means, and the pause before the next one. */
  const afterFailure = async (error: unknown, attempt: number, since: number): Promise<void> => {
    if (!(error instanceof StoreFailure) || error.passes) {
      const pause = pauseBefore(attempt, error instanceof StoreFailure ? error.retryAfter : undefined);
      if (clock() - since + pause > options.patience) fail(error, 'failing');
      await options.sleep(pause, stopping.signal);
    } else if (error.final) {
      lose(error);
    } else {
      fail(error, 'failing');
      // There is no time any more for somebody to mend it.
      if (closing.signal.aborted) stopping.abort();
      else await options.sleep(refusedPauseBefore(attempt), closing.signal);
    }
  };

  /** The same batch again and again, until the store has it. */
  const bring = async (batch: readonly Sealed[]): Promise<void> => {
    const since = clock();
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      try {
        await sink.deliver(batch);
        done(batch);
        return;
      } catch (error) {
        await afterFailure(error, attempt, since);
      }
    }
  };

  const run = async (): Promise<void> => {
    while (queue.length > 0 && !stopping.signal.aborted) {
      if (options.linger > 0 && queue.length < mostRecords) await options.sleep(options.linger, closing.signal);
      await bring(nextBatch());
    }
    running = undefined;
  };

  const start = (): void => {
    running ??= run();
  };

  return {
    take: (record) => {
      if (lost) return;
      queue.push(record);
      waitingBytes += record.line.length;
      if (waitingBytes > mostWaiting) lose(new StoreFailure('too many records wait for it', { passes: false, final: true }));
      else start();
    },
    get failure() {
      return failure;
    },
    delivered: (seq) => {
      if (seq <= last) return undefined;
      if (failure !== undefined) return Promise.reject(failure);
      return new Promise((resolve, reject) => {
        waiters.push({ seq, resolve, reject });
      });
    },
    close: async (milliseconds) => {
      closing.abort();
      const timer = setTimeout(() => {
        stopping.abort();
      }, milliseconds);
      try {
        await running;
      } finally {
        clearTimeout(timer);
        stopping.abort();
      }
      const left = queue.length;
      await sink.close().catch(() => undefined);
      return left;
    },
  };
};
