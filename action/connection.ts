import pg from 'pg';
import { errorText, PgveilError } from '../src/errors.ts';
import type { Ready } from './proxy-start.ts';

/** How a later step reaches the database through the proxy. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly uri: string;
}

/** `database` is the policy's name of it; the proxy's own choice where that is undefined. */
export const connectionOf = (ready: Ready, database: string | undefined): Connection => {
  const { host, port, session } = ready;
  const name = database ?? session.database;
  const [user, password, path] = [session.user, session.password, name].map(encodeURIComponent) as [string, string, string];
  return {
    host,
    port,
    user: session.user,
    password: session.password,
    database: name,
    // The proxy listens on loopback only and speaks no TLS there; a PGSSLMODE of the job must not ask for it.
    uri: `postgres://${user}:${password}@${host}:${String(port)}/${path}?sslmode=disable`,
  };
};

const variables = ['PGHOST', 'PGPORT', 'PGUSER', 'PGPASSWORD', 'PGDATABASE', 'PGSSLMODE', 'DATABASE_URL'] as const;
/** The environment that PostgreSQL's own clients, drivers and ORMs read, and that later steps get. */
export const connectionVariables: readonly string[] = variables;

export const connectionEnvironment = (connection: Connection): Record<(typeof variables)[number], string> => ({
  PGHOST: connection.host,
  PGPORT: String(connection.port),
  PGUSER: connection.user,
  PGPASSWORD: connection.password,
  PGDATABASE: connection.database,
  PGSSLMODE: 'disable',
  DATABASE_URL: connection.uri,
});

/** A real PostgreSQL start-up through the proxy: the listener, the credential, the policy and the database all work. */
export const probe = async (connection: Connection, milliseconds: number): Promise<void> => {
  const client = new pg.Client({
    connectionString: connection.uri,
    connectionTimeoutMillis: milliseconds,
    application_name: 'pgveil-action readiness',
  });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    throw new PgveilError('PGVEIL_PROXY', `The proxy started, but a connection through it fails: ${errorText(error)}`, {
      remedy: 'Check `database-url`, and that the policy has a principal that matches this job.',
      cause: error,
    });
  }
};
