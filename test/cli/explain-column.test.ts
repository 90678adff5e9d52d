import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run.ts';
import { createDatabase } from '../catalog/database.ts';
import { capture, type Said } from './support.ts';

const schema = `CREATE TABLE users (id int PRIMARY KEY, email text UNIQUE, "Full Name" text);
COMMENT ON COLUMN users.email IS '@class contact';
CREATE TABLE logins (who text REFERENCES users (email));
CREATE VIEW contacts AS SELECT id, lower(email) AS address, count(*) OVER (ORDER BY email) AS n FROM users;
CREATE VIEW again AS SELECT address FROM contacts;
`;

const policy = `version: 1
databases: { app: { credentials: { r: { url: "\${env:APP_URL}" } } } }
identity: { local: { verifiers: v } }
principals: { dev: { local: dev }, support: { local: support }, bi: { local: bi }, none: { local: none } }
grants:
  - { to: [dev] }
  - to: [support]
    reveal: [{ class: email, reason: "support tickets", until: 2027-01-31 }]
  - { to: [bi], masks: { email: hash } }
  - { to: [none], relations: { deny: ["public.*"] } }
classification: { columns: { public.users.email: email, 'public.users."Full Name"': none } }
classes: { email: { mask: email }, contact: {} }
`;

let root: string;
const explain = async (column: string, ...argv: readonly string[]): Promise<Said> => {
  const { context, output } = capture({
    argv: ['explain', 'column', column, '--policy', 'pgveil.yml', ...argv],
    cwd: root,
    env: { APP_URL: urls.at(-1) ?? '' },
  });
  const code = await runCommand(commands, context);
  return { code, ...output() };
};
const urls: string[] = [];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pgveil-column-'));
  writeFileSync(join(root, 'schema.sql'), schema);
  writeFileSync(join(root, 'pgveil.yml'), policy);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const expected = `public.users.email (text)
class: email, by policy pgveil.yml:11:30 public.users.email
  but contact, by comment @class contact
looks like: email (0.90: name has 'email'; type text)
principals:
  dev (grants[0]): masked(email)
  support (grants[1]): pass, revealed: support tickets
  bi (grants[2]): masked(hash), the mask of grants[2]
  none (grants[3]): no access
views that carry it:
  public.contacts.address, preserving
  public.again.address, preserving
`;

test('class, origin, mask for each principal, and the views that carry it', async () => {
  expect(await explain('public.users.email', '--schema', 'schema.sql')).toEqual({ code: 0, stdout: expected, stderr: '' });
  expect((await explain('users.email', '--schema', 'schema.sql')).stdout).toBe(expected);
});

test('a column that has the class of its key, and one that is said to have none', async () => {
  expect((await explain('public.logins.who', '--schema', 'schema.sql')).stdout).toContain(
    'class: email, by foreign-key pgveil.yml:11:30 references public.users.email',
  );
  const none = (await explain('public.users."Full Name"', '--schema', 'schema.sql')).stdout;
  expect(none).toContain('class: none, by the policy');
  expect(none).toContain('dev (grants[0]): pass');
});

test('as JSON', async () => {
  const { stdout } = await explain('public.users.id', '--schema', 'schema.sql', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ column: 'public.users.id', type: 'int4', exempt: false, opaqueViews: [] });
});

test('a name that no column has', async () => {
  const { code, stderr } = await explain('public.users.emial', '--schema', 'schema.sql');
  expect(code).toBe(2);
  expect(stderr).toContain('there is no column "public.users.emial"');
  expect(stderr).toContain('Did you mean "public.users.email"?');
});

describe.each(Object.entries(inject('postgres')))('on PostgreSQL %s', (major, port) => {
  test('the same from the database', async () => {
    const database = await createDatabase(port, `explain_column_${major}`);
    try {
      await database.client.query(schema);
      urls.push(`postgres://postgres:pw@127.0.0.1:${String(port)}/${database.name}`);
      expect((await explain('public.users.email')).stdout).toBe(expected);
    } finally {
      await database.drop();
    }
  });
});
