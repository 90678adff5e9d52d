/** What a pull request may not excuse itself, from the command line, in a repository of git. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { policy, repositoryOf } from './repository.ts';
import type { Said } from './support.ts';

const users = `CREATE TABLE users (
  id bigserial PRIMARY KEY,
  email text NOT NULL
);
CREATE VIEW contacts AS SELECT id, email FROM users;
`;

const { root, write, commit, ...repository } = repositoryOf({ '.github/pgveil.yml': policy(), 'db/1_users.sql': users });

const check = async (...argv: readonly string[]): Promise<Said> => repository.check('--schema', 'db', ...argv);

/** Errors and warnings of the change, as `id file:line`, and the exit code. */
const inPullRequest = async (): Promise<{ readonly code: number; readonly found: readonly string[] }> => {
  const { code, stdout } = await check('--base', 'HEAD', '--format', 'json');
  const { gate } = JSON.parse(stdout) as {
    gate: { findings: readonly { id: string; file: string; line: number; severity: string }[] };
  };
  const told = gate.findings.filter(({ severity }) => severity !== 'note');
  return { code, found: told.map(({ id, file, line }) => `${id} ${file}:${String(line)}`) };
};

const id = 'ALTER TABLE users\n  ADD COLUMN national_id text';
const comment = '-- pgveil: ignore personal-column until 2027-01-31 because the rows are made up';

describe('a new column', () => {
  test('fails once, at its line', async () => {
    write('db/2_id.sql', `${id};\n`);
    expect(await inPullRequest()).toEqual({ code: 1, found: ['PGV015 db/2_id.sql:2'] });
  });

  test('passes with a class and a mask', async () => {
    write('db/2_id.sql', `${id};\n`);
    write('.github/pgveil.yml', policy({ columns: '    public.users.national_id: id', classes: '  id: { mask: redact }' }));
    expect(await inPullRequest()).toEqual({ code: 0, found: [] });
  });

  test('is not excused by a comment beside it: both are shown', async () => {
    write('db/2_id.sql', `${id}; ${comment}\n`);
    expect(await inPullRequest()).toEqual({ code: 1, found: ['PGV015 db/2_id.sql:2', 'PGV019 db/2_id.sql:2'] });
  });

  test('whose comment has been accepted is suppressed from then on, and told so in SARIF', async () => {
    write('db/2_id.sql', `${id}; ${comment}\n`);
    commit();
    expect(await inPullRequest()).toEqual({ code: 0, found: [] });
    expect((await check()).stdout).toContain(
      'suppressed until 2027-01-31: PGV015 app/public.users.national_id: the rows are made up',
    );
    const { runs } = JSON.parse((await check('--format', 'sarif')).stdout) as Log;
    expect((runs[0]?.results ?? []).map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
      ['PGV015', [{ kind: 'inSource', justification: 'the rows are made up' }]],
    ]);
  });

  test('is not excused by the policy, a severity or the baseline of the change', async () => {
    write('db/2_id.sql', `${id};\n`);
    write(
      '.github/pgveil.yml',
      policy({ rest: 'coverage:\n  suppress: [{ finding: personal-column, reason: ours, until: 2027-01-31 }]' }),
    );
    expect((await inPullRequest()).found).toEqual(['PGV015 db/2_id.sql:2', 'PGV019 .github/pgveil.yml:14']);
    write('.github/pgveil.yml', policy({ rest: 'coverage: { severity: { personal-column: note } }' }));
    expect((await inPullRequest()).found).toEqual(['PGV015 db/2_id.sql:2', 'PGV019 .github/pgveil.yml:13']);
    write('.github/pgveil.yml', policy());
    expect((await check('--update-baseline')).code).toBe(0);
    expect(await inPullRequest()).toEqual({ code: 1, found: ['PGV015 db/2_id.sql:2'] });
  });

  test('is not hidden by what is rolled back', async () => {
    write('db/2_id.sql', `${id};\nBEGIN;\nALTER TABLE users DROP national_id;\nROLLBACK;\n`);
    expect(await inPullRequest()).toEqual({ code: 1, found: ['PGV015 db/2_id.sql:2'] });
  });

  test('in a file that is a link is found, and links that lead back end', async () => {
    write('elsewhere/id.sql', `${id};\n`);
    symlinkSync('../elsewhere/id.sql', join(root(), 'db/2_id.sql'));
    symlinkSync('..', join(root(), 'db/back'));
    symlinkSync('nowhere.sql', join(root(), 'db/3_gone.sql'));
    expect(await inPullRequest()).toMatchObject({ code: 1, found: expect.arrayContaining(['PGV015 db/2_id.sql:2']) as unknown });
  });

  test('in a file that does not parse is no pass', async () => {
    write('db/2_id.sql', `${id};\n/* and so on`);
    expect((await inPullRequest()).code).toBe(1);
    write('db/2_id.sql', '/* and so on');
    expect((await inPullRequest()).code).toBe(2);
  });

  test('with a comment that cannot be read is told so, in annotations too', async () => {
    write('db/2_id.sql', `${id}; -- pgveil: ignore personal-column because the rows are made up\n`);
    const { stdout } = await check('--base', 'HEAD', '--format', 'github');
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^::error file=db\/2_id\.sql,line=2,col=14,title=PGV015 personal-column::/),
      expect.stringMatching(
        /^::error file=db\/2_id\.sql,line=2,col=32,title=PGV024 malformed-suppression::A comment to pgveil has no end/,
      ),
    ]);
  });
});

