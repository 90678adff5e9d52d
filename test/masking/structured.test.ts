/** Values masked inside: JSON, arrays and records that a real server built, and what is not of the expected shape. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TypeFacts } from '../../src/masking/codec/facts.ts';
import type { TreatedShape, Treatment } from '../../src/masking/types.ts';
import { cellsOf, connectRaw, type RawClient } from '../support/raw-client.ts';
import { loadTypeFacts, majors, makeDatabase, masked, maskRows, noTypes, pass, redactAll, urlOf } from './fixtures.ts';
import { setUp, trouble } from './samples.ts';

const object = (...members: readonly (readonly [string, Treatment])[]): TreatedShape => ({
  kind: 'json-object',
  members: members.map(([name, treatment]) => ({ name, treatment })),
});
const within = (shape: TreatedShape): Treatment => ({ kind: 'structured', shape });
const list = (...items: readonly Treatment[]): Treatment => within({ kind: 'json-array', items });
const each = (item: Treatment, json = true): Treatment => within({ kind: 'each', json, item });
const record = (...fields: readonly Treatment[]): Treatment => within({ kind: 'row', fields });

const hash = masked('hash');
const stars = masked('characters', { separators: 'keep', character: '"' });

/** One treatment for each column of `SELECT a, b, n` with its value; what it makes of the columns has to agree. */
interface Case {
  /** Over a text a, a text b and an integer n. */
  readonly sql: string;
  readonly treatment: Treatment;
}

/** The masked column's expression is the one over the masked columns: a under `hash`, b under `stars`, n passes. */
const cases: readonly Case[] = [
  {
    sql: `json_build_object('id', n, 'a', a, 'b "x"', b)`,
    treatment: within(object(['id', pass], ['a', hash], ['b "x"', stars])),
  },
  {
    sql: `jsonb_build_object('id', n, 'a', a, 'b "x"', b)`,
    treatment: within(object(['id', pass], ['a', hash], ['b "x"', stars])),
  },
  { sql: `json_build_object('a', a, 'a', b)`, treatment: within(object(['a', hash], ['a', stars])) },
  { sql: `json_build_array(n, a, json_build_object('b', b))`, treatment: list(pass, hash, within(object(['b', stars]))) },
  { sql: `jsonb_build_array(a, jsonb_build_array(b, n))`, treatment: list(hash, list(stars, pass)) },
  { sql: `row_to_json(r)`, treatment: within(object(['a', hash], ['b', stars], ['n', pass])) },
  { sql: `row_to_json(r, true)`, treatment: within(object(['a', hash], ['b', stars], ['n', pass])) },
  {
    sql: `json_build_object('r', r, 'n', n)::text`,
    treatment: within(object(['r', within(object(['a', hash], ['b', stars], ['n', pass]))], ['n', pass])),
  },
  { sql: `to_jsonb(ARRAY[a, a, NULL])`, treatment: each(hash) },
  { sql: `array_to_json(ARRAY[[a], [a]])`, treatment: each(each(hash)) },
  { sql: `ARRAY[a, a, NULL]`, treatment: each(hash, false) },
  { sql: `ARRAY[[a, a], [a, NULL]]`, treatment: each(hash, false) },
  { sql: `('[3:4]=' || ARRAY[b, b]::text)::text[]`, treatment: each(stars, false) },
  { sql: `r`, treatment: record(hash, stars, pass) },
  { sql: `ARRAY[r, NULL, r]`, treatment: each(record(hash, stars, pass), false) },
  { sql: `ROW(r, b)::nest`, treatment: record(record(hash, stars, pass), stars) },
];

const structuredSetUp = `${setUp}
  CREATE TABLE plain (a text, b text, n int); CREATE TABLE hidden (LIKE plain);
  CREATE TYPE inner_row AS (a text, b text, n int); CREATE TYPE nest AS (r inner_row, b text);
`;

describe.each(majors)('structured values, PostgreSQL %i', (major) => {
  let client: RawClient;
  let types: TypeFacts;
  beforeAll(async () => {
    await makeDatabase(major, 'masking_structured', structuredSetUp);
    types = await loadTypeFacts(urlOf(major, 'masking_structured'));
    client = await connectRaw(urlOf(major, 'masking_structured'));
  });
  afterAll(async () => client.end());

  const fill = async (table: string, rows: readonly (readonly (string | null)[])[]): Promise<void> => {
    await client.query(`TRUNCATE ${table}`);
    await client.query(
      `INSERT INTO ${table} SELECT r->>0, r->>1, (r->>2)::int FROM json_array_elements($1::json) WITH ORDINALITY j(r, n) ORDER BY n`,
      { parameters: [Buffer.from(JSON.stringify(rows))] },
    );
  };

  const rows = fc.array(fc.tuple(fc.option(trouble), fc.option(trouble), fc.option(fc.integer().map(String))), {
    minLength: 1,
    maxLength: 8,
  });

  test.each(cases)('$sql over masked columns is the masked value', async ({ sql, treatment }) => {
    await fc.assert(
      fc.asyncProperty(rows, async (values) => {
        await fill('plain', values);
        const columns = await client.query('SELECT a, b, n FROM plain');
        const hidden = maskRows(columns.rows, columns.columns, [hash, stars, pass], types);
        await fill(
          'hidden',
          hidden.map((row) => cellsOf(row).map((cell) => cell?.toString() ?? null)),
        );
        for (const resultFormat of [0, 1] as const) {
          const from = (table: string): string =>
            `SELECT ${sql} FROM (SELECT a, b, n FROM ${table}) AS t, LATERAL (SELECT ROW(a, b, n)::inner_row) AS l(r)`;
          const plain = await client.query(from('plain'), { resultFormat });
          const wanted = await client.query(from('hidden'), { resultFormat });
          const got = maskRows(plain.rows, plain.columns, [treatment], types);
          expect(got.map((row) => row.toString('utf8'))).toEqual(wanted.rows.map((row) => row.toString('utf8')));
        }
      }),
      { numRuns: 10, interruptAfterTimeLimit: 20_000 },
    );
  });
});

