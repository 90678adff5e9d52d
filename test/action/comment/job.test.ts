import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { JobResult } from '../../support/fake-runner.ts';
import { canaries, openStage, query, type Stage } from '../stage.ts';

const port = inject('postgres')[18];

describe('the comment of a whole job', { skip: port === undefined }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(port ?? 0, 'action_comment');
  });
  afterAll(async () => stage.stop());

  const run = async (options: {
    readonly policy?: string;
    readonly with?: Record<string, string>;
    readonly matrix?: Record<string, unknown>;
  }): Promise<JobResult> =>
    stage.job([query("SELECT email FROM people WHERE city = 'Lisbon'")], {
      environment: { GITHUB_API_URL: stage.github.url },
      token: stage.github.comments.token,
      event: { pull_request: { number: 7 } },
      ...options,
    });
  const maskless = (): string => stage.policy.replace('email: { mask: email }', 'email: {}');
  const bodies = (): string[] => stage.github.comments.all.map(({ body }) => body);

  test('says what was found, what was masked and where the audit is; then that it is gone', async () => {
    const red = await run({ policy: maskless() });
    expect(red.conclusion).toBe('failure');
    const [body = ''] = bodies();
    expect(body).toContain('## ❌ pgveil: fail');
    expect(body).toMatch(/public\.people\.email holds class email, which has no mask.*`\.github\/pgveil\.yml:\d+`/);
    expect(body).toContain('`SELECT email FROM people WHERE city = ?`');
    expect(body).toContain('`email: redact`');
    expect(body).toContain('[Run](https://github.com/octo-org/shop/actions/runs/19000000001)');
    expect(body).toMatch(/\[Audit\]\(https:\/\/github\.com\/octo-org\/shop\/actions\/runs\/19000000001\/artifacts\/\d+\)/);
    for (const secret of [canaries.email, 'Lisbon', canaries.password]) expect(body).not.toContain(secret);
    const green = await run({});
    expect(green.conclusion).toBe('success');
    expect(bodies()).toEqual([expect.stringContaining('**Resolved.**')]);
    red.remove();
    green.remove();
  });

  test('a leg of a matrix is told from the others, by what the runner fills in', async () => {
    stage.github.comments.clear();
    for (const matrix of [{ node: 20 }, { node: 22 }]) (await run({ policy: maskless(), matrix })).remove();
    expect(bodies().map((body) => /agent \/ agent \(\d+\)/.exec(body)?.[0])).toEqual([
      'agent / agent (20)',
      'agent / agent (22)',
    ]);
  });

  test('a token that may not write is no failure', async () => {
    stage.github.comments.clear();
    stage.github.comments.readOnly();
    const job = await run({ with: { comment: 'always' } });
    expect(job.conclusion).toBe('success');
    expect(job.annotations.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^There is no comment on the pull request: Resource not accessible/),
    );
    job.remove();
  });
});
