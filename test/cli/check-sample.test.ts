import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run.ts';
import { createDatabase, type TestDatabase } from '../catalog/database.ts';
import { capture } from './support.ts';

const name = 'cli_sample';
const reader = 'cli_sample_reader';

/** Stands in every value: no output may hold it. */
const canary = 'xcanaryx';

const policy = (columns = ''): string => `version: 1
databases: { ${name}: { credentials: { reader: { url: "\${env:URL}" } } } }
identity: { local: { verifiers: v } }
principals: { dev: { local: dev } }
grants: [{ to: [dev], relations: { allow: ["*.*"], deny: [public.unseen] } }]
classes: { email: { mask: email } }
classification: { columns: { public.done.a: email, public.exempt.a: none${columns} } }
`;

const mails = `SELECT 'p' || n || '@${canary}.example' FROM generate_series(1, 40) n`;

const schema = `
  CREATE TABLE contacts (id int, a text); INSERT INTO contacts SELECT n, 'p' || n || '@${canary}.example' FROM generate_series(1, 97) n;
  INSERT INTO contacts SELECT n, '${canary}' FROM generate_series(98, 100) n;
  CREATE TABLE remarks (a varchar); INSERT INTO remarks ${mails} LIMIT 4;
  INSERT INTO remarks SELECT '${canary} ' || n FROM generate_series(1, 36) n;
  CREATE TABLE documents (a jsonb); INSERT INTO documents SELECT jsonb_build_object('to', m) FROM (${mails}) s (m);
  CREATE TABLE two (a text); INSERT INTO two ${mails} LIMIT 2;
  CREATE TABLE words (a text); INSERT INTO words SELECT '${canary}' FROM generate_series(1, 40);
  CREATE TABLE parted (k int, a text) PARTITION BY LIST (k);
  CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1); INSERT INTO parted SELECT 1, m FROM (${mails}) s (m);
  CREATE TABLE "odd ""name" ("a ""b" text); INSERT INTO "odd ""name" ${mails};
  CREATE TABLE done (a text); INSERT INTO done ${mails};
  CREATE TABLE exempt (a text); INSERT INTO exempt ${mails};
  CREATE TABLE unseen (a text); INSERT INTO unseen ${mails};
  CREATE TABLE later (a text);
  INSERT INTO later SELECT CASE WHEN n > 15000 THEN 'p' || n || '@${canary}.example' END FROM generate_series(1, 30000) n;
  CREATE TABLE refused (a text); INSERT INTO refused ${mails};
  CREATE TABLE partly (a text, b text); INSERT INTO partly SELECT m, m FROM (${mails}) s (m);
  CREATE TABLE hidden (a text); INSERT INTO hidden ${mails}; ALTER TABLE hidden ENABLE ROW LEVEL SECURITY;
  CREATE POLICY shown ON hidden USING (true);
  CREATE TABLE locked (a text); INSERT INTO locked ${mails};
  CREATE FOREIGN DATA WRAPPER nowhere; CREATE SERVER nowhere FOREIGN DATA WRAPPER nowhere;
  CREATE FOREIGN TABLE remote (a text) SERVER nowhere;
  CREATE TABLE mixed (k int, a text) PARTITION BY LIST (k);
  CREATE FOREIGN TABLE mixed_1 PARTITION OF mixed FOR VALUES IN (1) SERVER nowhere;
  ANALYZE later;
  GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${reader};
  REVOKE SELECT ON refused, partly FROM ${reader}; GRANT SELECT (a) ON partly TO ${reader};
`;

/** A value in the text of an error: reading the column fails with SQLSTATE 22P02, which quotes it. */
const failing = `
  CREATE TABLE failing (t text, a text GENERATED ALWAYS AS (((t)::int)::text) VIRTUAL);
  INSERT INTO failing (t) VALUES ('${canary}'); GRANT SELECT ON failing TO ${reader}`;

interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

