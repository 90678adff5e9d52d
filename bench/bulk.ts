// `npm run bench:bulk [-- --rows N --rounds N --transforms NAMES|all]`: large results through the proxy, through the simple design
// and from views that mask in the database, as shares of a direct connection's speed, in alternating rounds.
import { parseArgs } from 'node:util';
import { startBaseline } from './support/baseline.ts';
import { binaryQuery, openDrain, simpleQuery, type Drain } from './support/drain.ts';
import { benchMasks } from './support/masks.ts';
import { cpuSeconds } from './support/process.ts';
import { printTable, writeResults } from './support/results.ts';
import { openStage } from './support/stage.ts';
import { medianShare } from './support/statistics.ts';
import { maskingViews } from './support/views.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '7' },
    transforms: { type: 'string', default: 'redact,partial,email,hash' },
  },
});
const [rows, rounds] = [Number(values.rows), Number(values.rounds)];
const chosen = values.transforms === 'all' ? [...benchMasks.keys()] : values.transforms.split(',');
const masks = new Map(
  chosen.map((name) => {
    const mask = benchMasks.get(name);
    if (mask === undefined) throw new Error(`no column suits a transform ${name}: ${[...benchMasks.keys()].join(', ')}`);
    return [name, mask];
  }),
);

const columns = {
  'public.bulk.email': 'words',
  'public.bulk.name': 'words',
  'public.bulk.amount': 'numbers',
  'public.bulk.n': 'numbers',
  'public.bulk.at': 'moments',
};
const setup = `
  CREATE TABLE bulk (id bigint, email text, name text, city text, amount numeric(10,2), at timestamptz, n integer, note text);
  INSERT INTO bulk SELECT i, 'user' || i || '@example.com', 'Person Number ' || i, 'City ' || i % 100, i * 1.01,
    timestamptz '2026-01-01' + i * interval '1 second', i % 1000, 'note ' || md5(i::text) FROM generate_series(1, ${String(rows)}) i;
  VACUUM ANALYZE bulk`;

const requests = {
  'text SELECT': (relation: string) => simpleQuery(`SELECT * FROM ${relation}`),
  'binary SELECT': (relation: string) => binaryQuery(`SELECT * FROM ${relation}`),
  // Of a view COPY takes a query only.
  'COPY text': (relation: string) =>
    simpleQuery(`COPY ${relation === 'bulk' ? 'bulk' : `(SELECT * FROM ${relation})`} TO STDOUT`),
};
type Kind = keyof typeof requests;
const kinds = Object.keys(requests) as Kind[];

const stage = await openStage(
  {
    principals: { pass: 'pass', ...Object.fromEntries([...masks].map(([name, { mask }]) => [name, mask])) },
    columns,
    only: Object.fromEntries([...masks].map(([name, mask]) => [name, mask.class])),
  },
  'SELECT 1',
);
for (const statement of setup.split(';')) await stage.server.query(statement, 'bench');
const { views, skipped } = await maskingViews(async (sql) => stage.server.query(sql, 'bench'));
await stage.server.query('GRANT ALL ON ALL TABLES IN SCHEMA public TO bench', 'bench');
const baselines = { partial: await startBaseline(stage.direct, 'partial'), hash: await startBaseline(stage.direct, 'hash') };

interface Contestant {
  readonly name: string;
  readonly drain: Drain;
  readonly relation: string;
  /** Of the process whose time counts; undefined for the server. */
  readonly pid: number | undefined;
  readonly kinds: readonly Kind[];
}

const contestants: Contestant[] = [];
for (const name of ['pass', ...masks.keys()]) {
  contestants.push({ name, drain: await openDrain(stage.through(name)), relation: 'bulk', pid: stage.proxy.pid, kinds });
}
for (const [name, { url, pid }] of Object.entries(baselines)) {
  // It knows text only.
  contestants.push({ name: `simple ${name}`, drain: await openDrain(url), relation: 'bulk', pid, kinds: ['text SELECT'] });
}
for (const name of views) {
  contestants.push({
    name: `view ${name}`,
    drain: await openDrain(stage.direct),
    relation: `bulk_${name}`,
    pid: undefined,
    kinds,
  });
}
const direct = await openDrain(stage.direct);

const timed = async (drain: Drain, request: Buffer): Promise<number> => {
  const began = performance.now();
  await drain.run(request);
  return (performance.now() - began) / 1000;
};

type Table = Record<string, Record<string, number>>;
const shares: Table = {};
const cpu: Table = {};
for (const kind of kinds) {
  const directTimes: number[] = [];
  const measured = contestants
    .filter((contestant) => contestant.kinds.includes(kind))
    .map((contestant) => ({ contestant, times: [] as number[], used: 0 }));
  // The round before the first is not counted.
  for (let round = -1; round < rounds; round += 1) {
    const directTime = await timed(direct, requests[kind]('bulk'));
    if (round >= 0) directTimes.push(directTime);
    for (const one of measured) {
      const { drain, relation, pid } = one.contestant;
      const before = pid === undefined ? 0 : cpuSeconds(pid);
      const time = await timed(drain, requests[kind](relation));
      if (round < 0) continue;
      one.times.push(time);
      if (pid !== undefined) one.used += cpuSeconds(pid) - before;
    }
  }
  shares[kind] = Object.fromEntries(measured.map(({ contestant, times }) => [contestant.name, medianShare(times, directTimes)]));
  cpu[kind] = Object.fromEntries(
    measured
      .filter(({ contestant }) => contestant.pid !== undefined)
      .map(({ contestant, used }) => [contestant.name, (used / rounds / rows) * 1e6]),
  );
}
for (const { drain } of contestants) drain.end();
direct.end();
for (const baseline of Object.values(baselines)) baseline.stop();
await stage.stop();

const print = (title: string, table: Table): void => {
  printTable(
    title,
    ['', ...kinds],
    contestants
      .filter(({ name }) => kinds.some((kind) => table[kind]?.[name] !== undefined))
      .map(({ name }) => [name, ...kinds.map((kind) => table[kind]?.[name]?.toFixed(2) ?? '')]),
  );
};
print(`${String(rows)} rows x 8 columns, 1 or 2 of them masked: share of direct (medians of ${String(rounds)} rounds)`, shares);
print('CPU seconds of the proxy for a million rows', cpu);
for (const [name, why] of Object.entries(skipped)) console.log(`view ${name}: skipped, ${why}`);
writeResults(values.transforms === 'all' ? 'bulk, every transform' : 'bulk', {
  rows,
  rounds,
  shareOfDirect: shares,
  cpuSecondsPerMillionRows: cpu,
  skipped,
});
