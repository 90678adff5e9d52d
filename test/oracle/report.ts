/** What `npm run oracle` prints. */
import type { Engine, Reading } from './engine.ts';
import { problemLine, type Scorer, type Totals } from './score.mjs';

const cell = (count: number): string => String(count).padStart(8);
const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(whole, 1)).toFixed(2)} %`;

const row = (name: string, totals: Totals): string =>
  name.padEnd(30) +
  [totals.statements, totals.columns, totals.exact, totals.over, totals.miss, totals.refused, totals.wrongCount, totals.threw]
    .map(cell)
    .join('');

const heading =
  'file'.padEnd(30) +
  ['stmts', 'columns', 'exact', 'over', 'MISS', 'refused', 'count', 'threw'].map((word) => word.padStart(8)).join('');

const tally = (keys: readonly string[]): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left);
};

const quantile = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3);

const printRefusals = (refusals: readonly Reading[], limit: number): void => {
  const reasons = tally(refusals.map(({ refusal }) => (refusal === undefined ? '' : `${refusal.reason}: ${refusal.detail}`)));
  for (const [reason, count] of reasons.slice(0, limit)) {
    console.log(`${cell(count)} ${reason}`);
    const example = refusals.find(({ refusal }) => refusal !== undefined && `${refusal.reason}: ${refusal.detail}` === reason);
    console.log(`           e.g. ${(example?.sql ?? '').replaceAll(/\s+/gu, ' ').slice(0, 200)}`);
  }
};

/** How many to print: of problems and of reasons for refusals; of columns that are over. */
export interface Limits {
  readonly list: number;
  readonly overs: number;
}

/** Gives the exit status. */
export const printReport = (
  { totals, perFile, problems, overs: allOvers }: Scorer,
  { readings }: Engine,
  { list: limit, overs }: Limits,
): number => {
  for (const over of allOvers.slice(0, overs)) console.log(problemLine(over));
  for (const problem of problems.slice(0, limit)) console.log(problemLine(problem));
  if (problems.length > limit) console.log(`.. and ${String(problems.length - limit)} more`);
  console.log(`\n${heading}`);
  for (const [file, own] of Object.entries(perFile)) console.log(row(file, own));
  console.log(row('all', totals));
  console.log('\nrefused, by reason:');
  printRefusals(
    readings.filter(({ refusal }) => refusal !== undefined),
    limit,
  );
  const alarms = readings.filter(({ alarms: count }) => count > 0);
  for (const { sql } of alarms.slice(0, limit))
    console.log(`second reader's alarm: ${sql.replaceAll(/\s+/gu, ' ').slice(0, 200)}`);
  const times = readings.map(({ milliseconds }) => milliseconds).sort((left, right) => left - right);
  console.log(
    `\nrefused ${percent(totals.refused, totals.statements)} of statements, over ${percent(totals.over, totals.columns)} of columns`,
  );
  // The oracle does not look into bodies: where one was followed, ours has more than it can know of.
  const plain = readings.filter(({ follows }) => !follows);
  const following = new Set(readings.filter(({ follows }) => follows).map(({ sql }) => sql));
  const plainColumns = plain.reduce((sum, { columns }) => sum + columns, 0);
  const plainOvers = allOvers.filter(({ sql }) => !following.has(sql));
  console.log(`of statements that call no function of a user: over ${percent(plainOvers.length, plainColumns)} of columns`);
  console.log(
    `second reader: read ${percent(readings.filter(({ second }) => second).length, readings.length)}, ${String(alarms.length)} alarms`,
  );
  console.log(`reading time: median ${quantile(times, 0.5)} ms, p99 ${quantile(times, 0.99)} ms, most ${quantile(times, 1)} ms`);
  console.log(
    `${String(totals.rejected)} not accepted by the server, ${String(totals.oracleThrew)} the oracle threw, ${String(totals.connectionsLost)} connections lost`,
  );
  const failed = totals.miss + totals.wrongCount + totals.threw;
  console.log(`${String(totals.exact + totals.over)} passed, ${String(failed)} failed`);
  if (totals.oracleThrew + totals.connectionsLost > 0) return 2;
  return failed + alarms.length > 0 ? 1 : 0;
};
