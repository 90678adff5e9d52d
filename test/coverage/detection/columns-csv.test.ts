import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readColumns, splitName } from '../../../src/coverage/detection/columns-csv.ts';
import { parseCsv } from '../../../src/coverage/detection/csv.ts';

describe('CSV by RFC 4180', () => {
  test.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\uFEFFa\nb', [['a'], ['b']]],
    ['"a,1","b""2","c\nd"', [['a,1', 'b"2', 'c\nd']]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a,', [['a', '']]],
    ['""', []],
    ['\n\na\n', [['a']]],
    ['', []],
  ])('%j', (text, expected) => {
    expect(parseCsv(text)).toEqual(expected);
  });

  test.each([
    ['a\n"b', 2],
    ['a"b', 1],
    ['"x\ny"\n"a"b', 3],
  ])('%j is refused with its line', (text, line) => {
    expect(() => parseCsv(text)).toThrow(
      expect.objectContaining({ code: 'PGVEIL_INPUT', message: expect.stringContaining(`line ${String(line)}:`) }),
    );
  });

  test('what is written by the rules is read as it was', () => {
    const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'é', ' ') });
    const record = fc.array(field, { minLength: 2, maxLength: 4 });
    const end = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(fc.array(record), end, fc.boolean(), (records, eol, last) => {
        const lines = records.map((fields) => fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        expect(parseCsv(lines.join(eol) + (last ? eol : ''))).toEqual(records);
      }),
    );
  });
});

describe('names', () => {
  test.each([
    ['s.t.c', { schema: 's', table: 't', column: 'c' }],
    ['t.c', { schema: 'public', table: 't', column: 'c' }],
    ['s.t.Addr.Loc.City', { schema: 's', table: 't', column: 'Addr.Loc.City' }],
    ['"a.b"."c""d"."e"', { schema: 'a.b', table: 'c"d', column: 'e' }],
    ['s.t.zip code', { schema: 's', table: 't', column: 'zip code' }],
    ['c', undefined],
    ['', undefined],
  ])('%s', (name, expected) => {
    expect(splitName(name)).toEqual(expected);
  });
});

describe('lists of columns', () => {
  test('more fields, in any order, are kept', () => {
    expect(readColumns('class,data_type,schema.table.column\nnone,"numeric(10,2)",s.t.c\n')).toEqual([
      {
        name: 's.t.c',
        facts: { schema: 's', table: 't', column: 'c', dataType: 'numeric(10,2)' },
        fields: { class: 'none', data_type: 'numeric(10,2)', 'schema.table.column': 's.t.c' },
      },
    ]);
  });

  test.each([
    ['column,type\na,b', 'schema.table.column'],
    ['schema.table.column\na.b', 'data_type'],
    ['schema.table.column,data_type\na.b,text\nc,text', 'record 2'],
    ['', 'schema.table.column'],
  ])('%j is refused', (text, part) => {
    expect(() => readColumns(text)).toThrow(
      expect.objectContaining({ code: 'PGVEIL_INPUT', message: expect.stringContaining(part) }),
    );
  });
});
