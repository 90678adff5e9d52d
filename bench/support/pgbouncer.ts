/** pgbouncer in front of a database, where it is installed: what a pooler without any masking costs. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../test/support/postgres.ts';

export interface Pooler {
  readonly url: string;
  readonly pid: number;
  readonly version: string;
  stop(): Promise<void>;
}

/** It refuses to run as root: it gets the conventional uid of `nobody`. */
const owner = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

const listens = async (port: number): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};

/** Session pooling with SCRAM on both sides, as the proxy has it. Undefined where it is not installed. */
export const startPgbouncer = async (database: string): Promise<Pooler | undefined> => {
  const found = spawnSync('pgbouncer', ['--version'], { encoding: 'utf8' });
  if (found.error !== undefined) return undefined;
  const { hostname, port, username, password, pathname } = new URL(database);
  const directory = mkdtempSync(join(tmpdir(), 'pgveil-pgbouncer-'));
  const own = await freePort();
  const files = {
    'users.txt': `"${username}" "${password}"\n`,
    'pgbouncer.ini': `[databases]
bench = host=${hostname} port=${port} dbname=${pathname.slice(1)}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${String(own)}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${directory}/users.txt
pool_mode = session
default_pool_size = 100
`,
  };
  if (owner.uid !== undefined) chownSync(directory, owner.uid, owner.gid);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text, { mode: 0o644 });
  const child = spawn('pgbouncer', ['-q', join(directory, 'pgbouncer.ini')], { ...owner, cwd: directory, stdio: 'ignore' });
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', kill);
  while (!(await listens(own))) {
    if (child.exitCode !== null) throw new Error('pgbouncer did not start');
    await sleep(20);
  }
  return {
    url: `postgres://${username}:${password}@127.0.0.1:${String(own)}/bench`,
    pid: child.pid ?? 0,
    version: found.stdout.split('\n')[0] ?? '',
    stop: async () => {
      process.removeListener('exit', kill);
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
