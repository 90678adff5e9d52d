/** A look at the values of a database over a connection of pgveil's own. */
import pg from 'pg';
import { sampleValues, type SampleOptions } from '../coverage/sampling/sample.ts';
import type { SampleQuery, Sampling } from '../coverage/sampling/types.ts';
import { PgveilError } from '../errors.ts';
import { openControl } from '../gateway/control.ts';
import { placeOf } from '../gateway/upstream-errors.ts';
import type { DatabaseUrl } from '../gateway/upstream-url.ts';

const lost = ({ target }: DatabaseUrl): PgveilError =>
  new PgveilError('PGVEIL_UPSTREAM', `the connection to ${placeOf(target)} was lost while values were looked at`, {
    remedy: 'Check the network and the log of the database, or leave --sample out.',
  });

/** Of what the server says when it refuses, only the SQLSTATE goes on: its text can hold a value. */
const querying =
  (client: pg.Client, url: DatabaseUrl): SampleQuery =>
  async (sql) => {
    try {
      const result: unknown = await client.query<(string | null)[]>({
        text: sql,
        rowMode: 'array',
        types: { getTypeParser: () => (text: string) => text },
      });
      // One result for each statement of the text.
      const results = (Array.isArray(result) ? result : [result]) as readonly pg.QueryArrayResult<(string | null)[]>[];
      return { ok: true, rows: results.flatMap(({ rows }) => rows) };
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw lost(url);
      await client.query('ROLLBACK').catch(() => {
        throw lost(url);
      });
      return { ok: false, sqlstate: error.code ?? '?' };
    }
  };

/** Rejects with PGVEIL_UPSTREAM where the server cannot be reached or is lost. */
export const sampleDatabase = async (url: DatabaseUrl, options: Omit<SampleOptions, 'query'>): Promise<Sampling> => {
  const client = await openControl(url);
  try {
    return await sampleValues({ ...options, query: querying(client, url) });
  } finally {
    await client.end();
  }
};
