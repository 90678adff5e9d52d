/** Statements that write, and what RETURNING gives. The notation is that of support/notation.ts. */
import { columnTable, writeTable } from './support/tables.ts';

columnTable('returning', [
  [
    "INSERT INTO orders (id, note) VALUES (1, (SELECT ssn FROM customers LIMIT 1)), (2, 'x') RETURNING *",
    ['id: orders.id', 'cid: orders.cid', 'note: orders.note ssn*', 'amount: orders.amount', 'a: orders.a', 'b: orders.b'],
  ],
  [
    'INSERT INTO orders (id, note) SELECT id, email || $1 FROM customers RETURNING note, orders',
    [
      'note: email* orders.note',
      'orders: row(id=id* orders.id, cid=orders.cid, note=email* orders.note, amount=orders.amount, a=orders.a, b=orders.b)',
    ],
  ],
  ['INSERT INTO log DEFAULT VALUES RETURNING id', ['id: log.id']],
  [
    "INSERT INTO customers AS c (id, ssn) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET ssn = excluded.ssn || c.name WHERE c.dob IS NULL RETURNING ssn",
    ['ssn: name* ssn ssn*'],
  ],
  [
    'UPDATE orders o SET note = c.ssn, (a, b) = (SELECT name, email FROM customers WHERE id = 1) FROM customers c WHERE c.id = o.cid RETURNING o.note, c.ssn, o.a',
    ['note: orders.note ssn*', 'ssn: ssn', 'a: name* orders.a'],
  ],
  ["UPDATE places SET home.town = 'x' WHERE id = 1 RETURNING (home).town", ['town: places.home*']],
  [
    'DELETE FROM other.customers c USING orders o WHERE o.cid = c.id RETURNING c.*, o.note',
    ['id: other.customers.id', 'secret: other.customers.secret', 'note: orders.note'],
  ],
  ['DELETE FROM customers', []],
  ["INSERT INTO v_hats VALUES ('x', 'y') RETURNING *", ['a: log.a log.a* orders.note', 'b: log.b orders.b']],
  ['UPDATE v_plain SET s = name RETURNING s, em', ['s: name* ssn', 'em: email~upper.cast']],
]);

columnTable(
  'old and new',
  [
    [
      'UPDATE customers SET ssn = name RETURNING old.ssn, new.ssn, ssn, new.id',
      ['ssn: ssn', 'ssn: name* ssn', 'ssn: name* ssn', 'id: id'],
    ],
    [
      "UPDATE other.customers SET secret = 'x' RETURNING old, *",
      [
        'old: row(id=other.customers.id, secret=other.customers.secret)',
        'id: other.customers.id',
        'secret: other.customers.secret',
      ],
    ],
    ['UPDATE customers SET ssn = name RETURNING WITH (OLD AS o, NEW AS n) o.ssn, n.ssn', ['ssn: ssn', 'ssn: name* ssn']],
    ["INSERT INTO log (a) VALUES ('x') ON CONFLICT DO NOTHING RETURNING old.a, new.a", ['a: log.a', 'a: log.a']],
    [
      'DELETE FROM other.customers RETURNING old.secret, new.secret',
      ['secret: other.customers.secret', 'secret: other.customers.secret'],
    ],
    [
      'MERGE INTO orders o USING customers c ON o.cid = c.id WHEN MATCHED THEN UPDATE SET note = c.ssn RETURNING merge_action(), o.note, c.name, old.note',
      ['merge_action:', 'note: orders.note ssn*', 'name: name', 'note: orders.note'],
    ],
  ],
  { since: 18 },
);

writeTable('assignments', [
  [
    "INSERT INTO orders (id, note) VALUES (1, (SELECT ssn FROM customers LIMIT 1)), (2, 'x')",
    ['orders.id <-', 'orders.note <- ssn~constant'],
  ],
  ['INSERT INTO orders (id, note) SELECT id, email || $1 FROM customers', ['orders.id <- id', 'orders.note <- email*']],
  [
    'INSERT INTO orders SELECT id, level, upper(ssn) FROM customers',
    ['orders.cid <- level', 'orders.id <- id', 'orders.note <- ssn~upper'],
  ],
  [
    "INSERT INTO customers AS c (id, ssn) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET ssn = excluded.ssn || c.name",
    ['id <-', 'ssn <-', 'ssn <- name* ssn*'],
  ],
  [
    'INSERT INTO customers (id, name) SELECT id, note FROM orders ON CONFLICT DO NOTHING',
    ['id <- orders.id', 'name <- orders.note'],
  ],
  ['WITH s AS (SELECT ssn FROM customers) INSERT INTO log (a) SELECT ssn FROM s', ['log.a <- ssn']],
  [
    'UPDATE customers SET (name, ssn) = ROW (email, upper(name)), level = DEFAULT, tags[1] = ssn',
    ['level <-', 'name <- email', 'ssn <- name~upper', 'tags <- ssn*'],
  ],
  ['UPDATE customers SET (name, ssn) = (SELECT note, a FROM orders LIMIT 1)', ['name <- orders.note', 'ssn <- orders.a']],
  ['UPDATE v_plain SET s = name', ['ssn <- name v_plain.name', 'v_plain.s <- name v_plain.name']],
  [
    'MERGE INTO orders o USING customers c ON o.cid = c.id WHEN MATCHED AND c.dob IS NULL THEN UPDATE SET note = c.ssn WHEN NOT MATCHED THEN INSERT (id, note) VALUES (c.id, c.name)',
    ['orders.id <- id', 'orders.note <- name', 'orders.note <- ssn'],
  ],
  ['MERGE INTO orders o USING customers c ON o.cid = c.id WHEN MATCHED THEN DELETE', []],
  ['CREATE TABLE copy AS SELECT ssn, upper(name) AS n FROM customers', ['0.1 <- ssn', '0.2 <- name~upper']],
  ['SELECT ssn INTO other.x FROM customers', ['0.1 <- ssn']],
  ['CREATE MATERIALIZED VIEW w2 AS SELECT p_dynamic(name) FROM customers', ['0.1 <- name* !public.p_dynamic']],
  ['COPY customers (id, name) FROM STDIN', ['id <-', 'name <-']],
  ['ALTER TABLE orders ALTER note TYPE int USING length(a)', ['orders.note <- orders.a*']],
  ['INSERT INTO log (a) SELECT p_dynamic(name) FROM customers', ['log.a <- name* !public.p_dynamic']],
  ['SELECT f_write(ssn) FROM customers', ['log.a <- ssn']],
]);
