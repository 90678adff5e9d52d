// `npm run bench:bulk [-- --rows N --rounds N]`: large results through the proxy as shares of a direct connection's speed, in alternating rounds.
import { parseArgs } from 'node:util';
import { binaryQuery, openDrain, simpleQuery, type Drain } from './support/drain.ts';
import { cpuSeconds } from './support/process.ts';
import { printTable, writeResults } from './support/results.ts';
import { openStage } from './support/stage.ts';
import { medianShare } from './support/statistics.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '7' } },
});
const [rows, rounds] = [Number(values.rows), Number(values.rounds)];

/** Two of eight columns are classified. */
const setup = `
  CREATE TABLE bulk (id bigint, email text, name text, city text, amount numeric(10,2), at timestamptz, n integer, note text);
  INSERT INTO bulk SELECT i, 'user' || i || '@example.com', 'Person Number ' || i, 'City ' || i % 100, i * 1.01,
    timestamptz '2026-01-01' + i * interval '1 second', i % 1000, 'note ' || md5(i::text) FROM generate_series(1, ${String(rows)}) i;
  VACUUM ANALYZE bulk`;

const masks = { pass: 'pass', redact: 'redact', partial: { partial: { first: 2 } }, email: 'email', hash: 'hash' } as const;

const requests: Readonly<Record<string, Buffer>> = {
  'text SELECT': simpleQuery('SELECT * FROM bulk'),
  'binary SELECT': binaryQuery('SELECT * FROM bulk'),
  'COPY text': simpleQuery('COPY bulk TO STDOUT'),
};

const stage = await openStage(
  { principals: masks, columns: { 'public.bulk.email': 'email', 'public.bulk.name': 'name' } },
  'SELECT 1',
);
for (const statement of setup.split(';')) await stage.server.query(statement, 'bench');
await stage.server.query('GRANT ALL ON bulk TO bench', 'bench');

const timed = async (drain: Drain, request: Buffer): Promise<number> => {
  const began = performance.now();
  await drain.run(request);
  return (performance.now() - began) / 1000;
};

const direct = await openDrain(stage.direct);
const drains = new Map<string, Drain>();
for (const name of Object.keys(masks)) drains.set(name, await openDrain(stage.through(name)));

const shares: Record<string, Record<string, number>> = {};
const cpu: Record<string, Record<string, number>> = {};
for (const [kind, request] of Object.entries(requests)) {
  const directTimes: number[] = [];
  const used = new Map<string, number>();
  const times = new Map<string, number[]>(Object.keys(masks).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    const directTime = await timed(direct, request);
    if (round >= 0) directTimes.push(directTime);
    for (const [name, drain] of drains) {
      const before = cpuSeconds(stage.proxy.pid);
      const time = await timed(drain, request);
      if (round < 0) continue;
      times.get(name)?.push(time);
      used.set(name, (used.get(name) ?? 0) + cpuSeconds(stage.proxy.pid) - before);
    }
  }
  cpu[kind] = Object.fromEntries([...used].map(([name, seconds]) => [name, (seconds / rounds / rows) * 1e6]));
  shares[kind] = Object.fromEntries([...times].map(([name, seconds]) => [name, medianShare(seconds, directTimes)]));
}
for (const drain of [direct, ...drains.values()]) drain.end();
await stage.stop();

const names = Object.keys(masks);
printTable(
  `${String(rows)} rows x 8 columns, 2 of them masked: share of direct (medians of ${String(rounds)} rounds)`,
  ['', ...names],
  Object.entries(shares).map(([kind, row]) => [kind, ...names.map((name) => (row[name] ?? 0).toFixed(2))]),
);
printTable(
  'CPU seconds of the proxy for a million rows',
  ['', ...names],
  Object.entries(cpu).map(([kind, row]) => [kind, ...names.map((name) => (row[name] ?? 0).toFixed(2))]),
);
writeResults('bulk', { rows, rounds, shareOfDirect: shares, cpuSecondsPerMillionRows: cpu });
