// `npm run bench:start`: from the start of `node dist/pgveil.js serve` to the first query answered through it.
import pg from 'pg';
import { startProxy } from '../test/corpus/proxy.ts';
import { cpuSeconds, residentMiB } from './support/process.ts';
import { printTable, writeResults } from './support/results.ts';
import { openStage } from './support/stage.ts';
import { median } from './support/statistics.ts';

const stage = await openStage(
  { principals: { reader: 'redact' }, columns: { 'public.people.email': 'email' } },
  'CREATE TABLE people (email text)',
);
const rounds = 9;
const policy = JSON.stringify({
  version: 1,
  databases: { bench: { credentials: { reader: { url: '${env:BENCH_URL}' } } } },
  identity: { local: { verifiers: 'verifiers' } },
  principals: { reader: { local: 'reader' } },
  grants: [{ to: ['reader'] }],
  classes: { email: { mask: 'email' } },
  classification: { columns: { 'public.people.email': 'email' } },
});
const { makeVerifier } = await import('../src/auth/local.ts');
const verifiers = `reader:${makeVerifier('bench', Buffer.alloc(16, 1), 4096)}\n`;
const times: number[] = [];
/** Of all threads, which other work on the machine changes less than the time. */
const processor: number[] = [];
const resident: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const began = performance.now();
  const proxy = await startProxy({ policy: () => policy, files: { verifiers }, secrets: { BENCH_URL: stage.direct } });
  const client = new pg.Client({ connectionString: `postgres://reader:bench@127.0.0.1:${String(proxy.port)}/bench` });
  await client.connect();
  await client.query('SELECT email FROM people');
  times.push(performance.now() - began);
  processor.push(cpuSeconds(proxy.pid) * 1000);
  resident.push(residentMiB(proxy.pid));
  await client.end();
  await proxy.stop();
}
await stage.stop();
printTable(
  'From start to the first answer',
  ['', 'ms', 'CPU ms', 'resident MiB'],
  [[`median of ${String(rounds)}`, ...[times, processor, resident].map((values) => median(values).toFixed(0))]],
);
writeResults('start', {
  rounds,
  milliseconds: median(times),
  cpuMilliseconds: median(processor),
  residentMiB: median(resident),
});
