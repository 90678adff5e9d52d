import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { baselineText } from '../../src/coverage/baseline.ts';
import { bundledAction } from '../support/bundled-action.ts';
import { startFakeGithub, type FakeGithub } from '../support/fake-github.ts';
import { runJob, type JobOptions, type JobResult } from '../support/fake-runner.ts';
import { finding } from './comment/reports.ts';
import { files, somePolicy } from './jobs.ts';
import { openStage, type Stage } from './stage.ts';

const port = inject('postgres')[18];

const schema = `CREATE TABLE people (id int PRIMARY KEY, email text);\nCOMMENT ON COLUMN people.email IS '@class email';\n`;
const masked = `${somePolicy}classes:\n  email: { mask: email }\n`;

const git = (directory: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: directory,
    encoding: 'utf8',
  }).trim();

/** A work tree whose only commit has `before`, and whose files are `after`. */
const changed =
  (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>, seen: (sha: string) => void) =>
  (workspace: string): void => {
    files(before)(workspace);
    git(workspace, 'init', '-q');
    git(workspace, 'add', '.');
    git(workspace, 'commit', '-qm', 'base');
    seen(git(workspace, 'rev-parse', 'HEAD'));
    files(after)(workspace);
  };

const errors = (job: JobResult): (readonly [string | undefined, number | undefined, string])[] =>
  job.annotations
    .filter(({ level }) => level === 'error')
    .map(({ file, line, message }) => [file, line, message.split('\n')[0] ?? '']);

describe('mode check over schema files: no database, no secret, no identity', () => {
  let github: FakeGithub;
  beforeAll(async () => {
    github = await startFakeGithub();
  });
  afterAll(async () => github.stop());

  const check = async (options: Partial<JobOptions> & { with?: Readonly<Record<string, string>> } = {}): Promise<JobResult> =>
    runJob({
      environment: { GITHUB_API_URL: github.url },
      token: github.comments.token,
      event: { pull_request: { number: 7 } },
      checkout: files({ '.github/pgveil.yml': somePolicy, 'db/1.sql': schema }),
      ...options,
      steps: [{ name: 'pgveil', uses: await bundledAction(), with: { mode: 'check', schema: 'db', ...options.with } }],
    });

  test('red: annotation, outputs, files, summary and a comment; no proxy, and nothing to finish', async () => {
    github.comments.clear();
    const job = await check();
    expect(job.conclusion).toBe('failure');
    const found =
      'public.people.email holds class email, which has no mask: ci-agent can read it and gets nothing but redacted values.';
    expect(errors(job)).toEqual([
      ['db/1.sql', 1, found],
      [undefined, undefined, 'The gate found 1 error, 0 warnings, 0 notes, and fails on error. [PGVEIL_GATE]'],
    ]);
    const outputs = job.outputs['pgveil'] ?? {};
    expect(outputs).toMatchObject({ verdict: 'fail', errors: '1', warnings: '0' });
    expect(JSON.parse(readFileSync(outputs['sarif-file'] ?? '', 'utf8'))).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'PGV001' }] }],
    });
    expect(readFileSync(outputs['junit-file'] ?? '', 'utf8')).toContain('failures="1"');
    expect(JSON.parse(readFileSync(outputs['verdict-file'] ?? '', 'utf8'))).toMatchObject({ result: 'fail' });
    expect(job.summary).toContain(found);
    expect(github.comments.all.map(({ body }) => body.includes(found))).toEqual([true]);
    expect(job.env).toEqual({});
    expect(job.steps.map(({ stage, exitCode }) => [stage, exitCode])).toEqual([
      ['main', 1],
      ['post', 0],
    ]);
    expect(job.log).toContain('This step has left no proxy');
    job.remove();
  });

  test('mended: green, and the comment says that it is resolved', async () => {
    const job = await check({ checkout: files({ '.github/pgveil.yml': masked, 'db/1.sql': schema }) });
    expect([job.conclusion, job.outputs['pgveil']?.['verdict']]).toEqual(['success', 'pass']);
    expect(github.comments.all.map(({ body }) => body.includes('**Resolved.**'))).toEqual([true]);
    job.remove();
  });

  test('warn-only: the verdict stays red, and the job green', async () => {
    const job = await check({ with: { 'warn-only': 'true' } });
    expect([job.conclusion, job.outputs['pgveil']?.['verdict']]).toEqual(['success', 'fail']);
    expect(job.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message.split('\n')[0])).toEqual([
      'The gate found 1 error, 0 warnings, 0 notes, and fails on error. [PGVEIL_GATE]',
    ]);
    job.remove();
  });

  test('what the baseline accepts does not fail', async () => {
    const accepted = baselineText([{ ...finding('', 1), subject: 'shop/public.people.email' }]);
    const job = await check({
      checkout: files({ '.github/pgveil.yml': somePolicy, '.github/pgveil.baseline.json': accepted, 'db/1.sql': schema }),
    });
    expect(job.summary).toContain('known');
    expect(job.conclusion).toBe('success');
    job.remove();
  });

  test('what the base of a pull request has already does not fail: only what is new', async () => {
    let sha = '';
    const job = await check({
      checkout: changed(
        { '.github/pgveil.yml': somePolicy, 'db/1.sql': schema },
        { 'db/2.sql': 'CREATE TABLE notes (id int);\n' },
        (at) => (sha = at),
      ),
      with: { base: 'HEAD' },
    });
    expect(sha).toMatch(/^[0-9a-f]{40}$/);
    expect(errors(job)).toEqual([]);
    expect(job.conclusion).toBe('success');
    job.remove();
  });

  const loosened = masked.replace(
    '  - to: [ci-agent]\n',
    "  - to: [ci-agent]\n    reveal:\n      - { class: email, reason: we want to see it, until: '2099-01-01' }\n",
  );

  test("a pull request that loosens the policy is judged by the base's: from git", async () => {
    const job = await check({
      checkout: changed(
        { '.github/pgveil.yml': masked, 'db/1.sql': schema },
        { '.github/pgveil.yml': loosened },
        () => undefined,
      ),
      with: { base: 'HEAD' },
    });
    expect(errors(job)[0]).toEqual([
      '.github/pgveil.yml',
      expect.any(Number),
      expect.stringMatching(/^The change of the policy shows public\.people\.email \(class email\) as it is to ci-agent/),
    ]);
    expect(job.conclusion).toBe('failure');
    job.remove();
  });

  test('neither its suppressions nor its baseline hold for that', async () => {
    const suppressed = `${loosened}coverage:\n  suppress:\n    - { finding: policy-loosened, reason: it is fine, until: '2099-01-01' }\n`;
    const job = await check({
      checkout: changed(
        { '.github/pgveil.yml': masked, 'db/1.sql': schema },
        {
          '.github/pgveil.yml': suppressed,
          '.github/pgveil.baseline.json': baselineText([
            { ...finding('', 1), id: 'PGV019', subject: 'shop/public.people.email ci-agent' },
          ]),
        },
        () => undefined,
      ),
      with: { base: 'HEAD' },
    });
    expect(errors(job)[0]?.[2]).toMatch(/^The change of the policy shows public\.people\.email/);
    expect(job.conclusion).toBe('failure');
    job.remove();
  });

  test('and from GitHub, where the checkout has the head alone', async () => {
    const sha = 'a'.repeat(40);
    github.contents.set(sha, { '.github/pgveil.yml': masked });
    const job = await check({
      checkout: files({ '.github/pgveil.yml': loosened, 'db/1.sql': schema }),
      event: { pull_request: { number: 7, base: { sha } } },
    });
    expect(errors(job)[0]?.[2]).toMatch(/^The change of the policy shows public\.people\.email/);
    job.remove();
  });

  test('a base without a policy has nothing to say', async () => {
    const sha = 'b'.repeat(40);
    github.contents.set(sha, {});
    const job = await check({
      checkout: files({ '.github/pgveil.yml': masked, 'db/1.sql': schema }),
      event: { pull_request: { number: 7, base: { sha } } },
    });
    expect(job.conclusion).toBe('success');
    job.remove();
  });

  test('a base that cannot be read is no pass', async () => {
    const job = await check({ event: { pull_request: { number: 7, base: { sha: 'c'.repeat(40) } } } });
    expect(errors(job)).toEqual([
      [undefined, undefined, expect.stringMatching(/^The policy of the pull request's base cannot be read: .*\[PGVEIL_GATE\]/)],
    ]);
    job.remove();
  });

  test.each([
    ['a path that is not there', { schema: 'no/such' }, /no\/such is not there/],
    ['a policy that is not valid', { policy: 'bad.yml' }, /^The policy is not valid:/],
  ])('%s', async (_, input: Record<string, string>, message) => {
    const job = await check({
      checkout: (workspace) => {
        files({ '.github/pgveil.yml': masked, 'db/1.sql': schema })(workspace);
        writeFileSync(join(workspace, 'bad.yml'), 'version: 3\n');
      },
      with: input,
    });
    expect(errors(job).map(([, , text]) => text)).toEqual([expect.stringMatching(message)]);
    job.remove();
  });
});

