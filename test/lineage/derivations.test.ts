/** How a value reaches an output: unchanged, preserved, computed, counted, steering. The notation is that of support/notation.ts. */
import { columnTable } from './support/tables.ts';

columnTable('text and casts', [
  [
    "SELECT lower(name), upper(trim(ssn)), initcap(email), btrim(name, ssn), name || '', substr(ssn, 1, 3), md5(ssn), length(name) FROM customers",
    [
      'lower: name~lower',
      'upper: ssn~upper.btrim',
      'initcap: email~initcap',
      'btrim: name~btrim ssn*',
      '?column?: name*',
      'substr: ssn*',
      'md5: ssn*',
      'length: name*',
    ],
  ],
  [
    'SELECT ssn::text, ssn::free, email::text, name::varchar, CAST(name AS bpchar) FROM customers',
    ['ssn: ssn', 'ssn: ssn', 'email: email~cast', 'name: name~cast', 'name: name~cast'],
  ],
  [
    'SELECT ssn::varchar(4), ssn::short, name::char(3), email::name, name::"char", amount::numeric(8, 1), ssn::char FROM customers, orders',
    ['ssn: ssn*', 'ssn: ssn*', 'name: name*', 'email: email*', 'name: name*', 'amount: orders.amount*', 'ssn: ssn*'],
  ],
  [
    'SELECT id::text, dob::text, ssn::int, tags::text, tags::varchar(2)[], data::text FROM customers',
    ['id: id*', 'dob: dob*', 'ssn: ssn*', 'tags: tags*', 'tags: tags*', 'data: data*'],
  ],
  ["SELECT text(name), name(ssn), CAST(NULL AS text), 'x'::text FROM customers", ['text: name*', 'name: ssn*', 'text:', 'text:']],
  ['SELECT name COLLATE "C", lower(name COLLATE "C") FROM customers', ['name: name', 'lower: name~lower']],
]);

columnTable('choices', [
  [
    "SELECT coalesce(name, ssn), nullif(name, ssn), greatest(name, ssn), least(name, 'a') FROM customers",
    [
      'coalesce: name~coalesce ssn~coalesce',
      'nullif: name~nullif ssn?nullif',
      'greatest: name~greatest ssn~greatest',
      'least: name~least.constant',
    ],
  ],
  [
    "SELECT CASE WHEN ssn > '5' THEN name ELSE email END, CASE id WHEN 1 THEN name END, CASE ssn WHEN 'x' THEN 1 ELSE 2 END FROM customers",
    ['email: email~case name~case ssn?case.>', 'case: id?case name~case', 'case: ssn?case'],
  ],
  [
    'SELECT ssn IS NULL, (ssn || name) IS NOT NULL, num_nulls(ssn, name) FROM customers',
    ['?column?: ssn#', '?column?: name# ssn#', 'num_nulls: name# ssn#'],
  ],
]);

columnTable('aggregates and windows', [
  [
    "SELECT min(ssn), max(email), string_agg(ssn, ','), string_agg(name, ',' ORDER BY dob), bool_or(ssn = 'x'), sum(level), count(*), count(ssn), count(DISTINCT ssn) FROM customers",
    [
      'min: ssn~min',
      'max: email~max',
      'string_agg: ssn*',
      'string_agg: dob?order name*',
      'bool_or: ssn*',
      'sum: level*',
      'count:',
      'count: ssn#',
      'count: ssn#',
    ],
  ],
  [
    "SELECT count(ssn) FILTER (WHERE name LIKE 'A%'), max(ssn) FILTER (WHERE level > 1), array_agg(DISTINCT name ORDER BY name) FROM customers",
    ['count: name?filter.~~ ssn#', 'max: level?filter.> ssn~max', 'array_agg: each(name~distinct)'],
  ],
  [
    "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY ssn), percentile_cont(0.5) WITHIN GROUP (ORDER BY level), mode() WITHIN GROUP (ORDER BY name), rank('x') WITHIN GROUP (ORDER BY ssn) FROM customers",
    ['percentile_disc: ssn~percentile_disc', 'percentile_cont: level*', 'mode: name~mode', 'rank: ssn*'],
  ],
  [
    'SELECT first_value(name) OVER (PARTITION BY dob ORDER BY ssn), lag(ssn, 1, name) OVER w, rank() OVER (ORDER BY ssn), sum(id) OVER (w ORDER BY name), count(email) OVER () FROM customers WINDOW w AS (PARTITION BY level)',
    [
      'first_value: dob?over name~first_value ssn?over',
      'lag: level?over name~lag ssn~lag',
      'rank: ssn?over',
      'sum: id* level?over name?over',
      'count: email#',
    ],
  ],
  [
    'SELECT grouping(ssn, name), ssn, count(*) FROM customers GROUP BY ROLLUP (ssn, name)',
    ['grouping: name?grouping ssn?grouping', 'ssn: ssn', 'count:'],
  ],
  [
    'SELECT ssn, max(name) FROM customers GROUP BY GROUPING SETS ((ssn), ()) HAVING count(email) > 1',
    ['ssn: ssn', 'max: name~max'],
  ],
  ['SELECT upper(ssn) AS u, count(*) FROM customers GROUP BY u', ['u: ssn~upper', 'count:']],
  ['SELECT DISTINCT ON (ssn) name FROM customers ORDER BY ssn, dob', ['name: name']],
]);
