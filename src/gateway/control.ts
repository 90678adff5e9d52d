/** Connections of pgveil's own, for the catalog and for checks: never a client's statement runs on one. */
import pg from 'pg';
import { connectionError, serverError } from './upstream-errors.ts';
import { upstreamTlsOptions } from './tls.ts';
import type { DatabaseUrl } from './upstream-url.ts';

/** How long a question of pgveil's own may take, in milliseconds. */
const patience = 30_000;

/** Connects with TLS as the URL asks. Rejects with PGVEIL_UPSTREAM, which never holds the password. */
export const openControl = async ({ target, credential }: DatabaseUrl): Promise<pg.Client> => {
  const { mode } = target.tls;
  const local = target.host.startsWith('/');
  const connect = async (tls: boolean): Promise<pg.Client> => {
    const client = new pg.Client({
      host: target.host,
      port: target.port,
      database: target.database,
      user: credential.user,
      // Never undefined: pg would look for PGPASSWORD and a password file then.
      password: credential.password ?? '',
      ssl: tls ? await upstreamTlsOptions(target.tls, target.host) : false,
      connectionTimeoutMillis: target.connectTimeoutMs,
      statement_timeout: patience,
      application_name: 'pgveil',
      keepAlive: true,
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  try {
    if (local || mode === 'disable') return await connect(false);
    if (mode !== 'prefer') return await connect(true);
    return await connect(true).catch(async (error: unknown) => {
      if (error instanceof Error && error.message.includes('does not support SSL')) return connect(false);
      throw error;
    });
  } catch (error) {
    throw error instanceof pg.DatabaseError ? serverError(target, error.code ?? '?') : connectionError(target, error);
  }
};

/** Rows of text cells, whatever their types. */
export const askControl =
  (client: pg.Client) =>
  async (sql: string): Promise<readonly (readonly (string | null)[])[]> =>
    (
      await client.query<(string | null)[]>({
        text: sql,
        rowMode: 'array',
        types: { getTypeParser: () => (text: string) => text },
      })
    ).rows;
