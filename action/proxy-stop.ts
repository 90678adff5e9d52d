import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const commandLine = (pid: number): string => {
  if (process.platform === 'linux') {
    // The state follows the command's name, which is in parentheses and may hold anything.
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    return state === 'Z' || state === 'X' ? '' : readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8');
  }
  const line = execFileSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  return line.startsWith('Z') ? '' : line;
};

/**
 * Whether `pid` is still the proxy that was started with `directory`: not a zombie, and not another process that
 * has got its number since.
 */
export const isProxy = (pid: number, directory: string): boolean => {
  // kill(0) and kill(-1) would reach this process's own group, or everything.
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    return commandLine(pid).includes(directory);
  } catch {
    return false;
  }
};

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** `was-dead`: it had ended by itself. `killed`: it did not end on TERM within `grace` milliseconds. */
export type StopOutcome = 'was-dead' | 'stopped' | 'killed';

/** Asks the proxy to end (TERM) and waits; a proxy that stays is killed. */
export const stopProxy = async (pid: number, directory: string, grace: number): Promise<StopOutcome> => {
  if (!isProxy(pid, directory)) return 'was-dead';
  signal(pid, 'SIGTERM');
  const deadline = AbortSignal.timeout(grace);
  while (isProxy(pid, directory)) {
    if (deadline.aborted) {
      signal(pid, 'SIGKILL');
      return 'killed';
    }
    await sleep(10);
  }
  return 'stopped';
};
