// `npm run bench:tps [-- --seconds N --rounds N]`: pgbench -S through the proxy as a share of direct, in all query modes; the tool has to be installed.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { printTable, writeResults } from './support/results.ts';
import { openStage } from './support/stage.ts';
import { median, medianShare } from './support/statistics.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '4' }, rounds: { type: 'string', default: '5' } },
});
const rounds = Number(values.rounds);
const modes = ['simple', 'extended', 'prepared'] as const;
const clients = [1, 8, 32] as const;

/** Transactions a second, and the mean latency in microseconds. */
const pgbench = (url: string, ...words: readonly string[]): { readonly tps: number; readonly latency: number } => {
  const { username, password, host, pathname } = new URL(url);
  const output = execFileSync(
    'pgbench',
    ['-S', '-n', '-T', values.seconds, ...words, `postgres://${username}@${host}${pathname}`],
    {
      env: { ...process.env, PGPASSWORD: password },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  return {
    tps: Number(/tps = ([\d.]+)/.exec(output)?.[1] ?? Number.NaN),
    latency: Number(/latency average = ([\d.]+)/.exec(output)?.[1] ?? Number.NaN) * 1000,
  };
};

const stage = await openStage(
  { principals: { reader: 'redact' }, columns: { 'public.people.email': 'email' } },
  'CREATE TABLE people (email text)',
);
const { username, password, host, pathname } = new URL(stage.direct);
execFileSync('pgbench', ['-i', '-q', '-s', '10', `postgres://${username}@${host}${pathname}`], {
  env: { ...process.env, PGPASSWORD: password },
  stdio: 'ignore',
});

const shares: Record<string, Record<string, number>> = {};
const added: Record<string, number> = {};
for (const mode of modes) {
  shares[mode] = {};
  for (const count of clients) {
    const words = ['-M', mode, '-c', String(count), '-j', '1'];
    const direct: number[] = [];
    const through: number[] = [];
    const latencies: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const one = pgbench(stage.direct, ...words);
      const other = pgbench(stage.through('reader'), ...words);
      direct.push(1 / one.tps);
      through.push(1 / other.tps);
      latencies.push(other.latency - one.latency);
    }
    shares[mode][String(count)] = medianShare(through, direct);
    if (count === 1) added[mode] = median(latencies);
  }
}
await stage.stop();

printTable(
  `pgbench -S: share of direct transactions a second (medians of ${String(rounds)} rounds of ${values.seconds} s)`,
  ['mode', ...clients.map((count) => `${String(count)} clients`), 'added at 1 client'],
  modes.map((mode) => [
    mode,
    ...clients.map((count) => (shares[mode]?.[String(count)] ?? 0).toFixed(2)),
    `${String(Math.round(added[mode] ?? 0))} µs`,
  ]),
);
writeResults('tps', { rounds, shareOfDirect: shares, addedMicroseconds: added });
