/** Which outputs are of one row of a table: `0:id 0:ssn` are, `0:id 1:ssn` are not, `-` is of no row that is known. */
import { describe, expect, test } from 'vitest';
import { servers, useFixture } from './support/fixture.ts';
import { columnName } from './support/notation.ts';

const cases: readonly (readonly [sql: string, rows: string])[] = [
  ['SELECT id, ssn FROM customers', '0:id 0:ssn'],
  ['SELECT * FROM other.customers', '0:other.customers.id 0:other.customers.secret'],
  ['SELECT c.ssn AS b, c.id AS a FROM customers AS c (id, name, ssn)', '0:ssn 0:id'],
  ['COPY other.customers TO STDOUT', '0:other.customers.id 0:other.customers.secret'],
  ['COPY customers (ssn, id) TO STDOUT', '0:ssn 0:id'],
  ['COPY (SELECT ssn, id FROM customers) TO STDOUT', '0:ssn 0:id'],
  ['SELECT DISTINCT ON (name) ssn, id FROM customers ORDER BY name, ssn', '0:ssn 0:id'],
  ['SELECT id, ssn FROM customers GROUP BY id, ssn', '0:id 0:ssn'],
  ['SELECT s.a, s.b FROM (SELECT id AS a, ssn AS b FROM customers) s', '0:id 0:ssn'],
  ['SELECT x.s, c.id FROM customers c, LATERAL (SELECT c.ssn AS s) x', '0:ssn 0:id'],
  ['SELECT (SELECT c.ssn), c.id FROM customers c', '0:ssn 0:id'],
  ['SELECT o.note, c.ssn, o.cid, c.id FROM customers c JOIN orders o ON o.cid = c.id', '0:orders.note 1:ssn 0:orders.cid 1:id'],
  ['SELECT id, o.note, c.ssn FROM customers c JOIN orders o USING (id)', '0:id 1:orders.note 0:ssn'],
  ['SELECT id, o.note, c.ssn FROM customers c RIGHT JOIN orders o USING (id)', '0:orders.id 0:orders.note 1:ssn'],
  ['WITH w AS (SELECT id, ssn FROM customers) SELECT ssn, id FROM w', '0:ssn 0:id'],
  ['SELECT k, ssn FROM parent', '0:parent.k 0:parent.ssn'],

  // Two rows of one table.
  ['SELECT a.id, b.ssn FROM customers a, customers b', '0:id 1:ssn'],
  ['SELECT x.id, y.ssn FROM (SELECT * FROM customers) x, (SELECT * FROM customers) y', '0:id 1:ssn'],
  ['WITH w AS (SELECT id, ssn FROM customers) SELECT a.id, b.ssn FROM w a, w b', '0:id 1:ssn'],
  ['WITH w (i, s) AS (SELECT id, ssn FROM customers) SELECT a.i, b.s FROM w a JOIN w AS b (p, s) ON true', '0:id 1:ssn'],
  ['SELECT id, (SELECT ssn FROM customers d WHERE d.id > c.id LIMIT 1) FROM customers c', '0:id 1:ssn'],

  // Values that may be of another row, or that are computed.
  ['SELECT id FROM customers UNION ALL SELECT id FROM customers', '-'],
  ['SELECT id, ssn FROM customers UNION SELECT level, ssn FROM customers', '- -'],
  ['SELECT id, ssn FROM customers EXCEPT SELECT id, ssn FROM customers', '- -'],
  ['SELECT id, o.note FROM customers c FULL JOIN orders o USING (id)', '- 0:orders.note'],
  ['SELECT id + 0, ssn || $1, upper(ssn), id::text, ssn FROM customers', '- - - - 0:ssn'],
  ['SELECT max(id), min(ssn) FROM customers', '- -'],
  ['SELECT id, lag(ssn) OVER (ORDER BY id), first_value(ssn) OVER (ORDER BY id) FROM customers', '0:id - -'],
  ['SELECT coalesce(id, 1), CASE WHEN id > 0 THEN ssn END, nullif(ssn, name) FROM customers', '- - -'],
  ['SELECT 7 AS id, ssn FROM customers', '- 0:ssn'],
  ['SELECT v.id, c.ssn FROM customers c, (VALUES (1), (2)) v (id)', '- 0:ssn'],
  ['SELECT (c).id, (c).ssn, c FROM customers c', '0:id 0:ssn -'],
  ['SELECT (ROW(c.*)).f1, (ROW(c.*)).f3 FROM customers c', '- -'],
  ['SELECT (unnest(array_agg(c ORDER BY id))).id, (unnest(array_agg(c ORDER BY ssn))).ssn FROM customers c', '- -'],
  ['SELECT u.id, u.ssn FROM unnest(ARRAY(SELECT c FROM customers c)) u', '- -'],
  ['SELECT r.f1, r.f2 FROM (SELECT ROW(id, ssn) AS r FROM customers) x, LATERAL (SELECT (x.r).f1, (x.r).f2) r', '- -'],
  ['SELECT unnest(array_agg(id ORDER BY id)), unnest(array_agg(ssn ORDER BY ssn)) FROM customers', '- -'],
  [
    'WITH RECURSIVE r (id, ssn) AS (SELECT id, ssn FROM customers UNION ALL SELECT id + 1, ssn FROM r WHERE id < 9) SELECT * FROM r',
    '- -',
  ],
  [
    'WITH RECURSIVE r (id, ssn) AS (SELECT id, ssn FROM customers UNION ALL SELECT r.id, c.ssn FROM r, customers c) SELECT * FROM r',
    '- -',
  ],
  ['SELECT vid, vs FROM v_deep', '- -'],
  ['SELECT id, s FROM v_plain', '- -'],
];

describe.each(servers)('PostgreSQL $major', ({ major, port }) => {
  const fixture = useFixture(port, major, 'lineage_same_row');
  test.each(cases)('%s', async (sql, rows) => {
    if (!sql.startsWith('COPY')) await fixture.serverSources(sql);
    const { columns } = fixture.read(sql);
    const text = columns?.map(({ stored }) =>
      stored === undefined ? '-' : `${String(stored.row)}:${columnName(fixture.catalog(), stored.column)}`,
    );
    expect(text?.join(' ')).toBe(rows);
  });
});
