import { expect, test } from 'vitest';
import { sampleValues } from '../../../src/coverage/sampling/sample.ts';
import { sampleTargets } from '../../../src/coverage/sampling/targets.ts';
import type { SampleAnswer, SampleQuery, Sampling } from '../../../src/coverage/sampling/types.ts';
import { catalogOf, relation } from '../../policy/support.ts';

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `c${String(at)}`);
const wide = relation(100, 'wide', names(95));
const plain = relation(200, 'plain', ['a']);

const cells = (sql: string): number => sql.split('pg_catalog.left(').length - 1;

const rowsOf = (sql: string, value: string): SampleAnswer => ({
  ok: true,
  rows: Array.from({ length: 20 }, () => Array.from({ length: cells(sql) }, () => value)),
});

const sample = async (answer: (sql: string) => SampleAnswer, clock: () => number = () => 0): Promise<Sampling> => {
  const catalog = catalogOf([wide, plain]);
  const query: SampleQuery = async (sql) => (sql.startsWith('BEGIN') ? answer(sql) : { ok: true, rows: [] });
  return sampleValues({ catalog, targets: sampleTargets(catalog, () => true), rows: 1_000, query, clock });
};

test('a wide table is read in portions, and what is held at once is bounded', async () => {
  const asked: { readonly columns: number; readonly rows: number }[] = [];
  const { columns, found } = await sample((sql) => {
    asked.push({ columns: cells(sql), rows: Number(/LIMIT (\d+)/.exec(sql)?.[1]) });
    return rowsOf(sql, 'a@example.org');
  });
  expect(asked).toEqual([
    { columns: 40, rows: 200 },
    { columns: 40, rows: 200 },
    { columns: 15, rows: 533 },
    { columns: 1, rows: 1_000 },
  ]);
  expect(columns).toBe(96);
  expect(found.get('200.1')).toEqual({ class: 'email', certainty: 'certain', hits: 20, of: 20 });
});

test.each([
  ['42501', 'the role may not read it, or row security hides some of it'],
  ['55P03', 'it was locked'],
  ['57014', 'it took too long'],
  ['XX001', 'the server refused it with SQLSTATE XX001'],
])('a relation refused with %s is told, and the others are looked at', async (sqlstate, reason) => {
  const { unsampled, found } = await sample((sql) =>
    sql.includes('"wide"') ? { ok: false, sqlstate } : rowsOf(sql, 'a@example.org'),
  );
  expect(unsampled).toEqual([{ relation: wide, reason }]);
  expect([...found.keys()]).toEqual(['200.1']);
});

test('when the time is over, what is left is counted', async () => {
  let now = 0;
  const { late, found } = await sample(
    (sql) => {
      now += 20_000;
      return rowsOf(sql, 'a@example.org');
    },
    () => now,
  );
  expect(late).toBe(1);
  expect(found.size).toBe(95);
});

test('no statement may take longer than what is left of the time', async () => {
  let now = 0;
  const timeouts: number[] = [];
  await sample(
    (sql) => {
      timeouts.push(Number(/statement_timeout = (\d+)/.exec(sql)?.[1]));
      now += 14_500;
      return rowsOf(sql, 'x');
    },
    () => now,
  );
  expect(timeouts).toEqual([2_000, 2_000, 1_000]);
});

test('of fewer than three values nothing is said', async () => {
  const { found, columns } = await sample((sql) => ({ ok: true, rows: [names(cells(sql)).map(() => 'a@example.org')] }));
  expect(found.size).toBe(0);
  expect(columns).toBe(96);
});

test('what comes out holds no value', async () => {
  const sampling = await sample((sql) => rowsOf(sql, 'xcanaryx@example.org'));
  expect(JSON.stringify([...sampling.found])).toContain('email');
  expect(JSON.stringify([[...sampling.found], sampling.unsampled])).not.toContain('xcanaryx');
});
