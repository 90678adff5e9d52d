import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { StatementEvent } from '../../src/audit/types.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

const port = inject('postgres')[18];
const database = 'session_audit_columns';

const policy = `version: 1
databases:
  ${database}: { allow-superuser: true, credentials: { owner: { url: "\${env:URL}" } } }
identity: { local: { verifiers: verifiers } }
principals: { agent: { local: agent } }
grants: [{ to: [agent] }]
classes: { email: { mask: email }, name: { mask: redact } }
classification:
  columns: { "public.customers.email": email, "public.customers.full_name": name }
`;

const withClient = async <T>(connectionString: string, use: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
};

let proxy: TestGateway;

const asOwner = (name: string): string => `postgres://postgres:pw@127.0.0.1:${String(port)}/${name}`;

beforeAll(async () => {
  await withClient(asOwner('postgres'), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${database}`);
    await client.query(`CREATE DATABASE ${database}`);
  });
  await withClient(asOwner(database), async (client) =>
    client.query(`
      CREATE TABLE customers (id int PRIMARY KEY, email text, full_name text);
      INSERT INTO customers VALUES (1, 'ada@example.org', 'Ada')`),
  );
  proxy = await startTestGateway({ policy, env: { URL: asOwner(database) }, locals: ['agent'] });
});

afterAll(async () => {
  await proxy.stop();
});

it('a record names the columns that each source is', async () => {
  await withClient(proxy.url('agent', database), async (client) =>
    client.query(`SELECT c.id, lower(c.email) AS mail, c.email || c.full_name AS both FROM customers c`),
  );
  const statement = proxy.events.find((event): event is StatementEvent => event.type === 'statement');
  expect(statement?.columns.map(({ name, sources, sourceColumns }) => ({ name, sources, sourceColumns }))).toEqual([
    { name: 'id', sources: [], sourceColumns: [] },
    { name: 'mail', sources: ['email:preserving'], sourceColumns: ['public.customers.email'] },
    {
      name: 'both',
      sources: ['email:derived', 'name:derived'],
      sourceColumns: ['public.customers.email', 'public.customers.full_name'],
    },
  ]);
});
