import { execFileSync } from 'node:child_process';
import { errorText, PgveilError } from '../../src/errors.ts';

/** Runs a command as root, without a password, and gives back what it prints. Throws PGVEIL_INPUT when that fails. */
export type AsRoot = (command: string, ...args: readonly string[]) => string;

const asRoot: AsRoot = (command, ...args) => {
  try {
    return execFileSync('sudo', ['-n', '--', command, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new PgveilError('PGVEIL_INPUT', `\`isolate\` cannot run ${command} as root: ${errorText(error).trim()}`, {
      remedy: 'It takes a Linux runner with util-linux and, until this step, password-less sudo: ubuntu-latest has both.',
      cause: error,
    });
  }
};

/** Whether this user gets root by sudo without a password. */
export const hasSudo = (): boolean => {
  try {
    execFileSync('sudo', ['-n', '--', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Throws PGVEIL_INPUT where the proxy could not be kept apart from the steps, or not by this step. */
export const takeRoot = (platform: NodeJS.Platform, uid: number | undefined): AsRoot => {
  const wrong = (what: string, remedy: string): PgveilError =>
    new PgveilError('PGVEIL_INPUT', `Input \`isolate\`: ${what}.`, { remedy });
  if (platform !== 'linux') throw wrong('it is for Linux runners', 'Set `runs-on: ubuntu-latest`, or leave it out.');
  if (uid === 0) {
    throw wrong(
      'the steps of this job run as root, from whom no process can be kept apart',
      'Run the proxy as a service container (`mode: connect`), or leave `container:` out of the job.',
    );
  }
  if (!hasSudo()) {
    throw wrong(
      'this user has no password-less sudo, which it takes to give the proxy a user of its own',
      'Use a GitHub-hosted runner, or run the proxy as a service container (`mode: connect`).',
    );
  }
  return asRoot;
};
