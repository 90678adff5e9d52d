import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run.ts';
import { policy, repositoryOf } from './repository.ts';
import { capture, type Said } from './support.ts';

const first = `CREATE TABLE users (
  id bigserial PRIMARY KEY,
  email text NOT NULL,
  birth_date date
);
CREATE VIEW contacts AS SELECT id, email FROM users;
`;

const { root, write, git, commit, check } = repositoryOf({ '.github/pgveil.yml': policy(), 'db/1_users.sql': first });

const inPullRequest = async (...argv: readonly string[]): Promise<Said> => check('--schema', 'db', '--base', 'HEAD', ...argv);

describe('schema files', () => {
  test('are checked without a database, a secret or a server', async () => {
    expect(await check('--schema', 'db/1_users.sql')).toEqual({
      code: 1,
      stdout: `fail: 1 error, 0 warnings, 0 notes (fails on error)

app: public.users
  error PGV015 personal-column db/1_users.sql:4:3
    public.users.birth_date looks like date of birth and has no class: agents see it as it is (name has 'birth date'; type date).
    Give it a class under classification, and define class date_of_birth with a mask; or none if its values tell nothing of a person.
    +     public.users.birth_date: date_of_birth

app: 2 relations, 5 columns, 1 of them classified
`,
      stderr: '',
    });
  });

  test('a text that does not parse is not checked: no pass', async () => {
    write('db/2.sql', 'CREATE TABEL x (y int);');
    write('.github/pgveil.yml', policy({ columns: '    public.users.birth_date: none' }));
    const { code, stdout } = await check('--schema', 'db');
    expect(code).toBe(2);
    expect(stdout).toContain('not checked db/2.sql:1:1: it does not parse (syntax error)');
  });

  test('migrations that are not SQL are told, each at its file', async () => {
    write('db/2_names.rb', 'class Names < ActiveRecord::Migration[8.0]\nend\n');
    write('db/README.md', '# Migrations');
    const { stdout } = await check('--schema', 'db');
    expect(stdout).toContain('warning PGV018 unread-schema db/2_names.rb:1:1');
    expect(stdout).toContain('db/2_names.rb is not SQL: what it changes is not known.');
    expect(stdout).not.toContain('README');
    commit();
    write('db/3_names.py', '');
    const change = (await inPullRequest()).stdout;
    expect(change).toContain('db/3_names.py is not SQL');
    expect(change).not.toContain('db/2_names.rb');
  });

  test.each<[string, readonly string[], string]>([
    ['a path that is not there', ['--schema', 'nowhere'], '--schema nowhere is not there'],
    ['a directory without SQL', ['--schema', '.github'], '--schema .github holds no .sql file'],
    ['a base that git does not know', ['--schema', 'db', '--base', 'no-such-branch'], 'neither a directory nor a revision'],
    ['a base that looks like an option', ['--schema', 'db', '--base=--help'], 'neither a directory nor a revision'],
    ['a base without schema files', ['--base', 'HEAD'], '--base compares schema files'],
    ['a baseline that is not there', ['--schema', 'db', '--baseline', 'x.json'], 'the baseline x.json cannot be read'],
  ])('%s', async (_, argv, message) => {
    const { code, stderr } = await check(...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('of a policy with several databases, one has to be named', async () => {
    const two = policy().replace('databases: { app:', 'databases: { b: { credentials: { r: { url: "${env:X}" } } }, app:');
    write('.github/pgveil.yml', two);
    expect((await check('--schema', 'db')).stderr).toContain('schema files describe one database');
    expect((await check('--schema', 'db', '--database', 'app')).stdout).toContain('app: 2 relations');
  });

  test('classes from dbt and Prisma hold, and differing ones are a finding', async () => {
    const sources = 'classification:\n  dbt: [../models/**/*.yml]\n  prisma: [../schema.prisma]';
    write('.github/pgveil.yml', policy({ classes: '  born: { mask: redact }' }).replace('classification:', sources));
    write('models/a/schema.yml', 'models: [{ name: users, columns: [{ name: birth_date, meta: { class: born } }] }]');
    write('schema.prisma', 'model users {\n  /// @class email\n  birth_date DateTime\n}\n');
    const { code, stdout } = await check('--schema', 'db');
    expect(stdout).toContain(
      'public.users.birth_date is born by dbt (models/a/schema.yml:1 meta.class), which holds, and email by Prisma (schema.prisma:3 @class email).',
    );
    expect(code).toBe(0);
    rmSync(join(root(), 'models'), { recursive: true });
    expect((await check('--schema', 'db')).stderr).toContain(
      'classification.dbt of the policy: ../models/**/*.yml names no file',
    );
  });

  test('a terminal sees that something happens once it takes long', async () => {
    let now = 0;
    const { context, output } = capture(
      { argv: ['check', '--policy', '.github/pgveil.yml', '--schema', 'db'], cwd: root(), clock: () => (now += 1_500) },
      { isTTY: true },
    );
    await runCommand(commands, context);
    expect(output().stderr).toContain('reading db/1_users.sql: 1 of 2 statements');
    expect(output().stderr.endsWith('\r\u001b[2K')).toBe(true);
  });
});

describe('a pull request', () => {
  const id = 'ALTER TABLE users\n  ADD COLUMN national_id text;\n';

  test('a new personal column is one error, at its line, in annotations and SARIF', async () => {
    write('db/2_id.sql', id);
    const { code, stdout } = await inPullRequest('--format', 'github');
    expect(code).toBe(1);
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(
        /^::error file=db\/2_id\.sql,line=2,col=14,title=PGV015 personal-column::public\.users\.national_id looks like gov id/,
      ),
    ]);
    const { runs } = JSON.parse((await inPullRequest('--format', 'sarif')).stdout) as Log;
    const results = (runs[0]?.results ?? []).map(({ ruleId, baselineState, locations }) => [
      ruleId,
      baselineState,
      locations?.[0]?.physicalLocation?.artifactLocation?.uri,
      locations?.[0]?.physicalLocation?.region?.startLine,
    ]);
    expect(results).toEqual([
      ['PGV015', 'new', 'db/2_id.sql', 2],
      ['PGV015', 'unchanged', 'db/1_users.sql', 4],
    ]);
  });

  test('the same with a class and a mask passes', async () => {
    write('db/2_id.sql', id);
    write('.github/pgveil.yml', policy({ columns: '    public.users.national_id: id', classes: '  id: { mask: redact }' }));
    const { code, stdout } = await inPullRequest();
    expect(stdout).toBe(`pass: 0 errors, 0 warnings, 0 notes (fails on error)

1 more finding is known: 1 in the base
app: 2 relations, 6 columns, 2 of them classified
`);
    expect(code).toBe(0);
  });

  test('and with a comment that names a class', async () => {
    write('db/2_id.sql', `${id}COMMENT ON COLUMN users.national_id IS '@class email';`);
    expect((await inPullRequest()).code).toBe(0);
  });

  test('but not with a class that has no mask', async () => {
    write('db/2_id.sql', `${id}COMMENT ON COLUMN users.national_id IS '@class id';`);
    const { code, stdout } = await inPullRequest('--format', 'github');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=db\/2_id\.sql,line=2,col=14,title=PGV001 unmasked::/);
  });

  test.each<[string, string, readonly string[]]>([
    ['a harmless column', 'ALTER TABLE users ADD active boolean;', []],
    ['lines that move', '', []],
    [
      'a rename: the rule names nothing any more, and the column has no class',
      'ALTER TABLE users RENAME email TO e_mail;',
      ['PGV003 .github/pgveil.yml', 'PGV015 db/1_users.sql'],
    ],
    ['a column that goes', 'ALTER TABLE users DROP birth_date;', []],
    ['a classified column that goes', 'ALTER TABLE users DROP email CASCADE;', ['PGV003 .github/pgveil.yml']],
    ['a view over a classified column is classified', 'CREATE VIEW v AS SELECT lower(email) AS national_id FROM users;', []],
    [
      'a view that cannot be followed',
      `CREATE FUNCTION f(text) RETURNS text LANGUAGE plperl AS 'x'; CREATE VIEW v AS SELECT f(email) AS x FROM users;`,
      ['PGV009 db/2.sql'],
    ],
    ['a table', 'CREATE TABLE patients (id int, first_name text, diagnosis text);', ['PGV015 db/2.sql', 'PGV015 db/2.sql']],
  ])('%s', async (name, sql, expected) => {
    if (name === 'lines that move') write('db/1_users.sql', `\n\n${first}`);
    else write('db/2.sql', sql);
    const { stdout } = await inPullRequest('--format', 'json');
    const { gate } = JSON.parse(stdout) as { gate: { findings: readonly { id: string; file: string; severity: string }[] } };
    expect(gate.findings.filter(({ severity }) => severity !== 'note').map(({ id: check, file }) => `${check} ${file}`)).toEqual(
      expected,
    );
  });

  test('a policy that loosens itself is judged by the base’s', async () => {
    write('.github/pgveil.yml', policy().replace('public.users.email: email', 'public.users.email: none'));
    const { code, stdout } = await inPullRequest();
    expect(code).toBe(1);
    expect(stdout).toContain('The change of the policy shows public.users.email (class email) as it is to dev.');
  });

  test('the base may be a directory', async () => {
    cpSync(root(), `${root()}-base`, { recursive: true });
    write('db/2_id.sql', id);
    const { stdout } = await check('--schema', 'db', '--base', `${root()}-base`);
    rmSync(`${root()}-base`, { recursive: true });
    expect(stdout).toContain('PGV015 personal-column db/2_id.sql:2:14');
    expect(stdout).toContain('1 in the base');
  });

  test('what the base has not is all new', async () => {
    git('rm', '-q', '-r', '--cached', 'db', '.github');
    git('commit', '-qm', 'nothing', '--allow-empty');
    expect((await inPullRequest()).stdout).toContain('PGV015 personal-column db/1_users.sql:4:3');
  });
});

