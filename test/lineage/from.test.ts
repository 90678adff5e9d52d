/** Functions in FROM. The notation is that of support/notation.ts. */
import { columnTable } from './support/tables.ts';

columnTable('functions in from', [
  ["SELECT g, t.ordinality, t.t FROM generate_series(1, 3) g, unnest(ARRAY['a']) WITH ORDINALITY t", ['g:', 'ordinality:', 't:']],
  ['SELECT key, value FROM customers, jsonb_each_text(data)', ['key: data*', 'value: data*']],
  [
    'SELECT e.key, e.value FROM other.customers c, jsonb_each_text(to_jsonb(c)) e',
    ['key: other.customers.id* other.customers.secret*', 'value: other.customers.id* other.customers.secret*'],
  ],
  ['SELECT x.a, x.b FROM customers, jsonb_to_recordset(data) AS x (a text, b int)', ['a: data*', 'b: data*']],
  ['SELECT x FROM customers, jsonb_array_elements(data) x', ['x: data*']],
  ["SELECT x FROM unnest(ARRAY['a'::text, 'b']) x, unnest(ARRAY[1, 2.5]) y, customers", ['x:']],
  ['SELECT u.* FROM customers, unnest(tags, ARRAY[ssn]) AS u (tag, s)', ['tag: tags*', 's: ssn']],
  ["SELECT * FROM ROWS FROM (generate_series(1, 2), unnest(ARRAY['x'])) WITH ORDINALITY AS r (n, u, o)", ['n:', 'u:', 'o:']],
  ["SELECT x FROM customers, unnest(ARRAY[ssn, 'b']) x", ['x: ssn~constant']],
  ["SELECT m FROM customers, regexp_matches(ssn, 'x') m", ['m: ssn*']],
  ["SELECT s.* FROM customers, LATERAL string_to_table(name, ',') s", ['s: name*']],
  [
    "SELECT x.q, x.d FROM customers, XMLTABLE('/r' PASSING xmlelement(NAME r, ssn) COLUMNS q text PATH 'a', d text PATH 'b' DEFAULT name) x",
    ['q: ssn*', 'd: name* ssn*'],
  ],
  [
    'SELECT xmlforest(name, ssn AS s), xmlserialize(CONTENT xmlelement(NAME x, email) AS text) FROM customers',
    ['xmlforest: name* ssn*', 'xmlserialize: email*'],
  ],
  ["SELECT relid FROM pg_partition_tree('part')", ['relid:']],
  ['SELECT jsonb_populate_record(NULL::address, data) FROM customers', ['jsonb_populate_record: data*']],
  [
    'SELECT p.street, p FROM customers, jsonb_populate_record(NULL::address, data) p',
    ['street: data*', 'p: row(street=data*, town=data*)'],
  ],
  ["SELECT c FROM customers CROSS JOIN current_setting('x') c", ['c:']],
]);