describe.each(Object.entries(inject('postgres')))('--sample on PostgreSQL %s', (major, port) => {
  let database: TestDatabase;
  let directory: string;
  const fails = Number(major) >= 18;

  beforeAll(async () => {
    database = await createDatabase(port, name, [reader]);
    await database.client.query(schema);
    if (fails) await database.client.query(failing);
    directory = mkdtempSync(join(tmpdir(), 'pgveil-sample-'));
    writeFileSync(join(directory, 'p.yml'), policy());
    await database.client.query('BEGIN; LOCK TABLE locked IN ACCESS EXCLUSIVE MODE');
  });
  afterAll(async () => {
    await database.client.query('ROLLBACK');
    await database.client.query(`DROP OWNED BY ${reader}`);
    await database.drop();
    rmSync(directory, { recursive: true });
  });

  const pgveil = async (...argv: readonly string[]): Promise<Said> => {
    const url = `postgres://${reader}:pw@127.0.0.1:${String(port)}/${name}`;
    const { context, output } = capture({ argv, env: { URL: url, PGVEIL_DATABASE_URL: url }, cwd: directory, clock: Date.now });
    const code = await runCommand(commands, context);
    return { code, ...output() };
  };

  const findings = async (): Promise<readonly string[]> => {
    const { stdout } = await pgveil('check', '--policy', 'p.yml', '--sample', '100', '--format', 'json');
    const { gate } = JSON.parse(stdout) as {
      gate: { findings: readonly { id: string; message: string; yaml: string | null }[] };
    };
    return gate.findings.map(({ id, message, yaml }) => `${id} ${message}${yaml === null ? '' : ` + ${yaml.trim()}`}`);
  };

  test('columns whose values look personal, with the counts and a class; and what could not be looked at', async () => {
    const seen = 'and has no class: agents see it as it is';
    const all = await findings();
    expect(all.filter((one) => !one.includes('public.later')).toSorted()).toEqual(
      [
        `PGV015 public.contacts.a looks like email ${seen} (97 of 100 sampled values look like email). + public.contacts.a: email`,
        `PGV015 public.documents.a looks like profile json ${seen} (40 of 40 sampled values look like email). + public.documents.a: profile_json`,
        `PGV015 public."odd ""name"."a ""b" looks like email ${seen} (40 of 40 sampled values look like email). + "public.\\"odd \\"\\"name\\".\\"a \\"\\"b\\"": email`,
        `PGV015 public.parted.a looks like email ${seen} (40 of 40 sampled values look like email). + public.parted.a: email`,
        `PGV015 public.partly.a looks like email ${seen} (40 of 40 sampled values look like email). + public.partly.a: email`,
        `PGV015 public.remarks.a looks like free text ${seen} (4 of 40 sampled values hold email). + public.remarks.a: free_text`,
        ...(fails ? ['PGV025 Values of public.failing were not looked at: the server refused it with SQLSTATE 22P02.'] : []),
        'PGV025 Values of public.hidden were not looked at: the role may not read it, or row security hides some of it.',
        'PGV025 Values of public.locked were not looked at: it was locked.',
        'PGV025 Values of public.mixed were not looked at: it is a foreign table, or one of its partitions is.',
        'PGV025 Values of public.partly were not looked at: the role may not read 1 of its columns.',
        'PGV025 Values of public.refused were not looked at: the role may not read it, or row security hides some of it.',
        'PGV025 Values of public.remote were not looked at: it is a foreign table, or one of its partitions is.',
      ].toSorted(),
    );
  });

  test('rows come from all over a large table', async () => {
    const later = (await findings()).filter((one) => one.includes('public.later'));
    expect(later).toEqual([expect.stringMatching(/^PGV015 .*\((\d+) of \1 sampled values look like email\)/)]);
  });

  test('the same each time', async () => {
    expect(await findings()).toEqual(await findings());
  });

  test('without it no value is read', async () => {
    const { code, stdout } = await pgveil('check', '--policy', 'p.yml');
    expect(code).toBe(0);
    expect(stdout).not.toContain('PGV025');
    expect(stdout).not.toContain('looked at');
  });

  test.each(['text', 'json', 'markdown', 'sarif', 'junit', 'github'])('no value is in what check says as %s', async (form) => {
    const { code, stdout, stderr } = await pgveil('check', '--policy', 'p.yml', '--sample', '100', '--format', form);
    expect(code).toBe(1);
    expect(stdout).toContain('public.contacts.a');
    expect(stdout + stderr).not.toContain(canary);
  });

  test('nor in a baseline', async () => {
    await pgveil('check', '--policy', 'p.yml', '--sample', '100', '--update-baseline', '--baseline', 'b.json');
    const text = readFileSync(join(directory, 'b.json'), 'utf8');
    expect(text).toContain('public.contacts.a');
    expect(text).not.toContain(canary);
  });

  test('init proposes classes by values, and says what it did not look at', async () => {
    const { code, stdout, stderr } = await pgveil(
      'init',
      '--sample',
      '100',
      '--policy',
      `made-${major}.yml`,
      '--workflow',
      'w.yml',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('values of public.locked were not looked at: it was locked\n');
    const text = readFileSync(join(directory, `made-${major}.yml`), 'utf8');
    expect(text).toContain('    public.contacts.a: email # 97 of 100 sampled values look like email\n');
    expect(text).toContain('    public.remarks.a: free_text # 4 of 40 sampled values hold email\n');
    expect(stdout + stderr + text).not.toContain(canary);
    expect((await pgveil('check', '--policy', `made-${major}.yml`, '--sample', '100')).stdout).not.toContain('PGV015');
  });

  test('a connection that is lost is exit code 2, and no pass', async () => {
    const other = await database.connect();
    const end = async (): Promise<void> => {
      for (;;) {
        const { rowCount } = await other.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE usename = '${reader}' AND wait_event_type = 'Lock' AND query LIKE 'BEGIN%'`,
        );
        if (rowCount === 1) return;
      }
    };
    const [{ code, stdout }] = await Promise.all([pgveil('check', '--policy', 'p.yml', '--sample', '100'), end()]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^not checked values of database cli_sample: the connection to 127\.0\.0\.1:\d+, .* was lost/m);
    expect(stdout).not.toContain(canary);
  });

  test.each([
    ['none', ['--sample', '0'], '--sample is no number of rows from 1 to 1000'],
    ['too many', ['--sample', '1001'], '--sample is no number of rows from 1 to 1000'],
    ['no number', ['--sample', 'all'], '--sample is no number of rows from 1 to 1000'],
    ['of schema files', ['--sample', '10', '--schema', 's.sql'], '--sample looks at a database'],
  ])('%s is exit code 2', async (_, argv, said) => {
    writeFileSync(join(directory, 's.sql'), 'CREATE TABLE t (a text)');
    for (const command of [
      ['check', '--policy', 'p.yml'],
      ['init', '--policy', 'never.yml'],
    ]) {
      const { code, stdout, stderr } = await pgveil(...command, ...argv);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(said);
    }
  });
});
