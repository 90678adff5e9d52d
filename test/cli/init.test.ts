import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { createDatabase } from '../catalog/database.ts';
import { capture, type Said } from './support.ts';

let root: string;

const pgveil = async (argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Said> => {
  const { context, output } = capture({ argv, cwd: root, env });
  const code = await runCommand(commands, context);
  return { code, ...output() };
};

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const schema = `CREATE SCHEMA "crm data";
CREATE TABLE users (id int PRIMARY KEY, email text, "Birth Date" date, notes text, national_id text, plan text);
CREATE TABLE "crm data"."peo""ple: #1" (first_name text, ip inet, phone_number bigint);
CREATE TABLE logins (email text REFERENCES users (email), ip_address text);
COMMENT ON COLUMN users.plan IS '@class tier';
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pgveil-init-'));
  writeFileSync(join(root, 'schema.sql'), schema);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

test('a policy with classes, masks that fit the types, and what made it so', async () => {
  const { code, stdout } = await pgveil(['init', '--schema', 'schema.sql', '--name', 'shop']);
  expect(code).toBe(0);
  expect(stdout).toBe(`.github/pgveil.yml: 3 relations, 11 columns: 10 classified, 1 of them doubtful
.github/workflows/pgveil.yml: runs the gate on pull requests
Next: put your repository's id into the policy, read it through, and run
  pgveil check --schema schema.sql
`);
  const text = read('.github/pgveil.yml');
  const loaded = loadPolicy(text, { file: 'p.yml' });
  expect(loaded.ok && [...loaded.policy.classes].map(([name, { mask }]) => [name, mask?.transform])).toEqual([
    ['date_of_birth', 'date-truncate'],
    ['email', 'email'],
    ['free_text', 'redact'],
    ['gov_id', 'redact'],
    ['ip_address', 'ip-prefix'],
    ['person_name', 'partial'],
    ['phone', 'redact'],
    ['tier', 'redact'],
  ]);
  expect(text).toContain(`    public.users.email: email # name has 'email'; type text`);
  expect(text).toContain('    "public.users.\\"Birth Date\\"": date_of_birth # ');
  expect(text).toContain('    public.users.notes: free_text # doubtful (0.55): ');
  expect(text).toContain('allow: ["\\"crm data\\".*", "public.*"]');
});

test('what it writes leaves no error, and the workflow runs the gate', async () => {
  await pgveil(['init', '--schema', 'schema.sql']);
  const { code, stdout } = await pgveil(['check', '--policy', '.github/pgveil.yml', '--schema', 'schema.sql']);
  expect(stdout).toMatch(/^pass: 0 errors, 0 warnings/);
  expect(code).toBe(0);
  const workflow = parse(read('.github/workflows/pgveil.yml')) as {
    readonly on: string;
    readonly permissions: object;
    readonly jobs: { readonly check: { readonly steps: readonly { readonly run?: string }[] } };
  };
  expect(workflow).toMatchObject({ on: 'pull_request', permissions: {} });
  expect(workflow.jobs.check.steps[1]?.run).toMatch(
    /^npx --yes pgveil@\S+ check --policy \.github\/pgveil\.yml \\\n\s*--schema schema\.sql \\\n\s*--base "origin\/\$GITHUB_BASE_REF" --format github\n$/,
  );
});

test('overwrites nothing', async () => {
  mkdirSync(join(root, '.github/workflows'), { recursive: true });
  writeFileSync(join(root, '.github/workflows/pgveil.yml'), 'mine');
  const first = await pgveil(['init', '--schema', 'schema.sql']);
  expect(first.stdout).toContain('.github/workflows/pgveil.yml is there already, and was left as it is');
  expect(read('.github/workflows/pgveil.yml')).toBe('mine');
  const before = read('.github/pgveil.yml');
  const again = await pgveil(['init', '--schema', 'schema.sql']);
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toContain('.github/pgveil.yml is there already');
  expect(read('.github/pgveil.yml')).toBe(before);
});

test('elsewhere than where check looks for it', async () => {
  writeFileSync(join(root, 'one.sql'), 'CREATE TABLE t (id int)');
  const { stdout } = await pgveil(['init', '--schema', 'one.sql', '--policy', 'p.yml']);
  expect(stdout).toContain('p.yml: 1 relation, 1 column: 0 classified, 0 of them doubtful\n');
  expect(stdout).toContain('  pgveil check --policy p.yml --schema one.sql\n');
});

test('nothing to look at, nothing written', async () => {
  const { code, stderr } = await pgveil(['init']);
  expect(code).toBe(2);
  expect(stderr).toContain('Name schema files with --schema, or set PGVEIL_DATABASE_URL to the URL of a database.');
  expect(existsSync(join(root, '.github'))).toBe(false);
});

test('names of files do not get out of the workflow’s shell line', async () => {
  writeFileSync(join(root, `it's $(rm).sql`), schema);
  await pgveil(['init', '--schema', `it's $(rm).sql`]);
  expect(read('.github/workflows/pgveil.yml')).toContain(String.raw`--schema 'it'\''s $(rm).sql'`);
});

describe.each(Object.entries(inject('postgres')))('on PostgreSQL %s', (major, port) => {
  test('the same policy from the database as from its files', async () => {
    const database = await createDatabase(port, `init_${major}`);
    try {
      await database.client.query(schema.replace('REFERENCES users (email)', ''));
      const url = `postgres://postgres:pw@127.0.0.1:${String(port)}/${database.name}`;
      expect((await pgveil(['init'], { PGVEIL_DATABASE_URL: url })).code).toBe(0);
      const live = read('.github/pgveil.yml');
      expect(read('.github/workflows/pgveil.yml')).toContain('mode: check');
      writeFileSync(join(root, 'schema.sql'), schema.replace('REFERENCES users (email)', ''));
      await pgveil(['init', '--schema', 'schema.sql', '--policy', 'p.yml', '--workflow', 'w.yml']);
      expect(read('p.yml')).toBe(live);
    } finally {
      await database.drop();
    }
  });
});
