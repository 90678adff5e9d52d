/** Where the proxy is, and with what to log in there: a URL, else the variables that libpq reads. */
import pg from 'pg';
import { PgveilError } from '../errors.ts';
import { connectClient } from '../gateway/control.ts';
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
