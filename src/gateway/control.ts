/** Connections of pgveil's own, for the catalog and for checks: never a client's statement runs on one. */
import pg from 'pg';
import { connectionError, serverError } from './upstream-errors.ts';
import { upstreamTlsOptions } from './tls.ts';
import type { DatabaseUrl } from './upstream-url.ts';

/** How long a question of pgveil's own may take, in milliseconds. */
const patience = 30_000;

/**
 * Connects with TLS as the URL asks. `parameters` as pg takes them. Rejects with what went wrong as it came, and with
 * PGVEIL_CONFIG for a certificate that cannot be read.
 */
export const connectClient = async (
  { target, credential }: DatabaseUrl,
  parameters: Pick<pg.ClientConfig, 'application_name' | 'statement_timeout'>,
): Promise<pg.Client> => {
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
      keepAlive: true,
      ...parameters,
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  if (local || mode === 'disable') return connect(false);
  if (mode !== 'prefer') return connect(true);
  return connect(true).catch(async (error: unknown) => {
    if (error instanceof Error && error.message.includes('does not support SSL')) return connect(false);
    throw error;
  });
};

/** Rejects with PGVEIL_UPSTREAM, which never holds the password. */
export const openControl = async (url: DatabaseUrl): Promise<pg.Client> => {
  const { target } = url;
  try {
    return await connectClient(url, { statement_timeout: patience, application_name: 'pgveil' });
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
