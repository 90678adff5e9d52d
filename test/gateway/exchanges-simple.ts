/** Exchanges by the simple protocol. */
import { all, type Exchanges, simple } from './exchanges.ts';

export const simpleExchanges: Exchanges = [
  ['text rows of every kind', simple(all, 'SELECT NULL::int, NULL::text', 'SELECT WHERE false', 'TABLE items')],
  ['an empty result', simple('SELECT * FROM items WHERE id < 0')],
  ['an empty query', simple('', ';', ' ; ; ', '-- nothing')],
  ['several statements in a text', simple('SELECT 1; SELECT 2, 3; ; VALUES (4), (5)', 'SELECT 1;;SELECT 2')],
  ['an error in the middle of a text', simple('SELECT 1; SELECT 1/0; SELECT 2', 'SELECT 3')],
  ['a syntax error', simple('SELEC 1', 'SELECT FROM WHERE', 'SELECT 1; SELEC 2')],
  [
    'a relation, column and function that are not there',
    simple('SELECT * FROM nowhere', 'SELECT nothing FROM items', 'SELECT nofn(1)'),
  ],
  [
    'an error with position, detail and hint',
    simple("SELECT 'a'::int", 'SELECT title FROM items GROUP BY id % 2', "SELECT '1' + ''"),
  ],
  [
    'a transaction',
    simple('BEGIN', 'INSERT INTO scratch VALUES (1)', 'SAVEPOINT a', 'SELECT 1/0', 'SELECT 1', 'ROLLBACK TO a', 'ROLLBACK'),
  ],
  ['warnings', simple('COMMIT', 'ROLLBACK', 'BEGIN; BEGIN; ROLLBACK')],
  ['COMMIT AND CHAIN', simple('BEGIN', 'COMMIT AND CHAIN', 'SELECT 1', 'ROLLBACK AND CHAIN', 'ROLLBACK')],
  [
    'a transaction within a text',
    simple('BEGIN; SELECT 1; COMMIT; SELECT 2', 'SELECT 1; ROLLBACK', 'BEGIN; SELECT 1/0', 'ROLLBACK'),
  ],
  [
    'DML with tags and RETURNING',
    simple(
      'BEGIN',
      'INSERT INTO scratch SELECT i, i::text FROM generate_series(1, 5) i RETURNING *',
      'UPDATE scratch SET id = id + 1',
      'DELETE FROM scratch RETURNING id',
      'ROLLBACK',
    ),
  ],
  [
    'DML that violates a constraint',
    simple('INSERT INTO items (id) VALUES (1)', "INSERT INTO items (id, title) VALUES (1, 'x')"),
  ],
  [
    'settings',
    simple("SET DateStyle = 'SQL, DMY'", all, 'SHOW datestyle', "SET application_name = 'x'", 'RESET ALL', 'SHOW timezone'),
  ],
  [
    'cursors',
    simple(
      'BEGIN',
      `DECLARE c SCROLL CURSOR FOR ${all}`,
      'FETCH 3 FROM c',
      'FETCH BACKWARD 2 FROM c',
      'MOVE 5 IN c',
      'FETCH ALL FROM c',
      'CLOSE c',
      'FETCH c',
      'ROLLBACK',
    ),
  ],
  ['a cursor WITH HOLD', simple(`BEGIN; DECLARE h CURSOR WITH HOLD FOR ${all}; COMMIT`, 'FETCH 2 FROM h', 'CLOSE h', 'FETCH h')],
  [
    'PREPARE and EXECUTE',
    simple(
      'PREPARE p (int) AS SELECT title FROM items WHERE id = $1',
      'EXECUTE p(3)',
      'EXECUTE p(99)',
      "EXECUTE p('x')",
      'DEALLOCATE p',
      'EXECUTE p(1)',
    ),
  ],
  ['EXPLAIN', simple('EXPLAIN (COSTS OFF) SELECT * FROM items', 'EXPLAIN (COSTS OFF, FORMAT JSON) SELECT 1')],
  ['DISCARD ALL', simple('PREPARE d AS SELECT 1', 'DISCARD ALL', 'EXECUTE d', 'SELECT 1')],
  ['notices', simple('CREATE TABLE IF NOT EXISTS items (id int)', 'DROP TABLE IF EXISTS nowhere', 'SELECT 1')],
  [
    'DDL',
    simple(
      'CREATE TABLE made (id int PRIMARY KEY)',
      'INSERT INTO made VALUES (1)',
      'SELECT * FROM made',
      'ALTER TABLE made ADD COLUMN more text',
      'SELECT * FROM made',
      'DROP TABLE made',
      'SELECT * FROM made',
    ),
  ],
  ['DDL in a transaction', simple('BEGIN', 'CREATE TABLE made (id int)', 'SELECT * FROM made', 'ROLLBACK', 'SELECT * FROM made')],
  [
    'DDL and its use in one text',
    simple(
      'CREATE TABLE made (id int); INSERT INTO made VALUES (1), (2); SELECT * FROM made; DROP TABLE made',
      'BEGIN; CREATE TABLE made (id int); SELECT * FROM made; ROLLBACK',
    ),
  ],
  [
    'temporary tables',
    simple(
      'CREATE TEMP TABLE items (id int, own text)',
      "INSERT INTO items VALUES (1, 'temporary')",
      all,
      'DROP TABLE items',
      'SELECT count(*) FROM items',
    ),
  ],
  [
    'a prepared statement over a table that changes',
    simple(
      'CREATE TABLE made (id int)',
      'PREPARE m AS SELECT * FROM made',
      'EXECUTE m',
      'ALTER TABLE made ADD COLUMN b int',
      'EXECUTE m',
      'DROP TABLE made',
      'EXECUTE m',
      'DEALLOCATE m',
    ),
  ],
];
