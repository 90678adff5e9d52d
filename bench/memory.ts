// `npm run bench:memory [-- --gib N --idle N]`: the proxy's resident memory while a large result goes to a slow reader, and for idle connections.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { simpleQuery } from './support/drain.ts';
import { residentMiB } from './support/process.ts';
import { printTable, writeResults } from './support/results.ts';
import { openStage } from './support/stage.ts';

const { values } = parseArgs({
  options: { gib: { type: 'string', default: '5' }, idle: { type: 'string', default: '1000' } },
});
/** Of a row on the wire. */
const rowBytes = 1_035;
const rows = Math.round((Number(values.gib) * 2 ** 30) / rowBytes);
const stage = await openStage(
  { principals: { pass: 'pass', masked: { partial: { first: 1 } } }, columns: { 'public.wide.email': 'email' } },
  "CREATE TABLE wide (email text, filler text); INSERT INTO wide VALUES ('somebody@example.com', repeat('x', 1000))",
);
const { pid } = stage.proxy;

/** Reads a chunk, then waits: slower than the server can send. Gives the highest resident memory seen. */
const readSlowly = async (url: string, sql: string): Promise<{ readonly bytes: number; readonly peak: number }> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  stream.removeAllListeners('data');
  let bytes = 0;
  let peak = 0;
  let chunks = 0;
  stream.write(simpleQuery(sql));
  for (;;) {
    const [chunk] = (await once(stream, 'data')) as [Buffer];
    bytes += chunk.length;
    chunks += 1;
    if (chunk.subarray(-6, -1).equals(Buffer.from([0x5a, 0, 0, 0, 5]))) break;
    if (chunks % 200 !== 0) continue;
    peak = Math.max(peak, residentMiB(pid));
    stream.pause();
    await sleep(5);
    stream.resume();
  }
  stream.destroy();
  return { bytes, peak };
};

const before = residentMiB(pid);
const results: Record<string, number> = { 'started, MiB': before };
for (const name of ['pass', 'masked']) {
  const { bytes, peak } = await readSlowly(stage.through(name), `SELECT w.* FROM wide w, generate_series(1, ${String(rows)})`);
  results[`${name}: peak while ${(bytes / 2 ** 30).toFixed(1)} GiB go to a slow reader, MiB`] = peak;
}
const idle: pg.Client[] = [];
const base = residentMiB(pid);
for (let at = 0; at < Number(values.idle); at += 1) {
  const client = new pg.Client({ connectionString: stage.through('pass') });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('SELECT 1');
  idle.push(client);
}
await sleep(1_000);
results[`each of ${values.idle} idle connections, KiB`] = ((residentMiB(pid) - base) * 1024) / Number(values.idle);
await Promise.all(idle.map(async (client) => client.end()));
await stage.stop();

printTable(
  'Memory of the proxy',
  ['', ''],
  Object.entries(results).map(([what, value]) => [what, value.toFixed(0)]),
);
writeResults('memory', results);
