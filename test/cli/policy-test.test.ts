import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run.ts';
import { createDatabase } from '../catalog/database.ts';
import { capture, entryFile, type Said } from './support.ts';

const schema = `CREATE TABLE users (id int PRIMARY KEY, email text, phone text);
CREATE VIEW contacts AS SELECT id, email AS address FROM users;
`;

const policy = `version: 1
databases: { app: { credentials: { r: { url: "\${env:APP_URL}" } } } }
identity: { local: { verifiers: v } }
principals: { dev: { local: dev }, support: { local: support } }
grants:
  - to: [dev]
  - to: [support]
    relations: { deny: [public.users] }
    reveal: [{ class: email, reason: "support tickets", until: 2027-01-31 }]
classification: { columns: { public.users.email: email, public.users.phone: phone } }
classes: { email: { mask: email, lookup: true }, phone: { mask: redact }, unused: { mask: redact } }
`;

const cases = `version: 1
cases:
  - name: what developers see
    as: dev
    sql: SELECT id, email, phone FROM users WHERE email = 'x@example.com'
    expect: { id: pass, email: masked(email), phone: redact }
  - name: inside JSON
    as: dev
    sql: SELECT json_build_object('id', id, 'email', email) AS doc FROM users
    expect: { doc: "{id: pass, email: masked(email)}" }
  - name: support reads addresses
    as: support
    sql: SELECT address FROM contacts
    expect: { address: pass }
  - as: dev
    sql: DELETE FROM users
    refused: access.write
`;

let root: string;
const write = (path: string, text: string): void => {
  writeFileSync(join(root, path), text);
};
const run = async (argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Said> => {
  const { context, output } = capture({ argv: ['test', '--policy', 'pgveil.yml', ...argv], cwd: root, env });
  const code = await runCommand(commands, context);
  return { code, ...output() };
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pgveil-test-'));
  write('schema.sql', schema);
  write('pgveil.yml', policy);
  write('pgveil.cases.yml', cases);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

test('a table of results, and what of the policy they reach', async () => {
  expect(await run(['--schema', 'schema.sql'])).toEqual({
    code: 0,
    stdout: `ok    dev      what developers see
ok    dev      inside JSON
ok    support  support reads addresses
ok    dev      DELETE FROM users

4 cases, 0 failed
principals: 2 of 2 tested
grants: 2 of 2 tested
classes: 2 of 3 tested, not unused
`,
    stderr: '',
  });
});

test.each<[string, string, string]>([
  [
    'another treatment',
    `as: dev\n    sql: SELECT email FROM users\n    expect: { email: pass }`,
    '"email" is masked(email), and not pass',
  ],
  [
    'a column that is not there',
    `as: dev\n    sql: SELECT email FROM users\n    expect: { emial: pass }`,
    'there is no output column "emial" (did you mean "email"?)',
  ],
  ['refused', `as: support\n    sql: SELECT email FROM users\n    expect: {}`, 'it is refused by relation.denied: '],
  ['not refused', `as: dev\n    sql: SELECT 1\n    refused: access.write`, 'it is forwarded, and not refused by access.write'],
  [
    'refused by another rule',
    `as: dev\n    sql: DELETE FROM users\n    refused: access.ddl`,
    'it is refused by access.write, and not by access.ddl',
  ],
  ['text that does not parse', `as: dev\n    sql: SELEC 1\n    expect: {}`, 'it is refused by lineage.syntax: '],
  [
    'an unknown principal',
    `as: deb\n    sql: SELECT 1\n    expect: {}`,
    'the policy has no principal "deb" (did you mean "dev"?)',
  ],
  [
    'a database that is not looked at',
    `as: dev\n    database: other\n    sql: SELECT 1\n    expect: {}`,
    'the policy has no database "other"',
  ],
  [
    'one of two columns of a name',
    `as: dev\n    sql: SELECT id AS email, email FROM users\n    expect: { email: masked(email) }`,
    '"email" is pass, masked(email), and not masked(email)',
  ],
])('a case fails: %s', async (_, text, message) => {
  write('pgveil.cases.yml', `version: 1\ncases:\n  - ${text}\n`);
  const { code, stdout } = await run(['--schema', 'schema.sql']);
  expect(code).toBe(1);
  expect(stdout).toContain(message);
  expect(stdout).toContain('pgveil.cases.yml:3');
});

test.each<[string, string, string]>([
  [
    'no such rule',
    'version: 1\ncases: [{ as: dev, sql: x, refused: acess.write }]',
    'there is no rule "acess.write" (did you mean "access.write"?)',
  ],
  ['both', 'version: 1\ncases: [{ as: dev, sql: x, refused: access.write, expect: {} }]', 'a case has either expect or refused'],
  ['neither', 'version: 1\ncases: [{ as: dev, sql: x }]', 'a case has either expect or refused'],
  ['an unknown key', 'version: 1\ncases: [{ as: dev, sqll: x, expect: {} }]', 'unknown key "sqll"'],
  ['no YAML', 'version: [', 'pgveil.cases.yml:1'],
])('cases that are not valid: %s', async (_, text, message) => {
  write('pgveil.cases.yml', text);
  const { code, stderr } = await run(['--schema', 'schema.sql']);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test('a file of another name, or none', async () => {
  write('mine.yml', cases);
  expect((await run(['mine.yml', '--schema', 'schema.sql'])).code).toBe(0);
  expect((await run(['nowhere.yml', '--schema', 'schema.sql'])).stderr).toContain('the test cases nowhere.yml cannot be read');
});

describe.each(Object.entries(inject('postgres')))('on PostgreSQL %s', (major, port) => {
  test('the same results from the database', async () => {
    const database = await createDatabase(port, `policy_test_${major}`);
    try {
      await database.client.query(schema);
      const live = await run([], { APP_URL: `postgres://postgres:pw@127.0.0.1:${String(port)}/${database.name}` });
      expect(live).toEqual(await run(['--schema', 'schema.sql']));
    } finally {
      await database.drop();
    }
  });
});

test('--watch runs again when a file changes, and says what is wrong with one', async () => {
  const argv = [
    '--import',
    import.meta.resolve('tsx'),
    entryFile,
    'test',
    '--policy',
    'pgveil.yml',
    '--schema',
    'schema.sql',
    '--watch',
  ];
  const child = spawn(process.execPath, argv, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const untilSaid = async (text: string): Promise<void> => {
    while (!said.includes(text)) await once(child.stdout, 'data');
  };
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  try {
    await untilSaid('watching for changes');
    expect(said).toContain('4 cases, 0 failed');
    said = '';
    write('pgveil.yml', policy.replace('email: { mask: email', 'email: { mask: redact'));
    await untilSaid('watching for changes');
    expect(said).toContain('"email" is redact, and not masked(email)');
    said = '';
    write('pgveil.cases.yml', 'version: 2');
    await untilSaid('watching for changes');
    expect(said).toContain('the test cases are not valid');
    const closed = once(child, 'exit');
    child.kill('SIGINT');
    expect(await closed).toEqual([2, null]);
  } finally {
    child.kill('SIGKILL');
  }
});
