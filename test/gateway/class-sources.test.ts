/** A class from any source holds in the proxy, and is the one that the gate sees, live and from schema files. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import type { Catalog } from '../../src/catalog/types.ts';
import { dbtDeclarations } from '../../src/coverage/classification/dbt.ts';
import { prismaDeclarations } from '../../src/coverage/classification/prisma.ts';
import { bindPolicy } from '../../src/policy/bind.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { createDatabase, textQuery, type TestDatabase } from '../catalog/database.ts';
import { schemaOf } from '../coverage/schema/support.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

const label = 'MASKED WITH FUNCTION anon.fake_email()';

const tables = `
  CREATE TABLE users (id int PRIMARY KEY, by_policy text UNIQUE, by_comment text, by_label text, by_dbt text, by_prisma text,
    made text GENERATED ALWAYS AS (by_label || '!') STORED, plain text);
  CREATE TABLE orders (id int, by_key text REFERENCES users (by_policy));
  CREATE TABLE old_orders () INHERITS (orders);
  COMMENT ON COLUMN users.by_comment IS 'pii=secret';`;

/** There is no provider of labels here; the rows are those that PostgreSQL Anonymizer makes. */
const labels = `SET allow_system_table_mods = on;
  INSERT INTO pg_seclabel (objoid, classoid, objsubid, provider, label)
  SELECT attrelid, 'pg_class'::regclass, attnum, 'anon', '${label}' FROM pg_attribute
  WHERE attrelid = 'users'::regclass AND attname = 'by_label'`;

const rows = `
  INSERT INTO users VALUES (1, 'raw1', 'raw2', 'raw3', 'raw4', 'raw5', DEFAULT, 'open');
  INSERT INTO orders VALUES (1, 'raw1'); INSERT INTO old_orders VALUES (2, 'raw6');`;

const policyText = (database: string): string => `version: 1
databases: { ${database}: { allow-superuser: true, credentials: { r: { url: "\${env:URL}" } } } }
identity: { local: { verifiers: v } }
classes: { secret: { mask: redact }, email: { mask: redact } }
classification:
  comment-syntax: "pii={class}"
  columns: { public.users.by_policy: secret }
principals: { dev: { local: dev } }
grants: [{ to: [dev] }]
`;

const declarations: NonNullable<Policy['declarations']> = [
  ...dbtDeclarations('models: [{ name: users, columns: [{ name: by_dbt, meta: { class: secret } }] }]', 'schema.yml', new Map()),
  ...prismaDeclarations('model users {\n  by_prisma String /// pii=secret\n}', 'schema.prisma', 'pii={class}'),
];

const classesIn = (policy: Policy, catalog: Catalog): readonly string[] =>
  [...bindPolicy(policy, catalog, 'app').classified.values()]
    .flatMap(({ column: key, class: name, origin }) => {
      const [oid, attnum] = key.split('.').map(Number);
      const relation = catalog.relation(oid ?? 0);
      const column = relation?.columns.find((one) => one.attnum === attnum);
      return origin.source === 'system-pack' ? [] : [`${relation?.name ?? ''}.${column?.name ?? ''} ${name} ${origin.source}`];
    })
    .sort();

describe.each(Object.entries(inject('postgres')))('PostgreSQL %s', (major, port) => {
  const name = `class_sources_${major}`;
  let database: TestDatabase;
  let gateway: TestGateway;
  let policy: Policy;

  beforeAll(async () => {
    database = await createDatabase(port, name);
    await database.client.query(tables);
    await database.client.query(labels);
    await database.client.query(rows);
    const loaded = loadPolicy(policyText(name), { file: 'p.yml' });
    if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join());
    policy = { ...loaded.policy, declarations };
    gateway = await startTestGateway({
      policy: policyText(name),
      env: { URL: `postgres://postgres:pw@127.0.0.1:${String(port)}/${name}` },
      locals: ['dev'],
      declarations,
    });
  });
  afterAll(async () => {
    await gateway.stop();
    await database.drop();
  });

  const answer = async (sql: string): Promise<string> => {
    const client = new pg.Client({ connectionString: gateway.url('dev', name) });
    await client.connect();
    try {
      return JSON.stringify((await client.query<Record<string, unknown>>(sql)).rows);
    } finally {
      await client.end();
    }
  };

  test.each(['SELECT * FROM users', 'SELECT * FROM orders', 'SELECT * FROM old_orders', 'SELECT to_json(u) FROM users u'])(
    'nothing raw in: %s',
    async (sql) => {
      const text = await answer(sql);
      expect(text).not.toContain('raw');
      expect(text).toContain('"id":');
    },
  );

  test('what has no class is shown', async () => {
    expect(await answer('SELECT id, plain FROM users')).toBe('[{"id":1,"plain":"open"}]');
  });

  test('the gate sees the same classes, in the database and in schema files', async () => {
    const live = await loadCatalog(textQuery(database.client), { clock: () => 0, database: name });
    const files = schemaOf(`${tables} SECURITY LABEL FOR anon ON COLUMN users.by_label IS '${label}';`);
    const expected = [
      'old_orders.by_key secret foreign-key',
      'orders.by_key secret foreign-key',
      'users.by_comment secret comment',
      'users.by_dbt secret dbt',
      'users.by_label email security-label',
      'users.by_policy secret policy',
      'users.by_prisma secret prisma',
      'users.made email derived',
    ];
    expect(classesIn(policy, live)).toEqual(expected);
    expect(classesIn(policy, files.catalog)).toEqual(expected);
  });
});
