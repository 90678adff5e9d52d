/** All stores of a log together: what is handed to them, and what results have to wait for. */
import { setTimeout as sleepFor } from 'node:timers/promises';
import { createCourier, type Courier } from './courier.ts';
import type { Sealed, Sink } from './sink.ts';

export interface OpenedSink {
  readonly name: string;
  readonly sink: Sink;
  readonly required: boolean;
  /** Milliseconds. */
  readonly patience: number;
}

export interface CustodyOptions {
  readonly sinks: readonly OpenedSink[];
  readonly clock: () => number;
  readonly random: () => number;
  /** One line for the operator; holds no credential and nothing of a record. */
  readonly report: (level: 'info' | 'error', message: string) => void;
}

export interface Custody {
  take(record: Sealed): void;
  /** Throws PGVEIL_AUDIT while a required store does not take records: nothing new may begin. */
  check(): void;
  /** Undefined: the required stores have all that was taken. Else resolves when they do; rejects with PGVEIL_AUDIT. */
  settled(): Promise<void> | undefined;
  /** Gives the stores that many milliseconds, reports what each did not get, and gives the required ones that lack some. */
  close(milliseconds: number): Promise<readonly string[]>;
}

/** Optional stores get fuller batches: nobody waits for them. */
const optionalLinger = 500;

const sleep = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await sleepFor(milliseconds, undefined, { signal }).catch(() => undefined);
};

export const createCustody = ({ sinks, clock, random, report }: CustodyOptions): Custody => {
  let last = 0;
  const couriers = sinks.map(({ name, sink, required, patience }): { name: string; required: boolean; courier: Courier } => ({
    name,
    required,
    courier: createCourier({
      name,
      sink,
      patience,
      linger: required ? 0 : optionalLinger,
      clock,
      sleep,
      random,
      onState: (state, detail) => {
        report(state === 'delivering' ? 'info' : 'error', `audit store ${name}: ${state}: ${detail}`);
      },
    }),
  }));
  const required = couriers.filter((one) => one.required);
  return {
    take: (record) => {
      last = record.seq;
      for (const { courier } of couriers) courier.take(record);
    },
    check: () => {
      for (const { courier } of required) if (courier.failure !== undefined) throw courier.failure;
    },
    settled: () => {
      const waits = required.flatMap(({ courier }) => courier.delivered(last) ?? []);
      return waits.length === 0 ? undefined : Promise.all(waits).then(() => undefined);
    },
    close: async (milliseconds) => {
      const lacking = await Promise.all(
        couriers.map(async (one) => {
          const left = await one.courier.close(milliseconds);
          const whole = left === 0 && one.courier.failure === undefined;
          if (!whole) report('error', `audit store ${one.name}: it lacks records: pgveil audit send brings them`);
          return whole || !one.required ? [] : [one.name];
        }),
      );
      return lacking.flat();
    },
  };
};
