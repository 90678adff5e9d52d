/** How conditions use columns: clause, operator, and what the other side is. The notation is that of support/notation.ts. */
import { expect, it } from 'vitest';
import { forServers, predicateTable } from './support/tables.ts';

predicateTable('conditions', [
  [
    "SELECT 1 FROM customers WHERE ssn = 'x' AND (email = $1 OR name <> name || '')",
    ['where email = parameter', 'where name <> expression', 'where name function column(name)', 'where ssn = constant'],
  ],
  [
    "SELECT 1 FROM customers WHERE ssn LIKE 'x%' AND email ILIKE $1 AND name SIMILAR TO 'a' AND ssn ~ 'x'",
    ['where email ilike parameter', 'where name similar constant', 'where ssn ~ constant', 'where ssn like constant'],
  ],
  [
    "SELECT 1 FROM customers WHERE level BETWEEN 1 AND $1 AND ssn IN ('a', $2) AND name NOT IN (SELECT note FROM orders)",
    [
      'where level between constant',
      'where level between parameter',
      'where name in column(orders.note)',
      'where orders.note in column(name)',
      'where ssn in constant',
      'where ssn in parameter',
    ],
  ],
  [
    'SELECT 1 FROM customers WHERE ssn IS NULL AND NOT (email IS DISTINCT FROM $1)',
    ['where email is-distinct-from parameter', 'where ssn is-null none'],
  ],
  [
    "SELECT 1 FROM customers WHERE lower(email) = 'x' AND substr(ssn, 1, 1) = '1' AND email::text = 'x'",
    ['where email = constant', 'where email function constant', 'where ssn function constant'],
  ],
  [
    "SELECT 1 FROM customers WHERE ssn = ANY (tags) AND ssn = ANY ($1) AND 'x' > ALL (tags)",
    ['where ssn in column(tags)', 'where ssn in parameter', 'where tags > constant', 'where tags in column(ssn)'],
  ],
  [
    "SELECT 1 FROM customers WHERE (ssn, name) = ('x', email) AND (id, name) IN (SELECT id, note FROM orders)",
    [
      'where email = column(name)',
      'where id in column(orders.id)',
      'where name = column(email)',
      'where name in column(orders.note)',
      'where orders.id in column(id)',
      'where orders.note in column(name)',
      'where ssn = constant',
    ],
  ],
  [
    'SELECT 1 FROM customers WHERE EXISTS (SELECT FROM orders WHERE note = customers.ssn)',
    ['where orders.note = column(ssn)', 'where ssn = column(orders.note)'],
  ],
  ["SELECT 1 FROM customers WHERE (SELECT ssn = 'x') OR (ssn = 'y') IS TRUE", ['where ssn function none']],
  [
    'SELECT 1 FROM customers c WHERE c = ROW(1)',
    [
      'where data function constant',
      'where dob function constant',
      'where email function constant',
      'where id function constant',
      'where level function constant',
      'where name function constant',
      'where ssn function constant',
      'where tags function constant',
    ],
  ],
  ["SELECT 1 FROM customers WHERE p_argument(ssn) = 'x'", ['case ssn = constant', 'where ssn function constant']],
]);

