/** Cells whose tokens are computed four at once, and those of masks with a way of their own for plain text, against the slow way. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteSink } from '../../src/masking/bytes.ts';
import { compileCell } from '../../src/masking/cell.ts';
import { resolveType } from '../../src/masking/codec/resolve.ts';
import { createCopyMasker } from '../../src/masking/copy.ts';
import { longestInLane, settleTokens, tokenLanes } from '../../src/masking/kernel/lanes.ts';
import { compileRowMasker } from '../../src/masking/row.ts';
import { isDomain } from '../../src/masking/transforms/domain.ts';
import type { MaskSpec, Treatment } from '../../src/masking/types.ts';
import { masked, noTypes, pass, testKeys } from './fixtures.ts';
import { variants } from './variants.ts';

const oids = { text: 25, varchar: 1043, bpchar: 1042, uuid: 2950, bytea: 17, textArray: 1009 };
const types = {
  ...noTypes,
  type: (oid: number) =>
    oid === oids.textArray
      ? ({
          oid,
          kind: 'b',
          element: 25,
          base: 0,
          baseTypmod: -1,
          relation: 0,
          firstLabel: undefined,
          subtype: 0,
          input: '',
        } as const)
      : undefined,
};

const column = fc.record({
  type: fc.constantFrom(...Object.values(oids)),
  typmod: fc.constantFrom(-1, 12, 24, 44),
  format: fc.constantFrom(0 as const, 1 as const),
  treatment: fc.oneof(
    fc.constant(pass),
    fc
      .tuple(fc.constantFrom(...variants), fc.constantFrom('one', 'other'))
      .map(([mask, name]): Treatment => ({ kind: 'mask', mask, class: name })),
    // Those that compute tokens, more often.
    fc
      .tuple(
        fc.constantFrom(...variants.filter(({ transform }) => /^(?:hash|email)$/.test(transform))),
        fc.constantFrom('one', 'other'),
      )
      .map(([mask, name]): Treatment => ({ kind: 'mask', mask, class: name })),
  ),
});

const value = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ minLength: longestInLane - 3, maxLength: longestInLane + 3, unit: fc.constantFrom('a', 'Z', '@', '.', '1') }),
  fc.emailAddress(),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('', ' ', 'a\\b', 'tab\there', 'new\nline', '\\N', '0e37df36-f698-11e6-8dd4-cb9ced3df976', '{a,"b c",NULL}'),
);

const rowOf = (cells: readonly (string | null)[]): Buffer => {
  const head = Buffer.alloc(7);
  head.write('D', 'latin1');
  head.writeInt16BE(cells.length, 5);
  const parts = cells.flatMap((cell) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(cell === null ? -1 : Buffer.byteLength(cell));
    return cell === null ? [length] : [length, Buffer.from(cell)];
  });
  const row = Buffer.concat([head, ...parts]);
  row.writeInt32BE(row.length - 1, 1);
  return row;
};

/** Columns, rows, and after which of the rows the tokens are settled. */
const table = fc.array(column, { minLength: 1, maxLength: 6 }).chain((columns) =>
  fc.record({
    columns: fc.constant(columns),
    rows: fc.array(fc.array(fc.option(value), { minLength: columns.length, maxLength: columns.length }), { maxLength: 12 }),
    settled: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  }),
);

