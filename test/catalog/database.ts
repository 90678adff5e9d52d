import pg from 'pg';
import type { CatalogQuery } from '../../src/catalog/load.ts';

const connectTo = async (port: number, database: string, user = 'postgres'): Promise<pg.Client> => {
  const client = new pg.Client({ host: '127.0.0.1', port, user, password: 'pw', database });
  await client.connect();
  return client;
};

export const textQuery =
  (client: pg.Client): CatalogQuery =>
  async (sql) =>
    (
      await client.query<(string | null)[]>({
        text: sql,
        rowMode: 'array',
        types: { getTypeParser: () => (text: string) => text },
      })
    ).rows;

export interface TestDatabase {
  readonly name: string;
  readonly client: pg.Client;
  connect(user?: string): Promise<pg.Client>;
  drop(): Promise<void>;
}

/** An empty database of that name, made anew. Roles in `roles` may log in with the password `pw`. */
export const createDatabase = async (port: number, name: string, roles: readonly string[] = []): Promise<TestDatabase> => {
  const admin = await connectTo(port, 'postgres');
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  for (const role of roles) {
    await admin.query(`DROP ROLE IF EXISTS ${role}`);
    await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD 'pw'`);
  }
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  const client = await connectTo(port, name);
  const open = [client];
  return {
    name,
    client,
    connect: async (user) => {
      const made = await connectTo(port, name, user);
      open.push(made);
      return made;
    },
    drop: async () => {
      await Promise.all(open.map(async (connection) => connection.end()));
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      for (const role of roles) await admin.query(`DROP ROLE IF EXISTS ${role}`);
      await admin.end();
    },
  };
};
