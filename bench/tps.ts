// `npm run bench:tps [-- --seconds N --rounds N --modes a,b --clients 1,8]`: pgbench -S through the proxy and, where it is
// installed, through pgbouncer, as shares of direct in the same round. pgbench has to be installed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPgbouncer } from './support/pgbouncer.ts';
import { cpuSeconds } from './support/process.ts';
import { printTable, writeResults } from './support/results.ts';
import { openStage } from './support/stage.ts';
import { median, medianShare } from './support/statistics.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '5' },
    modes: { type: 'string', default: 'simple,extended,prepared' },
    clients: { type: 'string', default: '1,8,32' },
  },
});
const rounds = Number(values.rounds);
const modes = values.modes.split(',');
const clients = values.clients.split(',');

/** A way to the database; `pid` is of what lies between. */
interface Way {
  readonly name: string;
  readonly url: string;
  readonly pid: number | undefined;
}

interface Run {
  readonly tps: number;
  /** The median time of a transaction, in microseconds. */
  readonly p50: number;
  /** CPU time of what lies between, in microseconds for a transaction. */
  readonly cpu: number;
}

const addressed = (url: string): { readonly address: string; readonly env: NodeJS.ProcessEnv } => {
  const { username, password, host, pathname } = new URL(url);
  return { address: `postgres://${username}@${host}${pathname}`, env: { ...process.env, PGPASSWORD: password } };
};

/** The times in pgbench's log, where each line has the transaction's microseconds third. */
const medianTime = (directory: string): number =>
  median(
    readdirSync(directory).flatMap((file) =>
      readFileSync(join(directory, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => Number(line.split(' ')[2])),
    ),
  );

const pgbench = ({ url, pid }: Way, mode: string, count: string): Run => {
  const { address, env } = addressed(url);
  const logs = mkdtempSync(join(tmpdir(), 'pgveil-tps-'));
  const words = ['-S', '-n', '-j', '1', '-M', mode, '-c', count, '-T', values.seconds];
  const logging = ['-l', '--sampling-rate', '0.1', '--log-prefix', join(logs, 'log')];
  const before = pid === undefined ? 0 : cpuSeconds(pid);
  const output = execFileSync('pgbench', [...words, ...logging, address], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const used = pid === undefined ? 0 : cpuSeconds(pid) - before;
  const p50 = medianTime(logs);
  rmSync(logs, { recursive: true });
  const done = Number(/actually processed: (\d+)/.exec(output)?.[1] ?? Number.NaN);
  return { tps: Number(/tps = ([\d.]+)/.exec(output)?.[1] ?? Number.NaN), p50, cpu: (used * 1e6) / done };
};

const stage = await openStage(
  { principals: { reader: 'redact' }, columns: { 'public.people.email': 'email' } },
  'CREATE TABLE people (email text)',
);
const { address, env } = addressed(stage.direct);
execFileSync('pgbench', ['-i', '-q', '-s', '10', address], { env, stdio: 'ignore' });
const pooler = await startPgbouncer(stage.direct);
if (pooler === undefined) console.log('pgbouncer is not installed: it is left out of the comparison');

const direct: Way = { name: 'direct', url: stage.direct, pid: undefined };
const ways: readonly Way[] = [
  { name: 'pgveil', url: stage.through('reader'), pid: stage.proxy.pid },
  ...(pooler === undefined ? [] : [{ name: 'pgbouncer', url: pooler.url, pid: pooler.pid }]),
];

const measured = modes.flatMap((mode) =>
  clients.flatMap((count) => {
    const references: Run[] = [];
    const through = new Map<Way, Run[]>(ways.map((way) => [way, []]));
    for (let round = 0; round < rounds; round += 1) {
      references.push(pgbench(direct, mode, count));
      for (const [way, runs] of through) runs.push(pgbench(way, mode, count));
    }
    return [...through].map(([{ name }, runs]) => ({
      name,
      mode,
      clients: Number(count),
      share: medianShare(
        runs.map(({ tps }) => 1 / tps),
        references.map(({ tps }) => 1 / tps),
      ),
      addedMicroseconds: median(runs.map(({ p50 }, index) => p50 - (references[index]?.p50 ?? Number.NaN))),
      cpuMicroseconds: median(runs.map(({ cpu }) => cpu)),
    }));
  }),
);
await pooler?.stop();
await stage.stop();

printTable(
  `pgbench -S (medians of ${String(rounds)} rounds of ${values.seconds} s${pooler === undefined ? '' : `; ${pooler.version}`})`,
  ['mode', 'clients', 'through', 'share of direct', 'added p50, µs', 'CPU, µs a transaction'],
  measured.map(({ name, mode, clients: count, share, addedMicroseconds, cpuMicroseconds }) => [
    mode,
    String(count),
    name,
    share.toFixed(2),
    String(Math.round(addedMicroseconds)),
    String(Math.round(cpuMicroseconds)),
  ]),
);
writeResults('tps', { rounds, measured });
