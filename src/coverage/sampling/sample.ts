/** Looks at the values of a database, within a time. What it reads it counts and drops; only counts come out. */
import type { Catalog, Column, ColumnKey } from '../../catalog/types.ts';
import { sampleBounds } from '../../masking/detectors/samples.ts';
import { firstRows, readableSql, readSizes, sampleSql, sizeOf, sizesSql, spreadOver, type Spread } from './query.ts';
import { family, keyOf } from './targets.ts';
import type { SampleAnswer, SampleQuery, SampleTarget, Sampling, Unsampled, ValueEvidence } from './types.ts';

/** Milliseconds: for all of a database, for one relation, for a lock on it. */
const budget = 30_000;
const statementTimeout = 2_000;
const lockTimeout = 500;

/** Of one statement, columns and cells: what is held at once is bounded. */
const mostColumns = 40;
const mostCells = 8_000;

export interface SampleOptions {
  readonly catalog: Catalog;
  readonly targets: readonly SampleTarget[];
  /** Rows of each relation: from 1 to `sampleBounds.mostRows`. */
  readonly rows: number;
  readonly query: SampleQuery;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly onRelation?: (done: number, all: number) => void;
}

const insufficientPrivilege = '42501';

/** What SQLSTATEs of such a look mean; nothing else of an error is told, since its text can hold a value. */
const refusals: Readonly<Record<string, string>> = {
  [insufficientPrivilege]: 'the role may not read it, or row security hides some of it',
  '55P03': 'it was locked',
  '57014': 'it took too long',
};

const reasonOf = (sqlstate: string): string => refusals[sqlstate] ?? `the server refused it with SQLSTATE ${sqlstate}`;

/** So many columns for each statement. */
const portions = (columns: readonly Column[]): readonly (readonly Column[])[] =>
  Array.from({ length: Math.ceil(columns.length / mostColumns) }, (_, at) =>
    columns.slice(at * mostColumns, (at + 1) * mostColumns),
  );

const isForeign = (catalog: Catalog, { relation }: SampleTarget): boolean =>
  family(catalog, relation).some(({ kind }) => kind === 'f');

/** Rejects when the connection is lost. A relation that cannot be read is one of `unsampled`. */
export const sampleValues = async (options: SampleOptions): Promise<Sampling> => {
  const { catalog, targets, query, clock, onRelation } = options;
  const { createTally } = await import('../../masking/detectors/judge.ts');
  const end = clock() + budget;
  const found = new Map<ColumnKey, ValueEvidence>();
  const unsampled: Unsampled[] = [];
  let columns = 0;

  const judge = (target: SampleTarget, sampled: readonly Column[], rows: readonly (readonly (string | null)[])[]): void => {
    for (const [index, column] of sampled.entries()) {
      const tally = createTally();
      let left: number = sampleBounds.mostValues;
      for (const row of rows) {
        const value = row[index] ?? '';
        if (value.trim() === '') continue;
        tally.add(value);
        left -= 1;
        if (left === 0) break;
      }
      const verdict = tally.verdict();
      if (verdict === undefined || verdict.of < sampleBounds.fewestValues) continue;
      const { class: name, certainty, hits, of } = verdict;
      found.set(keyOf(target.relation, column), { class: name, certainty, hits, of });
    }
  };

  const sizes = await query(sizesSql);
  const known = readSizes(sizes.ok ? sizes.rows : []);

  const rowsOf = async (target: SampleTarget, portion: readonly Column[]): Promise<SampleAnswer> => {
    const { relation } = target;
    const rows = Math.min(options.rows, Math.floor(mostCells / portion.length));
    const read = async (spread: Spread): Promise<SampleAnswer> => {
      const timeout = Math.max(1, Math.min(statementTimeout, end - clock()));
      return query(sampleSql({ relation, columns: portion, rows, spread, statementTimeout: timeout, lockTimeout }));
    };
    const spread = spreadOver(sizeOf(family(catalog, relation), known), rows);
    const answer = await read(spread);
    // What is known of its size is old.
    return answer.ok && spread !== firstRows && answer.rows.length * 2 < rows ? read(firstRows) : answer;
  };

  /** The reason why it could not be read, if it could not. */
  const look = async (target: SampleTarget): Promise<string | undefined> => {
    for (const portion of portions(target.columns)) {
      const answer = await rowsOf(target, portion);
      if (!answer.ok) return reasonOf(answer.sqlstate);
      judge(target, portion, answer.rows);
      columns += portion.length;
    }
    return undefined;
  };

  /** Without the columns that the role may not read, where it may read others. */
  const readable = async (target: SampleTarget): Promise<SampleTarget> => {
    const answer = await query(readableSql(target.relation));
    const attnums = new Set(answer.ok ? answer.rows.map(([attnum]) => Number(attnum)) : []);
    return { ...target, columns: target.columns.filter(({ attnum }) => attnums.has(attnum)) };
  };

  const lookOrSay = async (target: SampleTarget): Promise<string | undefined> => {
    if (isForeign(catalog, target)) return 'it is a foreign table, or one of its partitions is';
    const reason = await look(target);
    if (reason !== refusals[insufficientPrivilege]) return reason;
    const rest = await readable(target);
    const hidden = target.columns.length - rest.columns.length;
    if (hidden === 0 || rest.columns.length === 0) return reason;
    return (await look(rest)) ?? `the role may not read ${String(hidden)} of its columns`;
  };

  for (const [done, target] of targets.entries()) {
    if (clock() >= end) return { columns, found, unsampled, late: targets.length - done };
    const reason = await lookOrSay(target);
    if (reason !== undefined) unsampled.push({ relation: target.relation, reason });
    onRelation?.(done + 1, targets.length);
  }
  return { columns, found, unsampled, late: 0 };
};
