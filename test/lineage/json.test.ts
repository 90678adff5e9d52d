/** JSON values that are built here, member by member. The notation is that of support/notation.ts. */
import { columnTable } from './support/tables.ts';

columnTable('builders', [
  [
    "SELECT json_build_object('mail', email, 'who', json_build_array(name, id)), jsonb_build_object('b', ssn, 'aa', id, 'b', name) FROM customers",
    ['json_build_object: {mail=email, who=[name, id]}', 'jsonb_build_object: {b=name, aa=id}'],
  ],
  [
    "SELECT jsonb_build_object('name', name, 'id', id, 'age', level), json_build_object('name', name, 'id', id), json_build_object('b', name)::jsonb FROM customers",
    ['jsonb_build_object: {id=id, age=level, name=name}', 'json_build_object: {name=name, id=id}', 'json_build_object: {b=name}'],
  ],
  [
    'SELECT json_build_object(name, ssn), json_build_object(VARIADIC ARRAY[name, ssn]), json_object(ARRAY[name], ARRAY[ssn]), json_build_array() FROM customers',
    ['json_build_object: name* ssn*', 'json_build_object: name* ssn*', 'json_object: name* ssn*', 'json_build_array: []'],
  ],
  [
    'SELECT row_to_json(c), to_jsonb(c.*), to_json(c), row_to_json(ROW(c.id)) FROM other.customers c',
    [
      'row_to_json: {id=other.customers.id, secret=other.customers.secret}',
      'to_jsonb: {id=other.customers.id, secret=other.customers.secret}',
      'to_json: {id=other.customers.id, secret=other.customers.secret}',
      'row_to_json: {f1=other.customers.id}',
    ],
  ],
  [
    'SELECT json_agg(c), jsonb_agg(c ORDER BY secret), json_agg(id), json_agg(DISTINCT secret) FROM other.customers c',
    [
      'json_agg: each json({id=other.customers.id, secret=other.customers.secret})',
      'jsonb_agg: each json({id=other.customers.id, secret=other.customers.secret})',
      'json_agg: each json(other.customers.id)',
      'json_agg: each json(other.customers.secret~distinct)',
    ],
  ],
  [
    'SELECT json_object_agg(name, ssn), jsonb_object_agg(id, email) FROM customers',
    ['json_object_agg: name* ssn*', 'jsonb_object_agg: email* id*'],
  ],
  [
    'SELECT array_to_json(ARRAY[ssn]), to_json(ssn), to_jsonb(ARRAY[id]), array_to_json(array_agg(name)) FROM customers GROUP BY ssn, id',
    ['array_to_json: each json(ssn)', 'to_json: ssn*', 'to_jsonb: each json(id)', 'array_to_json: each json(name)'],
  ],
  ["SELECT coalesce(json_agg(t), '[]') FROM (SELECT id, email FROM customers) t", ['coalesce: each json({id=id, email=email})']],
  [
    "SELECT json_agg(json_build_object('id', c.id, 'orders', (SELECT json_agg(o.note) FROM orders o WHERE o.cid = c.id))) FROM customers c",
    ['json_agg: each json({id=id, orders=each json(orders.note)})'],
  ],
  [
    "SELECT json_build_object('a', ssn)::jsonb, json_build_object('a', ssn)::text, jsonb_build_object('a', ssn)::json FROM customers",
    ['json_build_object: {a=ssn}', 'json_build_object: ssn*', 'jsonb_build_object: {a=ssn}'],
  ],
  [
    "SELECT to_jsonb(c) - 'secret', row_to_json(c) ->> 'secret', jsonb_set(to_jsonb(c), '{x}', '1'), to_jsonb(c) || '{}' FROM other.customers c",
    [
      '?column?: other.customers.id* other.customers.secret*',
      '?column?: other.customers.id* other.customers.secret*',
      'jsonb_set: other.customers.id* other.customers.secret*',
      '?column?: other.customers.id* other.customers.secret*',
    ],
  ],
  ['SELECT r FROM (SELECT row_to_json(t) AS r FROM (SELECT id, ssn AS s FROM customers) t) x', ['r: {id=id, s=ssn}']],
  [
    "SELECT json_build_object('at', CASE WHEN id > 1 THEN ssn END) FROM customers",
    ['json_build_object: {at=id?case.> ssn~case}'],
  ],
  [
    "SELECT jsonb_build_object('x', to_jsonb(c), 'y', ARRAY[c.id]) FROM other.customers c",
    ['jsonb_build_object: {x={id=other.customers.id, secret=other.customers.secret}, y=each json(other.customers.id)}'],
  ],
  [
    "SELECT json_strip_nulls(json_build_object('a', ssn)), jsonb_pretty(jsonb_build_object('a', ssn)) FROM customers",
    ['json_strip_nulls: ssn*', 'jsonb_pretty: ssn*'],
  ],
]);

columnTable(
  'sql json',
  [
    [
      "SELECT json_array(name, ssn), json_array(name, ssn NULL ON NULL), json_object('a': name, 'b': ssn), json_object('a': name ABSENT ON NULL), json_object('a': name RETURNING jsonb) FROM customers",
      [
        'json_array: name* ssn*',
        'json_array: [name, ssn]',
        'json_object: {a=name, b=ssn}',
        'json_object: name*',
        'json_object: {a=name}',
      ],
    ],
    [
      'SELECT json_objectagg(name: ssn), json_arrayagg(ssn ORDER BY dob), name IS JSON FROM customers GROUP BY name',
      ['json_objectagg: name* ssn*', 'json_arrayagg: each json(ssn)', '?column?: name*'],
    ],
    [
      "SELECT json_scalar(name), json(name), json_serialize(data), json_value(data, '$.a' PASSING ssn AS s), json_query(data, '$'), json_exists(data, '$.a'), json_array(SELECT ssn FROM customers) FROM customers",
      [
        'json_scalar: name*',
        'json: name*',
        'json_serialize: data*',
        'json_value: data* ssn*',
        'json_query: data*',
        'json_exists: data*',
        'json_array: each json(ssn)',
      ],
    ],
    [
      "SELECT t.* FROM customers, JSON_TABLE(data, '$[*]' PASSING ssn AS s COLUMNS (n FOR ORDINALITY, a text PATH '$.a', NESTED PATH '$.b' COLUMNS (c int))) t",
      ['n: data* ssn*', 'a: data* ssn*', 'c: data* ssn*'],
    ],
  ],
  { since: 18 },
);
