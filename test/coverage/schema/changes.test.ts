import { describe, expect, test } from 'vitest';
import { columnIn, messages, outline, relationIn, schemaOf } from './support.ts';

describe('changes', () => {
  const base =
    'CREATE TABLE users (id int, email text, note text); CREATE VIEW v AS SELECT email FROM users; CREATE VIEW w AS SELECT * FROM v;';
  test.each<[string, string, readonly string[]]>([
    [
      'a column is added',
      'ALTER TABLE users ADD COLUMN national_id text',
      ['public.users: id int4, email text, note text, national_id text', 'public.v: email text', 'public.w: email text'],
    ],
    ['and dropped, with the views over it', 'ALTER TABLE users DROP COLUMN email CASCADE', ['public.users: id int4, note text']],
    [
      'one that no view reads',
      'ALTER TABLE users DROP COLUMN note',
      ['public.users: id int4, email text', 'public.v: email text', 'public.w: email text'],
    ],
    [
      'a column is renamed',
      'ALTER TABLE users RENAME email TO mail',
      ['public.users: id int4, mail text, note text', 'public.v: email text', 'public.w: email text'],
    ],
    [
      'its type changes',
      'ALTER TABLE users ALTER note TYPE jsonb USING note::jsonb',
      ['public.users: id int4, email text, note jsonb', 'public.v: email text', 'public.w: email text'],
    ],
    [
      'the table is renamed and moved',
      'CREATE SCHEMA s; ALTER TABLE users RENAME TO people; ALTER TABLE people SET SCHEMA s',
      ['s.people: id int4, email text, note text', 'public.v: email text', 'public.w: email text'],
    ],
    [
      'the table is renamed as if it were an index; an index is nobody’s matter',
      'ALTER INDEX users RENAME TO people; ALTER INDEX users_pkey RENAME TO x; ALTER SEQUENCE s SET SCHEMA public',
      ['public.people: id int4, email text, note text', 'public.v: email text', 'public.w: email text'],
    ],
    ['the table is dropped', 'DROP TABLE users CASCADE', []],
    ['a view is dropped', 'DROP VIEW v CASCADE', ['public.users: id int4, email text, note text']],
    [
      'a view is replaced',
      'CREATE OR REPLACE VIEW v AS SELECT email, note FROM users',
      ['public.users: id int4, email text, note text', 'public.v: email text, note text', 'public.w: email text'],
    ],
    [
      'a schema is renamed',
      'ALTER SCHEMA public RENAME TO app',
      ['app.users: id int4, email text, note text', 'app.v: email text', 'app.w: email text'],
    ],
  ])('%s', (_, sql, expected) => {
    const schema = schemaOf(`${base} ${sql}`);
    expect([...outline(schema)].sort()).toEqual([...expected].sort());
    expect(messages(schema)).toEqual([]);
  });

  test('a view reads the same column after it was renamed', () => {
    const schema = schemaOf(`${base} ALTER TABLE users RENAME email TO mail;`);
    const reading = schema.views(relationIn(schema, 'w').oid);
    const key = `${String(relationIn(schema, 'users').oid)}.2`;
    expect(reading?.ok === true && reading.statements[0]?.columns?.[0]?.sources.some(({ column }) => column === key)).toBe(true);
  });

  test('a statement drops before it adds, whatever stands first', () => {
    const schema = schemaOf(
      'CREATE TABLE a (x int); ALTER TABLE a ADD COLUMN y int, DROP COLUMN IF EXISTS y, ALTER x TYPE text;',
    );
    expect(outline(schema)).toEqual(['public.a: x text, y int4']);
  });

  test('a view of a child stays where a column is dropped from the parent only', () => {
    const schema = schemaOf(`CREATE TABLE p (x int); CREATE TABLE c () INHERITS (p); CREATE VIEW v AS SELECT x FROM c;
      ALTER TABLE ONLY p DROP COLUMN x;`);
    expect(outline(schema)).toEqual(['public.p: ', 'public.c: x int4', 'public.v: x int4']);
  });

  test('a table that is made of another has its modifiers', () => {
    const schema = schemaOf('CREATE TABLE a (x varchar(9)); CREATE TABLE b AS SELECT x, upper(x) AS y FROM a;');
    expect(relationIn(schema, 'b').columns.map(({ typmod }) => typmod)).toEqual([13, -1]);
  });

  test('a dropped attnum is not given again', () => {
    expect(
      columnIn(schemaOf('CREATE TABLE a (x int, y int); ALTER TABLE a DROP y; ALTER TABLE a ADD z int'), 'a', 'z').attnum,
    ).toBe(3);
  });

  test.each<[string, string, string]>([
    ['goes from children too', 'ALTER TABLE p DROP x', 'public.c: y int4'],
    ['stays where it is dropped from the parent only', 'ALTER TABLE ONLY p DROP x', 'public.c: x int4, y int4'],
    [
      'stays where another parent has it',
      'CREATE TABLE q (x int); ALTER TABLE c INHERIT q; ALTER TABLE p DROP x',
      'public.c: x int4, y int4',
    ],
  ])('a column that a parent drops %s', (_, sql, expected) => {
    const schema = schemaOf(`CREATE TABLE p (x int, y int); CREATE TABLE c () INHERITS (p); ${sql}`);
    expect(outline(schema)).toContain(expected);
  });

  test('a column that a child has defined too stays', () => {
    const schema = schemaOf('CREATE TABLE p (x int); CREATE TABLE c (x int) INHERITS (p); ALTER TABLE p DROP x');
    expect(outline(schema)).toEqual(['public.p: ', 'public.c: x int4']);
  });

  test('partitions come and go', () => {
    const sql = 'CREATE TABLE a (x int) PARTITION BY LIST (x); CREATE TABLE b (x int); ALTER TABLE a ATTACH PARTITION b DEFAULT;';
    expect(relationIn(schemaOf(sql), 'b').parents).toHaveLength(1);
    expect(relationIn(schemaOf(`${sql} ALTER TABLE a DETACH PARTITION b;`), 'b').parents).toEqual([]);
  });
});
