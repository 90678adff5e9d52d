/** baseline-rows.ts as a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Baseline {
  readonly pid: number;
  /** The database of `direct`, through it. */
  readonly url: string;
  stop(): void;
}

export const startBaseline = async (direct: string, mask: 'partial' | 'hash'): Promise<Baseline> => {
  const url = new URL(direct);
  const file = fileURLToPath(new URL('baseline-rows.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, url.hostname, url.port, mask], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  if (child.pid === undefined) throw new Error('the baseline did not start');
  url.port = port.toString().trim();
  return { pid: child.pid, url: url.href, stop: () => child.kill('SIGTERM') };
};
