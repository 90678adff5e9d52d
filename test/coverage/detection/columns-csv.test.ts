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
    expect(parseCsv(text).map(({ fields }) => fields)).toEqual(expected);
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
        const read = parseCsv(lines.join(eol) + (last ? eol : ''));
        expect(read.map(({ fields }) => fields)).toEqual(records);
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
    '\uFEFFschema.table.column,data_type\r\ns.t.c,text\r\n',
    'Schema.Table.Column,Data_Type\ns.t.c,text',
    '"schema.table.column",type\n"s.t.c",text',
    'schema,table,column,data_type\ns,t,c,text\n',
    'column_name,data_type,table_name,table_schema\r\nc,text,t,s',
  ])('%j names the same column', (text) => {
    expect(readColumns(text)).toMatchObject([
      { name: 's.t.c', facts: { schema: 's', table: 't', column: 'c', dataType: 'text' } },
    ]);
  });

  test('without a schema it is public', () => {
    expect(readColumns('table,column,type\nt,c,text')[0]?.facts.schema).toBe('public');
  });

  test('a header alone lists nothing', () => {
    expect(readColumns('schema.table.column,data_type\n')).toEqual([]);
  });

  test.each([
    ['column,type\na,b', 'schema.table.column'],
    ['schema.table.column\na.b', 'data_type'],
    ['schema.table.column,data_type\na.b,text\nc,text', 'line 3'],
    ['schema.table.column,data_type\r\n"a.b\nx",text\r\n\r\nc,text', 'line 5'],
    ['schema,table,column,data_type\na,,c,text', 'line 2'],
    ['schema,column,data_type\na,c,text', 'schema.table.column'],
    ['', 'schema.table.column'],
  ])('%j is refused', (text, part) => {
    expect(() => readColumns(text)).toThrow(
      expect.objectContaining({ code: 'PGVEIL_INPUT', message: expect.stringContaining(part) }),
    );
  });
});
