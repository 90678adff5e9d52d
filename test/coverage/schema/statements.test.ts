import { describe, expect, test } from 'vitest';
import { columnIn, messages, outline, placeOf, relationIn, schemaOf } from './support.ts';

describe('tables', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'columns',
      'CREATE TABLE users (id bigserial PRIMARY KEY, email varchar(80) NOT NULL, tags text[])',
      ['public.users: id int8, email varchar, tags _text'],
    ],
    [
      'LIKE',
      'CREATE TABLE a (id int, email text); CREATE TABLE b (x int, LIKE a INCLUDING ALL)',
      ['public.a: id int4, email text', 'public.b: x int4, id int4, email text'],
    ],
    [
      'INHERITS',
      'CREATE TABLE a (id int); CREATE TABLE b (x int) INHERITS (a); ALTER TABLE a ADD email text',
      ['public.a: id int4, email text', 'public.b: id int4, x int4, email text'],
    ],
    [
      'PARTITION OF',
      'CREATE TABLE a (id int, email text) PARTITION BY LIST (id); CREATE TABLE b PARTITION OF a DEFAULT; ALTER TABLE a RENAME email TO mail',
      ['public.a: id int4, mail text', 'public.b: id int4, mail text'],
    ],
    [
      'OF type',
      'CREATE TYPE person AS (name text, born date); CREATE TABLE people OF person',
      ['public.people: name text, born date'],
    ],
    [
      'AS',
      'CREATE TABLE a (id int, email text); CREATE TABLE b AS SELECT email AS mail FROM a; SELECT id INTO c FROM a',
      ['public.a: id int4, email text', 'public.b: mail text', 'public.c: id int4'],
    ],
    ['IF NOT EXISTS', 'CREATE TABLE a (id int); CREATE TABLE IF NOT EXISTS a (email text)', ['public.a: id int4']],
    ['temporary ones are nobody else’s', 'CREATE TEMP TABLE a (email text); ALTER TABLE a ADD b int', []],
    ['foreign ones', 'CREATE FOREIGN TABLE a (email text) SERVER s', ['public.a: email text']],
    [
      'a schema with elements',
      'CREATE SCHEMA s CREATE TABLE a (email text) CREATE VIEW v AS SELECT email FROM a',
      ['s.a: email text', 's.v: email text'],
    ],
  ])('%s', (_, sql, expected) => {
    const schema = schemaOf(sql);
    expect(outline(schema)).toEqual(expected);
    expect(messages(schema)).toEqual([]);
  });

  test('keys, also to tables and primary keys that come later', () => {
    const schema = schemaOf(
      'CREATE TABLE orders (id int, email text REFERENCES users (email), customer int REFERENCES users);',
      'CREATE TABLE users (id int, email text UNIQUE); ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY (id);',
    );
    const users = relationIn(schema, 'users').oid;
    expect(
      relationIn(schema, 'orders').constraints.map(({ kind, attnums, foreignRelation, foreignAttnums }) => [
        kind,
        attnums,
        foreignRelation,
        foreignAttnums,
      ]),
    ).toEqual([
      ['f', [2], users, [2]],
      ['f', [3], users, [1]],
    ]);
    expect(messages(schema)).toEqual([]);
    expect(messages(schemaOf('CREATE TABLE a (b int REFERENCES c)'))).toEqual([
      'A foreign key of public.a references c, or a key of it, that no file makes.',
    ]);
  });

  test('generated columns know what they read', () => {
    const schema = schemaOf(
      `CREATE TABLE a (full_name text GENERATED ALWAYS AS (first || ' ' || last) STORED, first text, last text)`,
    );
    expect(columnIn(schema, 'a', 'full_name')).toMatchObject({ generated: 's', generatedFrom: [2, 3] });
  });
});

