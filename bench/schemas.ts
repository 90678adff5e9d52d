// What `pgveil init` and `pgveil check` make of real schemas: a table of what each found, before a policy and with the one that
// init proposes, and how long that check took. A directory is one of migrations.
// npx tsx bench/schemas.ts NAME=FILE...
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundledCli } from './support/cli.ts';

/** All may read all, and nothing is classified. */
const bare = `version: 1
databases: { app: { credentials: { reader: { url: "\${env:APP_URL}" } } } }
identity: { local: { verifiers: v } }
principals: { dev: { local: dev } }
grants: [{ to: [dev] }]
classes: {}
`;

interface Gate {
  readonly counts: { readonly error: number; readonly warning: number; readonly note: number };
  readonly unchecked: readonly unknown[];
  readonly databases: readonly { readonly relations: number; readonly columns: number; readonly classified: number }[];
}

const cli = await bundledCli();
const directory = mkdtempSync(join(tmpdir(), 'pgveil-bench-schemas-'));

const gateOf = (stdout: string): Gate => (JSON.parse(stdout) as { readonly gate: Gate }).gate;

/** Errors, warnings and notes, and what could not be looked at. */
const found = ({ counts: { error, warning, note }, unchecked }: Gate): string =>
  `${String(error)} / ${String(warning)} / ${String(note)}${unchecked.length === 0 ? '' : `, ${String(unchecked.length)} unread`}`;

const seconds = (ms: number): string => (ms / 1_000).toFixed(2);

const rowOf = async (name: string, path: string): Promise<readonly string[]> => {
  const policy = `${name}.yml`;
  // 2: not all could be looked at.
  const options = { cwd: directory, codes: [0, 2] };
  const check = ['check', '--fail-on', 'never', '--format', 'json', '--schema', path, '--policy'];
  await cli(['init', '--schema', path, '--policy', policy, '--workflow', `${name}.workflow.yml`], { cwd: directory });
  const before = gateOf((await cli([...check, 'bare.yml'], options)).stdout);
  const run = await cli([...check, policy], options);
  const after = gateOf(run.stdout);
  const { relations = 0, columns = 0, classified = 0 } = after.databases[0] ?? {};
  const numbers = [relations, columns, classified].map(String);
  return [name, ...numbers, found(before), found(after), seconds(run.cpuMs), seconds(run.ms)];
};

const head = ['schema', 'relations', 'columns', 'classified', 'found before', 'found after init', 'CPU s', 'wall s'];

const given = process.argv.slice(2).map((argument) => /^([\w-]+)=(.+)$/.exec(argument));
if (given.length === 0 || given.includes(null)) {
  console.error('usage: npx tsx bench/schemas.ts NAME=FILE...');
  process.exitCode = 2;
} else {
  try {
    writeFileSync(join(directory, 'bare.yml'), bare);
    console.log(`| ${head.join(' | ')} |\n|${head.map(() => '---|').join('')}`);
    for (const match of given) {
      const [, name = '', path = ''] = match ?? [];
      console.log(`| ${(await rowOf(name, resolve(path))).join(' | ')} |`);
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
}