describe('tokens that are written later', () => {
  test('are there: the kernel has vectors', () => {
    expect(tokenLanes()).toBeDefined();
  });

  test('make the same DataRows, for every transform and format', () => {
    fc.assert(
      fc.property(table, ({ columns, rows, settled }) => {
        const options = { columns, treatments: columns.map(({ treatment }) => treatment), types, keys: testKeys };
        const [now, later] = [compileRowMasker(options), compileRowMasker({ ...options, later: true })];
        const [expected, out] = [byteSink(16), byteSink(16)];
        rows.forEach((cells, i) => {
          const row = rowOf(cells);
          now?.(row, 0, row.length, expected);
          later?.(row, 0, row.length, out);
          if (settled[i] === true) settleTokens();
        });
        settleTokens();
        expect(out.bytes.subarray(0, out.length)).toEqual(expected.bytes.subarray(0, expected.length));
      }),
      { numRuns: 500 },
    );
  });

  test.each(['text', 'csv', 'binary'] as const)('make the same COPY data in %s, cut anywhere', (format) => {
    const csv = format === 'csv';
    const copy = { format, delimiter: csv ? ',' : '\t', null: csv ? '' : '\\N', header: false, quote: '"', escape: '"' };
    const textCell = (cell: string | null): string => {
      if (cell === null) return copy.null;
      if (csv) return `"${cell.replaceAll('"', '""')}"`;
      return cell.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n');
    };
    const dataOf = (rows: readonly (readonly (string | null)[])[]): Buffer => {
      if (format !== 'binary') return Buffer.from(rows.map((row) => `${row.map(textCell).join(copy.delimiter)}\n`).join(''));
      const head = Buffer.concat([Buffer.from('PGCOPY\n\u00ff\r\n\0', 'latin1'), Buffer.alloc(8)]);
      return Buffer.concat([head, ...rows.map((row) => rowOf(row).subarray(5)), Buffer.from([255, 255])]);
    };
    fc.assert(
      fc.property(table, fc.array(fc.nat(), { maxLength: 12 }), ({ columns, rows, settled }, places) => {
        const treatments = columns.map(({ treatment }) => treatment);
        const options = { copy: { ...copy, encoding: undefined, forceQuote: [] }, columns, treatments, types, keys: testKeys };
        const [now, later] = [createCopyMasker(options), createCopyMasker({ ...options, later: true })];
        const [expected, out] = [byteSink(16), byteSink(16)];
        const data = dataOf(rows);
        now.push(data, 0, data.length, expected);
        const borders = [0, ...places.map((place) => place % (data.length + 1)).sort((a, b) => a - b), data.length];
        borders.slice(1).forEach((border, i) => {
          later.push(data, borders[i] ?? 0, border, out);
          if (settled[i] === true) settleTokens();
        });
        settleTokens();
        expect(out.bytes.subarray(0, out.length)).toEqual(expected.bytes.subarray(0, expected.length));
      }),
      { numRuns: 200 },
    );
  });

  test('are those of node:crypto, in whatever order keys and lengths come', () => {
    const keys = ['one', 'other', 'third'].map((name) => testKeys.forClass(name));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.uint8Array({ maxLength: 80 })), { maxLength: 20 }), (messages) => {
        const out = byteSink(4);
        for (const [number, message] of messages) {
          const treatment = masked('hash', { length: 64 }, ['one', 'other', 'third'][number]);
          const mask = compileCell(treatment, resolveType(oids.text, -1, types), 0, { types, keys: testKeys });
          const source = Buffer.concat([Buffer.from('<'), message, Buffer.from('>')]);
          expect(mask?.later?.(source, 1, 1 + message.length, out)).toBe(true);
        }
        settleTokens();
        const expected = messages.map(([number, message]) =>
          createHmac('sha256', keys[number] ?? '')
            .update(message)
            .digest('hex'),
        );
        expect(out.bytes.toString('latin1', 0, out.length)).toBe(expected.join(''));
      }),
    );
  });

  test('show nothing of the value before they are written', () => {
    const out = byteSink(64);
    const mask = compileCell(masked('hash'), resolveType(oids.text, -1, types), 0, { types, keys: testKeys });
    mask?.later?.(Buffer.from('secret'), 0, 6, out);
    expect(out.bytes.toString('latin1', 0, out.length)).toBe('0'.repeat(16));
    settleTokens();
  });
});

/** By characters, as docs/masks.md says it. */
const slowly = (
  value: string,
  { first = 0, last = 0, character = '*' }: { first?: number; last?: number; character?: string },
): string => {
  const trimmed = value.replace(/ +$/, '');
  const characters = Array.from(trimmed);
  const shows = (first + last) * 2 <= characters.length;
  const shown = characters.map((one, i) => (shows && (i < first || i >= characters.length - last) ? one : character));
  return shown.join('') + value.slice(trimmed.length);
};

test('partial and characters mask text with and without letters beyond ASCII alike', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme-composite' }),
    fc.string({ unit: fc.constantFrom('a', ' ', 'é') }),
  );
  const kept = fc.record({ first: fc.nat(4), last: fc.nat(4), character: fc.constantFrom('*', '#') });
  fc.assert(
    fc.property(text, kept, (value, options) => {
      const source = Buffer.from(value);
      const specs: readonly [MaskSpec['transform'], MaskSpec['options'], Parameters<typeof slowly>[1]][] = [
        ['partial', options, options],
        ['characters', { character: options.character }, { character: options.character }],
      ];
      for (const [transform, given, meant] of specs) {
        const mask = compileCell(masked(transform, given), resolveType(oids.text, -1, types), 0, { types, keys: testKeys });
        const out = byteSink(1);
        mask?.(source, 0, source.length, out);
        expect(out.bytes.toString('utf8', 0, out.length)).toBe(slowly(source.toString(), meant));
      }
    }),
    { numRuns: 500 },
  );
});

test('a domain is what the pattern says', () => {
  const pattern = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;
  const unit = fc.constantFrom('a', 'z', '0', '9', '-', '.', '.', '@', 'A', 'é');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit, maxLength: 12 }),
        fc.domain(),
        fc.constant(`${'a.'.repeat(126)}b`),
        fc.constant(`${'a.'.repeat(127)}b`),
      ),
      (name) => {
        const source = Buffer.from(`@${name}.`);
        expect(isDomain(source, 1, source.length - 1)).toBe(pattern.test(name));
      },
    ),
    { numRuns: 2000 },
  );
});
