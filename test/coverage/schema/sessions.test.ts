/** Files as whole sessions: transactions, psql's commands, and texts that end too soon. */
import { describe, expect, test } from 'vitest';
import { messages, outline, placeOf, schemaOf } from './support.ts';

const unparsed = (sql: string): readonly string[] =>
  schemaOf(sql).unparsed.map(({ place, reason }) => `${String(place.line)}:${String(place.column)} ${reason}`);

describe('what is rolled back has not happened', () => {
  test.each<[string, string, readonly string[]]>([
    ['a transaction', 'BEGIN; ALTER TABLE a DROP y; ROLLBACK;', ['public.a: x int4, y int4']],
    ['with other words', 'START TRANSACTION; DROP TABLE a; ABORT WORK;', ['public.a: x int4, y int4']],
    ['not what is committed', 'BEGIN; ALTER TABLE a DROP y; COMMIT; BEGIN; DROP TABLE a; ROLLBACK', ['public.a: x int4']],
    ['nor what comes after', 'BEGIN; DROP TABLE a; ROLLBACK; ALTER TABLE a DROP x;', ['public.a: y int4']],
    [
      'to a savepoint',
      'BEGIN; ALTER TABLE a ADD z int; SAVEPOINT "s p"; DROP TABLE a; ROLLBACK TO SAVEPOINT "s p"; ALTER TABLE a DROP x; END;',
      ['public.a: y int4, z int4'],
    ],
    ['a chained transaction', 'BEGIN; ALTER TABLE a DROP y; COMMIT AND CHAIN; DROP TABLE a; ROLLBACK;', ['public.a: x int4']],
    ['of one transaction in another', 'BEGIN; ALTER TABLE a DROP y; BEGIN; ROLLBACK;', ['public.a: x int4, y int4']],
  ])('%s', (_, sql, expected) => {
    const schema = schemaOf(`CREATE TABLE a (x int, y int); ${sql}`);
    expect(outline(schema)).toEqual(expected);
    expect(messages(schema)).toEqual([]);
  });

  test.each(['ROLLBACK', 'BEGIN; ROLLBACK TO nothing; COMMIT'])('%s: what it takes back is not known', (sql) => {
    const schema = schemaOf(`CREATE TABLE a (x int); ${sql}`);
    expect(outline(schema)).toEqual(['public.a: x int4']);
    expect(messages(schema)).toEqual(['1.sql rolls back what it has not begun: what is left of it depends on who runs it.']);
  });
});

describe('psql', () => {
  test.each<[string, string, readonly string[]]>([
    ['of a dump', '\\restrict x\n\\connect app\nCREATE TABLE a (x int);\n\\unrestrict x\n', []],
    ['includes', '\\ir other.sql\n', ['1.sql runs other statements by \\ir: they are not followed.']],
    ['a program', '\\! psql -f other.sql\n', ['1.sql runs other statements by \\!: they are not followed.']],
    [
      'conditions',
      '\\if :x\nDROP TABLE a;\n\\endif\n',
      [
        'DROP TABLE of a, which no file makes, is left out.',
        '1.sql runs statements under a condition, by \\if: all of them are taken.',
      ],
    ],
    [
      'several databases',
      '\\connect a\nCREATE TABLE a (x int);\n\\c b\nCREATE TABLE b (x int);\n',
      ['1.sql connects to several databases: what it makes in each is taken for one.'],
    ],
  ])('%s', (_, sql, expected) => {
    expect(messages(schemaOf(sql))).toEqual(expected);
  });
});

describe('a text that ends too soon has not been read', () => {
  test.each<[string, string, string]>([
    ['a comment', 'CREATE TABLE a (x int); /* /* */ CREATE TABLE b (y int);', '1:25 a comment without its end'],
    ['rows', 'COPY a FROM stdin;\n1\nCREATE TABLE b (y int);', '1:18 rows of COPY without \\. at their end'],
    ['a string', `CREATE TABLE a (x int); SELECT 'x; CREATE TABLE b (y int);`, '1:25 unterminated quoted string'],
    ['a body', 'CREATE FUNCTION f() RETURNS void AS $$ ; CREATE TABLE b (y int);', '1:1 unterminated dollar-quoted string'],
    ['parentheses', 'CREATE TABLE a (x int; CREATE TABLE b (y int);', '1:1 syntax error'],
    ['a NUL', 'CREATE TABLE a (x int) \0, b (y int);', '1:1 a NUL character'],
  ])('%s', (_, sql, expected) => {
    expect(unparsed(sql)).toEqual([expected]);
  });
});

test('a byte order mark and line ends of Windows change nothing', () => {
  const schema = schemaOf(
    '\uFEFFCREATE TABLE a (\r\n  x int,\r\n  y text\r\n);\r\nCOPY a FROM stdin;\r\n1\t2\r\n\\.\r\nCREATE TABLE b (z int);\r\n',
  );
  expect(outline(schema)).toEqual(['public.a: x int4, y text', 'public.b: z int4']);
  expect(placeOf(schema, 'a', 'y')).toBe('1.sql:3:3');
  expect(schema.unparsed).toEqual([]);
});

test('EXPLAIN ANALYZE makes what it explains, EXPLAIN does not', () => {
  const sql =
    'EXPLAIN ANALYZE CREATE TABLE a AS SELECT 1 AS x; EXPLAIN (COSTS off) CREATE TABLE b AS SELECT 1 AS x; EXPLAIN (ANALYZE) SELECT 1 AS y INTO c;';
  expect(outline(schemaOf(sql))).toEqual(['public.a: x int4', 'public.c: y int4']);
});

test('a range type has a multirange type', () => {
  const schema =
    schemaOf(`CREATE TYPE r AS RANGE (subtype = int4, multirange_type_name = mr); CREATE TYPE floatrange AS RANGE (subtype = float8);
    CREATE TYPE q AS RANGE (subtype = date); CREATE TABLE a (a r, b mr, c floatmultirange, d q_multirange[]);`);
  expect(outline(schema)).toEqual(['public.a: a r, b mr, c floatmultirange, d _q_multirange']);
  expect(messages(schema)).toEqual([]);
});

test.each([
  'SET standard_conforming_strings = off',
  "SET standard_conforming_strings TO 'off'",
  "SELECT set_config('standard_conforming_strings', 'off', false)",
])('%s: strings may end elsewhere', (sql) => {
  expect(messages(schemaOf(`${sql}; CREATE TABLE a (x int);`))).toEqual([
    'Backslashes in strings are made to mean something: where strings end is read as if they did not.',
  ]);
});

test.each(['SET standard_conforming_strings = on', 'RESET standard_conforming_strings', "SET client_encoding = 'UTF8'"])(
  '%s says nothing',
  (sql) => {
    expect(messages(schemaOf(`${sql}; CREATE TABLE a (x int);`))).toEqual([]);
  },
);

test('an extension of which nothing is known may have tables', () => {
  const made = (name: string): readonly string[] => messages(schemaOf(`CREATE EXTENSION IF NOT EXISTS ${name};`));
  expect(made('ours')).toEqual(['What extension ours makes is not known: it can have tables of its own.']);
  for (const name of ['plpgsql', 'pgcrypto', '"uuid-ossp"', 'postgis', 'pgaudit']) expect(made(name)).toEqual([]);
});