describe('types', () => {
  test('domains, enumerations, ranges and extensions', () => {
    const schema = schemaOf(`
      CREATE EXTENSION citext; CREATE EXTENSION postgis WITH SCHEMA gis;
      CREATE DOMAIN mail AS citext; CREATE TYPE mood AS ENUM ('sad', 'glad'); ALTER TYPE mood ADD VALUE 'mad' BEFORE 'sad';
      CREATE TYPE span AS RANGE (subtype = date);
      CREATE TABLE a (b mail, c mood, d span, e mood[], f gis.geometry(Point, 4326), g citext);`);
    expect(outline(schema)).toEqual(['public.a: b mail, c mood, d span, e _mood, f geometry, g citext']);
    expect(schema.catalog.typeNamed('public', 'mood')?.firstLabel).toBe('mad');
    expect(messages(schema)).toEqual([]);
  });

  test('one that no file makes is a problem, once', () => {
    const schema = schemaOf('CREATE TABLE a (b ltree2, c ltree2[])');
    expect(messages(schema)).toEqual(['Type ltree2 is made by no file: what its columns hold is not known.']);
    expect(outline(schema)).toEqual(['public.a: b ltree2, c _ltree2']);
  });

  test('modifiers are the server’s', () => {
    const schema = schemaOf('CREATE TABLE a (b varchar(80), c numeric(10, 2), d char, e timestamp(3), f text)');
    expect(relationIn(schema, 'a').columns.map(({ typmod }) => typmod)).toEqual([84, 655_366, 5, 3, -1]);
  });
});

describe('names', () => {
  test('search_path, by SET and by set_config, ends with the file', () => {
    const schema = schemaOf(
      `CREATE SCHEMA s; SET search_path TO s, public; CREATE TABLE a (x int); SELECT set_config('search_path', 'public', false); CREATE TABLE b (x int); SET search_path = s;`,
      'CREATE TABLE c (x int)',
    );
    expect(outline(schema)).toEqual(['s.a: x int4', 'public.b: x int4', 'public.c: x int4']);
  });

  test.each<[string, string]>([
    ['SET LOCAL', `BEGIN; SET LOCAL search_path = s; CREATE TABLE a (x int); COMMIT;`],
    ['set_config', `BEGIN; SELECT set_config('search_path', 's', true); CREATE TABLE a (x int); END;`],
    ['several', `BEGIN; SET LOCAL search_path = t; SET LOCAL search_path TO s; CREATE TABLE a (x int); COMMIT;`],
    [
      'and not what is rolled back',
      `SET search_path = s; CREATE TABLE a (x int); BEGIN; SET search_path = t; ROLLBACK; RESET search_path;`,
    ],
  ])('%s holds until the transaction ends', (_, sql) => {
    expect(outline(schemaOf(`CREATE SCHEMA s; CREATE SCHEMA t; ${sql} CREATE TABLE b (x int);`))).toEqual([
      's.a: x int4',
      'public.b: x int4',
    ]);
  });

  test('a schema that is dropped is no place any more', () => {
    const schema = schemaOf(
      'CREATE SCHEMA s; SET search_path = s, public; CREATE TABLE a (x int); DROP SCHEMA s CASCADE; CREATE TABLE b (x int);',
    );
    expect(outline(schema)).toEqual(['public.b: x int4']);
  });

  test('temporary relations end with the file', () => {
    const file = 'CREATE TEMP TABLE t (x int); CREATE TABLE a AS SELECT x FROM t; DROP TABLE a;';
    expect(messages(schemaOf(file, file))).toEqual([]);
    expect(messages(schemaOf(file, 'ALTER TABLE t ADD y int'))).toEqual(['ALTER TABLE of t, which no file makes, is left out.']);
  });

  test('remarks on columns', () => {
    const schema = schemaOf(`CREATE TABLE a (b text, c text);
      COMMENT ON COLUMN a.b IS 'the @class email';
      SECURITY LABEL FOR anon ON COLUMN public.a.c IS 'MASKED WITH FUNCTION anon.fake_email()';`);
    expect(columnIn(schema, 'a', 'b').comment).toBe('the @class email');
    expect(columnIn(schema, 'a', 'c').securityLabel).toBe('MASKED WITH FUNCTION anon.fake_email()');
  });

  test('every column knows its line, in UTF-8 as well', () => {
    const schema = schemaOf(
      { path: 'db/1.sql', text: '-- ä\nCREATE TABLE users (\n  id int,\n  "naïve" text, email text\n);\n' },
      { path: 'db/2.sql', text: '\nALTER TABLE users\n  ADD COLUMN national_id text;\nCREATE VIEW v AS SELECT id FROM users;' },
    );
    expect(placeOf(schema, 'users', 'email')).toBe('db/1.sql:4:17');
    expect(placeOf(schema, 'users', 'national_id')).toBe('db/2.sql:3:14');
    expect(placeOf(schema, 'v', 'id')).toBe('db/2.sql:4:1');
  });
});