describe('the baseline', () => {
  test('old findings pass, new ones fail, wherever their lines are', async () => {
    expect(await check('--schema', 'db', '--update-baseline')).toEqual({
      code: 0,
      stdout: '.github/pgveil.baseline.json: 1 findings are accepted\n',
      stderr: '',
    });
    expect(readFileSync(join(root(), '.github/pgveil.baseline.json'), 'utf8')).toContain('app/public.users.birth_date');
    write('db/1_users.sql', `-- moved\n${first}`);
    expect((await check('--schema', 'db')).stdout).toContain('1 more finding is known: 1 in the baseline');
    write('db/2_id.sql', 'ALTER TABLE users ADD national_id text;');
    const { code, stdout } = await check('--schema', 'db');
    expect(code).toBe(1);
    expect(stdout).toContain('1 error, 0 warnings');
  });

  test('under a name of its own, and only written when asked to', async () => {
    expect((await check('--schema', 'db', '--baseline', 'b.json', '--update-baseline')).code).toBe(0);
    expect((await check('--schema', 'db', '--baseline', 'b.json')).code).toBe(0);
    expect((await check('--schema', 'db')).code).toBe(1);
    expect(existsSync(join(root(), '.github/pgveil.baseline.json'))).toBe(false);
    write('b.json', '{}');
    expect((await check('--schema', 'db', '--baseline', 'b.json')).stderr).toContain('b.json is not a baseline of pgveil');
  });
});
