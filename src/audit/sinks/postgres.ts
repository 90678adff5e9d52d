/**
 * A PostgreSQL table into which pgveil's role may insert and nothing else. `ON CONFLICT DO NOTHING` without a target
 * needs no right to read (PostgreSQL, INSERT), so that a batch can be sent again:
 *
 *   CREATE TABLE pgveil_audit (log text, seq bigint, hash text, time timestamptz NOT NULL, record text NOT NULL,
 *     PRIMARY KEY (log, seq, hash));
 *   GRANT INSERT ON pgveil_audit TO pgveil_audit_writer;
 */
import type { Client } from 'pg';
import { answerTime } from './http.ts';
import { StoreFailure, type Sealed, type Sink, type SinkTools } from './sink.ts';

export interface PostgresSinkOptions {
  /** With its password, if there is one. */
  readonly url: string;
  /** `schema.table` or `table`; parts without quotes. */
  readonly table: string;
}

const quoted = (table: string): string =>
  table
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');

/** What may pass: no connection (08), out of something (53), told to stop (57), failed system (58), a deadlock (40). */
const passing = new Set(['08', '40', '53', '57', '58']);

/** Only the SQLSTATE: a message may quote a value. Without one it is the network's error. */
const failureOf = (error: unknown): StoreFailure => {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const sqlstate = /^[0-9A-Z]{5}$/.test(code);
  const what = sqlstate ? `the database answered ${code}` : 'the database does not answer';
  return new StoreFailure(what, { passes: !sqlstate || passing.has(code.slice(0, 2)), cause: error });
};

const column = (records: readonly Sealed[], of: (record: Sealed) => string | number): (string | number)[] => records.map(of);

export const openPostgresSink = (options: PostgresSinkOptions, { log }: SinkTools): Sink => {
  const sql = `INSERT INTO ${quoted(options.table)} (log, seq, hash, time, record)
    SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::timestamptz[], $5::text[]) ON CONFLICT DO NOTHING`;
  let client: Client | undefined;

  const connect = async (): Promise<Client> => {
    const { default: pg } = await import('pg');
    const made = new pg.Client({
      connectionString: options.url,
      application_name: 'pgveil audit',
      connectionTimeoutMillis: answerTime,
      query_timeout: answerTime,
      keepAlive: true,
    });
    // A connection that breaks between batches is found by the next one.
    made.on('error', () => undefined);
    await made.connect();
    return made;
  };

  const drop = async (): Promise<void> => {
    const dropped = client;
    client = undefined;
    await dropped?.end().catch(() => undefined);
  };

  return {
    deliver: async (records) => {
      try {
        client ??= await connect();
        await client.query(sql, [
          log,
          column(records, ({ seq }) => seq),
          column(records, ({ hash }) => hash),
          column(records, ({ time }) => time),
          column(records, ({ line }) => line.toString('utf8', 0, line.length - 1)),
        ]);
      } catch (error) {
        await drop();
        throw failureOf(error);
      }
    },
    close: drop,
  };
};
