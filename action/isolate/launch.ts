import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { PgveilError } from '../../src/errors.ts';
import type { ProxyFiles } from '../proxy-files.ts';
import type { IsolatedPlace } from './place.ts';

const saidSchema = z.object({
  pid: z.int(),
  control: z.object({ host: z.string(), port: z.int() }),
});

/** What a locked proxy says on standard output. */
export type Launched = z.output<typeof saidSchema>;

export interface LaunchOptions {
  readonly uid: number;
  readonly place: IsolatedPlace;
  readonly files: ProxyFiles;
  readonly environment: Readonly<Record<string, string>>;
  readonly controlToken: string;
  readonly deadline: AbortSignal;
}

const failed = ({ log }: ProxyFiles, what: string): PgveilError =>
  new PgveilError('PGVEIL_PROXY', `${what}:\n${readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12).join('\n')}`);

/**
 * Starts a locked proxy as `uid`, with no capability and no way to get one, in a session of its own. Its token goes over
 * standard input. Rejects with PGVEIL_PROXY when it ends or does not listen in time.
 */
export const launch = async ({ uid, place, files, environment, controlToken, deadline }: LaunchOptions): Promise<Launched> => {
  const said = join(files.directory, 'said.json');
  const [output, log] = [openSync(said, 'a', 0o600), openSync(files.log, 'a', 0o600)];
  const rights = [
    `--reuid=${String(uid)}`,
    `--regid=${String(uid)}`,
    '--clear-groups',
    '--inh-caps=-all',
    '--bounding-set=-all',
    '--no-new-privs',
  ];
  const serve = [
    'serve',
    '--locked',
    '--listen',
    '127.0.0.1:0',
    '--control',
    '127.0.0.1:0',
    '--audit',
    place.audit,
    '--config-stdin',
  ];
  const child = spawn(
    'sudo',
    [
      '-n',
      `--preserve-env=${Object.keys(environment).join(',')}`,
      '--',
      'setsid',
      '--fork',
      'setpriv',
      ...rights,
      '--',
      place.node,
      place.entry,
      ...serve,
    ],
    { cwd: '/', env: { ...environment }, stdio: ['pipe', output, log] },
  );
  for (const descriptor of [output, log]) closeSync(descriptor);
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code) => {
    // The proxy itself is a grandchild by then, and goes on.
    if (code !== 0) ended = `exit code ${String(code)}`;
  });
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(JSON.stringify({ controlToken }));
  for (;;) {
    const line = readFileSync(said, 'utf8');
    if (line.endsWith('\n')) return saidSchema.parse(JSON.parse(line));
    if (ended !== undefined) throw failed(files, `The isolated proxy did not start (${ended})`);
    if (deadline.aborted) throw failed(files, 'The isolated proxy did not start in time');
    await sleep(20);
  }
};
