import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

const port = inject('postgres')[18];
const levels = ['strict', 'standard', 'open'] as const;

const document = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');
const section = document.slice(document.indexOf('### Inference'), document.indexOf('### Reveals'));
const rows = [...section.matchAll(/^\| `(.*)` \| (.*) \| (.*) \| (.*) \|$/gm)].map(([, sql = '', ...cells]) => ({ sql, cells }));

const policy = `version: 1
databases:
  docs_inference: { allow-superuser: true, credentials: { owner: { url: "\${env:URL}" } } }
identity: { local: { verifiers: verifiers } }
principals:
  strict: { local: strict }
  standard: { local: standard }
  open: { local: open }
grants:
  - { to: [strict], inference: strict }
  - { to: [standard], inference: standard }
  - { to: [open], inference: open }
classification:
  columns:
    public.customers.email: email
    public.newsletter.address: email
    public.customers.full_name: name
    public.orders.note: note
classes:
  email: { mask: email, lookup: true }
  name: { mask: redact }
  note: { mask: redact }
`;

/** The last cell of what a statement gives. */
const lastCell = async (client: pg.Client, sql: string): Promise<unknown> => {
  const { rows: got } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
  return got.at(-1)?.at(-1);
};

/** How that cell is shown, or the rule that refuses. */
const answer = async (client: pg.Client, sql: string, stored: unknown): Promise<string> => {
  try {
    const shown = await lastCell(client, sql);
    if (shown === stored) return 'as it is';
    return /^u_[0-9a-f]+@/.test(String(shown)) ? 'masked' : 'redacted';
  } catch (error) {
    return `\`${/\(rule ([\w.-]+)\)/.exec(String(error))?.[1] ?? String(error)}\``;
  }
};

describe('the table of inference levels in docs/policy.md', { skip: port === undefined }, () => {
  let gateway: TestGateway;
  let owner: pg.Client;
  const clients: pg.Client[] = [];
  beforeAll(async () => {
    const connect = async (connectionString: string): Promise<pg.Client> => {
      const client = new pg.Client({ connectionString });
      await client.connect();
      return client;
    };
    const maker = await connect(`postgres://postgres:pw@127.0.0.1:${String(port)}/postgres`);
    await maker.query('DROP DATABASE IF EXISTS docs_inference WITH (FORCE)');
    await maker.query('CREATE DATABASE docs_inference');
    await maker.end();
    const url = `postgres://postgres:pw@127.0.0.1:${String(port)}/docs_inference`;
    owner = await connect(url);
    await owner.query(`
      CREATE TABLE customers (id int, full_name text, email text, city text);
      CREATE TABLE newsletter (address text);
      CREATE TABLE orders (id int, note text);
      INSERT INTO customers VALUES (7, 'Ada', 'a@example.com', 'Lisbon');
      INSERT INTO newsletter VALUES ('a@example.com');
      INSERT INTO orders VALUES (1, 'a@example.com');`);
    gateway = await startTestGateway({ policy, env: { URL: url }, locals: levels });
    for (const level of levels) clients.push(await connect(gateway.url(level, 'docs_inference')));
  });
  afterAll(async () => {
    for (const client of [owner, ...clients]) await client.end();
    await gateway.stop();
  });

  test('the table is there', () => {
    expect(rows.length).toBeGreaterThan(20);
  });
  test.each(rows)('$sql', async ({ sql, cells }) => {
    const stored = await lastCell(owner, sql);
    expect(await Promise.all(clients.map(async (client) => answer(client, sql, stored)))).toEqual(cells);
  });
});
