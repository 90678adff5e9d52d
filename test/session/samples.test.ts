import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyStatement } from '../../src/session/special-statements.ts';
import type { Run } from '../../src/session/run.ts';
import { createSamples, type Sampled, type WatchedColumn } from '../../src/session/samples.ts';
import { encodeBackend } from '../../src/wire/backend.ts';

const runOf = (number: number): Run => ({
  judged: emptyStatement,
  number,
  startedAt: 0,
  rows: 0,
  bytes: 0,
  ended: false,
  sample: [],
});

const watched = (index: number, key = String(index), skip = 0): WatchedColumn => ({
  index,
  key,
  column: `c${String(index)}`,
  source: undefined,
  skip,
});

const rowOf = (cells: readonly (string | null)[]): Buffer =>
  encodeBackend({ type: 'DataRow', cells: cells.map((cell) => (cell === null ? null : Buffer.from(cell))) });

const collect = () => {
  const got: { readonly values: readonly string[]; readonly sampled: Sampled }[] = [];
  const samples = createSamples((values, sampled) => got.push({ values, sampled }));
  /** How many of the rows were wanted. */
  const show = (columns: readonly WatchedColumn[], rows: readonly (readonly (string | null)[])[], number = 1): number => {
    const sampler = samples.open(columns);
    let taken = 0;
    for (const cells of rows) {
      if (sampler?.hungry !== true) break;
      const row = rowOf(cells);
      sampler.take(row, 0, row.length, runOf(number));
      taken += 1;
    }
    return taken;
  };
  return { got, samples, show };
};

const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

test('a full sample is handed over at once, and its column wants no more rows', () => {
  const { got, samples, show } = collect();
  expect(
    show(
      [watched(0)],
      times(150, (index) => [`v${String(index)}`]),
    ),
  ).toBe(100);
  expect(got.map(({ values }) => values.length)).toEqual([100]);
  expect(samples.open([watched(0)])).toBeUndefined();
  samples.close();
  expect(got).toHaveLength(1);
});

test('a column that is null or blank is given up, and says nothing', () => {
  const { got, samples, show } = collect();
  expect(
    show(
      [watched(0)],
      times(2_000, (index) => [index % 2 === 0 ? null : '  ']),
    ),
  ).toBe(1_000);
  samples.close();
  expect(got).toEqual([]);
});

test('a sample grows over results; two values are too few; the last statement is named', () => {
  const { got, samples, show } = collect();
  show(
    [watched(0, 'a'), watched(1, 'b')],
    [
      ['x', 'y'],
      [null, 'z'],
    ],
    1,
  );
  show(
    [watched(1, 'a')],
    [
      ['', 'u'],
      ['', 'v'],
    ],
    2,
  );
  samples.close();
  expect(got).toEqual([
    { values: ['x', 'u', 'v'], sampled: { statement: 2, fingerprint: '-', column: 'c1', source: undefined } },
  ]);
});

test('cells are cut, and what a session holds is bounded', () => {
  const { got, show } = collect();
  const columns = times(40, (index) => watched(index));
  show(
    columns,
    times(60, () => columns.map(() => 'x'.repeat(5_000))),
  );
  expect(got).toHaveLength(40);
  const bytes = got.flatMap(({ values }) => values).reduce((sum, value) => sum + value.length, 0);
  expect(bytes).toBeLessThan((1 << 20) + 40 * 1_000 + 1);
  expect(Math.max(...got.flatMap(({ values }) => values.map((value) => value.length)))).toBe(1_000);
});

test('of any row exactly the watched cells are taken', () => {
  const cell = fc.option(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).map((text) => `:${text}`));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }).chain((width) =>
        fc.record({
          rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }),
          indexes: fc.uniqueArray(fc.nat(width - 1), { minLength: 1 }),
        }),
      ),
      ({ rows, indexes }) => {
        const { got, samples, show } = collect();
        const order = indexes.toSorted((a, b) => a - b);
        show(
          order.map((index) => watched(index, String(index), 1)),
          rows,
        );
        samples.close();
        const expected = order.flatMap((index) => {
          const values = rows.flatMap((row) => {
            const text = Buffer.from(row[index] ?? '').toString('utf8', 1);
            return text.trim() === '' ? [] : [text];
          });
          return values.length < 3 ? [] : [values];
        });
        expect(got.map(({ values }) => values)).toEqual(expected);
      },
    ),
  );
});
