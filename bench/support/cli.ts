/** The bundled command line, run as a process of its own. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { bundledAction } from '../../test/support/bundled-action.ts';

export interface Run {
  readonly ms: number;
  /** Of the processor. */
  readonly cpuMs: number;
  readonly stdout: string;
}

/** Says at the end how much processor time the process took. */
const sayCpu = `data:text/javascript,${encodeURIComponent("process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('cpu ' + (user + system)); });")}`;

export interface RunOptions {
  readonly cwd: string;
  /** Beside the environment of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /** Exit codes that are no failure; 0 alone if not given. */
  readonly codes?: readonly number[];
}

/** Runs `pgveil` with these words. Rejects where it exits with another code. */
export type Cli = (argv: readonly string[], options: RunOptions) => Promise<Run>;

export const bundledCli = async (): Promise<Cli> => {
  const entry = join(await bundledAction(), 'dist', 'pgveil.js');
  return async (argv, { cwd, env = {}, codes = [0] }) =>
    new Promise((resolve, reject) => {
      const started = performance.now();
      const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 1 << 28 };
      execFile(process.execPath, ['--import', sayCpu, entry, ...argv], options, (error, stdout, stderr) => {
        const ms = performance.now() - started;
        if (!codes.includes(Number(error?.code ?? 0)))
          reject(new Error(stderr === '' ? `pgveil ${argv[0] ?? ''} failed` : stderr));
        else resolve({ ms, cpuMs: Number(/cpu (\d+)/.exec(stderr)?.[1] ?? 0) / 1_000, stdout });
      });
    });
};
