import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstRows, sampleSql, spreadOver } from '../../../src/coverage/sampling/query.ts';
import { relation } from '../../policy/support.ts';

const percentOf = (from: string): number => Number(/SYSTEM \(([0-9.]+)\)/.exec(from)?.[1] ?? 100);
const shareOf = (where: string): number => Number(/ < ([0-9]+)$/.exec(where)?.[1] ?? 1_024) / 1_024;

test('of a relation whose size is not known, or that is small, the first rows', () => {
  expect(spreadOver({ rows: 0, pages: 0 }, 100)).toBe(firstRows);
  expect(spreadOver({ rows: 100, pages: 3 }, 100)).toBe(firstRows);
});

test('about as many rows as are wanted are expected, of any size, and few pages are read', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000_000 }),
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 1_000 }),
      (pages, density, wanted) => {
        const rows = pages * density;
        fc.pre(rows > wanted);
        const { from, where } = spreadOver({ rows, pages }, wanted);
        const read = (percentOf(from) / 100) * pages;
        expect(read).toBeLessThanOrEqual(Math.max(101, wanted + 1));
        const expected = read * density * shareOf(where);
        expect(expected).toBeGreaterThan(wanted * 0.95);
        expect(expected).toBeLessThan(wanted * 1.05 + (read * density) / 1_024);
      },
    ),
  );
});

test('one read-only transaction, with names that cannot get out of their quotes', () => {
  const odd = relation(1, 'a" b', ['c"; DROP TABLE x; --']);
  const sql = sampleSql({
    relation: odd,
    columns: odd.columns,
    rows: 10,
    spread: firstRows,
    statementTimeout: 2_000,
    lockTimeout: 500,
  });
  expect(sql).toBe(
    'BEGIN TRANSACTION READ ONLY; SET LOCAL statement_timeout = 2000; SET LOCAL lock_timeout = 500; SET LOCAL row_security = off; ' +
      'SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL synchronize_seqscans = off; SET LOCAL search_path = pg_catalog; ' +
      'SELECT pg_catalog.left("c""; DROP TABLE x; --"::pg_catalog.text, 1000) FROM "public"."a"" b" LIMIT 10; COMMIT',
  );
});
