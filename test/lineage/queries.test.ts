/** WITH, set operations, sub-selects. The notation is that of support/notation.ts. */
import { columnTable } from './support/tables.ts';

columnTable('with', [
  ['WITH a AS (SELECT ssn AS s FROM customers), b (t) AS (SELECT s FROM a) SELECT t FROM b', ['t: ssn']],
  ['WITH customers AS (SELECT 1 AS ssn) SELECT ssn FROM customers', ['ssn:']],
  ['WITH customers AS (SELECT ssn FROM customers) SELECT * FROM customers', ['ssn: ssn']],
  ['WITH customers AS (SELECT 1 AS ssn) SELECT ssn FROM public.customers', ['ssn: ssn']],
  [
    "WITH a AS (SELECT ssn FROM customers) SELECT (WITH a AS (SELECT 'x' AS ssn) SELECT ssn FROM a), ssn FROM a",
    ['ssn:', 'ssn: ssn'],
  ],
  [
    'WITH a AS MATERIALIZED (SELECT ssn FROM customers) SELECT x.ssn, y FROM a x JOIN a y ON true',
    ['ssn: ssn', 'y: row(ssn=ssn)'],
  ],
  ['WITH d AS (DELETE FROM customers RETURNING ssn AS s) SELECT s FROM d', ['s: ssn']],
  ['WITH i AS (INSERT INTO log (a) SELECT ssn FROM customers RETURNING a, id) SELECT * FROM i', ['a: log.a ssn*', 'id: log.id']],
  ["WITH u AS (UPDATE orders SET note = 'x' RETURNING orders) SELECT (u.orders).note FROM u", ['note: orders.note']],
  ['SELECT (WITH a AS (SELECT c.ssn) SELECT ssn FROM a) FROM customers c', ['ssn: ssn']],
]);

columnTable('recursive', [
  [
    'WITH RECURSIVE r (n, p, q) AS (SELECT 1, ssn, name FROM customers UNION ALL SELECT n + 1, q, p FROM r WHERE n < 3) SELECT * FROM r',
    ['n:', 'p: name ssn', 'q: name ssn'],
  ],
  ['WITH RECURSIVE b AS (SELECT s FROM a), a AS (SELECT ssn AS s FROM customers) SELECT * FROM b', ['s: ssn']],
  [
    "WITH RECURSIVE r (a, b, c) AS (SELECT ssn, '', '' FROM customers UNION SELECT c, a, b FROM r) SELECT * FROM r",
    ['a: ssn', 'b: ssn', 'c: ssn'],
  ],
  [
    'WITH RECURSIVE r AS (SELECT ssn AS s FROM customers UNION ALL SELECT upper(lower(s)) FROM r) SELECT s FROM r',
    ['s: ssn ssn~upper.lower ssn~upper.lower.upper.lower ssn~upper.lower.upper.lower.upper.lower'],
  ],
  [
    "WITH RECURSIVE r (id, up) AS (SELECT id, level FROM customers UNION ALL SELECT c.id, c.level FROM customers c JOIN r ON c.level = r.id) SEARCH DEPTH FIRST BY id SET path CYCLE id SET again TO 'y' DEFAULT 'n' USING trail SELECT *, path FROM r",
    ['id: id', 'up: level', 'path: id*', 'again: id*', 'trail: id*', 'path: id*'],
  ],
  [
    'WITH RECURSIVE r (s, l) AS (SELECT ssn, level FROM customers UNION ALL SELECT s, l FROM r) SEARCH BREADTH FIRST BY s SET seq SELECT seq, l FROM r',
    ['seq: ssn*', 'l: level'],
  ],
]);

columnTable('set operations', [
  ['SELECT name FROM customers UNION SELECT note FROM orders', ['name: name orders.note']],
  [
    'SELECT name, ssn FROM customers EXCEPT SELECT note, a FROM orders',
    ['name: name orders.note?except', 'ssn: orders.a?except ssn'],
  ],
  ['SELECT name FROM customers INTERSECT SELECT note FROM orders', ['name: name orders.note']],
  [
    "(SELECT name FROM customers UNION ALL SELECT note FROM orders) UNION ALL VALUES ('x') ORDER BY 1",
    ['name: name~constant orders.note~constant'],
  ],
  ['SELECT upper(name) AS n FROM customers UNION ALL SELECT ssn FROM customers', ['n: name~upper ssn']],
  [
    'SELECT row_to_json(c) FROM (SELECT id, ssn FROM customers) c UNION ALL SELECT row_to_json(o) FROM (SELECT id, note AS ssn FROM orders) o',
    ['row_to_json: {id=id orders.id, ssn=orders.note ssn}'],
  ],
  [
    'SELECT row_to_json(c) FROM (SELECT id, ssn FROM customers) c UNION ALL SELECT row_to_json(o) FROM (SELECT note FROM orders) o',
    ['row_to_json: id* orders.note* ssn*'],
  ],
  ["VALUES ((SELECT ssn FROM customers LIMIT 1), 1), ('x', 2)", ['column1: ssn~constant', 'column2:']],
  ['TABLE other.customers', ['id: other.customers.id', 'secret: other.customers.secret']],
]);

columnTable('conditions as values', [
  [
    'SELECT ssn IN (SELECT note FROM orders), ssn = ANY (tags), level BETWEEN 1 AND id, name LIKE email, ssn IS NULL, name IS DISTINCT FROM ssn FROM customers',
    [
      '?column?: orders.note* ssn*',
      '?column?: ssn* tags*',
      '?column?: id* level*',
      '?column?: email* name*',
      '?column?: ssn#',
      '?column?: name* ssn*',
    ],
  ],
  [
    'SELECT ssn > ALL (SELECT a FROM orders), (id, name) = (SELECT 1, note FROM orders LIMIT 1), ROW (id, ssn) < ROW (1, name) FROM customers',
    ['?column?: orders.a* ssn*', '?column?: id* name* orders.note*', '?column?: id* name* ssn*'],
  ],
  [
    "SELECT NOT (ssn = 'x' AND name = 'y'), (ssn = 'x') IS TRUE, ssn ~ '^1', name SIMILAR TO 'a' FROM customers",
    ['?column?: name* ssn*', '?column?: ssn*', '?column?: ssn*', '?column?: name*'],
  ],
  [
    'SELECT (SELECT max(note) FROM orders o WHERE o.cid = c.id), (SELECT count(*) FROM orders WHERE note = c.ssn) FROM customers c',
    ['max: orders.note~max', 'count:'],
  ],
]);
