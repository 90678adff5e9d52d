import { expect, test } from 'vitest';
import { messages, relationIn, schemaOf } from './support.ts';

test.each<[string, string, readonly string[]]>([
  ['a constraint of a column', 'CREATE TABLE a (x int UNIQUE, y int)', ['u a_x_ukey 1']],
  ['a unique index', 'CREATE UNIQUE INDEX CONCURRENTLY i ON a USING btree (y, x)', ['i i 2,1']],
  ['one without a name', 'CREATE UNIQUE INDEX ON a (x); CREATE UNIQUE INDEX ON a (x)', ['i a_x_idx 1', 'i a_x_idx1 1']],
  [
    'one of some rows, or of an expression, is none',
    'CREATE UNIQUE INDEX i ON a (x) WHERE y > 0; CREATE UNIQUE INDEX j ON a (abs(x))',
    [],
  ],
  ['nor one that is not unique', 'CREATE INDEX i ON a (x)', []],
  [
    'a primary key of an index',
    'CREATE UNIQUE INDEX i ON a (x, y); ALTER TABLE a ADD CONSTRAINT k PRIMARY KEY USING INDEX i',
    ['p k 1,2'],
  ],
  ['a key under the name of its index', 'CREATE UNIQUE INDEX i ON a (x); ALTER TABLE a ADD UNIQUE USING INDEX i', ['u i 1']],
  [
    'an index under another name',
    'CREATE UNIQUE INDEX i ON a (x); ALTER INDEX i RENAME TO j; ALTER TABLE a ADD UNIQUE USING INDEX j',
    ['u j 1'],
  ],
  ['an index that goes', 'CREATE UNIQUE INDEX i ON a (x); DROP INDEX public.i', []],
  ['and with its column', 'CREATE UNIQUE INDEX i ON a (x, y); ALTER TABLE a DROP y', []],
])('%s', (_, sql, expected) => {
  const schema = schemaOf(`${sql.startsWith('CREATE TABLE') ? '' : 'CREATE TABLE a (x int, y int); '}${sql}`);
  const { constraints, uniqueIndexes = [] } = relationIn(schema, 'a');
  expect([
    ...constraints.map(({ kind, name, attnums }) => `${kind} ${name} ${attnums.join(',')}`),
    ...uniqueIndexes.map(({ name, attnums }) => `i ${name} ${attnums.join(',')}`),
  ]).toEqual(expected);
  expect(messages(schema)).toEqual([]);
});

test('an index that no file makes makes no key, and that is said', () => {
  expect(messages(schemaOf('CREATE TABLE a (x int); ALTER TABLE a ADD PRIMARY KEY USING INDEX i'))).toEqual([
    'A key of public.a is made of index i, which no file makes, or over more than columns.',
  ]);
});

test('foreign keys find a primary key that is made of an index, and LIKE takes unique indexes along', () => {
  const schema = schemaOf(`CREATE TABLE a (x int); CREATE UNIQUE INDEX i ON a (x); CREATE TABLE b (y int REFERENCES a);
    CREATE TABLE c (LIKE a INCLUDING INDEXES); ALTER TABLE a ADD PRIMARY KEY USING INDEX i;`);
  expect(relationIn(schema, 'b').constraints).toMatchObject([{ kind: 'f', foreignAttnums: [1] }]);
  expect(relationIn(schema, 'c').uniqueIndexes).toEqual([{ name: 'i', attnums: [1] }]);
});
