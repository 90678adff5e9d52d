import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { runImage, untilHealth, type RunningImage } from '../container/image.ts';
import { canaries, openStage, query, type Stage } from './stage.ts';

const port = inject('postgres')[18];
const token = 'canary-control-token-of-the-job';

describe('mode connect: the proxy is a service container', { skip: port === undefined || process.platform !== 'linux' }, () => {
  let stage: Stage;
  let image: RunningImage;
  beforeAll(async () => {
    stage = await openStage(port ?? 0, 'action_connect');
  });
  afterAll(async () => stage.stop());
  afterEach(async () => image.stop());

  const start = async (): Promise<Record<string, string>> => {
    image = await runImage({ PGVEIL_CONTROL_TOKEN: token });
    await untilHealth(image, 'locked');
    return {
      mode: 'connect',
      gateway: `127.0.0.1:${String(image.port)}`,
      control: `127.0.0.1:${String(image.control)}`,
      'control-token': token,
    };
  };

  test('the step unlocks it, the agent sees masked values, post fetches the signed audit', async () => {
    let rows: readonly unknown[] = [];
    const given = await start();
    const job = await stage.job([query('SELECT email, national_id FROM people', (got) => (rows = got))], { with: given });
    expect(job.log).not.toContain('##[error]');
    expect(job.conclusion).toBe('success');
    expect(rows).toEqual([{ email: expect.stringMatching(/@masked\.invalid$/) as string, national_id: '***' }]);
    expect(job.env['PGPORT']).toBe(String(image.port));
    const files = [...stage.github.artifacts.uploaded.values()].at(-1);
    expect(files?.get('audit.jsonl')?.toString().trimEnd().split('\n').at(-1)).toContain('"type":"head"');
    expect(job.summary).toContain('`email: mask(email)`');
    // The container is the job's, not the step's: it stays, and says so.
    expect((await image.health()).output).toBe('finished');
    for (const text of [job.log, job.summary, image.output()]) {
      for (const secret of [token, canaries.password, canaries.email]) expect(text).not.toContain(secret);
    }
    job.remove();
  });

  test('a container that is gone at the end fails the job', async () => {
    const given = await start();
    const job = await stage.job([{ name: 'kill', call: () => void image.child.kill('SIGKILL') }], { with: given });
    expect(job.conclusion).toBe('failure');
    expect(job.annotations.map(({ message }) => message).join('\n')).toContain('The proxy was gone before the job ended');
    job.remove();
  });

  test.each([
    [
      'another token',
      { 'control-token': 'canary-wrong-control-token' },
      /refuses: this takes the token that pgveil was started with/,
    ],
    [
      'a database that does not answer',
      { 'database-url': 'postgres://app:canary-database-password@127.0.0.1:1/x' },
      /PGVEIL_UPSTREAM/,
    ],
    [
      'a port where nothing is',
      { control: '127.0.0.1:1', 'startup-timeout': '1' },
      /^The control port at 127\.0\.0\.1:1 does not answer/,
    ],
  ])('%s: one error, and nothing is exported', async (_, wrong: Record<string, string>, message) => {
    const given = await start();
    const job = await stage.job([], { with: { ...given, ...wrong } });
    expect(job.conclusion).toBe('failure');
    expect(job.annotations.filter(({ level }) => level === 'error').map((one) => one.message)).toEqual([
      expect.stringMatching(message),
    ]);
    expect(job.env).toEqual({});
    expect(job.log).not.toContain('canary');
    job.remove();
  });

  test('a container that was unlocked already is not taken over', async () => {
    const given = await start();
    const first = await stage.job([], { with: given });
    const second = await stage.job([], { with: given });
    expect([first.conclusion, second.conclusion]).toEqual(['success', 'failure']);
    expect(second.annotations[0]?.message).toMatch(/refuses: there is a configuration already, and it stays/);
    first.remove();
    second.remove();
  });

  test('credentials are sent to no public network', async () => {
    const given = await start();
    const job = await stage.job([], { with: { ...given, control: '192.0.2.1:6433' } });
    expect(job.annotations[0]?.message).toMatch(
      /^Input `control` names 192\.0\.2\.1, which is on a public network\. \[PGVEIL_INPUT\]/,
    );
    job.remove();
  });
});
