import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readAction } from '../../scripts/docs-action.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { problemText } from '../../src/policy/problems.ts';
import { files } from '../action/jobs.ts';
import { openStage, type Stage } from '../action/stage.ts';
import { runImage, untilHealth } from '../container/image.ts';
import { startFakeGithub, type FakeGithub } from '../support/fake-github.ts';
import { bundledAction } from '../support/bundled-action.ts';
import { runJob, type JobResult, type Step } from '../support/fake-runner.ts';
import { isPgveil, readWorkflow, runnable, type Job } from './workflows.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { inputs } = readAction(read('action.yml'));

const policies: Readonly<Record<string, string>> = {
  '.github/pgveil.yml': 'examples/pgveil.yml',
  '.github/pgveil.tests.yml': 'examples/pgveil.tests.yml',
  '.github/pgveil.ghes.yml': 'examples/pgveil.ghes.yml',
  'services/shop/pgveil.yml': 'examples/monorepo/services/shop/pgveil.yml',
  'services/billing/pgveil.yml': 'examples/monorepo/services/billing/pgveil.yml',
};

test.each([...Object.values(policies), 'policies/starter.yml'])('%s is a policy', (path) => {
  const loaded = loadPolicy(read(path), { file: path });
  expect(loaded.ok ? [] : loaded.problems.map(problemText)).toEqual([]);
});

const names = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.yml') && !name.startsWith('pgveil'));
/** It has no pgveil step: comment-from-fork.test.ts runs it. */
const commenter = 'comment-from-fork.yml';
const jobs = names
  .filter((name) => name !== commenter)
  .flatMap((name) => Object.entries(readWorkflow(read(`examples/${name}`)).jobs).map(([job, value]) => ({ name, job, value })));

test('examples/README.md names each', () => {
  for (const name of [...names, 'pgveil.yml', 'pgveil.tests.yml', 'pgveil.ghes.yml'])
    expect(read('examples/README.md')).toContain(`(${name})`);
});

test.each(names)('%s is not run with the rights of the base for the code of a fork', (name) => {
  expect(read(`examples/${name}`)).not.toMatch(/^\s*(?:on: )?pull_request_target/m);
});

test.each(names)('%s gives rights to jobs, and none to the workflow', (name) => {
  expect(readWorkflow(read(`examples/${name}`)).permissions).toEqual({});
});

describe.each(jobs)('$name, job $job', ({ name, value }) => {
  const own = value.steps.filter(isPgveil);

  test('it uses inputs that there are', () => {
    for (const step of own) expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)));
    expect(own.length).toBeGreaterThan(0);
  });

  test('it can read the repository, and ask for its identity where pgveil needs that', () => {
    const identity = own.some((step) => step.with['mode'] !== 'check') ? { 'id-token': 'write' } : {};
    expect(value.permissions).toMatchObject({ contents: 'read', ...identity });
    expect(value['timeout-minutes']).toBeGreaterThan(0);
  });

  test('it pins actions by a SHA with the version beside it, or says that one should', () => {
    for (const line of read(`examples/${name}`).matchAll(/^.*(?:uses|ref): .*$/gm)) {
      expect(line[0]).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$|v\d+ # pin it by the commit's SHA$/);
    }
  });

  test('the checkout comes before pgveil', () => {
    const order = value.steps.map((step) => (isPgveil(step) ? 'pgveil' : (step.uses?.split('@')[0] ?? 'run')));
    expect(order[0]).toBe('actions/checkout');
  });
});

interface McpConfiguration {
  readonly mcpServers: {
    readonly database: { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> };
  };
}

const port = inject('postgres')[18];

/** The mode of the job's pgveil step. */
const modeOf = ({ steps }: Job): unknown => steps.find(isPgveil)?.with['mode'] ?? 'proxy';

