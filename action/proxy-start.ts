import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { PgveilError } from '../src/errors.ts';
import type { IdTokenSource } from '../src/gateway/identity/id-tokens.ts';
import type { ProxyFiles } from './proxy-files.ts';
import { readySchema, type Ready } from './ready.ts';

export interface ProxyStart {
  readonly node: string;
  /** dist/pgveil.js */
  readonly entry: string;
  readonly policy: string;
  readonly files: ProxyFiles;
  readonly environment: Readonly<Record<string, string>>;
  /** Goes over standard input: neither the process list nor an environment shows it. */
  readonly config: {
    readonly secrets: Readonly<Record<string, string>>;
    readonly token: string;
    /** What the token is for. */
    readonly audience: string | undefined;
    readonly idTokens: IdTokenSource | undefined;
  };
}

export interface StartedProxy {
  readonly pid: number;
  /** Waits for the ready file, reads it and removes it; throws PGVEIL_PROXY when the proxy ends or time is up. */
  ready(deadline: AbortSignal): Promise<Ready>;
}

const lastLines = (log: string): string => readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12).join('\n');

const gone = (files: ProxyFiles, what: string, remedy: string): PgveilError => {
  const said = lastLines(files.log);
  return new PgveilError('PGVEIL_PROXY', said === '' ? `${what}.` : `${what}:\n${said}`, { remedy });
};

const readReady = (files: ProxyFiles): Ready | undefined => {
  try {
    return readySchema.parse(JSON.parse(readFileSync(files.ready, 'utf8')));
  } catch (error) {
    // Not there yet, or not yet whole.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new PgveilError('PGVEIL_PROXY', 'The ready file of the proxy is not what the Action expects.', { cause: error });
  }
};

/** Starts the proxy detached, so that it outlives this step; its output goes to a file, never to this step's pipes. */
export const startProxy = (start: ProxyStart): StartedProxy => {
  const { files } = start;
  const log = openSync(files.log, 'a', 0o600);
  const parameters = ['--policy', start.policy, '--listen', '127.0.0.1:0', '--ready-file', files.ready, '--audit', files.audit];
  const child = spawn(start.node, [start.entry, 'serve', ...parameters, '--config-stdin'], {
    cwd: files.directory,
    env: start.environment,
    detached: true,
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended = code === null ? `signal ${String(signal)}` : `exit code ${String(code)}`));
  // A proxy that ended before it read its configuration is reported by its exit.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(JSON.stringify(start.config));
  child.unref();
  if (child.pid === undefined) throw new PgveilError('PGVEIL_PROXY', 'The proxy process could not be started.');
  return {
    pid: child.pid,
    ready: async (deadline) => {
      for (;;) {
        const ready = readReady(files);
        if (ready !== undefined) {
          rmSync(files.ready);
          return ready;
        }
        if (ended !== undefined)
          throw gone(files, `The proxy did not start (${ended})`, 'Mend what it says, and run the job again.');
        if (deadline.aborted) {
          throw gone(files, 'The proxy was not ready in time', 'Check that the database answers, or raise `startup-timeout`.');
        }
        await sleep(10);
      }
    },
  };
};
