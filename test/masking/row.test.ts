import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PgveilError } from '../../src/errors.ts';
import { byteSink } from '../../src/masking/bytes.ts';
import { compileRowMasker } from '../../src/masking/row.ts';
import type { Treatment } from '../../src/masking/types.ts';
import { cellsOf } from '../support/raw-client.ts';
import { masked, maskRows, noTypes, pass, redactAll, shows, testKeys } from './fixtures.ts';

const text = { name: 'c', table: 0, attnum: 0, type: 25, typlen: -1, typmod: -1, format: 0 } as const;

/** A DataRow message with these cells. */
const rowOf = (cells: readonly (Buffer | null)[]): Buffer => {
  const head = Buffer.alloc(7);
  head.write('D', 'latin1');
  head.writeInt16BE(cells.length, 5);
  const parts = cells.flatMap((cell) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(cell?.length ?? -1);
    return cell === null ? [length] : [length, cell];
  });
  const row = Buffer.concat([head, ...parts]);
  row.writeInt32BE(row.length - 1, 1);
  return row;
};

const cellsIn = (row: Buffer): readonly (Buffer | null)[] => {
  expect(row.readInt32BE(1)).toBe(row.length - 1);
  return cellsOf(row);
};

const cell = fc.option(fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes)));
const treatment = fc.constantFrom<Treatment>(pass, redactAll, masked('null'), masked('hash'), masked('fixed', { value: 'x' }));

describe('rows', () => {
  test('cells that pass are byte-identical, whatever stands beside them; NULL stays NULL', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, treatment), { minLength: 1, maxLength: 8 }), (columns) => {
        const treatments = columns.map(([, one]) => one);
        const [out] = maskRows(
          [rowOf(columns.map(([one]) => one))],
          columns.map(() => text),
          treatments,
          noTypes,
        );
        const cells = cellsIn(out ?? Buffer.alloc(0));
        expect(cells).toHaveLength(columns.length);
        const wrong = columns.filter(([original, one], i) => {
          const now = cells[i] ?? null;
          if (one.kind === 'pass' || original === null) return now?.toString('hex') !== original?.toString('hex');
          if (one.kind === 'redact') return now?.toString() !== '***';
          return one.kind === 'mask' && one.mask.transform === 'null' ? now !== null : now === null || now.equals(original);
        });
        expect(wrong).toEqual([]);
      }),
    );
  });

  test('nothing is compiled where every column passes', () => {
    const options = { columns: [text], types: noTypes, keys: testKeys };
    expect(compileRowMasker({ ...options, treatments: [pass] })).toBeUndefined();
    expect(compileRowMasker({ ...options, treatments: [redactAll] })).toBeDefined();
  });

  test('treatments and columns must be as many', () => {
    expect(() => compileRowMasker({ columns: [text], treatments: [], types: noTypes, keys: testKeys })).toThrow(PgveilError);
  });

  const good = rowOf([Buffer.from('secret'), null]);
  const broken = (change: (row: Buffer) => void): Buffer => {
    const row = Buffer.from(good);
    change(row);
    return row;
  };
  test.each<[string, Buffer]>([
    ['its length is wrong', broken((row) => row.writeInt32BE(3, 1))],
    ['it has another number of cells', rowOf([Buffer.from('secret')])],
    ['a cell is longer than the row', broken((row) => row.writeInt32BE(100, 7))],
    ['a cell length is below -1', broken((row) => row.writeInt32BE(-2, 7))],
    ['a cell length is huge', broken((row) => row.writeInt32BE(0x7fffffff, 7))],
    ['bytes follow the last cell', broken((row) => row.writeInt32BE(2, 7))],
    ['the header is cut', Buffer.from('D')],
  ])('a row is refused where %s', (_, row) => {
    expect(() => maskRows([row], [text, text], [redactAll, pass], noTypes)).toThrow(
      expect.objectContaining({ code: 'PGVEIL_PROTOCOL' }),
    );
  });

  test('a row of many megabytes leaves a small buffer behind', () => {
    const masker = compileRowMasker({ columns: [text, text], treatments: [redactAll, pass], types: noTypes, keys: testKeys });
    const row = rowOf([Buffer.alloc(5 << 20, 'a'), Buffer.alloc(5 << 20, 'b')]);
    const out = byteSink(64);
    masker?.(row, 0, row.length, out);
    expect(out.length).toBe(7 + 4 + 3 + 4 + (5 << 20));
    out.reset();
    expect(out.bytes.length).toBe(64);
  });

  test('a mutated row is refused or masked, and never shows the cell', () => {
    const secret = Buffer.from('SECRET-4111-1111');
    const row = rowOf([secret, Buffer.from('shown'), secret]);
    fc.assert(
      fc.property(fc.nat(row.length - 1), fc.nat(255), fc.nat(row.length), (at, byte, cut) => {
        const mutated = Buffer.from(row.subarray(0, cut === 0 ? row.length : cut));
        // The cell that passes is the server's to show; its length decides what belongs to it.
        if (at >= mutated.length || (at >= 27 && at < 31)) return;
        mutated[at] = byte;
        const run = (): Buffer[] => maskRows([mutated], [text, text, text], [redactAll, pass, masked('hash')], noTypes);
        expect(shows(run, 'SECRET')).toBe('hidden');
      }),
    );
  });
});
