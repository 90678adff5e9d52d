/** Where the proxy is, and with what to log in there: a URL, else the variables that libpq reads. */
import pg from 'pg';
import { PgveilError } from '../errors.ts';
import { connectClient } from '../gateway/control.ts';
import { cancelUpstream } from '../gateway/upstream.ts';
import { connectionError } from '../gateway/upstream-errors.ts';
import { parseDatabaseUrl, type DatabaseUrl } from '../gateway/upstream-url.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Parameters of a URL by the variables with the same meaning. */
const variables = {
  host: 'PGHOST',
  port: 'PGPORT',
  dbname: 'PGDATABASE',
  user: 'PGUSER',
  password: 'PGPASSWORD',
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
} as const;

/** Throws PGVEIL_INPUT where neither says where the proxy is, PGVEIL_CONFIG for a URL or a value that is not valid. */
export const readTarget = (url: string | undefined, env: Environment): DatabaseUrl => {
  if (url !== undefined) return parseDatabaseUrl(url);
  if ((env['PGHOST'] ?? '') === '' || (env['PGUSER'] ?? '') === '') {
    throw new PgveilError('PGVEIL_INPUT', 'it is not said where the proxy is', {
      remedy: 'Set PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE as the pgveil step of a job does, or give --url.',
    });
  }
  const query = Object.entries(variables).flatMap(([name, variable]) => {
    const value = env[variable] ?? '';
    return value === '' ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return parseDatabaseUrl(`postgres:///?${query.join('&')}`);
};

/** What pg knows of a connection beside its types: the key of BackendKeyData, in protocol 3.0 four bytes. */
interface KeyedClient {
  readonly processID?: number;
  readonly secretKey?: number;
}

/** Asks the proxy to cancel what the connection runs. Never rejects: a statement that is not cancelled ends at its time limit. */
export const cancelOn = async ({ target }: DatabaseUrl, client: pg.Client): Promise<void> => {
  const { processID, secretKey } = client as unknown as KeyedClient;
  if (processID === undefined || secretKey === undefined) return;
  const key = Buffer.alloc(4);
  key.writeInt32BE(secretKey);
  await cancelUpstream(target, processID, key).catch(() => undefined);
};

/** Rejects with pgveil's own refusal of a log-in, which says why, or with PGVEIL_UPSTREAM. */
export const connectTo = async (target: DatabaseUrl): Promise<pg.Client> => {
  try {
    return await connectClient(target, { application_name: 'pgveil mcp' });
  } catch (error) {
    if (error instanceof pg.DatabaseError || error instanceof PgveilError) throw error;
    throw new PgveilError('PGVEIL_UPSTREAM', connectionError(target.target, error).message, {
      remedy: 'Check that pgveil runs, and that PGHOST and PGPORT, or --url, say where.',
      cause: error,
    });
  }
};
