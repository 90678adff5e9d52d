import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bundledAction } from '../../support/bundled-action.ts';
import { runJob, type JobOptions, type JobResult } from '../../support/fake-runner.ts';
import { files } from '../jobs.ts';
import { canaries, openStage, type Stage } from '../stage.ts';

const port = inject('postgres')[18];
const [probe, enter] = ['probe.mjs', 'enter.mjs'].map((name) => fileURLToPath(new URL(name, import.meta.url))) as [
  string,
  string,
];

/** A user that every Debian has, and that runs nothing. */
const user = { name: 'games', uid: 5, gid: 60 };

const succeeds = (command: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const why = [
  [process.platform === 'linux', 'is for Linux'],
  [process.getuid?.() === 0, 'has to be started as root, to be another user'],
  [existsSync('/usr/bin/sudo'), 'needs sudo'],
  [succeeds('unshare', '--mount', 'true'), 'needs a mount namespace, to leave the sudoers of this machine alone'],
  [port !== undefined, 'needs a server'],
].find(([holds]) => holds !== true)?.[1];

if (why !== undefined) process.stderr.write(`The test of isolate is skipped: it ${String(why)}.\n`);

describe('isolate', { skip: why !== undefined }, () => {
  let stage: Stage;
  let action: string;
  const places = (): string[] => readdirSync('/var/lib').filter((name) => name.startsWith('pgveil-'));
  const before = new Set(places());

  beforeAll(async () => {
    stage = await openStage(port ?? 0, 'action_isolate');
    action = mkdtempSync(join(tmpdir(), 'pgveil-isolated-action-'));
    cpSync(await bundledAction(), action, { recursive: true });
    cpSync(probe, join(action, 'probe.mjs'));
    chmodSync(action, 0o755);
  });
  afterAll(async () => {
    await stage.stop();
    rmSync(action, { recursive: true });
    for (const name of places().filter((one) => !before.has(one))) rmSync(join('/var/lib', name), { recursive: true });
  });

  /** A job of a user with password-less sudo, as on a hosted runner; its sudoers are its own. */
  const job = async (
    options: Partial<JobOptions> & { input: Record<string, string>; sudo?: boolean; asRoot?: boolean },
  ): Promise<JobResult> => {
    const sudoers = mkdtempSync(join(tmpdir(), 'pgveil-sudoers-'));
    chmodSync(sudoers, 0o755);
    if (options.sudo !== false) writeFileSync(join(sudoers, 'runner'), `${user.name} ALL=(ALL) NOPASSWD:ALL\n`, { mode: 0o440 });
    const prefix = ['unshare', '--mount', process.execPath, enter, sudoers, String(user.uid), String(user.gid)];
    try {
      return await runJob({
        checkout: files({ '.github/pgveil.yml': stage.policy }),
        service: stage.github.environment(),
        secrets: [stage.databaseUrl],
        ...(options.asRoot === true ? {} : { runAs: { ...user, prefix } }),
        ...options,
        steps: [
          { name: 'pgveil', uses: action, with: { 'database-url': stage.databaseUrl, ...options.input } },
          { name: 'agent', run: [process.execPath, join(action, 'probe.mjs'), canaries.password] },
        ],
      });
    } finally {
      rmSync(sudoers, { recursive: true });
    }
  };

  const probed = (result: JobResult): unknown => JSON.parse(/^PROBE (.*)$/m.exec(result.log)?.[1] ?? 'null') as unknown;

  test("the agent's user gets at nothing of the proxy, and the job is as any other", async () => {
    const result = await job({ input: { isolate: 'true' } });
    expect(result.log).not.toContain('##[error]');
    expect(probed(result)).toEqual({
      environment: 'refused: EACCES',
      memory: 'refused: EACCES',
      descriptors: 'refused: EACCES',
      directory: 'refused: EACCES',
      signal: 'refused: EPERM',
      audit: 'refused: EACCES',
      program: 'refused: EACCES',
      sudo: 'refused: 1',
    });
    expect(result.conclusion).toBe('success');
    expect(result.orphans).toEqual([]);
    expect(result.annotations).toEqual([]);
    const audit = [...stage.github.artifacts.uploaded.values()].at(-1)?.get('audit.jsonl')?.toString() ?? '';
    expect(audit.trimEnd().split('\n').at(-1)).toContain('"type":"head"');
    result.remove();
  });

  test('without it the same agent gets at everything: what the notice says is so', async () => {
    const result = await job({ input: {} });
    expect(probed(result)).toMatchObject({
      environment: 'read',
      memory: 'found the secret',
      descriptors: 'read',
      signal: 'allowed',
      audit: 'read',
      sudo: '0',
    });
    expect(result.annotations.map(({ level, message }) => [level, message])).toEqual([
      ['notice', expect.stringMatching(/^The steps of this job run as the same user as the proxy/)],
    ]);
    result.remove();
  });

  test.each([
    ['a user without sudo', { sudo: false }, /^Input `isolate`: this user has no password-less sudo/],
    ['a job that runs as root', { asRoot: true }, /^Input `isolate`: the steps of this job run as root/],
  ])('%s is told so, and no proxy is started', async (_, options: object, message) => {
    const result = await job({ input: { isolate: 'true' }, ...options });
    expect(result.annotations.map((one) => one.message)).toEqual([expect.stringMatching(message)]);
    expect([result.conclusion, result.orphans, result.env]).toEqual(['failure', [], {}]);
    result.remove();
  });

  test('a proxy that cannot serve leaves no process', async () => {
    const result = await job({
      input: { isolate: 'true', 'database-url': 'postgres://app:canary-wrong-password@127.0.0.1:1/x' },
    });
    expect(result.annotations[0]?.message).toMatch(/\[PGVEIL_UPSTREAM\]/);
    expect(result.log).not.toContain('canary-wrong-password');
    expect(result.orphans).toEqual([]);
    result.remove();
  });
});
