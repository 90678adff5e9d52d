import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** A real PostgreSQL server out of an npm package, for tests, benchmarks and the demo. */
export interface TestServer {
  readonly major: number;
  readonly host: string;
  readonly port: number;
  /** The superuser `postgres`, password `pw`. */
  url(database?: string, user?: string, password?: string): string;
  /** Connects, runs and disconnects. */
  query(sql: string, database?: string): Promise<pg.QueryResult>;
  stop(): Promise<void>;
}

const packages: Record<number, string> = { 15: 'pg15', 18: 'pg18' };

/** Where that major's binaries lie, or undefined if the platform has none (optional dependencies). */
export const nativeDirectory = (major: number): string | undefined => {
  const name = packages[major];
  if (name === undefined) return undefined;
  const directory = fileURLToPath(new URL(`../../node_modules/${name}/native`, import.meta.url));
  return existsSync(join(directory, 'bin', 'postgres')) ? directory : undefined;
};

/** The packages' install script makes these links; npm may be told not to run such scripts. */
const hydrateSymlinks = (native: string): void => {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const root = dirname(native);
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    try {
      symlinkSync(join(root, source), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
};

export const freePort = async (): Promise<number> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

const run = async (command: string, args: string[], options: { uid?: number; gid?: number }): Promise<void> => {
  const child = spawn(command, args, { ...options, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${command} exited with ${String(code)}: ${output}`);
};

const untilReady = async (url: string, child: ChildProcess, log: () => string): Promise<void> => {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`postgres ended: ${log()}`);
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  throw new Error(`postgres did not become ready: ${log()}`);
};

export interface StartOptions {
  readonly major?: number;
  /** Further `name=value` settings. */
  readonly settings?: readonly string[];
  /** Lines put before the default pg_hba.conf rules. */
  readonly hba?: readonly string[];
  /** Server certificate and key (PEM): turns TLS on. */
  readonly tls?: { readonly cert: string; readonly key: string; readonly ca?: string };
}

/** Starts a server on a free loopback port with SCRAM logins. Throws where the platform has no binaries. */
export const startPostgres = async (options: StartOptions = {}): Promise<TestServer> => {
  const major = options.major ?? 18;
  const native = nativeDirectory(major);
  if (native === undefined) throw new Error(`no PostgreSQL ${String(major)} binaries for this platform`);
  hydrateSymlinks(native);
  // The server refuses to run as root: it gets the conventional uid of `nobody`.
  const owner = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const home = mkdtempSync(join(tmpdir(), 'pgveil-pg-'));
  chmodSync(home, 0o755);
  const data = join(home, 'data');
  const own = (path: string): void => {
    if (owner.uid !== undefined) chownSync(path, owner.uid, owner.gid);
  };
  own(home);
  const passwordFile = join(home, 'pw');
  writeFileSync(passwordFile, 'pw\n');
  own(passwordFile);
  await run(
    join(native, 'bin', 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--no-locale', '--no-sync'],
    owner,
  );
  if (options.hba !== undefined) {
    const file = join(data, 'pg_hba.conf');
    writeFileSync(file, `${options.hba.join('\n')}\n${readFileSync(file, 'utf8')}`);
  }
  const settings = [...(options.settings ?? [])];
  if (options.tls !== undefined) {
    for (const [name, text] of Object.entries({
      'server.crt': options.tls.cert,
      'server.key': options.tls.key,
      'root.crt': options.tls.ca,
    })) {
      if (text === undefined) continue;
      writeFileSync(join(data, name), text, { mode: 0o600 });
      own(join(data, name));
    }
    settings.push('ssl=on', ...(options.tls.ca === undefined ? [] : ['ssl_ca_file=root.crt']));
  }
  const port = await freePort();
  const base = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    `port=${String(port)}`,
    'unix_socket_directories=',
    'timezone=UTC',
    'lc_messages=C',
    'max_connections=200',
  ];
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', data, ...[...base, ...settings].flatMap((s) => ['-c', s])], {
    ...owner,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const keep = (chunk: Buffer): void => {
    log = (log + chunk.toString()).slice(-20_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const kill = (): void => {
    child.kill('SIGQUIT');
  };
  process.once('exit', kill);
  const url = (database = 'postgres', user = 'postgres', password = 'pw'): string =>
    `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/${encodeURIComponent(database)}`;
  await untilReady(url(), child, () => log);
  return {
    major,
    host: '127.0.0.1',
    port,
    url,
    query: async (sql, database) => {
      const client = new pg.Client({ connectionString: url(database) });
      await client.connect();
      try {
        return await client.query(sql);
      } finally {
        await client.end();
      }
    },
    stop: async () => {
      process.removeListener('exit', kill);
      if (child.exitCode === null) {
        const closed = once(child, 'close');
        child.kill('SIGINT');
        await closed;
      }
      rmSync(home, { recursive: true, force: true });
    },
  };
};
