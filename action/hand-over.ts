import {
  connectionEnvironment,
  connectionOf,
  connectionTo,
  probe,
  urlEnvironment,
  type Connection,
  type ConnectionSource,
} from './connection.ts';
import type { MainCore } from './main-context.ts';

export interface HandOver {
  readonly connection: Connection;
  /** One to each database that the job may use. */
  readonly all: readonly Connection[];
  readonly variables: Readonly<Record<string, string>>;
}

/** The connection that later steps get, once it is proven. Throws PGVEIL_PROXY. `database`: which one PGDATABASE names. */
export const prove = async (
  core: MainCore,
  source: ConnectionSource,
  { database, milliseconds }: { readonly database: string | undefined; readonly milliseconds: number },
): Promise<HandOver> => {
  const connection = connectionOf(source, database);
  const all = source.session.databases.map((name) => connectionTo(source, name));
  core.setSecret(connection.password);
  core.setSecret(encodeURIComponent(connection.password));
  const variables = { ...connectionEnvironment(connection), ...urlEnvironment(all) };
  await probe(connection, milliseconds);
  return { connection, all, variables };
};

/** Gives a proven connection to the job's later steps. */
export const publishConnection = (core: MainCore, { connection, all, variables }: HandOver): void => {
  const { host, port, user, database, uri } = connection;
  const uris = JSON.stringify(Object.fromEntries(all.map((one) => [one.database, one.uri])));
  const outputs = { host, port, user, database, 'connection-uri': uri, 'connection-uris': uris };
  for (const [name, value] of Object.entries(variables)) core.exportVariable(name, value);
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  core.info(
    `pgveil is ready at ${host}:${String(port)}: database ${database}, user ${user}. PGHOST and the rest are set for later steps.`,
  );
};