describe('what cannot be followed is said', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a call',
      `CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ begin end $$; SELECT f(); SELECT setval('x', 1)`,
      ['f is called: whether that changes columns cannot be told.'],
    ],
    ['a procedure', 'CALL p()', ['p is called: whether that changes columns cannot be told.']],
    [
      'a table of another place',
      'ALTER TABLE x ADD y int; ALTER TABLE IF EXISTS z ADD y int; ALTER TABLE x OWNER TO me',
      ['ALTER TABLE of x, which no file makes, is left out.'],
    ],
    [
      'foreign schemas',
      'IMPORT FOREIGN SCHEMA a FROM SERVER b INTO c',
      ['A statement of kind ImportForeignSchema is not followed: it may change columns.'],
    ],
    [
      'a block that makes its SQL',
      `DO $$ begin execute 'CREATE TABLE ' || x; end $$`,
      ['A DO block runs statements that cannot be told.'],
    ],
    [
      'a block that drops under a condition',
      'CREATE TABLE a (x int, y int); DO $$ BEGIN IF false THEN ALTER TABLE a DROP y; END IF; END $$',
      ['A DO block changes what is there under a condition: it is taken as changed.'],
    ],
    [
      'a table of a prepared statement',
      'CREATE TABLE a AS EXECUTE b',
      ['The query that makes public.a cannot be followed: its columns are not all known.'],
    ],
    ['an included file', '\\i other.sql\n\\echo hello\n', ['1.sql runs other statements by \\i: they are not followed.']],
    [
      'a table made twice',
      'CREATE TABLE a (x int); CREATE TABLE a (y int)',
      ['public.a is made a second time: this one is taken.'],
    ],
    [
      'a rule on SELECT',
      'CREATE TABLE a (x int); CREATE RULE "_RETURN" AS ON SELECT TO a DO INSTEAD SELECT 1 AS x',
      ['A rule on SELECT makes public.a a view: its columns are not followed.'],
    ],
  ])('%s', (_, sql, expected) => {
    expect(messages(schemaOf(sql))).toEqual(expected);
  });

  test('a block whose statements stand there is run', () => {
    const schema = schemaOf(`DO $$ begin
      IF NOT EXISTS (SELECT 1) THEN CREATE TYPE mood AS ENUM ('a'); END IF;
      EXECUTE 'CREATE TABLE a (m mood)';
      EXCEPTION WHEN duplicate_object THEN null; end $$;`);
    expect(outline(schema)).toEqual(['public.a: m mood']);
    expect(messages(schema)).toEqual([]);
  });

  test('a text that does not parse is not read, and the rest is', () => {
    const schema = schemaOf('CREATE TABLE a (x int);\nCREATE TABEL b (secret text);\nCREATE TABLE c (x int);');
    expect(outline(schema)).toEqual(['public.a: x int4', 'public.c: x int4']);
    expect(schema.unparsed).toEqual([{ place: { file: '1.sql', line: 2, column: 1 }, reason: 'syntax error' }]);
  });

  test('a view whose query cannot be resolved says why', () => {
    const schema = schemaOf('CREATE VIEW v (a, b) AS SELECT x, y FROM nowhere');
    expect(outline(schema)).toEqual(['public.v: a text, b text']);
    expect(schema.views(relationIn(schema, 'v').oid)).toMatchObject({ ok: false, unreadable: { reason: 'unresolved' } });
  });
});