describe('in a runner', { skip: port === undefined }, () => {
  let stage: Stage;
  let github: FakeGithub;
  beforeAll(async () => {
    stage = await openStage(port ?? 0, 'docs_examples');
    await stage.sql(`
      DROP TABLE people;
      CREATE TABLE customers (id int, full_name text, email text, phone text);
      CREATE TABLE invoices (id int, iban text);
      CREATE TABLE pgveil_audit (log text, seq bigint, hash text, time timestamptz NOT NULL, record text NOT NULL,
        PRIMARY KEY (log, seq, hash));
      GRANT INSERT, SELECT ON pgveil_audit TO PUBLIC;
      INSERT INTO customers VALUES (1, 'Ada Lovelace', 'ada@example.com', '+44 20 7946 0000')`);
    github = await startFakeGithub({ claims: { repository_id: '123456789', event_name: 'workflow_dispatch' } });
  });
  afterAll(async () => {
    await github.stop();
    await stage.stop();
  });

  /** A policy of the examples, for the issuer and the event of this runner. */
  const policy = (path: string): string =>
    read(path)
      .replace(/https:\/\/(?:token\.actions\.githubusercontent\.com|github\.example\.com\/_services\/token)/, github.issuer)
      .replace('event_name: [pull_request, push]', 'event_name: workflow_dispatch');

  test.each(jobs.filter(({ value }) => modeOf(value) === 'proxy'))(
    '$name, job $job: pgveil starts, psql gets through, the gate is green',
    async ({ value }) => {
      const job = await runJob({
        checkout: files(Object.fromEntries(Object.entries(policies).map(([to, from]) => [to, policy(from)]))),
        service: github.environment(),
        secrets: [stage.databaseUrl],
        steps: await runnable(value, stage.databaseUrl, (rows) => {
          expect(rows).toHaveLength(1);
        }),
      });
      expect(job.log).not.toContain('##[error]');
      expect(job.conclusion).toBe('success');
      expect(job.env['PGHOST']).toBe('127.0.0.1');
      job.remove();
    },
  );

  test('ghes.yml: there is no artifact service, which is said and no failure, and the store has the audit', async () => {
    const { agent } = readWorkflow(read('examples/ghes.yml')).jobs;
    const job = await runJob({
      checkout: files({ '.github/pgveil.ghes.yml': policy('examples/pgveil.ghes.yml') }),
      service: github.environment(),
      environment: { GITHUB_SERVER_URL: 'https://github.example.com' },
      secrets: [stage.databaseUrl],
      steps: agent === undefined ? [] : await runnable(agent, stage.databaseUrl, () => undefined),
    });
    expect(job.log).toContain('GitHub Enterprise Server does not take artifacts of this kind');
    expect(job.conclusion).toBe('success');
    const admin = new pg.Client({ connectionString: stage.databaseUrl });
    await admin.connect();
    const { rows } = await admin.query<{ record: string }>('SELECT record FROM pgveil_audit ORDER BY time, seq');
    await admin.end();
    expect(rows.at(-1)?.record).toContain('"type":"head"');
    job.remove();
  });

  test('mcp.yml: the agent gets the tools, and masked rows from them', async () => {
    const { agent } = readWorkflow(read('examples/mcp.yml')).jobs;
    const [, json = ''] = /<<'JSON'\n([\s\S]*?)\nJSON/.exec(agent?.steps.map(({ run = '' }) => run).join('\n') ?? '') ?? [];
    const { args, env } = (JSON.parse(json) as McpConfiguration).mcpServers.database;
    const action = await bundledAction();
    let answer = '';
    const asAgent: Step = {
      name: 'agent',
      call: async (environment, { workspace }) => {
        const client = new Client({ name: 'agent', version: '1' });
        await client.connect(
          new StdioClientTransport({
            command: process.execPath,
            args: args.map((arg) => arg.replace(/^\.pgveil\//, `${action}/`)),
            env: Object.fromEntries(
              Object.entries(env).map(([name, value]) => [name, environment[/^\$\{(\w+)\}$/.exec(value)?.[1] ?? ''] ?? '']),
            ),
            cwd: workspace,
          }),
        );
        answer = JSON.stringify(await client.callTool({ name: 'query', arguments: { sql: 'SELECT full_name FROM customers' } }));
        answer += JSON.stringify(await client.callTool({ name: 'describe_table', arguments: { table: 'customers' } }));
        await client.close();
      },
    };
    const job = await runJob({
      checkout: files({ '.github/pgveil.yml': policy('examples/pgveil.yml') }),
      service: github.environment(),
      secrets: [stage.databaseUrl],
      steps: [...(agent === undefined ? [] : await runnable(agent, stage.databaseUrl, () => undefined)), asAgent],
    });
    expect(job.log).not.toContain('##[error]');
    expect(job.conclusion).toBe('success');
    expect(answer).toContain('A***********');
    expect(answer).not.toContain('Lovelace');
    expect(answer).toContain('"shown');
    job.remove();
  });

  test(
    'service-container.yml: pgveil unlocks the container, psql gets through',
    { skip: process.platform !== 'linux' },
    async () => {
      const { agent } = readWorkflow(read('examples/service-container.yml')).jobs;
      // Every secret of the workflow has one value here.
      const image = await runImage({ PGVEIL_CONTROL_TOKEN: stage.databaseUrl });
      await untilHealth(image, 'locked');
      const addresses = {
        gateway: `127.0.0.1:${String(image.port)}`,
        control: `127.0.0.1:${String(image.control)}`,
      };
      let seen: readonly unknown[] = [];
      const steps = agent === undefined ? [] : await runnable(agent, stage.databaseUrl, (rows) => (seen = rows));
      const job = await runJob({
        checkout: files({ '.github/pgveil.yml': policy('examples/pgveil.yml') }),
        service: github.environment(),
        secrets: [stage.databaseUrl],
        steps: steps.map((step) => ('uses' in step ? { ...step, with: { ...step.with, ...addresses } } : step)),
      });
      expect(job.log).not.toContain('##[error]');
      expect(job.conclusion).toBe('success');
      expect(seen).toEqual([expect.objectContaining({ full_name: 'A***********' })]);
      job.remove();
      await image.stop();
    },
  );

  test('schema-check.yml: a new column without a class is red, at its line', async () => {
    const { check } = readWorkflow(read('examples/schema-check.yml')).jobs;
    const judge = async (migrations: Readonly<Record<string, string>>): Promise<JobResult> =>
      runJob({
        checkout: files({ '.github/pgveil.yml': policy('examples/pgveil.yml'), ...migrations }),
        steps: check === undefined ? [] : await runnable(check, stage.databaseUrl, () => undefined),
      });
    const first = { 'db/migrate/1_customers.sql': 'CREATE TABLE customers (id int, full_name text, email text, phone text);\n' };
    const green = await judge(first);
    expect(green.conclusion).toBe('success');
    const red = await judge({
      ...first,
      'db/migrate/2_passport.sql': '\nALTER TABLE customers ADD COLUMN passport_number text;\n',
    });
    expect(red.conclusion).toBe('failure');
    expect(red.annotations).toContainEqual(
      expect.objectContaining({ level: 'error', file: 'db/migrate/2_passport.sql', line: 2 }),
    );
    for (const job of [green, red]) job.remove();
  });

  test('scheduled-check.yml: the gate leaves a SARIF file', async () => {
    const { check } = readWorkflow(read('examples/scheduled-check.yml')).jobs;
    const job = await runJob({
      checkout: files({ '.github/pgveil.yml': policy('examples/pgveil.yml') }),
      secrets: [stage.databaseUrl],
      steps: check === undefined ? [] : await runnable(check, stage.databaseUrl, () => undefined),
    });
    expect(job.conclusion).toBe('success');
    const sarif = JSON.parse(readFileSync(job.outputs['pgveil']?.['sarif-file'] ?? '', 'utf8')) as { version: string };
    expect(sarif.version).toBe('2.1.0');
    job.remove();
  });
});
