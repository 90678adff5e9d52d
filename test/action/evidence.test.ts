import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { RunningJob, Step } from '../support/fake-runner.ts';
import { openStage, query, type Stage } from './stage.ts';

const port = inject('postgres')[18];

/** The run's directory in RUNNER_TEMP. */
const directoryOf = (job: RunningJob): string =>
  join(job.temp, readdirSync(job.temp).find((name) => name.startsWith('pgveil-')) ?? '');
const auditOf = (job: RunningJob): string => join(directoryOf(job), 'audit.jsonl');

/** A step of an agent that has the runner's user and covers its tracks. */
const meddle = (act: (job: RunningJob) => void): Step => ({
  name: 'meddle',
  call: (_, job) => {
    act(job);
  },
});

const proxyPid = (job: RunningJob): number => {
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const line = readFileSync(`/proc/${entry}/cmdline`, 'utf8');
      if (line.includes(directoryOf(job)) && line.includes('serve')) return Number(entry);
    } catch {
      // Gone meanwhile.
    }
  }
  throw new Error('no proxy');
};

describe('what is missing or broken fails the job', { skip: port === undefined || process.platform !== 'linux' }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(port ?? 0, 'action_evidence');
  });
  afterAll(async () => stage.stop());

  const statement = query('SELECT city FROM people');

  test.each<[string, (job: RunningJob) => void, RegExp]>([
    [
      'the proxy is killed',
      (job) => {
        process.kill(proxyPid(job), 'SIGKILL');
      },
      /^The proxy was gone before the job ended/,
    ],
    [
      'the audit is removed',
      (job) => {
        rmSync(auditOf(job));
      },
      /\[PGVEIL_AUDIT\]/,
    ],
    [
      'a record is changed',
      (job) => {
        writeFileSync(auditOf(job), readFileSync(auditOf(job), 'utf8').replace('people', 'nobody'));
      },
      /\[PGVEIL_AUDIT\]/,
    ],
    [
      'a record is added',
      (job) => {
        appendFileSync(auditOf(job), '{}\n');
      },
      /\[PGVEIL_AUDIT\]/,
    ],
  ])('%s', async (_, act, reason) => {
    const job = await stage.job([statement, meddle(act)]);
    expect(job.conclusion).toBe('failure');
    const errors = job.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
    expect(errors.some((message) => reason.test(message))).toBe(true);
    expect(job.orphans).toEqual([]);
    job.remove();
  });

  test('a second post does nothing, and neither fails nor hides the first', async () => {
    const green = await stage.job([statement], { postRuns: 2 });
    expect(green.conclusion).toBe('success');
    expect(green.steps.map(({ stage, exitCode }) => [stage, exitCode])).toEqual([
      ['main', 0],
      ['post', 0],
      ['post', 0],
    ]);
    expect(green.steps.at(-1)?.summary).toBe('');
    expect(green.log).toContain('pgveil has finished this job already.');
    green.remove();
    const red = await stage.job(
      [
        statement,
        meddle((job) => {
          rmSync(auditOf(job));
        }),
      ],
      { postRuns: 2 },
    );
    expect(red.conclusion).toBe('failure');
    red.remove();
  });

  test('a step cannot forge the receipt that lets post stand back', async () => {
    const job = await stage.job([
      statement,
      meddle((running) => {
        writeFileSync(join(directoryOf(running), 'receipt'), '');
        rmSync(auditOf(running));
      }),
    ]);
    expect(job.conclusion).toBe('failure');
    job.remove();
  });

  test('a policy that a step loosened is not the one that judges', async () => {
    const job = await stage.job([
      statement,
      meddle((running) => {
        writeFileSync(join(running.workspace, '.github/pgveil.yml'), stage.policy.replace('national_id: { mask: redact }', ''));
      }),
    ]);
    expect(job.annotations.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The policy file is not the one that the proxy was started with/),
    ]);
    job.remove();
  });

  test('a cancelled job still gets its post: stopped proxy, verified audit', async () => {
    const job = await stage.job([
      statement,
      {
        name: 'cancel',
        call: (_, running) => {
          running.cancel();
        },
      },
      query('SELECT 1'),
    ]);
    expect(job.conclusion).toBe('cancelled');
    expect(job.steps.map(({ stage, exitCode }) => [stage, exitCode])).toEqual([
      ['main', 0],
      ['post', 0],
    ]);
    expect(job.orphans).toEqual([]);
    job.remove();
  });
});
