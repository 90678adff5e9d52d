/** Views, materialised views, generated columns, by their stored trees. The notation is that of support/notation.ts. */
import { columnTable, predicateTable } from './support/tables.ts';

columnTable('views', [
  ['SELECT * FROM v_plain', ['id: id', 'name: name', 's: ssn', 'em: email~upper.cast']],
  ['SELECT * FROM v_deep', ['vid: id', 'vs: ssn', 'em: email~upper.cast']],
  ['SELECT em, v_deep FROM v_deep', ['em: email~upper.cast', 'v_deep: row(vid=id, vs=ssn, em=email~upper.cast)']],
  ['SELECT * FROM v_agg', ['name: name', 'mx: ssn~max', 'n: email#', 'names: dob?order name*']],
  ['SELECT x FROM v_union', ['x: name ssn']],
  [
    "SELECT j, r, l, j ->> 'mail' FROM v_json",
    [
      'j: {id=id, mail=email}',
      'r: {id=id, name=name, ssn=ssn, email=email, dob=dob, data=data, tags=tags, level=level}',
      'l: each(name)',
      '?column?: email* id*',
    ],
  ],
  ['SELECT * FROM v_recursive', ['n: id id* id~constant', 'p: ssn']],
  ['SELECT * FROM v_join', ['id: id~coalesce orders.id~coalesce', 'note: orders.note', 'ssn: ssn']],
  [
    'SELECT * FROM v_case',
    [
      'pick: name~case.constant ssn?case.>',
      'either: email~coalesce name~coalesce.cast',
      'cut: ssn*',
      'sub: orders.note~max',
      'field: name',
      'addr: row(street=name, town=ssn)',
    ],
  ],
  ['SELECT mv.ssn, mv FROM mv', ['ssn: ssn', 'mv: row(id=id, ssn=ssn)']],
  ['SELECT a, upper_a FROM gen', ['a: gen.a', 'upper_a: gen.upper_a']],
  ['SELECT rolname, rolpassword FROM pg_roles', ['rolname: pg_catalog.pg_authid.rolname', 'rolpassword:']],
  ['SELECT pid, state, query FROM pg_stat_activity', ['pid:', 'state:', 'query: !pg_catalog.pg_stat_get_activity']],
  ['SELECT table_name FROM information_schema.tables', ['table_name: pg_catalog.pg_class.relname']],
]);

columnTable(
  'virtual columns',
  [['SELECT a, lower_a FROM virtual', ['a: virtual.a', 'lower_a: virtual.a~lower virtual.lower_a']]],
  { since: 18 },
);

predicateTable("owners' conditions", [
  ['SELECT vid FROM v_deep', ['policy name ~~ constant', 'policy v_plain.name ~~ constant']],
  ["SELECT id FROM secured WHERE body = 'x'", ['policy secured.owner = constant', 'where secured.body = constant']],
  ['SELECT name FROM v_agg', ['policy dob order none', 'policy name group none']],
  ['SELECT x FROM v_union', []],
  ['SELECT pid FROM pg_stat_activity', []],
]);
