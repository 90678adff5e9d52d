// How long `pgveil check` takes: the bundled command line, as a process of its own, on a generated schema of 1,000 tables
// with 10 columns each, from schema files and from a live PostgreSQL, with and without a look at values, and on the real schemas of test/coverage/schemas.
// npm run bench:check [-- RUNS]
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../test/support/postgres.ts';
import { bundledCli, type Run } from './support/cli.ts';
import { generatedPolicy, generatedRows, generatedSchema } from './check/schema.ts';

const runs = Number(process.argv[2] ?? 5);
const goal = 2_000;

const directory = mkdtempSync(join(tmpdir(), 'pgveil-bench-check-'));
const cli = await bundledCli();

const median = (items: readonly number[]): number => items.toSorted((a, b) => a - b)[Math.floor(items.length / 2)] ?? 0;
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;

const measure = async (what: string, argv: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> => {
  const found: Run[] = [];
  for (let run = 0; run < runs; run += 1)
    found.push(await cli(['check', '--fail-on', 'never', ...argv], { cwd: directory, env }));
  // The line that says what was looked at.
  const scope = found[0]?.stdout.split('\n').findLast((line) => line.startsWith('app: ')) ?? '';
  const wall = median(found.map(({ ms }) => ms));
  const cpu = median(found.map(({ cpuMs }) => cpuMs));
  const over = wall > goal && !argv.includes('--sample') ? ` (goal ${seconds(goal)})` : '';
  console.log(`${what.padEnd(26)} median ${seconds(wall)}${over}, processor ${seconds(cpu)}  ${scope}`);
};

try {
  writeFileSync(join(directory, 'schema.sql'), generatedSchema());
  writeFileSync(join(directory, 'pgveil.yml'), generatedPolicy);
  await measure('generated, schema files', ['--policy', 'pgveil.yml', '--schema', 'schema.sql']);
  const server = await startPostgres({ major: 18 });
  try {
    await server.query(generatedSchema());
    await measure('generated, live', ['--policy', 'pgveil.yml'], { APP_URL: server.url() });
    await server.query(generatedRows());
    await server.query('ANALYZE');
    await measure('generated, live, --sample', ['--policy', 'pgveil.yml', '--sample', '100'], { APP_URL: server.url() });
  } finally {
    await server.stop();
  }
  for (const name of ['pagila', 'northwind', 'chinook']) {
    const file = fileURLToPath(new URL(`../test/coverage/schemas/${name}.sql`, import.meta.url));
    writeFileSync(join(directory, `${name}.sql`), readFileSync(file));
    await measure(`${name}, schema files`, ['--policy', 'pgveil.yml', '--schema', `${name}.sql`]);
  }
} finally {
  rmSync(directory, { recursive: true });
}
