import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledAction } from '../support/bundled-action.ts';
import { freePort } from '../support/postgres.ts';
import { instructions, parseDockerfile } from './dockerfile.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = parseDockerfile(readFileSync(join(root, 'Dockerfile'), 'utf8'));
const isRoot = process.getuid?.() === 0;

/** What an engine would run of the Dockerfile, without an engine: its files, its words, its user, nothing writable but the volume. */
export interface RunningImage {
  readonly port: number;
  readonly control: number;
  /** Paths of the image are below it. */
  readonly tree: string;
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Runs the HEALTHCHECK: its exit code and what it prints. */
  health(): Promise<{ readonly code: number; readonly output: string }>;
  stop(): Promise<void>;
}

const words = (name: string): readonly string[] => instructions(file, name)[0]?.exec ?? [];

const pathsBelow = (path: string): string[] => [
  path,
  ...(lstatSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
    : []),
];

/** The tree that the COPY instructions make, with the bundle of the sources as they are in place of dist. */
const copyFiles = async (tree: string): Promise<void> => {
  for (const { text, flags } of instructions(file, 'COPY')) {
    const [from = '', to = ''] = text.split(/\s+/);
    const source = from === 'dist' ? join(await bundledAction(), 'dist') : join(root, from);
    mkdirSync(dirname(join(tree, to)), { recursive: true });
    cpSync(source, join(tree, to), { recursive: true });
    const [uid, gid] = (flags['chown'] ?? '').split(':').map(Number);
    for (const path of pathsBelow(join(tree, to))) {
      if (uid === undefined || gid === undefined || Number.isNaN(gid))
        chmodSync(path, lstatSync(path).isDirectory() ? 0o555 : 0o444);
      else if (isRoot) chownSync(path, uid, gid);
    }
  }
};

/** Starts the image with its own command, or another; `environment` is all that it gets besides the image's own. */
export const runImage = async (environment: Readonly<Record<string, string>>, command = words('CMD')): Promise<RunningImage> => {
  const tree = mkdtempSync(join(tmpdir(), 'pgveil-image-'));
  chmodSync(tree, 0o755);
  await copyFiles(tree);
  // The engine would map these to free ports of the host.
  const ports = { '6432': await freePort(), '6433': await freePort() };
  const placed = (word: string): string => {
    if (word === '/nodejs/bin/node') return process.execPath;
    if (/^\/(app|audit)\b/.test(word)) return join(tree, word);
    return word.replace(/^0\.0\.0\.0:(6432|6433)$/, (_, port: '6432' | '6433') => `127.0.0.1:${String(ports[port])}`);
  };
  const [uid, gid] = (instructions(file, 'USER').at(-1)?.text ?? '').split(':').map(Number);
  const options = {
    cwd: join(tree, instructions(file, 'WORKDIR').at(-1)?.text ?? '/'),
    ...(isRoot && uid !== undefined && gid !== undefined ? { uid, gid } : {}),
  };
  const start = (
    args: readonly string[],
    env: Readonly<Record<string, string>>,
  ): { child: ChildProcess; output: () => string } => {
    const [program = '', ...rest] = args.map(placed);
    const child = spawn(program, rest, { ...options, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return { child, output: () => output };
  };
  const own = Object.fromEntries(instructions(file, 'ENV').map(({ text }) => text.split('=', 2) as [string, string]));
  const { child, output } = start([...words('ENTRYPOINT'), ...command], { ...own, ...environment });
  return {
    port: ports['6432'],
    control: ports['6433'],
    tree,
    child,
    output,
    health: async () => {
      const check = start([...words('HEALTHCHECK'), '--control', `127.0.0.1:${String(ports['6433'])}`], own);
      const [code] = (await once(check.child, 'close')) as [number | null];
      return { code: code ?? -1, output: check.output().trim() };
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'close');
        child.kill('SIGTERM');
        await ended;
      }
      rmSync(tree, { recursive: true, force: true });
    },
  };
};

/** Waits until the health check says `state`. */
export const untilHealth = async (image: RunningImage, state: string): Promise<void> => {
  for (let turn = 0; turn < 100; turn += 1) {
    const { output } = await image.health();
    if (output === state) return;
    if (image.child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the image is not ${state}: ${image.output()}`);
};
