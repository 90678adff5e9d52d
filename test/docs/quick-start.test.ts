import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { loadPolicy } from '../../src/policy/load.ts';
import { files } from '../action/jobs.ts';
import { openStage, type Stage } from '../action/stage.ts';
import { startFakeGithub, type FakeGithub } from '../support/fake-github.ts';
import { runJob } from '../support/fake-runner.ts';
import { readWorkflow, runnable } from './workflows.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

const block = (name: string): string => {
  const [, text = ''] = new RegExp(`<!-- quick start: ${name} -->\n\`\`\`yaml\n([\\s\\S]*?)\`\`\``).exec(readme) ?? [];
  return text;
};

test('the workflow of the quick start has ten lines', () => {
  expect(block('workflow').trimEnd().split('\n')).toHaveLength(10);
});

test('the policy of the quick start is valid', () => {
  expect(loadPolicy(block('policy'), { file: 'README.md' })).toMatchObject({ ok: true });
});

const port = inject('postgres')[18];

describe('the quick start', { skip: port === undefined }, () => {
  let stage: Stage;
  let github: FakeGithub;
  beforeAll(async () => {
    stage = await openStage(port ?? 0, 'docs_quick_start');
    await stage.sql(`
      DROP TABLE people;
      CREATE TABLE customers (id int PRIMARY KEY, full_name text, email text);
      INSERT INTO customers VALUES (1, 'Ada Lovelace', 'ada@example.com')`);
    github = await startFakeGithub({ claims: { repository_id: '123456789', event_name: 'workflow_dispatch' } });
  });
  afterAll(async () => {
    await github.stop();
    await stage.stop();
  });

  test('runs as it stands, but for the issuer', async () => {
    const { permissions, jobs } = readWorkflow(block('workflow'));
    expect(permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    const rows: Record<string, unknown>[] = [];
    const { agent } = jobs;
    const job = await runJob({
      checkout: files({
        '.github/pgveil.yml': block('policy').replace('https://token.actions.githubusercontent.com', github.issuer),
      }),
      service: github.environment(),
      secrets: [stage.databaseUrl],
      steps: agent === undefined ? [] : await runnable(agent, stage.databaseUrl, (got) => rows.push(...got)),
    });
    expect(rows).toEqual([
      { id: 1, full_name: 'A***********', email: expect.stringMatching(/^u_[0-9a-f]+@masked\.invalid$/) as string },
    ]);
    expect(job.log).not.toContain('##[error]');
    expect(job.conclusion).toBe('success');
    expect(job.summary).toContain('pgveil: pass');
    job.remove();
  });
});
