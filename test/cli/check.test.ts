import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openAuditLog } from '../../src/audit/log.ts';
import { makeSigningKey, publicKeyText } from '../../src/audit/signature.ts';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run.ts';
import { createDatabase, type TestDatabase } from '../catalog/database.ts';
import { answered, asked, started } from '../coverage/support.ts';

const policy = (classes: string): string => `version: 1
databases:
  cli_check: { credentials: { reader: { url: '\${env:CHECK_URL}' } } }
  cli_other: { credentials: { reader: { url: '\${env:OTHER_URL}' } } }
identity: { local: { verifiers: v } }
principals: { dev: { local: dev } }
grants: [{ to: [dev] }]
classification: { columns: { public.people.email: email } }
classes: ${classes}
`;

describe.each([15, 18])('pgveil check on PostgreSQL %i', (major) => {
  const port = inject('postgres')[major];

  describe('with a server', { skip: port === undefined }, () => {
    let databases: TestDatabase[];
    let directory: string;

    beforeAll(async () => {
      databases = [await createDatabase(port ?? 0, 'cli_check', ['cli_reader']), await createDatabase(port ?? 0, 'cli_other')];
      await databases[0]?.client.query(`
        CREATE TABLE people (id int PRIMARY KEY, email text);
        CREATE VIEW contacts AS SELECT id, email AS contact FROM people;
        CREATE TABLE "we|rd <b>" ("a\nb" text);
        COMMENT ON COLUMN "we|rd <b>"."a\nb" IS '@class email'`);
      directory = mkdtempSync(join(tmpdir(), 'pgveil-check-'));
      writeFileSync(join(directory, 'green.yml'), policy('{ email: { mask: email } }'));
      writeFileSync(join(directory, 'red.yml'), policy('{ email: {} }'));
    });
    afterAll(async () => {
      for (const database of databases.toReversed()) await database.drop();
      rmSync(directory, { recursive: true });
    });

    const urlTo = (database: string): string => `postgres://cli_reader:pw@127.0.0.1:${String(port)}/${database}`;

    const check = async (...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> => {
      const [stdout, stderr] = [new PassThrough(), new PassThrough()];
      const code = await runCommand(commands, {
        argv: ['check', ...argv],
        env: { CHECK_URL: urlTo('cli_check'), OTHER_URL: argv.includes('broken.yml') ? urlTo('absent') : urlTo('cli_other') },
        stdin: new PassThrough(),
        stdout,
        stderr,
        clock: Date.now,
        cwd: directory,
      });
      const text = (stream: PassThrough): string => (stream.read() as Buffer | null)?.toString() ?? '';
      return { code, out: text(stdout), err: text(stderr) };
    };

    test('green: exit code 0, and what was looked at', async () => {
      expect(await check('--policy', 'green.yml')).toEqual({
        code: 0,
        out: `pass: 0 errors, 0 warnings, 0 notes (fails on error)

cli_check: 3 relations, 5 columns, 2 of them classified
cli_other: 0 relations, 0 columns, 0 of them classified
`,
        err: '',
      });
    });

    test('red: exit code 1, with line and column of the policy', async () => {
      const { code, out } = await check('--policy', 'red.yml');
      expect(code).toBe(1);
      expect(out).toMatch(/^fail: 2 errors, 0 warnings, 0 notes/);
      expect(out).toContain('error PGV001 unmasked red.yml:9:12\n    public.people.email holds class email');
      expect(out).toContain('cli_check: public."we|rd <b>"');
      expect(await check('--policy', 'red.yml', '--fail-on', 'never')).toMatchObject({ code: 0 });
    });

    test('one database of several', async () => {
      const { code, out } = await check('--policy', 'green.yml', '--database', 'cli_other');
      expect(code).toBe(0);
      expect(out).not.toContain('cli_check');
    });

    test.each([
      ['json', (out: string) => (JSON.parse(out) as { gate: { findings: unknown[] } }).gate.findings.length === 2],
      ['sarif', (out: string) => (JSON.parse(out) as { runs: { results: unknown[] }[] }).runs[0]?.results.length === 2],
      ['markdown', (out: string) => out.startsWith('## ❌ pgveil: fail\n')],
      ['junit', (out: string) => out.startsWith('<?xml') && out.includes('failures="2"')],
      [
        'github',
        (out: string) => out.split('\n').filter((line) => line.startsWith('::error file=red.yml,line=9,col=12,')).length === 2,
      ],
    ])('--format %s', async (format, holds) => {
      const { code, out } = await check('--policy', 'red.yml', '--format', format);
      expect(code).toBe(1);
      expect(holds(out)).toBe(true);
    });

    test('a database that cannot be read is exit code 2, and no pass', async () => {
      writeFileSync(join(directory, 'broken.yml'), policy('{ email: { mask: email } }'));
      const { code, out } = await check('--policy', 'broken.yml');
      expect(code).toBe(2);
      expect(out).toMatch(/^incomplete: /);
      expect(out).toContain('not checked database cli_other: ');
    });

    test.each<[string, readonly string[], string]>([
      ['a database that the policy has not', ['--policy', 'green.yml', '--database', 'cli_chek'], 'Did you mean "cli_check"?'],
      ['a form that there is not', ['--policy', 'green.yml', '--format', 'html'], '--format is "html"'],
      ['a level that there is not', ['--policy', 'green.yml', '--fail-on', 'errors'], '--fail-on is "errors"'],
      ['a policy that there is not', ['--policy', 'absent.yml'], 'PGVEIL_CONFIG'],
      ['an audit that there is not', ['--policy', 'green.yml', '--audit', 'absent.jsonl'], 'PGVEIL_AUDIT'],
    ])('%s: exit code 2', async (_, argv, said) => {
      const { code, out, err } = await check(...argv);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(said);
    });

    describe('with the audit of a run', () => {
      const file = (): string => join(directory, 'audit.jsonl');
      let key: string;
      beforeEach(() => {
        const log = openAuditLog({ file: file(), clock: Date.now, checkpointEvery: 100, signingKey: undefined });
        const raw = { name: 'e', classes: ['email'], sources: ['email:identity'], treatment: 'pass', reason: '' };
        for (const event of [{ ...started, database: 'cli_check' }, asked(1, { columns: [raw] }), answered(1, 7)])
          log.append(event);
        log.close();
        key = log.publicKey;
      });
      afterEach(() => {
        rmSync(file());
      });

      test.each([false, true])('it is looked at (with its key: %s)', async (withKey) => {
        const { code, out } = await check('--policy', 'green.yml', '--audit', 'audit.jsonl', ...(withKey ? ['--key', key] : []));
        expect(code).toBe(1);
        expect(out).toContain('PGV101 seen-raw');
        expect(out).toContain('the run: 1 session, 1 statement, 7 rows');
      });

      test('one that was changed is exit code 2', async () => {
        writeFileSync(file(), readFileSync(file(), 'utf8').replace('"rows":7', '"rows":8'));
        const { code, out, err } = await check('--policy', 'green.yml', '--audit', 'audit.jsonl', '--key', key);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toContain('the record was changed');
      });

      test('one that another key signed is exit code 2, with nothing that it says', async () => {
        const other = publicKeyText(makeSigningKey());
        const { code, out, err } = await check('--policy', 'green.yml', '--audit', 'audit.jsonl', '--key', other);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toContain('the log was signed by another key than the expected one [PGVEIL_AUDIT]');
      });

      test.each<[string, readonly string[], string]>([
        ['a key that is none', ['--audit', 'audit.jsonl', '--key', 'hunter2'], '--key is no Ed25519 public key'],
        ['a key without a log', ['--key', publicKeyText(makeSigningKey())], 'Name the log with --audit.'],
      ])('%s is exit code 2', async (_, argv, said) => {
        const { code, out, err } = await check('--policy', 'green.yml', ...argv);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toContain(said);
        expect(err).not.toContain('hunter2');
      });
    });
  });
});
