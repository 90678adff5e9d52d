import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { readInputs } from '../../action/inputs.ts';
import { createJudge } from '../../action/judge.ts';
import { digestsOf, readPolicy, type PolicyDigests } from '../../action/policy.ts';
import { proxyFiles, type ProxyFiles } from '../../action/proxy-files.ts';
import { openAuditLog } from '../../src/audit/log.ts';
import type { PgveilError } from '../../src/errors.ts';
import { createDatabase, type TestDatabase } from '../catalog/database.ts';
import { answered, asked, refused, started } from '../coverage/support.ts';
import { inputReader } from './input-reader.ts';

const port = inject('postgres')[18];
const name = 'action_judge';

const policyText = (classes: string): string => `version: 1
databases:
  shop:
    credentials:
      reader: { url: '\${env:PGVEIL_DATABASE_URL}' }
identity:
  issuers: { hub: { issuer: 'http://127.0.0.1/oidc' } }
principals:
  dev: { match: { issuer: hub, repository_id: '1' } }
grants:
  - to: [dev]
classes:
  ${classes}
`;

const masked = policyText('email: { mask: email }');
const maskless = policyText('email: {}');

interface Published {
  readonly annotations: { level: string; message: string; place: unknown }[];
  summary: string;
}

describe('what post makes of a run', { skip: port === undefined }, () => {
  let database: TestDatabase;
  let directory: string;
  let files: ProxyFiles;
  let auditKey: string;

  beforeAll(async () => {
    database = await createDatabase(port ?? 0, name, ['action_judge_reader']);
    await database.client.query(
      "CREATE TABLE people (id int PRIMARY KEY, email text); COMMENT ON COLUMN people.email IS '@class email'",
    );
  });
  afterAll(async () => database.drop());

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'pgveil-judge-'));
    mkdirSync(join(directory, '.github'));
    files = proxyFiles(directory);
    const log = openAuditLog({ file: files.audit, clock: Date.now, checkpointEvery: 100, signingKey: undefined });
    auditKey = log.publicKey;
    for (const event of [{ ...started, database: 'shop' }, asked(1), answered(1, 4), refused(2, 'access.write')])
      log.append(event);
    log.close();
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  /** Of a policy as main has read it. */
  const digestsOfText = (policy: string): PolicyDigests => {
    const path = join(directory, 'main.yml');
    writeFileSync(path, policy);
    return digestsOf(readPolicy({ policy: path, policyName: 'main.yml' }));
  };

  interface Options {
    readonly policy?: string;
    /** The policy as the job's steps have left it. */
    readonly left?: string | undefined;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly key?: string | undefined;
    readonly problems?: readonly PgveilError[];
    readonly summary?: () => Promise<unknown>;
  }

  const run = async (options: Options = {}): Promise<Published & { readonly problems: readonly PgveilError[] }> => {
    const { policy = masked } = options;
    const published: Published = { annotations: [], summary: '' };
    const annotate = (level: string) => (message: string, place?: unknown) =>
      void published.annotations.push({ level, message, place });
    const left = 'left' in options ? options.left : policy;
    if (left !== undefined) writeFileSync(join(directory, '.github/pgveil.yml'), left);
    const given = {
      'database-url': `postgres://action_judge_reader:pw@127.0.0.1:${String(port)}/${name}`,
      ...options.inputs,
    };
    const judge = createJudge({
      core: {
        error: annotate('error'),
        warning: annotate('warning'),
        notice: annotate('notice'),
        summary: {
          addRaw: (text) => ({
            write: async () => {
              published.summary += text;
              await options.summary?.();
            },
          }),
        },
      },
      environment: {},
      workspace: directory,
      clock: Date.now,
    });
    const { problems, gate } = await judge({
      inputs: readInputs(inputReader(given), directory),
      state: {
        directory,
        proxy: { kind: 'child', pid: 2 },
        ready: true,
        receipt: '',
        ...digestsOfText(policy),
        ...('key' in options ? (options.key === undefined ? {} : { auditKey: options.key }) : { auditKey }),
      },
      files,
      problems: options.problems ?? [],
    });
    return { ...published, problems: [...problems, ...(gate === undefined ? [] : [gate])] };
  };

  test('a good run: verdict, summary with what the agent did, a note for what was refused', async () => {
    const { problems, summary, annotations } = await run();
    expect(problems).toEqual([]);
    expect(summary).toMatch(/^## ✅ pgveil: pass\n/);
    expect(summary).toContain('| dev | `SELECT email FROM users` | 1 | 4 | `email: mask(email)` |');
    expect(summary).toContain('| dev | `UPDATE users SET email = $1` | 1 | `access.write` | Only reading is granted. |');
    expect(annotations).toEqual([
      {
        level: 'notice',
        message: '1 statement of dev was refused by rule access.write (update).\nOnly reading is granted.',
        place: { title: 'PGV103 refused-statement', file: '.github/pgveil.yml', startLine: 11, startColumn: 5 },
      },
    ]);
    expect(JSON.parse(readFileSync(files.verdict, 'utf8'))).toMatchObject({ version: 1, result: 'pass', run: { statements: 2 } });
  });

  test('what is left beside the audit: a report for people, and what actions/attest signs', async () => {
    await run();
    expect(readFileSync(files.htmlReport, 'utf8')).toMatch(/^<!doctype html>/);
    const statement = JSON.parse(readFileSync(files.statement, 'utf8')) as Record<string, unknown>;
    const sha256 = createHash('sha256').update(readFileSync(files.audit)).digest('hex');
    const predicate = JSON.parse(readFileSync(files.predicate, 'utf8')) as unknown;
    expect(statement).toMatchObject({ subject: [{ name: 'audit.jsonl', digest: { sha256 } }], predicate });
    expect(predicate).toMatchObject({
      result: 'PASSED',
      configuration: [{ digest: { sha256: createHash('sha256').update(masked).digest('hex') } }],
      pgveil: { auditHead: { records: 5, publicKey: auditKey } },
    });
  });

  test('a report that cannot be written fails the job, which is judged all the same', async () => {
    mkdirSync(files.htmlReport);
    const { problems, summary } = await run();
    expect(problems.map(({ code }) => code)).toEqual(['PGVEIL_INPUT']);
    expect(summary).toContain('SELECT email FROM users');
  });

  test('a class without a mask fails the job, at the line of the policy', async () => {
    const { problems, annotations } = await run({ policy: maskless });
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['PGVEIL_GATE', 'The gate found 1 error, 0 warnings, 1 note, and fails on error.'],
    ]);
    expect(annotations.find(({ level }) => level === 'error')).toEqual({
      level: 'error',
      message:
        'public.people.email holds class email, which has no mask: dev can read it and gets nothing but redacted values.\n' +
        'Give class email a mask.\n  email: { mask: email }',
      place: { title: 'PGV001 unmasked', file: '.github/pgveil.yml', startLine: 13, startColumn: 3 },
    });
  });

  test('with fail-on never it is said, and does not fail', async () => {
    const { problems, annotations } = await run({ policy: maskless, inputs: { 'fail-on': 'never' } });
    expect(problems).toEqual([]);
    expect(annotations.map(({ level }) => level)).toEqual(['error', 'notice']);
  });

  test.each<[string, () => void, Partial<Options>, RegExp]>([
    [
      'the audit is missing',
      () => {
        rmSync(files.audit);
      },
      {},
      /cannot be read/,
    ],
    [
      'a record was changed',
      () => {
        writeFileSync(files.audit, readFileSync(files.audit, 'utf8').replace('email', 'e-mail'));
      },
      {},
      /does not verify: record \d/,
    ],
    [
      'the log is one of another key',
      () => undefined,
      { key: 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=' },
      /another key/,
    ],
    ['the proxy has named no key', () => undefined, { key: undefined }, /named no key/],
  ])('%s: a failure, and the gate looks at the database all the same', async (_, act, options, message) => {
    act();
    const { problems, summary, annotations } = await run({ policy: maskless, ...options });
    expect(problems.map(({ code }) => code)).toEqual(['PGVEIL_AUDIT', 'PGVEIL_GATE']);
    expect(problems[0]?.message).toMatch(message);
    expect(summary).toMatch(/^## ❌ pgveil: fail\n/);
    expect(summary).not.toContain('The run:');
    expect(annotations.map(({ level }) => level)).toEqual(['error']);
  });

  test.each([
    ['changed', policyText('email: { mask: redact }')],
    ['removed', undefined],
  ])('a policy that was %s does not judge', async (_, left) => {
    const { problems, annotations, summary } = await run({ left });
    expect(problems.map(({ message }) => message)).toEqual([
      'The policy file is not the one that the proxy was started with: a step of the job changed it.',
    ]);
    expect(annotations).toEqual([]);
    expect(summary).toContain('The policy file is not the one');
    expect(existsSync(files.verdict)).toBe(false);
  });

  test('a database that cannot be reached is no pass', async () => {
    const { problems, summary } = await run({ inputs: { 'database-url': 'postgres://u:canary-password@127.0.0.1:1/shop' } });
    expect(problems.map(({ code }) => code)).toEqual(['PGVEIL_GATE']);
    expect(problems[0]?.message).toMatch(/^The gate could not look at everything: database shop: /);
    expect(summary).toContain('- Not checked: database shop');
    expect(summary).not.toContain('canary-password');
    expect(JSON.parse(readFileSync(files.verdict, 'utf8'))).toMatchObject({ result: 'incomplete' });
  });

  test('a secret that post has not got is told, and fails', async () => {
    const { problems } = await run({ inputs: { 'database-url': '' } });
    expect(problems.map(({ code }) => code)).toEqual(['PGVEIL_INPUT']);
  });

  test('a summary that cannot be written does not hide the verdict', async () => {
    const { problems, annotations } = await run({ summary: async () => Promise.reject(new Error('no space')) });
    expect(problems).toEqual([]);
    expect(annotations.at(-1)).toMatchObject({
      level: 'warning',
      message: 'The summary of the job could not be written: no space',
    });
  });
});
