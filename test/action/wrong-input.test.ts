import { expect, test } from 'vitest';
import { bundledAction } from '../support/bundled-action.ts';
import { runJob } from '../support/fake-runner.ts';
import { files } from './jobs.ts';

test('a wrong input is one clear error, and the step after it does not run', async () => {
  const ran: string[] = [];
  const job = await runJob({
    checkout: files({ '.github/pgveil.yml': 'version: 1\n' }),
    steps: [
      { name: 'pgveil', uses: await bundledAction(), with: { 'fail-on': 'warnings' } },
      { name: 'agent', call: () => void ran.push('agent') },
    ],
  });
  expect(job.conclusion).toBe('failure');
  expect(job.annotations.map(({ level, message }) => ({ level, message }))).toEqual([
    {
      level: 'error',
      message: [
        'Input `fail-on` is `warnings`: allowed are `error`, `warning`, `never`. [PGVEIL_INPUT]',
        'Set `fail-on:` under `with:` of the pgveil step, or leave it out for its default.',
      ].join('\n'),
    },
  ]);
  expect(job.steps.map(({ name, stage, exitCode }) => [name, stage, exitCode])).toEqual([
    ['pgveil', 'main', 1],
    ['pgveil', 'post', 0],
  ]);
  expect(job.log).toContain('This step has left no proxy: there is nothing to finish.');
  expect(ran).toEqual([]);
  expect(job.orphans).toEqual([]);
  job.remove();
});

test('a missing policy names the path and the likely cause', async () => {
  const job = await runJob({ steps: [{ name: 'pgveil', uses: await bundledAction(), with: { policy: 'db/pgveil.yml' } }] });
  expect(job.annotations.map(({ message }) => message)).toEqual([
    'There is no policy at `db/pgveil.yml` that can be read. [PGVEIL_CONFIG]\n' +
      'Check the repository out before the pgveil step (actions/checkout), or set `policy:` to where it lies.',
  ]);
  expect(job.conclusion).toBe('failure');
  job.remove();
});
