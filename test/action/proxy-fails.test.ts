import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actionWithProxy } from '../support/bundled-action.ts';
import { startFakeGithub, type FakeGithub } from '../support/fake-github.ts';
import { runJob, type JobResult } from '../support/fake-runner.ts';
import { files, somePolicy } from './jobs.ts';

let github: FakeGithub;
beforeAll(async () => {
  github = await startFakeGithub();
});
afterAll(async () => github.stop());

const url = 'postgres://app:canary-database-password@127.0.0.1:1/shop';

const runWith = async (script: string, input: Record<string, string> = {}, cancel?: AbortSignal): Promise<JobResult> => {
  const action = await actionWithProxy(script);
  try {
    return await runJob({
      checkout: files({ '.github/pgveil.yml': somePolicy }),
      service: github.environment(),
      steps: [{ name: 'pgveil', uses: action, with: { 'database-url': url, ...input } }],
      ...(cancel === undefined ? {} : { cancel }),
    });
  } finally {
    rmSync(action, { recursive: true });
  }
};

test('a proxy that cannot start: its reason is the error, and nothing is exported', async () => {
  const job = await runWith('console.error("pgveil: the database refused the credential"); process.exitCode = 2;');
  expect(job.conclusion).toBe('failure');
  expect(job.annotations.map(({ message }) => message)).toEqual([
    'The proxy did not start (exit code 2):\npgveil: the database refused the credential [PGVEIL_PROXY]\nMend what it says, and run the job again.',
  ]);
  expect(job.env).toEqual({});
  expect(job.orphans).toEqual([]);
  job.remove();
});

test('a proxy that prints its secrets: the log shows none of them', async () => {
  const job = await runWith(
    'let text = ""; process.stdin.on("data", (d) => (text += d)).on("end", () => { console.error(text); process.exit(2); });',
  );
  expect(job.log).toContain('The proxy did not start (exit code 2)');
  expect(job.log).not.toContain('canary-database-password');
  for (const token of github.issued) expect(job.log).not.toContain(token);
  expect(github.issued.length).toBeGreaterThan(0);
  job.remove();
});

test('a proxy that is never ready: main gives up in time and leaves no process', async () => {
  const job = await runWith('setInterval(() => undefined, 1000);', { 'startup-timeout': '1' });
  expect(job.annotations[0]?.message).toMatch(/^The proxy was not ready in time\. \[PGVEIL_PROXY\]/);
  expect(job.orphans).toEqual([]);
  expect(job.conclusion).toBe('failure');
  job.remove();
});

test('a job that is cancelled while main waits: post ends the proxy', async () => {
  const controller = new AbortController();
  setTimeout(() => {
    controller.abort();
  }, 1500);
  const job = await runWith('setInterval(() => undefined, 1000);', {}, controller.signal);
  expect(job.conclusion).toBe('cancelled');
  expect(job.steps.map(({ stage }) => stage)).toEqual(['main', 'post']);
  expect(job.steps[0]?.state['pgveil']).toContain('"ready":false');
  expect(job.log).toContain('pgveil was not ready when the job ended: there is no verdict.');
  expect(job.orphans).toEqual([]);
  job.remove();
});
