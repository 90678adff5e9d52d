/** Names, aliases and joins. The notation is that of support/notation.ts. */
import { columnTable } from './support/tables.ts';

columnTable('scope', [
  [
    "SELECT ssn, name AS n, id + 1, 'x', $1, now() FROM customers",
    ['ssn: ssn', 'n: name', '?column?: id*', '?column?:', '?column?:', 'now:'],
  ],
  ['SELECT a, b, d, level FROM customers AS c (a, b, d)', ['a: id', 'b: name', 'd: ssn', 'level: level']],
  ['SELECT customers.secret FROM other.customers', ['secret: other.customers.secret']],
  ['SELECT public.customers.ssn FROM public.customers', ['ssn: ssn']],
  [
    'SELECT other.customers.secret, public.customers.ssn FROM other.customers, public.customers',
    ['secret: other.customers.secret', 'ssn: ssn'],
  ],
  ['SELECT l.s FROM customers c, LATERAL (SELECT c.ssn AS s) l', ['s: ssn']],
  [
    'SELECT (SELECT c.ssn FROM orders LIMIT 1), EXISTS (SELECT ssn FROM customers), ARRAY(SELECT email FROM customers) FROM customers c',
    ['ssn: ssn', 'exists:', 'array: each(email)'],
  ],
  ['SELECT (SELECT ssn FROM orders LIMIT 1) FROM customers', ['ssn: ssn']],
  ['SELECT (SELECT note FROM (SELECT note FROM orders WHERE cid = customers.id) o) FROM customers', ['note: orders.note']],
  ['SELECT ctid, tableoid, customers.xmin FROM customers', ['ctid: -1', 'tableoid: -6', 'xmin: -2']],
  ['SELECT (SELECT xmin FROM orders LIMIT 1) FROM (SELECT ssn AS xmin FROM customers) s', ['xmin: orders.-2']],
  ['SELECT "Odd" FROM (SELECT ssn AS "Odd", name AS odd FROM customers) s', ['Odd: ssn']],
  ['SELECT q.a FROM (SELECT id AS a, ssn AS b FROM customers ORDER BY b) q', ['a: id']],
  ['SELECT v FROM (VALUES ((SELECT ssn FROM customers LIMIT 1)), ((SELECT name FROM customers LIMIT 1))) q (v)', ['v: name ssn']],
  [
    'SELECT s.k, s.n FROM other.customers AS s (k, n) TABLESAMPLE BERNOULLI (10)',
    ['k: other.customers.id', 'n: other.customers.secret'],
  ],
  ['SELECT ssn FROM ONLY customers', ['ssn: ssn']],
]);

columnTable('joins', [
  [
    'SELECT c.*, o.note FROM customers c JOIN orders o ON o.cid = c.id',
    [
      'id: id',
      'name: name',
      'ssn: ssn',
      'email: email',
      'dob: dob',
      'data: data',
      'tags: tags',
      'level: level',
      'note: orders.note',
    ],
  ],
  ['SELECT id, o.note FROM customers FULL JOIN orders o USING (id)', ['id: id~coalesce orders.id~coalesce', 'note: orders.note']],
  ['SELECT id FROM customers RIGHT JOIN orders USING (id)', ['id: orders.id']],
  ['SELECT id FROM customers LEFT JOIN orders USING (id)', ['id: id']],
  [
    'SELECT * FROM customers NATURAL JOIN parent',
    ['ssn: ssn', 'id: id', 'name: name', 'email: email', 'dob: dob', 'data: data', 'tags: tags', 'level: level', 'k: parent.k'],
  ],
  ['SELECT ssn FROM customers NATURAL FULL JOIN parent', ['ssn: parent.ssn~coalesce ssn~coalesce']],
  [
    'SELECT j.id, j FROM (customers JOIN orders USING (id)) AS j',
    [
      'id: id',
      'j: row(id=id, name=name, ssn=ssn, email=email, dob=dob, data=data, tags=tags, level=level, cid=orders.cid, note=orders.note, amount=orders.amount, a=orders.a, b=orders.b)',
    ],
  ],
  [
    'SELECT j.id, customers.id, orders.note FROM customers JOIN orders USING (id) AS j',
    ['id: id', 'id: id', 'note: orders.note'],
  ],
  ['SELECT j.ssn, j.note FROM (customers c JOIN orders o (id2) ON o.cid = c.id) j', ['ssn: ssn', 'note: orders.note']],
  ['SELECT * FROM (SELECT ssn FROM customers) a CROSS JOIN (SELECT note FROM orders) b', ['ssn: ssn', 'note: orders.note']],
  [
    'SELECT id FROM customers FULL JOIN orders USING (id) FULL JOIN log USING (id)',
    ['id: id~coalesce.coalesce log.id~coalesce orders.id~coalesce.coalesce'],
  ],
  ['SELECT c.id, customers.id FROM customers JOIN other.customers c USING (id)', ['id: other.customers.id', 'id: id']],
  [
    'SELECT customers FROM customers JOIN orders USING (id)',
    ['customers: row(id=id, name=name, ssn=ssn, email=email, dob=dob, data=data, tags=tags, level=level)'],
  ],
]);

columnTable('inheritance and partitions', [
  [
    'SELECT ssn FROM parent UNION ALL SELECT ssn FROM ONLY child UNION ALL SELECT ssn FROM part',
    ['ssn: child.ssn parent.ssn part.ssn'],
  ],
  ['SELECT * FROM child', ['k: child.k', 'ssn: child.ssn', 'extra: child.extra']],
  ['SELECT tableoid, * FROM part1', ['tableoid: part1.-6', 'k: part1.k', 'ssn: part1.ssn']],
]);
