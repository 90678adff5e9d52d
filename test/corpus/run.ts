// `npm run corpus -- [--pg 15|18] [--level strict|standard|open] [--leaks FILE ...] [--utility FILE ...] [more for check.mjs]`:
// a fresh PostgreSQL, the bundled proxy in front of it, and every item of the corpus through both.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeVerifier } from '../../src/auth/local.ts';
import { startPostgres, type TestServer } from '../support/postgres.ts';
import { corpusPolicy, roles, urlVariable, type Level } from './policy.ts';
import { startProxy } from './proxy.ts';
import { serverSettings } from './server-settings.ts';

const here = dirname(fileURLToPath(import.meta.url));
const database = 'leakdb';

interface Options {
  readonly major: number;
  readonly level: Level;
  /** For check.mjs. */
  readonly rest: readonly string[];
}

const levels: readonly Level[] = ['strict', 'standard', 'open'];

const levelOf = (text: string): Level => {
  const level = levels.find((one) => one === text);
  if (level === undefined) throw new Error(`--level is one of ${levels.join(', ')}`);
  return level;
};

/** `--leaks a b` and `--utility a b` take several files; what is not known here goes on to check.mjs. */
const readOptions = (words: readonly string[]): Options => {
  const rest: string[] = [];
  let major = 18;
  let level: Level = 'standard';
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--pg') major = Number(words[(at += 1)]);
    else if (word === '--level') level = levelOf(words[(at += 1)] ?? '');
    else if (word === '--leaks' || word === '--utility') {
      const files: string[] = [];
      while (at + 1 < words.length && !(words[at + 1] ?? '').startsWith('--')) files.push(...(words[(at += 1)] ?? '').split(','));
      rest.push(word, files.map((file) => (file === 'none' ? file : resolve(file))).join(','));
    } else rest.push(word);
  }
  return { major, level, rest };
};

/** The roles and the database, for the proxy to connect to before check.mjs fills it. */
const prepare = async (server: TestServer): Promise<void> => {
  const rights: Readonly<Record<string, string>> = { app_super: 'SUPERUSER', app_repl: 'REPLICATION' };
  for (const name of [...roles.map((role) => role.name), 'app_repl']) {
    await server.query(`CREATE ROLE ${name} LOGIN PASSWORD 'pw' ${rights[name] ?? ''}`);
  }
  await server.query(`CREATE DATABASE ${database} OWNER app_owner`);
};

/** Where the witnesses disagreed: there should be none. */
const faults = (audit: string): string[] => [
  ...new Set(
    audit
      .split('\n')
      .filter((line) => line.includes('"type":"fault"'))
      .map((line) => (JSON.parse(line) as { readonly event: { readonly witness: string; readonly detail: string } }).event)
      .map(({ witness, detail }) => `${witness}: ${detail}`),
  ),
];

const { major, level, rest } = readOptions(process.argv.slice(2));
const server = await startPostgres({ major, settings: serverSettings, hba: ['host replication all 127.0.0.1/32 scram-sha-256'] });
await prepare(server);
const proxy = await startProxy({
  policy: (directory) => corpusPolicy({ database, level, verifiers: join(directory, 'verifiers') }),
  files: { verifiers: roles.map(({ name }) => `${name}:${makeVerifier('pw', randomBytes(16))}\n`).join('') },
  secrets: Object.fromEntries(roles.map(({ name }) => [urlVariable(name), server.url(database, name)])),
});
const addresses = ['--admin', `${server.host}:${String(server.port)}`, '--target', `127.0.0.1:${String(proxy.port)}`];
const child = spawn(process.execPath, [join(here, 'check.mjs'), ...addresses, '--db', database, ...rest], {
  stdio: ['inherit', 'pipe', 'inherit'],
});
let last = '';
child.stdout.on('data', (chunk: Buffer) => {
  process.stdout.write(chunk);
  last = (last + chunk.toString()).slice(-10_000);
});
const [code] = (await once(child, 'close')) as [number | null];
const found = faults(proxy.audit());
console.log(`\ninference level ${level}, PostgreSQL ${String(major)}; lineage faults: ${String(found.length)}`);
for (const fault of found) console.log(`  ${fault}`);
console.log(last.trimEnd().split('\n').at(-1) ?? '');
await Promise.all([proxy.stop(), server.stop()]);
process.exit(code ?? 2);
