/** Brings a log that is written to its stores: what they have already stays as it is. */
import { errorText, PgveilError } from '../../errors.ts';
import { readSound } from '../read.ts';
import type { AuditVerdict } from '../verify.ts';
import { createCustody, type CustodyOptions, type OpenedSink } from './custody.ts';
import { openSinks, type ConfiguredSink } from './open.ts';
import type { Sealed, Sink, SinkTools } from './sink.ts';

export interface SendOptions extends Omit<CustodyOptions, 'sinks'>, Pick<SinkTools, 'fetch'> {
  readonly file: string;
  readonly sinks: readonly ConfiguredSink[];
}

export interface Sent {
  readonly records: number;
  readonly verdict: AuditVerdict;
}

/** So many records are on their way at a time. */
const most = 500;

/** Leaves out what the store has. */
const rest = (sink: Sink, from: number): Sink => ({
  ...sink,
  deliver: async (records) => {
    const missing = records.filter(({ seq }) => seq > from);
    if (missing.length > 0) await sink.deliver(missing);
  },
});

const storedUpTo = async ({ name, sink }: OpenedSink): Promise<number> => {
  try {
    return (await sink.storedUpTo?.()) ?? 0;
  } catch (error) {
    throw new PgveilError('PGVEIL_AUDIT', `the audit store ${name} does not say what it has: ${errorText(error)}`, {
      remedy: 'Its credential needs the right to list the objects of the log.',
      cause: error,
    });
  }
};

/**
 * Sends every record that is sound, and resolves when all stores have them. Rejects with PGVEIL_AUDIT for a log that
 * cannot be read, and for a store that does not take records or does not say what it has.
 */
export const sendLog = async (options: SendOptions): Promise<Sent> => {
  const lines = readSound(options.file, undefined);
  let next = lines.next();
  if (next.done === true) return { records: 0, verdict: next.value.verdict };
  const opened = openSinks(options.sinks, { ...options, log: next.value.record.hash });
  const sinks = await Promise.all(
    opened.map(async (one) => ({ ...one, required: true, sink: rest(one.sink, await storedUpTo(one)) })),
  );
  const custody = createCustody({ ...options, sinks });
  try {
    let records = 0;
    for (; next.done !== true; next = lines.next()) {
      const { record, bytes } = next.value;
      const { seq, time, hash, event } = record;
      const sealed: Sealed = { seq, time, hash, type: event.type, line: Buffer.concat([bytes, Buffer.from('\n')]) };
      custody.take(sealed);
      records += 1;
      if (records % most === 0) await custody.settled();
    }
    await custody.settled();
    return { records, verdict: next.value.verdict };
  } finally {
    await custody.close(0);
  }
};
