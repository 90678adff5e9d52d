import pg from 'pg';
import { errorText, PgveilError } from '../src/errors.ts';
import type { Ready } from './ready.ts';

/** What of a ready proxy connections are made of. */
export type ConnectionSource = Pick<Ready, 'host' | 'port' | 'session'>;

/** How a later step reaches the database through the proxy. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly uri: string;
}

/** `name` is the policy's name of the database. */
export const connectionTo = (ready: ConnectionSource, name: string): Connection => {
  const { host, port, session } = ready;
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

/** The chosen database, by the policy's name of it; the proxy's own choice where that is undefined. */
export const connectionOf = (ready: ConnectionSource, database: string | undefined): Connection =>
  connectionTo(ready, database ?? ready.session.database);

/** The environment variable for one database of several: `my-shop` has PGVEIL_MY_SHOP_URL. */
export const urlVariable = (database: string): string => `PGVEIL_${database.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}_URL`;

/** The URL of every database that the job may use, by variable. Throws PGVEIL_CONFIG where two would have the same. */
export const urlEnvironment = (connections: readonly Connection[]): Record<string, string> => {
  const environment: Record<string, string> = {};
  for (const { database, uri } of connections) {
    const name = urlVariable(database);
    if (Object.hasOwn(environment, name)) {
      throw new PgveilError('PGVEIL_CONFIG', `Two databases of the policy would both be in the variable ${name}.`, {
        remedy: 'Rename one of them under `databases:`, and set `database:` there to what it is called on the server.',
      });
    }
    environment[name] = uri;
  }
  return environment;
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

/** SQLSTATE of what the gateway refuses while the audit takes no records. */
const ioError = '58030';

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
    const lacksAudit = error instanceof pg.DatabaseError && error.code === ioError;
    throw new PgveilError('PGVEIL_PROXY', `The proxy started, but a connection through it fails: ${errorText(error)}`, {
      remedy: lacksAudit
        ? 'Check the stores under `audit.sinks` in the policy: a required one that does not take records lets nothing begin. docs/audit-stores.md says what each needs.'
        : 'Check `database-url`, and that the policy has a principal that matches this job.',
      cause: error,
    });
  }
};
