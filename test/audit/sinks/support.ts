import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCustody, type Custody } from '../../../src/audit/sinks/custody.ts';
import type { Sealed, Sink } from '../../../src/audit/sinks/sink.ts';
import { openAuditLog } from '../../../src/audit/log.ts';
import type { AuditEvent } from '../../../src/audit/types.ts';
import { sessionEvents, steadyClock } from '../support.ts';

/** The records of a log that the real writer wrote, head included. */
export const sealedRecords = (events: readonly AuditEvent[] = sessionEvents(5)): readonly Sealed[] => {
  const directory = mkdtempSync(join(tmpdir(), 'pgveil-sink-'));
  try {
    const records: Sealed[] = [];
    const log = openAuditLog({
      file: join(directory, 'log'),
      clock: steadyClock(),
      checkpointEvery: 50,
      signingKey: undefined,
      onRecord: (record) => records.push(record),
    });
    for (const event of events) log.append(event);
    log.close();
    return records;
  } finally {
    rmSync(directory, { recursive: true });
  }
};

export const textOf = (records: readonly Sealed[]): string => Buffer.concat(records.map(({ line }) => line)).toString();

export const logName = 'a1b2c3';

export const tools = { fetch, clock: Date.now, log: logName };

export interface Watched {
  readonly custody: Custody;
  readonly reports: readonly string[];
}

/** One required store, with the real courier. */
export const watched = (sink: Sink, { patience = 60_000, required = true } = {}): Watched => {
  const reports: string[] = [];
  const custody = createCustody({
    sinks: [{ name: 'store', sink, required, patience }],
    clock: Date.now,
    random: Math.random,
    report: (level, message) => reports.push(`${level} ${message}`),
  });
  return { custody, reports };
};

export const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await sleep(20);
};

/**
 * Hands the records over one by one while `disturb` is called after a third of them, and waits until the store has all.
 */
export const bring = async (
  { custody }: Watched,
  records: readonly Sealed[],
  disturb: () => Promise<void> = async () => undefined,
): Promise<void> => {
  let disturbed: Promise<void> | undefined;
  for (const [index, record] of records.entries()) {
    custody.take(record);
    if (index === Math.floor(records.length / 3)) disturbed = disturb();
    await sleep(2);
  }
  await disturbed;
  await custody.settled();
};
