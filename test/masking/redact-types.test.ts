import { describe, expect, it } from 'vitest';
import { neutralOf } from '../../src/masking/codec/neutral.ts';
import { resolveType } from '../../src/masking/codec/resolve.ts';
import { cellsOf, connectRaw } from '../support/raw-client.ts';
import { loadTypeFacts, majors, makeDatabase, urlOf } from './fixtures.ts';

/** Types without an input function that works, or that pgveil does not know: only NULL is surely valid. */
const nullOnly: ReadonlySet<string> = new Set([
  'aclitem',
  'gtsvector',
  'pg_node_tree',
  'pg_ndistinct',
  'pg_dependencies',
  'pg_mcv_list',
  'pg_brin_bloom_summary',
  'pg_brin_minmax_multi_summary',
  'pg_ddl_command',
  'seg',
  'ghstore',
  'ltree_gist',
  'empty_enum',
]);

/** Their elements have no binary form, so that the server never sends one. */
const textOnly: ReadonlySet<string> = new Set(['aclitem[]', 'gtsvector[]', 'ghstore[]', 'ltree_gist[]', 'seg[]']);

const setUp = `
  CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION ltree; CREATE EXTENSION cube; CREATE EXTENSION seg;
  CREATE TYPE mood AS ENUM ('so so', 'good');
  CREATE TYPE empty_enum AS ENUM ();
  CREATE DOMAIN short_code AS varchar(2);
  CREATE DOMAIN nested_code AS short_code CHECK (value <> 'zz');
  CREATE TYPE pair AS (a text, n numeric(6,2), d date, m mood, c nested_code, x int[]);
  CREATE TYPE outer_pair AS (p pair, ps pair[], b bytea);
  CREATE TYPE float_span AS RANGE (subtype = float8);
  CREATE TABLE with_dropped (a int, gone text, b text);
  ALTER TABLE with_dropped DROP COLUMN gone;
`;

describe.each(majors)('redacted values, PostgreSQL %i', (major) => {
  it('are valid for every type of the server, in both formats alike', async () => {
    await makeDatabase(major, 'masking_types', setUp);
    const url = urlOf(major, 'masking_types');
    const facts = await loadTypeFacts(url);
    const client = await connectRaw(url);
    const onlyNull: string[] = [];
    const wrong: string[] = [];
    let checked = 0;
    for (const { oid, name, kind, system } of facts.all) {
      // Row types of catalogs hold anyarray; domains of information_schema have checks, which masks do not know.
      if (kind === 'p' || textOnly.has(name) || (system && kind !== 'b' && kind !== 'r' && kind !== 'm')) continue;
      const type = resolveType(oid, -1, facts);
      const [text, binary] = [neutralOf(type, 0), neutralOf(type, 1)];
      if (text === undefined || binary === undefined) {
        onlyNull.push(name);
        continue;
      }
      try {
        const sql = 'SELECT $1';
        const [fromText] = (await client.query(sql, { parameters: [text], types: [oid] })).rows;
        const [fromBinary] = (await client.query(sql, { parameters: [binary], types: [oid], parameterFormat: 1 })).rows;
        const seen = [fromText, fromBinary].map((row) => (row === undefined ? undefined : cellsOf(row)[0]?.toString()));
        const [again] = (await client.query(sql, { parameters: [text], types: [oid], resultFormat: 1 })).rows;
        if (seen.some((value) => value !== text.toString()))
          wrong.push(`${name}: ${text.toString()} became ${seen.join(' and ')}`);
        else if (again === undefined || cellsOf(again)[0]?.equals(binary) !== true) wrong.push(`${name}: other binary form`);
        checked += 1;
      } catch (error) {
        wrong.push(`${name}: ${String(error)}`);
      }
    }
    await client.end();
    expect(wrong).toEqual([]);
    expect(onlyNull.filter((name) => !nullOnly.has(name))).toEqual([]);
    expect(checked).toBeGreaterThan(200);
  });

  it('keep type modifiers', async () => {
    const facts = await loadTypeFacts(urlOf(major, 'masking_types'));
    const client = await connectRaw(urlOf(major, 'masking_types'));
    const sql = `SELECT 'abc'::varchar(2), 'abc'::char(5), 'x'::char(1), 12.345::numeric(8,3), 5::numeric(4,0), 1200::numeric(3,-2),
      B'1011'::bit(4), B'10'::varbit(3), now()::timestamp(0), '{a,b}'::varchar(1)[], 'ab'::nested_code,
      row('a', 1, '2020-01-01', 'good', 'a', '{1}')::pair`;
    const { columns } = await client.query(sql);
    await client.end();
    const texts = columns.map((column) => neutralOf(resolveType(column.type, column.typmod, facts), 0)?.toString());
    expect(texts).toEqual([
      '**',
      '***  ',
      '*',
      '0.000',
      '0',
      '0',
      '0000',
      '',
      '1970-01-01 00:00:00',
      '{}',
      '**',
      '(***,0.00,1970-01-01,"so so",**,{})',
    ]);
  });
});
