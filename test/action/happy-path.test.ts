import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { canaries, openStage, query, type Stage } from './stage.ts';

const port = inject('postgres')[18];

describe('a job with pgveil', { skip: port === undefined }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(port ?? 0, 'action_happy');
  });
  afterAll(async () => stage.stop());

  test('the agent sees masked values, the job is green and leaves its audit', async () => {
    let rows: readonly unknown[] = [];
    const job = await stage.job([query('SELECT id, email, national_id, city FROM people', (got) => (rows = got))]);
    expect(job.log).not.toContain('##[error]');
    expect(job.conclusion).toBe('success');
    expect(rows).toEqual([
      { id: 1, email: expect.stringMatching(/^u_[0-9a-f]+@masked\.invalid$/) as string, national_id: '***', city: 'Lisbon' },
    ]);
    expect(job.orphans).toEqual([]);

    const { PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE, PGSSLMODE, DATABASE_URL, PGVEIL_ACTION_HAPPY_URL, ...others } =
      job.env;
    expect(others).toEqual({});
    expect([PGHOST, PGDATABASE, PGSSLMODE]).toEqual(['127.0.0.1', 'action_happy', 'disable']);
    const uri = `postgres://${PGUSER ?? ''}:${PGPASSWORD ?? ''}@127.0.0.1:${PGPORT ?? ''}/action_happy?sslmode=disable`;
    expect([DATABASE_URL, PGVEIL_ACTION_HAPPY_URL]).toEqual([uri, uri]);
    expect(job.outputs['pgveil']).toEqual({
      host: PGHOST,
      port: PGPORT,
      user: PGUSER,
      database: PGDATABASE,
      'connection-uri': uri,
      'connection-uris': JSON.stringify({ action_happy: uri }),
      'audit-file': expect.stringMatching(/audit\.jsonl$/) as string,
      'html-report': expect.stringMatching(/report\.html$/) as string,
    });

    const [name, files] = [...stage.github.artifacts.uploaded][0] ?? [];
    expect(name).toMatch(/^pgveil-audit-agent-1-\w{6}$/);
    expect(new Set(files?.keys())).toEqual(
      new Set(['audit.jsonl', 'verdict.json', 'report.html', 'statement.json', 'predicate.json']),
    );
    const events = (files?.get('audit.jsonl')?.toString() ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: { type: string } }).event.type);
    expect(events).toEqual(expect.arrayContaining(['session-start', 'statement', 'result', 'session-end', 'head']));
    expect(job.summary).toContain('people');
    expect(job.summary).not.toContain(canaries.email);
    job.remove();
  });

  test('the audit stays where it is when it is not to be uploaded', async () => {
    const before = stage.github.artifacts.uploaded.size;
    const job = await stage.job([], { with: { 'upload-audit': 'false' } });
    expect(job.conclusion).toBe('success');
    expect(stage.github.artifacts.uploaded.size).toBe(before);
    job.remove();
  });

  test('retention days reach the artifact service', async () => {
    const job = await stage.job([], { with: { 'audit-retention-days': '3' } });
    expect(job.conclusion).toBe('success');
    const expiry = Date.parse([...stage.github.artifacts.expires.values()].at(-1) ?? '');
    expect(Math.round((expiry - Date.now()) / 86_400_000)).toBe(3);
    job.remove();
  });

  test.each([
    ['a runner without an artifact service', { service: 'none' }, 'this runner gives the step no artifact service'],
    [
      'GitHub Enterprise Server',
      { server: 'https://ghes.example.com' },
      'GitHub Enterprise Server does not take artifacts of this kind',
    ],
  ] as const)('%s: a notice, no failure', async (_, where, reason) => {
    const job = await stage.job([], {
      ...('service' in where ? { service: stage.github.environment({ artifacts: false }) } : {}),
      ...('server' in where ? { environment: { GITHUB_SERVER_URL: where.server } } : {}),
    });
    expect(job.conclusion).toBe('success');
    expect(job.annotations.map(({ level, message }) => [level, message])).toEqual([
      ['notice', expect.stringContaining('The steps of this job run as the same user as the proxy')],
      ['notice', expect.stringContaining(`The audit was not uploaded: ${reason}.`)],
    ]);
    job.remove();
  });
});