describe('renames, drops and views', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['a column that is renamed, in the policy too', 'ALTER TABLE users RENAME email TO e_mail;', 'public.users.e_mail', []],
    ['a table that is renamed, in the policy too', 'ALTER TABLE users RENAME TO people;', 'public.people.email', []],
    ['a table that moves, in the policy too', 'CREATE SCHEMA s; ALTER TABLE users SET SCHEMA s;', 's.users.email', []],
    [
      'a column that is renamed, not in the policy',
      'ALTER TABLE users RENAME email TO e_mail;',
      'public.users.email',
      ['PGV003 .github/pgveil.yml:8', 'PGV015 db/1_users.sql:3'],
    ],
    [
      'a view that shows another column',
      'DROP VIEW contacts; CREATE VIEW contacts AS SELECT email AS id FROM users;',
      'public.users.email',
      [],
    ],
    ['a view that goes', 'DROP VIEW contacts;', 'public.users.email', []],
    [
      'a table that is replaced',
      'DROP TABLE users CASCADE; CREATE TABLE users (id int, email text, phone text);',
      'public.users.email',
      ['PGV015 db/2.sql:1'],
    ],
  ])('%s', async (_, sql, column, expected) => {
    write('db/2.sql', `${sql}\n`);
    write('.github/pgveil.yml', policy().replace('public.users.email', column));
    expect((await inPullRequest()).found).toEqual(expected);
  });
});

describe('the policy that judges', () => {
  test.each<[string, string, readonly string[]]>([
    ['that shows a column', policy().replace('email: email', 'email: none'), ['PGV019 .github/pgveil.yml:6']],
    ['that masks it less', policy().replace('mask: email', 'mask: partial'), ['PGV019 .github/pgveil.yml:11']],
    [
      'that reveals a class',
      policy().replace('to: [dev]', 'to: [dev], reveal: [{ class: email, reason: support, until: 2027-01-31 }]'),
      ['PGV019 .github/pgveil.yml:6'],
    ],
    ['that gives more access', policy().replace('to: [dev]', 'to: [dev], access: ddl'), ['PGV019 .github/pgveil.yml:5']],
    ['that looks at fewer values', policy({ rest: 'detect: off' }), ['PGV019 .github/pgveil.yml:13']],
    ['that classifies more', policy({ columns: '    public.users.id: email' }), ['PGV008 db/1_users.sql:2']],
    ['with a comment more', `# ours\n${policy()}`, []],
  ])('%s', async (_, text, expected) => {
    write('.github/pgveil.yml', text);
    expect((await inPullRequest()).found).toEqual(expected);
  });
});
