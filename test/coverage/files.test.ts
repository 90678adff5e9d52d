import { describe, expect, test } from 'vitest';
import { examineFiles } from '../../src/coverage/examine-files.ts';
import { judge } from '../../src/coverage/judge.ts';
import type { Verdict } from '../../src/coverage/types.ts';
import { load } from '../policy/support.ts';
import { parser } from './schema/support.ts';
import { now, policyText, type Sections } from './support.ts';

const verdictOf = (sql: string, sections: Sections = {}): Verdict =>
  judge(
    examineFiles({
      policy: load(policyText(sections)),
      database: 'app',
      files: [{ path: 'db/schema.sql', text: sql }],
      parser,
      observed: undefined,
      now,
    }),
    { failOn: 'error' },
  );

const shown = (sql: string, sections: Sections = {}): readonly string[] =>
  verdictOf(sql, sections).findings.map(
    ({ id, file, position, message }) => `${id} ${file}:${String(position.line)}:${String(position.column)} ${message}`,
  );

const users = 'CREATE TABLE users (id int, email text);\n';

describe('PGV018 unread-schema', () => {
  const dynamic = `${users}DO $$ BEGIN EXECUTE format('CREATE TABLE %I (email text)', 'x'); END $$;`;

  test('a statement that cannot be followed, at its line', () => {
    expect(shown(dynamic)).toEqual(['PGV018 db/schema.sql:2:1 A DO block runs statements that cannot be told.']);
    expect(verdictOf(dynamic)).toMatchObject({ result: 'pass', counts: { warning: 1 } });
  });

  test('not where all can, nor in a database', () => {
    expect(shown(users)).toEqual([]);
    expect(verdictOf(users).checks).toContain('PGV018');
  });

  test('suppressed with a reason', () => {
    const coverage = '{ suppress: [{ finding: unread-schema, reason: "partitions only", until: 2027-01-31 }] }';
    expect(verdictOf(dynamic, { coverage })).toMatchObject({ findings: [], suppressed: [{ reason: 'partitions only' }] });
  });
});

describe('places', () => {
  test.each<[string, string, Sections, readonly string[]]>([
    [
      'a class without a mask',
      users,
      { classes: '{ email: {} }' },
      [
        'PGV001 db/schema.sql:1:29 public.users.email holds class email, which has no mask: dev can read it and gets nothing but redacted values.',
      ],
    ],
    [
      'a mask that does not fit',
      'CREATE TABLE users (id int,\n  email bigint);',
      {},
      [
        'PGV008 db/schema.sql:2:3 Mask email of class email does not work on public.users.email (int8): dev gets redacted values.',
      ],
    ],
    [
      'a view that cannot be resolved',
      `${users}\nCREATE VIEW v AS SELECT * FROM nowhere;`,
      {},
      ['PGV009 db/schema.sql:3:1 View public.v cannot be followed (relation "nowhere"): statements that use it are refused.'],
    ],
    [
      'a name of the policy stays at the policy',
      'CREATE TABLE users (id int);',
      {},
      ['PGV003 p.yml:5:30 public.users.email (classification) matches nothing in the database: it classifies no column.'],
    ],
    [
      'a column of a partition, at its parent',
      'CREATE TABLE users (id int, email text) PARTITION BY LIST (id);\nCREATE TABLE users_1 PARTITION OF users DEFAULT;',
      { classes: '{ email: {} }' },
      [
        'PGV001 db/schema.sql:1:29 public.users.email holds class email, which has no mask: dev can read it and gets nothing but redacted values.',
      ],
    ],
  ])('%s', (_, sql, sections, expected) => {
    expect(shown(sql, sections)).toEqual(expected);
  });

  test('what a hostile file is called and makes goes no further than its names', () => {
    const hostile = 'CREATE TABLE "a\nb;--" ("email\u001b[31m" text);';
    expect(shown(hostile, { columns: '{ "*.*.*": email }' })).toEqual([]);
    expect(verdictOf(hostile, { columns: '{ "*.*.*": email }', classes: '{ email: {} }' }).counts.error).toBe(1);
  });
});

test('PGV021 mask-unique: a unique index is a key, too', () => {
  const classes = '{ email: { mask: redact } }';
  const said = (sql: string): readonly string[] =>
    shown(`${users}${sql}`, { classes }).filter((text) => text.startsWith('PGV021'));
  expect(said('CREATE UNIQUE INDEX users_email ON users (email);')).toEqual([
    expect.stringMatching(/^PGV021 db\/schema\.sql:1:29 public\.users\.email is unique \(users_email\)/),
  ]);
  expect(said('CREATE UNIQUE INDEX users_email ON users (email) WHERE id > 0;')).toEqual([]);
  expect(said('CREATE INDEX users_email ON users (email);')).toEqual([]);
});

test('what does not parse is unchecked: incomplete, not passed', () => {
  const verdict = verdictOf(`${users}CREATE TABEL x;`);
  expect(verdict).toMatchObject({
    result: 'incomplete',
    unchecked: [{ what: 'db/schema.sql:2:1', reason: 'it does not parse (syntax error)' }],
  });
});

test.each(['', '-- nothing yet', 'CREATE EXTENSION citext;', 'CREATE TABLE a (x int); DROP TABLE a;'])(
  'files that make no table have most likely gone astray: %s',
  (sql) => {
    expect(verdictOf(sql, { columns: '{}' })).toMatchObject({
      result: 'incomplete',
      unchecked: [{ what: 'the schema files', reason: 'they make no table and no view' }],
    });
  },
);
