/** Whole rows, composite values, arrays. The notation is that of support/notation.ts. */
import { columnTable } from './support/tables.ts';

columnTable('whole rows', [
  ['SELECT c FROM customers c', ['c: row(id=id, name=name, ssn=ssn, email=email, dob=dob, data=data, tags=tags, level=level)']],
  ['SELECT customers FROM other.customers', ['customers: row(id=other.customers.id, secret=other.customers.secret)']],
  ['SELECT (c).ssn, (c.*).email, (ROW(c.*)).f3 FROM customers c', ['ssn: ssn', 'email: email', 'f3: ssn']],
  ['SELECT (x.c).ssn, (x.c).name FROM (SELECT c FROM customers c) x', ['ssn: ssn', 'name: name']],
  ['SELECT (y).* FROM (SELECT c AS y FROM other.customers c) z', ['id: other.customers.id', 'secret: other.customers.secret']],
  [
    'SELECT ROW(id, ssn), (id, name), ROW(c.*, 1) FROM other.customers AS c (id, ssn), (SELECT name FROM customers) n',
    [
      'row: row(f1=other.customers.id, f2=other.customers.secret)',
      'row: row(f1=other.customers.id, f2=name)',
      'row: row(f1=other.customers.id, f2=other.customers.secret, f3=)',
    ],
  ],
  [
    'SELECT c::text, c IS NULL, c = ROW(1) FROM other.customers c',
    [
      'c: other.customers.id* other.customers.secret*',
      '?column?: other.customers.id# other.customers.secret#',
      '?column?: other.customers.id* other.customers.secret*',
    ],
  ],
  ['SELECT ssn(c), c.f_field, f_field(c) FROM customers c', ['ssn: ssn', 'f_field: ssn', 'f_field: ssn']],
  [
    'SELECT count(c), count(c.*) FROM other.customers c',
    ['count: other.customers.id# other.customers.secret#', 'count: other.customers.id# other.customers.secret#'],
  ],
  ['SELECT d, d.y, (d).y FROM dropped d', ['d: row(x=dropped.x, y=dropped.y)', 'y: dropped.y', 'y: dropped.y']],
  ['SELECT r FROM (SELECT id, ssn FROM customers) r', ['r: row(id=id, ssn=ssn)']],
  ['SELECT c FROM other.customers c (x, y)', ['c: row(id=other.customers.id, secret=other.customers.secret)']],
  ['SELECT (c).y, (c).x FROM other.customers c (x, y)', ['y: other.customers.secret', 'x: other.customers.id']],
]);

columnTable('composites and arrays', [
  [
    'SELECT (home).town, (home).*, former[1], former[1].street, former[1:2], home FROM places',
    [
      'town: places.home*',
      'street: places.home*',
      'town: places.home*',
      'former: places.former*',
      'street: places.former*',
      'former: places.former*',
      'home: places.home',
    ],
  ],
  [
    'SELECT ROW(name, ssn)::address, (ROW(name, ssn)::address).town, (ROW(id, ssn)).f2 FROM customers',
    ['row: row(street=name, town=ssn)', 'town: ssn', 'f2: ssn'],
  ],
  [
    "SELECT (ARRAY[ssn, name])[1], ARRAY[id], ARRAY[]::text[], tags[1], tags[1:2], data['a'], data -> 'x' FROM customers",
    ['array: name ssn', 'array: each(id)', 'array:', 'tags: tags*', 'tags: tags*', 'data: data*', '?column?: data*'],
  ],
  [
    'SELECT (ARRAY[ROW(name, ssn)::address])[1].town, (SELECT array_agg(ssn) FROM customers)[1], (ARRAY[ssn])[level] FROM customers',
    ['town: name* ssn ssn*', 'array_agg: ssn', 'array: level* ssn*'],
  ],
  ['SELECT unnest(tags), unnest(ARRAY[ssn, email]) FROM customers', ['unnest: tags*', 'unnest: email* ssn*']],
  [
    "SELECT array_agg(ssn), array_to_string(array_agg(ssn), ','), array_append(array_agg(name), 'x'), array_agg(ARRAY[ssn]) FROM customers",
    ['array_agg: each(ssn)', 'array_to_string: ssn*', 'array_append: name*', 'array_agg: ssn*'],
  ],
  [
    'SELECT CASE WHEN true THEN c END, coalesce(c, c) FROM other.customers c',
    [
      'case: row(id=other.customers.id, secret=other.customers.secret)',
      'coalesce: row(id=other.customers.id, secret=other.customers.secret)',
    ],
  ],
  [
    'SELECT (SELECT c FROM customers c LIMIT 1).name, (coalesce(c, c)).secret, (SELECT x FROM (SELECT c.secret) x) FROM other.customers c',
    [
      'name: data* dob* email* id* level* name name* ssn* tags*',
      'secret: other.customers.id* other.customers.secret other.customers.secret*',
      'x: row(secret=other.customers.secret)',
    ],
  ],
  [
    'SELECT (x.c).secret FROM (SELECT c FROM other.customers c UNION ALL SELECT c FROM other.customers c) x',
    ['secret: other.customers.id* other.customers.secret other.customers.secret*'],
  ],
  [
    'SELECT u.secret FROM (SELECT array_agg(c) AS a FROM other.customers c) x, unnest(x.a) u',
    ['secret: other.customers.id* other.customers.secret other.customers.secret*'],
  ],
]);