describe('mode check over the database', { skip: port === undefined }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(port ?? 0, 'action_check');
  });
  afterAll(async () => stage.stop());

  test('needs no identity; the policy that loosens itself is found here too', async () => {
    const sha = 'd'.repeat(40);
    stage.github.contents.set(sha, { '.github/pgveil.yml': stage.policy });
    const options = {
      service: {},
      token: stage.github.comments.token,
      environment: { GITHUB_API_URL: stage.github.url },
      event: { pull_request: { number: 7, base: { sha } } },
      with: { mode: 'check' },
    };
    const green = await stage.job([], options);
    expect([green.conclusion, green.outputs['pgveil']?.['verdict']]).toEqual(['success', 'pass']);
    green.remove();
    const red = await stage.job([], {
      ...options,
      policy: stage.policy.replace('public.people.email: email', 'public.people.email: none'),
    });
    expect(red.conclusion).toBe('failure');
    expect(errors(red)[0]?.[2]).toMatch(/^The change of the policy shows public\.people\.email/);
    expect(stage.github.issued).toEqual([]);
    red.remove();
  });

  test('a database that cannot be read is incomplete, and red', async () => {
    const job = await stage.job([], { with: { mode: 'check', 'database-url': 'postgres://app:canary-password@127.0.0.1:1/x' } });
    expect([job.conclusion, job.outputs['pgveil']?.['verdict']]).toEqual(['failure', 'incomplete']);
    expect(job.log).not.toContain('canary-password');
    job.remove();
  });
});
