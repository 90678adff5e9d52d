/** The bundled proxy as a process of its own, in front of a server. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundledAction } from '../support/bundled-action.ts';

export interface RunningProxy {
  readonly port: number;
  readonly pid: number;
  /** The operator's log. */
  log(): string;
  /** The audit's records so far. */
  audit(): string;
  stop(): Promise<void>;
}

export interface ProxyOptions {
  /** The policy, as a function of the directory that it will lie in. */
  readonly policy: (directory: string) => string;
  /** Further files beside the policy. */
  readonly files: Readonly<Record<string, string>>;
  /** Values for the policy's references. */
  readonly secrets: Readonly<Record<string, string>>;
  /** What node is to run, in place of the bundle. */
  readonly program?: readonly string[];
}

interface Ready {
  readonly port: number;
  readonly pid: number;
}

export const startProxy = async ({ policy, files, secrets, program }: ProxyOptions): Promise<RunningProxy> => {
  const directory = mkdtempSync(join(tmpdir(), 'pgveil-proxy-'));
  const path = (name: string): string => join(directory, name);
  for (const [name, text] of Object.entries(files)) writeFileSync(path(name), text);
  writeFileSync(path('policy.yml'), policy(directory));
  const run = program ?? [join(await bundledAction(), 'dist/pgveil.js')];
  const words = [
    '--policy',
    path('policy.yml'),
    '--listen',
    '127.0.0.1:0',
    '--ready-file',
    path('ready.json'),
    '--audit',
    path('audit.jsonl'),
  ];
  const child = spawn(process.execPath, [...run, 'serve', ...words, '--config-stdin'], { stdio: ['pipe', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-1_000_000);
  });
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', kill);
  child.stdin.end(JSON.stringify({ secrets }));
  while (!existsSync(path('ready.json'))) {
    if (child.exitCode !== null) throw new Error(`the proxy did not start:\n${log}`);
    await sleep(10);
  }
  const { port, pid } = JSON.parse(readFileSync(path('ready.json'), 'utf8')) as Ready;
  return {
    port,
    pid,
    log: () => log,
    audit: () => readFileSync(path('audit.jsonl'), 'utf8'),
    stop: async () => {
      process.removeListener('exit', kill);
      if (child.exitCode === null) {
        const closed = once(child, 'close');
        child.kill('SIGTERM');
        await closed;
      }
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
