/** A log whose records go to stores as well. */
import { PgveilError } from '../../errors.ts';
import { openAuditLog, type AuditLog, type AuditLogOptions } from '../log.ts';
import { createCustody, type Custody, type CustodyOptions, type OpenedSink } from './custody.ts';
import { openSink, type SinkSpec } from './index.ts';
import type { Sealed, SinkTools } from './sink.ts';

export interface ConfiguredSink extends Omit<OpenedSink, 'sink'> {
  readonly spec: SinkSpec;
}

export interface StoredLogOptions extends AuditLogOptions, Omit<CustodyOptions, 'sinks'>, Pick<SinkTools, 'fetch'> {
  readonly sinks: readonly ConfiguredSink[];
}

export interface StoredLog {
  readonly audit: AuditLog;
  /** Undefined where the policy names no store. */
  readonly custody: Custody | undefined;
}

/** Opens the stores of a log, whose name in them is the hash of its first record. Throws PGVEIL_AUDIT. */
export const openSinks = (sinks: readonly ConfiguredSink[], tools: SinkTools): readonly OpenedSink[] =>
  sinks.map(({ spec, ...rest }) => ({ ...rest, sink: openSink(spec, tools) }));

/** Throws PGVEIL_AUDIT where the log or the file of a store cannot be made. */
export const openStoredLog = (options: StoredLogOptions): StoredLog => {
  const { sinks, clock, fetch } = options;
  if (sinks.length === 0) return { audit: openAuditLog(options), custody: undefined };
  const first: Sealed[] = [];
  let custody: Custody | undefined;
  const audit = openAuditLog({
    ...options,
    onRecord: (record) => {
      if (custody === undefined) first.push(record);
      else custody.take(record);
    },
  });
  try {
    const [{ hash } = { hash: undefined }] = first;
    if (hash === undefined) throw new PgveilError('PGVEIL_INTERNAL', 'a log has no first record');
    custody = createCustody({ ...options, sinks: openSinks(sinks, { fetch, clock, log: hash }) });
    for (const record of first) custody.take(record);
    return { audit, custody };
  } catch (error) {
    audit.close();
    throw error;
  }
};