predicateTable('clauses', [
  [
    "SELECT 1 FROM customers c JOIN orders o ON o.note = c.ssn AND o.a > 'x'",
    ['join orders.a > constant', 'join orders.note = column(ssn)', 'join ssn = column(orders.note)'],
  ],
  ['SELECT 1 FROM customers JOIN orders USING (id)', ['join id = column(orders.id)', 'join orders.id = column(id)']],
  [
    'SELECT 1 FROM customers NATURAL LEFT JOIN parent',
    ['join child.ssn = column(ssn)', 'join parent.ssn = column(ssn)', 'join ssn = column(parent.ssn child.ssn)'],
  ],
  [
    'SELECT name FROM customers ORDER BY ssn, lower(email), 1',
    ['order email function none', 'order name order none', 'order ssn order none'],
  ],
  [
    "SELECT name, count(*) FROM customers GROUP BY name, level + 1 HAVING max(ssn) > 'x'",
    ['group level function none', 'group name group none', 'having ssn function constant'],
  ],
  ['SELECT ssn AS s FROM customers GROUP BY s ORDER BY s', ['group ssn group none', 'order ssn order none']],
  ['SELECT DISTINCT name FROM customers', ['distinct name distinct none']],
  ['SELECT DISTINCT ON (ssn) name FROM customers', ['distinct ssn distinct none']],
  ['SELECT name FROM customers LIMIT (SELECT max(level) FROM customers)', ['limit level function none']],
  [
    'SELECT name FROM customers UNION SELECT note FROM orders',
    ['setop name setop column(orders.note)', 'setop orders.note setop column(name)'],
  ],
  ['SELECT name FROM customers UNION ALL SELECT note FROM orders', []],
  [
    "SELECT CASE WHEN ssn = 'x' THEN 1 END, CASE name WHEN 'y' THEN 2 END FROM customers",
    ['case name = constant', 'case ssn = constant'],
  ],
  [
    "SELECT count(*) FILTER (WHERE ssn = 'x'), string_agg(name, ',' ORDER BY dob) FROM customers",
    ['filter ssn = constant', 'order dob order none'],
  ],
  ['SELECT rank() OVER (PARTITION BY ssn ORDER BY name) FROM customers', ['window name order none', 'window ssn group none']],
  ['SELECT sum(id) OVER w FROM customers WINDOW w AS (PARTITION BY level)', ['window level group none']],
  [
    "INSERT INTO customers (id) VALUES (1) ON CONFLICT (ssn) WHERE name = 'x' DO UPDATE SET ssn = 'y' WHERE customers.email = 'z'",
    ['conflict name = constant', 'conflict ssn = none', 'where email = constant'],
  ],
  ["UPDATE customers SET ssn = 'x' WHERE name = $1", ['where name = parameter']],
  ['DELETE FROM customers USING orders WHERE note = ssn', ['where orders.note = column(ssn)', 'where ssn = column(orders.note)']],
  [
    "MERGE INTO orders o USING customers c ON o.note = c.ssn WHEN MATCHED AND c.name = 'x' THEN DELETE WHEN NOT MATCHED AND c.email = 'y' THEN DO NOTHING",
    ['join orders.note = column(ssn)', 'join ssn = column(orders.note)', 'where email = constant', 'where name = constant'],
  ],
  ["EXPLAIN SELECT 1 FROM customers WHERE ssn = 'x'", ['where ssn = constant']],
  ['PREPARE p AS SELECT 1 FROM customers WHERE ssn = $1', ['where ssn = parameter']],
  ['SELECT ssn FROM customers FOR UPDATE', []],
  ['SELECT c.id FROM customers c, generate_series(1, ascii(c.ssn))', ['other ssn function none']],
  ["SELECT id, regexp_matches(ssn, '^1') FROM customers", ['other ssn function none']],
  ['SELECT c.id FROM customers c, unnest(c.tags) t', ['other tags is-null none']],
  [
    'SELECT c.id FROM other.customers c, jsonb_each(to_jsonb(c)) e',
    ['other other.customers.id is-null none', 'other other.customers.secret is-null none'],
  ],
  ["SELECT c.id FROM customers c, unnest(regexp_split_to_array(c.ssn, '1')) t", ['other ssn function none']],
  ['SELECT c.id FROM customers c, f_columns(c.level) f', ['where id = column(level)', 'where level = column(id)']],
  [
    "SELECT c.id FROM customers c, XMLTABLE('/r' PASSING xmlparse(DOCUMENT c.name) COLUMNS a int) t",
    ['other name function none'],
  ],
]);

predicateTable(
  'newer clauses',
  [
    ["SELECT c.id FROM customers c, JSON_TABLE(c.data, '$' COLUMNS (a int)) t", ['other data function none']],
    ["UPDATE customers SET name = 'x' WHERE ssn = 'y' RETURNING old.email", ['where ssn = constant']],
  ],
  { since: 18 },
);

forServers('how many values are compared', {}, (fixture) => {
  it.each<[condition: string, against: string, times: number]>([
    ["ssn = 'a'", 'constant', 1],
    ["ssn = 'a' OR ssn = 'b' OR 'c' = ssn", 'constant', 3],
    ["ssn IN ('a', 'b', 'c')", 'constant', 3],
    ["(ssn, name) IN (('a', 'b'), ('c', 'd'))", 'constant', 2],
    ["ssn = ANY (ARRAY['a', 'b', 'c'])", 'constant', 3],
    ["ssn = ANY ('{a,b,c}'::text[])", 'constant', 3],
    ["ssn IN (VALUES ('a'), ('b'))", 'constant', 2],
    ['ssn = $1 OR ssn = $2', 'parameter', 2],
    ['ssn = ANY ($1)', 'parameter', 1],
    ["ssn = ANY (string_to_array('a,b', ','))", 'expression', 1],
    ["ssn IN (SELECT unnest(ARRAY['a', 'b']))", 'expression', 1],
    ["ssn IN (SELECT 'u' || generate_series(1, 1000))", 'expression', 1],
  ])('%s', (condition, against, times) => {
    const reading = fixture.reading(`SELECT id FROM customers WHERE ${condition}`);
    const uses = reading.ok ? (reading.statements[0]?.predicates ?? []) : [];
    const key = uses.find(({ others }) => others.length === 0);
    expect({ against: key?.against, times: key?.times }).toEqual({ against, times });
  });

  it('each arm of a CASE', () => {
    const reading = fixture.reading("SELECT CASE ssn WHEN 'a' THEN 1 WHEN 'b' THEN 2 END FROM customers");
    expect(reading.ok && reading.statements[0]?.predicates.map(({ clause, times }) => [clause, times])).toEqual([['case', 2]]);
  });
});
