import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundledAction } from '../support/bundled-action.ts';
import { startFakeGithub, type FakeGithub } from '../support/fake-github.ts';
import { runJob } from '../support/fake-runner.ts';
import { files, somePolicy } from './jobs.ts';

let github: FakeGithub;
beforeAll(async () => {
  github = await startFakeGithub();
});
afterAll(async () => github.stop());

const checkout = files({ '.github/pgveil.yml': somePolicy });

test('without the id-token permission the job fails closed, with the YAML that mends it', async () => {
  const job = await runJob({
    checkout,
    service: github.environment({ idToken: false }),
    steps: [
      {
        name: 'pgveil',
        uses: await bundledAction(),
        with: { 'database-url': 'postgres://app:canary-database-password@127.0.0.1:1/shop' },
      },
    ],
  });
  expect(job.conclusion).toBe('failure');
  expect(job.annotations).toHaveLength(1);
  expect(job.annotations[0]?.message).toMatch(
    /^This job cannot get an ID token: it has no id-token permission, or it runs from a fork\. .* \[PGVEIL_IDENTITY\]\n/,
  );
  expect(job.annotations[0]?.message).toContain('    permissions:\n      id-token: write\n      contents: read\n');
  expect(job.env).toEqual({});
  expect(job.outputs['pgveil']).toEqual({});
  job.remove();
});

test('an endpoint that refuses the job is told apart, and is not asked for minutes', async () => {
  const service = { ...github.environment(), ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'not-the-token' };
  const job = await runJob({
    checkout,
    service,
    steps: [
      {
        name: 'pgveil',
        uses: await bundledAction(),
        with: { 'database-url': 'postgres://app:canary-database-password@127.0.0.1:1/shop' },
      },
    ],
  });
  expect(job.conclusion).toBe('failure');
  expect(job.annotations[0]?.message).toMatch(/^GitHub gave no ID token: .*401.*\[PGVEIL_IDENTITY\]/);
  expect(github.issued).toEqual([]);
  expect(job.steps[0]?.milliseconds).toBeLessThan(10_000);
  job.remove();
});