const column = (type: number, format: 0 | 1 = 0) => ({ name: 'c', table: 0, attnum: 0, type, typlen: -1, typmod: -1, format });

const cell = (type: number, treatment: Treatment, text: string): string | undefined => {
  const head = Buffer.alloc(11);
  head.write('D', 'latin1');
  const value = Buffer.from(text);
  head.writeInt32BE(10 + value.length, 1);
  head.writeInt16BE(1, 5);
  head.writeInt32BE(value.length, 7);
  const [row] = maskRows([Buffer.concat([head, value])], [column(type)], [treatment], noTypes);
  return row && cellsOf(row)[0]?.toString();
};

const json = 114;
const jsonb = 3802;
const person = within(object(['name', redactAll], ['id', pass]));

describe('a value that has not its shape is redacted whole', () => {
  test.each<[string, Treatment, string]>([
    ['a member more', person, '{"name":"S","id":1,"more":2}'],
    ['a member less', person, '{"name":"S"}'],
    ['another name', person, '{"nom":"S","id":1}'],
    ['another order', person, '{"id":1,"name":"S"}'],
    ['a repeated name', person, '{"name":"S","name":"S","id":1}'],
    ['an array in place of an object', person, '["S"]'],
    ['a scalar in place of an object', person, '"S"'],
    ['an array of another length', list(pass, redactAll), '[1,2,"S"]'],
    ['an object in place of an array', each(redactAll), '{"a":"S"}'],
    ['bytes behind the value', each(redactAll), '["S"] S'],
    ['an array that is not closed', each(redactAll), '["S"'],
    ['a string that is not closed', each(redactAll), '["S'],
    ['a number that is none', each(redactAll), '[1x]'],
    [
      'a member that passes and swallows the next',
      within(object(['id', pass], ['name', redactAll])),
      '{"id":[1},"name":"S","x":[2]}',
    ],
    ['brackets that do not fit', each(pass), '[[{"a":1]]]'],
    ['an unknown escape', each(redactAll), '["\\x"]'],
    ['nothing', each(redactAll), ''],
    ['spaces only', each(redactAll), '  '],
  ])('%s', (_, treatment, text) => {
    expect(cell(json, treatment, text)).toBe('{}');
    expect(cell(25, treatment, text)).toBe('***');
  });

  test('nesting is followed to a depth and no further, without a stack', () => {
    const nested = (depth: number): string => `[1,${'['.repeat(depth)}${']'.repeat(depth)}]`;
    expect(cell(json, list(redactAll, pass), nested(9_000))).toBe(nested(9_000).replace('1', '0'));
    expect(cell(json, list(redactAll, pass), nested(2_000_000))).toBe('{}');
    expect(cell(json, list(redactAll, redactAll), nested(9_000))).toBe('[0,[]]');
  });

  test('of jsonb, members come in any order and no name twice', () => {
    expect(cell(jsonb, person, '{"id": 1, "name": "S"}')).toBe('{"id": 1, "name": "***"}');
    expect(cell(jsonb, person, '{"name": {"deep": "S"}, "id": [1, {"x": null}]}')).toBe('{"name": {}, "id": [1, {"x": null}]}');
    expect(cell(jsonb, within(object(['a', hash], ['a', pass])), '{"a": "S"}')).toBe('{"a": "***"}');
  });

  test('the kind of a JSON scalar stays, and everything around it', () => {
    expect(cell(json, each(redactAll), ' [ "S" , 12e3 ,true,null,\t{"a":1},["S"] ]\n')).toBe(
      ' [ "***" , 0 ,false,null,\t{},[] ]\n',
    );
    expect(cell(json, each(masked('null')), '["S",1,null]')).toBe('[null,null,null]');
    expect(cell(json, each(masked('partial', { first: 1 })), '["\\u00e9\\"bc","a\\u0000b"]')).toBe('["é***","a**"]');
  });

  test.each<[string, string]>([
    ['a field less', '(S)'],
    ['a field more', '(S,1,2)'],
    ['no record', 'S'],
    ['not closed', '(S,1'],
    ['a quote within a field', '(S"x,1)'],
    ['bytes behind it', '(S,1)S'],
    ['nothing', ''],
  ])('a record: %s', (_, text) => {
    expect(cell(2249, record(redactAll, pass), text)).toBe('()');
  });

  test.each([
    '{S',
    'S}',
    '{S}S',
    '{{S}',
    '{S,}',
    '{,S}',
    '{"S}',
    '{S"x"}',
    '{S\\}',
    '[1:2={S}',
    '[1:1]=',
    '',
    '{{S}S}',
    '[S]={S}',
  ])('an array: %s', (text) => {
    expect(cell(2277, each(masked('fixed', { value: 'x' }), false), text)).toBe('{}');
  });
});
