/** Functions of users: bodies that are followed, and those that are not. The notation is that of support/notation.ts. */
import { expect, it } from 'vitest';
import { columnsText } from './support/notation.ts';
import { columnTable, forServers } from './support/tables.ts';

columnTable('sql bodies', [
  ['SELECT t.ssn, q.s FROM f_table() t, f_columns(1) q', ['ssn: ssn', 's: ssn']],
  [
    'SELECT f_table(), (f_table()).ssn, f_columns(1) FROM orders',
    [
      'f_table: row(id=id, name=name, ssn=ssn, email=email, dob=dob, data=data, tags=tags, level=level)',
      'ssn: ssn',
      'f_columns: row(q=id, s=ssn)',
    ],
  ],
  [
    'SELECT f_scalar(id), f_field(c), f_second(second => name, first => ssn), f_second(ssn, second => name), f_atomic(email), f_atomic_table(1), f_path(), f_self(1) FROM customers c',
    [
      'f_scalar: ssn',
      'f_field: ssn',
      'f_second: name',
      'f_second: name',
      'f_atomic: email~lower',
      'f_atomic_table: ssn',
      'f_path: other.customers.secret',
      'f_self: ssn~case.max',
    ],
  ],
  ['SELECT f_write(name) FROM customers', ['f_write: log.a name*']],
  ["SELECT name ### 'x', 'a' ### 'b' FROM orders, customers", ['?column?: name* ssn~max', '?column?: ssn~max']],
  ["SELECT o.id FROM orders o WHERE note ### a = 'x'", ['id: orders.id']],
]);

columnTable('plpgsql bodies', [
  [
    'SELECT p_value(1), p_argument(name), p_loop(), (p_out(1)).a, (p_out(1)).b, p_alias(name), p_raise(ssn) FROM customers',
    [
      'p_value: ssn*',
      'p_argument: name?plpgsql.= name*',
      'p_loop: name* ssn*',
      'a: email*',
      'b: email*',
      'p_alias: name* ssn*',
      'p_raise: ssn?plpgsql ssn?plpgsql.in.variable',
    ],
  ],
  ['SELECT x, y FROM p_query()', ['x: ssn', 'y: id']],
  ['SELECT a, b FROM p_out(1)', ['a: email*', 'b: email*']],
  [
    'SELECT p_dynamic(name), p_error(ssn), p_conflict(name) FROM customers',
    ['p_dynamic: name* !public.p_dynamic', 'p_error: ssn* !public.p_error', 'p_conflict: name* !public.p_conflict'],
  ],
]);

columnTable('bodies that change settings', [
  ["SELECT f_sets('a'), f_sets_any('b')", ['f_sets: !public.f_sets', 'f_sets_any: !public.f_sets_any']],
]);

columnTable('built-in readers and effects', [
  [
    "SELECT pg_notify('x', ssn), nextval('log_id_seq'), random(), pg_read_file('x'), query_to_xml('select 1', true, true, ''), current_setting('x') FROM customers",
    [
      'pg_notify: ssn*',
      'nextval:',
      'random:',
      'pg_read_file: !pg_catalog.pg_read_file',
      'query_to_xml: !pg_catalog.query_to_xml',
      'current_setting:',
    ],
  ],
]);

forServers('parameters of type void', {}, (fixture) => {
  it.each([
    ['SELECT lower($1, ssn) FROM customers', ['lower: ssn~lower']],
    ['SELECT * FROM lower($1, $2) AS result', ['result: ']],
    ['SELECT f_second(ssn, name, $1) FROM customers', ['f_second: name']],
  ])('%s', (sql, columns) => {
    const texts = columnsText(fixture.catalog(), fixture.read(sql, { parameterTypes: [2278, 25] }).columns);
    expect(texts.map((text) => text.trim())).toEqual(columns.map((text) => text.trim()));
    expect(fixture.reading(sql)).toMatchObject({ unreadable: { reason: 'unresolved' } });
  });
});
