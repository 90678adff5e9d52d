// `npm run bench:profile [-- --load prepared --clients 8 --seconds 5 --rows N --top N]`: where the proxy's time goes, by V8's
// sampling profiler. `--load` is a mode of pgbench -S (which has to be installed), or the name of a mask for rows of text.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDrain, simpleQuery } from './support/drain.ts';
import { benchMasks } from './support/masks.ts';
import { printTable } from './support/results.ts';
import { openStage, type BenchStage } from './support/stage.ts';

const { values } = parseArgs({
  options: {
    load: { type: 'string', default: 'prepared' },
    clients: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '5' },
    rows: { type: 'string', default: '300000' },
    top: { type: 'string', default: '25' },
  },
});

/** The parts of a .cpuprofile that matter here (Chrome DevTools protocol, Profiler.Profile). */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  /** Microseconds of the system's monotonic clock. */
  readonly startTime: number;
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** A file of ours from `src` on, a package's name, or what V8 and Node call it. */
const placeOf = (url: string, functionName: string): string => {
  const path = url.replace(/^file:\/\//, '');
  if (path.startsWith(`${root}src/`)) return path.slice(root.length);
  const [, found] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
  if (found !== undefined) return found;
  if (url.startsWith('node:')) return 'node';
  return url.startsWith('wasm:') ? 'WebAssembly' : functionName;
};

const sums = (entries: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] => {
  const found = new Map<string, number>();
  for (const [name, time] of entries) found.set(name, (found.get(name) ?? 0) + time);
  return [...found].sort(([, left], [, right]) => right - left);
};

const spent = ({ nodes, startTime, samples, timeDeltas }: Profile, from: number, to: number) => {
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
  let now = startTime;
  return samples.flatMap((id, index) => {
    now += timeDeltas[index] ?? 0;
    const frame = byId.get(id);
    if (frame === undefined || frame.functionName === '(idle)' || now < from || now > to) return [];
    const place = placeOf(frame.url, frame.functionName);
    return [
      {
        place,
        name: `${frame.functionName === '' ? '(anonymous)' : frame.functionName}  ${place}`,
        time: timeDeltas[index] ?? 0,
      },
    ];
  });
};

const load = async (stage: BenchStage): Promise<void> => {
  if (benchMasks.has(values.load)) {
    const drain = await openDrain(stage.through('reader'));
    const end = Date.now() + Number(values.seconds) * 1000;
    while (Date.now() < end) await drain.run(simpleQuery('SELECT * FROM bulk'));
    drain.end();
    return;
  }
  const { username, password, host, pathname } = new URL(stage.through('reader'));
  const words = ['-S', '-n', '-j', '1', '-M', values.load, '-c', values.clients, '-T', values.seconds];
  execFileSync('pgbench', [...words, `postgres://${username}@${host}${pathname}`], {
    env: { ...process.env, PGPASSWORD: password },
    stdio: 'ignore',
  });
};

const directory = mkdtempSync(join(tmpdir(), 'pgveil-profile-'));
const mask = benchMasks.get(values.load);
const stage = await openStage(
  { principals: { reader: mask?.mask ?? 'redact' }, columns: { 'public.bulk.email': 'words', 'public.bulk.name': 'words' } },
  'CREATE TABLE bulk (id bigint, email text, name text, city text, amount numeric(10,2), at timestamptz, n integer, note text)',
  ['--cpu-prof', `--cpu-prof-dir=${directory}`, '--import', 'tsx', join(root, 'src/cli/pgveil.ts')],
);
await stage.server.query(
  `INSERT INTO bulk SELECT i, 'user' || i || '@example.com', 'Person Number ' || i, 'City ' || i % 100, i * 1.01,
    timestamptz '2026-01-01' + i * interval '1 second', i % 1000, 'note ' || md5(i::text) FROM generate_series(1, ${String(Number(values.rows))}) i`,
  'bench',
);
const { host, pathname } = new URL(stage.direct);
execFileSync('pgbench', ['-i', '-q', '-s', '10', `postgres://bench@${host}${pathname}`], {
  env: { ...process.env, PGPASSWORD: 'bench' },
  stdio: 'ignore',
});
const microseconds = (): number => Number(process.hrtime.bigint() / 1000n);
const from = microseconds();
await load(stage);
const to = microseconds();
await stage.stop();

const [file = ''] = readdirSync(directory);
const all = spent(JSON.parse(readFileSync(join(directory, file), 'utf8')) as Profile, from, to);
rmSync(directory, { recursive: true });
const busy = all.reduce((sum, { time }) => sum + time, 0);
const table = (title: string, entries: readonly (readonly [string, number])[]): void => {
  printTable(
    title,
    ['share', 'where'],
    sums(entries)
      .slice(0, Number(values.top))
      .map(([name, time]) => [`${((100 * time) / busy).toFixed(1)} %`, name]),
  );
};
table(
  `${values.load}: time by file, waiting left out`,
  all.map(({ place, time }) => [place, time]),
);
table(
  `${values.load}: time by function`,
  all.map(({ name, time }) => [name, time]),
);
