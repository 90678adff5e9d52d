/** Statements that are no queries: their kinds, what they do to the session, their options. */
import { describe, expect, it } from 'vitest';
import { kindRules } from '../../src/policy/statement-kinds.ts';
import { statementKinds } from '../../src/lineage/statements.ts';
import type { ReadOptions } from '../../src/lineage/read.ts';
import type { SessionChange } from '../../src/lineage/types.ts';
import { columnsText, predicatesText, writesText } from './support/notation.ts';
import { forServers } from './support/tables.ts';

type WithoutInner<T> = T extends unknown ? Omit<T, 'inner'> : never;
type Change = WithoutInner<SessionChange>;

const kinds: readonly (readonly [sql: string, kind: string, changes: readonly Change[]])[] = [
  ['TABLE customers', 'select', []],
  ['VALUES (1)', 'values', []],
  ['SELECT 1 INTO x', 'select-into', [{ kind: 'catalog' }]],
  ['CREATE VIEW w AS SELECT ssn FROM customers', 'create-view', [{ kind: 'catalog' }]],
  ['CREATE TABLE t AS SELECT 1 AS a', 'create-table-as', [{ kind: 'catalog' }]],
  ['SET search_path = a, "B"', 'set', [{ kind: 'set', name: 'search_path', value: ['a', 'B'], local: false }]],
  ["SET LOCAL timezone TO 'UTC'", 'set', [{ kind: 'set', name: 'timezone', value: ['UTC'], local: true }]],
  ["SET TIME ZONE INTERVAL '1' HOUR", 'set', [{ kind: 'set', name: 'timezone', value: ['1'], local: false }]],
  ["SET NAMES 'latin1'", 'set', [{ kind: 'set', name: 'client_encoding', value: ['latin1'], local: false }]],
  ['SET ROLE other', 'set', [{ kind: 'set', name: 'role', value: ['other'], local: false }]],
  ['SET SESSION AUTHORIZATION x', 'set', [{ kind: 'set', name: 'session_authorization', value: ['x'], local: false }]],
  ['SET work_mem TO DEFAULT', 'set', [{ kind: 'set', name: 'work_mem', value: undefined, local: false }]],
  ['SET work_mem = 64', 'set', [{ kind: 'set', name: 'work_mem', value: ['64'], local: false }]],
  ['RESET ALL', 'reset', [{ kind: 'set', name: 'all', value: undefined, local: false }]],
  ['RESET search_path', 'reset', [{ kind: 'set', name: 'search_path', value: undefined, local: false }]],
  [
    "SELECT set_config('Search_Path', 'other', true)",
    'select',
    [{ kind: 'set', name: 'search_path', value: ['other'], local: true }],
  ],
  [
    'BEGIN READ ONLY',
    'transaction',
    [
      { kind: 'transaction', action: 'begin' },
      { kind: 'set', name: 'transaction_read_only', value: ['1'], local: true },
    ],
  ],
  ['COMMIT AND CHAIN', 'transaction', [{ kind: 'transaction', action: 'commit' }]],
  ['ROLLBACK TO SAVEPOINT a', 'transaction', [{ kind: 'transaction', action: 'rollback-to' }]],
  ["PREPARE TRANSACTION 'x'", 'transaction', [{ kind: 'transaction', action: 'prepare' }]],
  ['DECLARE c CURSOR FOR SELECT ssn FROM customers', 'declare-cursor', [{ kind: 'declare-cursor', name: 'c', hold: false }]],
  [
    'DECLARE c SCROLL CURSOR WITH HOLD FOR SELECT ssn FROM customers',
    'declare-cursor',
    [{ kind: 'declare-cursor', name: 'c', hold: true }],
  ],
  ['CLOSE c', 'close-cursor', [{ kind: 'close-cursor', name: 'c' }]],
  ['CLOSE ALL', 'close-cursor', [{ kind: 'close-cursor', name: undefined }]],
  ['PREPARE p AS SELECT 1', 'prepare', [{ kind: 'prepare', name: 'p' }]],
  ['DEALLOCATE p', 'deallocate', [{ kind: 'deallocate', name: 'p' }]],
  ['DEALLOCATE ALL', 'deallocate', [{ kind: 'deallocate', name: undefined }]],
  ['DISCARD TEMP', 'discard', [{ kind: 'discard', what: 'temp' }]],
  ['LISTEN x', 'listen', []],
  ["NOTIFY x, 'y'", 'notify', []],
  ['MOVE FORWARD 2 FROM c', 'move', []],
  ['VACUUM (ANALYZE) customers', 'vacuum', []],
  ['ANALYZE customers', 'analyze', []],
  ['SET CONSTRAINTS ALL DEFERRED', 'set-constraints', []],
  ['CREATE EXTENSION IF NOT EXISTS pgcrypto', 'create-extension', [{ kind: 'catalog' }]],
  ["DO 'BEGIN END'", 'do', [{ kind: 'catalog' }]],
  ['CREATE INDEX ON customers (lower(email))', 'create-index', [{ kind: 'catalog' }]],
];

forServers('statements', {}, (fixture) => {
  it.each(kinds)('%s is %s', (sql, kind, changes) => {
    const lineage = fixture.read(sql);
    const withoutInner = lineage.changes.map((change) => {
      const { inner: _inner, ...rest } = change as SessionChange & { inner?: unknown };
      return rest;
    });
    expect({ kind: lineage.kind, changes: withoutInner }).toEqual({ kind, changes });
  });

  it.each<[string, readonly string[], object]>([
    [
      'COPY other.customers TO STDOUT',
      ['id: other.customers.id', 'secret: other.customers.secret'],
      { direction: 'to', place: 'client', format: 'text', delimiter: '\t', null: '\\N', header: false },
    ],
    [
      'COPY customers (ssn, id) TO STDOUT (FORMAT csv, HEADER, DELIMITER ";", NULL "-", QUOTE "\'\'", ESCAPE "x")'
        .replaceAll('"', "'")
        .replace("''''", "''''"),
      ['ssn: ssn', 'id: id'],
      { format: 'csv', header: true, delimiter: ';', null: '-' },
    ],
    ['COPY (SELECT upper(ssn) FROM customers) TO STDOUT WITH BINARY', ['upper: ssn~upper'], { format: 'binary' }],
    ['COPY gen TO STDOUT CSV', ['a: gen.a'], { format: 'csv', delimiter: ',', null: '', quote: '"', escape: '"' }],
    ['COPY gen TO STDOUT (FORMAT csv)', ['a: gen.a'], { forceQuote: [] }],
    ['COPY gen TO STDOUT (FORMAT csv, FORCE_QUOTE *)', ['a: gen.a'], { forceQuote: [true] }],
    ['COPY customers (id, ssn) TO STDOUT CSV FORCE QUOTE ssn', ['id: id', 'ssn: ssn'], { forceQuote: [false, true] }],
    [
      'COPY (SELECT ssn a, id b, id a FROM customers) TO STDOUT (FORMAT csv, FORCE_QUOTE (a))',
      ['a: ssn', 'b: id', 'a: id'],
      { forceQuote: [true, false, false] },
    ],
    ["COPY other.customers (secret) TO '/tmp/x'", ['secret: other.customers.secret'], { place: 'file' }],
    ["COPY other.customers (secret) TO PROGRAM 'cat'", ['secret: other.customers.secret'], { place: 'program' }],
    ['COPY customers (id) FROM STDIN', [], { direction: 'from', place: 'client' }],
  ])('%s', (sql, columns, copy) => {
    const lineage = fixture.read(sql);
    expect(columnsText(fixture.catalog(), lineage.columns)).toEqual(columns);
    expect(lineage.copy).toMatchObject(copy);
  });

  it('COPY of a format that it does not know is refused', () => {
    expect(fixture.reading('COPY customers TO STDOUT (FORMAT parquet)')).toMatchObject({
      ok: false,
      unreadable: { reason: 'unmodelled' },
    });
  });

  it('EXPLAIN has the facts of its statement, and shows no value of it', () => {
    const lineage = fixture.read(
      'EXPLAIN (ANALYZE, VERBOSE off) UPDATE orders SET note = c.ssn FROM customers c WHERE c.email = $1',
    );
    expect(lineage).toMatchObject({ kind: 'explain', explain: { analyze: true, verbose: false } });
    expect(writesText(fixture.catalog(), lineage)).toEqual(['orders.note <- ssn']);
    expect(predicatesText(fixture.catalog(), lineage)).toEqual(['where email = parameter']);
    expect(columnsText(fixture.catalog(), fixture.read('EXPLAIN SELECT ssn FROM customers').columns)).toEqual([
      'QUERY PLAN: ssn#',
    ]);
    expect(fixture.reading('EXPLAIN CREATE TABLE x AS SELECT 1')).toMatchObject({
      ok: false,
      unreadable: { reason: 'unmodelled' },
    });
  });

  it('PREPARE and EXECUTE, DECLARE and FETCH give the rows of what was named', () => {
    const [prepare, execute] = readAll('PREPARE p (int) AS SELECT ssn FROM customers WHERE id = $1; EXECUTE p (1)');
    expect(prepare?.columns).toBeUndefined();
    expect(execute).toMatchObject({ kind: 'execute', runs: { kind: 'prepared', name: 'p' } });
    expect(columnsText(fixture.catalog(), execute?.columns)).toEqual(['ssn: ssn']);
    const [, fetch, move] = readAll('DECLARE c CURSOR FOR SELECT email FROM customers; FETCH 2 FROM c; MOVE c');
    expect(columnsText(fixture.catalog(), fetch?.columns)).toEqual(['email: email']);
    expect(move?.columns).toBeUndefined();
    const prepared = fixture.read('SELECT name FROM customers');
    expect(fixture.read('EXECUTE q', { prepared: (name) => (name === 'q' ? prepared : undefined) }).columns).toEqual(
      prepared.columns,
    );
    expect(fixture.read('EXECUTE unknown').columns).toBeUndefined();
    expect(fixture.reading('EXECUTE p ((SELECT ssn FROM customers LIMIT 1))')).toMatchObject({ ok: false });
  });

  it('a statement in a text sees what the ones before it did to names', () => {
    expect(fixture.reading('CREATE TABLE n (a int); SELECT ssn FROM customers')).toMatchObject({
      ok: false,
      unreadable: { reason: 'unresolved' },
    });
    expect(fixture.reading('SET search_path = other; SELECT secret FROM customers')).toMatchObject({ ok: false });
    const [, second] = readAll('SET search_path = other; SELECT secret FROM customers', {
      namesAfter: (path) => ({ path: ['pg_catalog', ...path], tempSchema: undefined }),
    });
    expect(columnsText(fixture.catalog(), second?.columns)).toEqual(['secret: other.customers.secret']);
    expect(fixture.reading('SELECT ssn FROM customers', { stale: true })).toMatchObject({ ok: false });
    expect(fixture.reading('COMMIT', { stale: true })).toMatchObject({ ok: true });
  });

  it('places of statements are byte offsets', () => {
    const [first, second] = readAll("SELECT 'é'; SELECT ssn FROM customers");
    expect([first?.start, first?.end, second?.start, second?.end]).toEqual([0, 11, 13, 38]);
  });

  it('effects: triggers, rules, functions that carry their arguments out', () => {
    const effects = (sql: string): readonly string[] => fixture.read(sql).effects.map(({ kind }) => kind);
    expect(effects('INSERT INTO orders (id) VALUES (1)')).toEqual(['trigger']);
    expect(effects('UPDATE orders SET id = 2')).toEqual(['trigger']);
    expect(effects('DELETE FROM orders')).toEqual([]);
    expect(effects("INSERT INTO v_hats VALUES ('x', 'y')")).toEqual(['rule']);
    expect(effects("SELECT pg_notify('x', ssn), setval('log_id_seq', id) FROM customers")).toEqual(['function', 'function']);
  });

  it('an extension that is there, and is only made where it is not', async () => {
    const kind = (sql: string): string => fixture.read(sql).kind;
    const statement = 'CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA public';
    expect(kind(statement)).toBe('create-extension');
    await fixture.change('CREATE EXTENSION fuzzystrmatch');
    expect(kind(statement)).toBe('keep-extension');
    expect(kind('CREATE EXTENSION fuzzystrmatch')).toBe('create-extension');
    expect(kind('CREATE EXTENSION IF NOT EXISTS "Fuzzystrmatch"')).toBe('create-extension');
    await fixture.change('DROP EXTENSION fuzzystrmatch');
    expect(kind(statement)).toBe('create-extension');
  });

  it('functions that look names up when they are called', () => {
    const late = (sql: string): readonly string[] =>
      fixture.read(sql).effects.flatMap((effect) => (effect.kind === 'late-names' ? effect.function : []));
    expect(late('SELECT f_scalar(1), p_value(1)')).toEqual(['public.f_scalar', 'public.p_value']);
    expect(late('SELECT f_path(), f_atomic(email), f_atomic_table(1) FROM customers')).toEqual([]);
  });

  it('relations and targets', () => {
    const named = (oids: readonly number[]): readonly (string | undefined)[] =>
      oids.map((oid) => fixture.catalog().relation(oid)?.name);
    const locked = fixture.read('SELECT ssn FROM customers c JOIN v_plain v ON true FOR UPDATE OF c');
    expect(named(locked.relations)).toEqual(['customers', 'v_plain']);
    expect(named(locked.targets)).toContain('customers');
    expect(named(fixture.read('INSERT INTO parent VALUES (1)').targets)).toEqual(['parent', 'child']);
    expect(named(fixture.read('TRUNCATE orders').targets)).toEqual(['orders']);
    expect(named(fixture.read('DROP TABLE IF EXISTS orders, nowhere').targets)).toEqual(['orders']);
    expect(named(fixture.read("COMMENT ON COLUMN customers.ssn IS 'x'").targets)).toEqual(['customers']);
    expect(named(fixture.read('UPDATE v_plain SET s = 1').targets)).toEqual(['v_plain', 'customers']);
  });

  const readAll = (sql: string, options: Partial<ReadOptions> = {}) => {
    const reading = fixture.reading(sql, options);
    if (!reading.ok) throw new Error(reading.unreadable.detail);
    return reading.statements;
  };
});

describe('the table of kinds', () => {
  it('has every kind that the policy has a rule for', () => {
    const known = new Set([
      ...statementKinds().values(),
      'values',
      'select-into',
      'create-materialized-view',
      'reset',
      'move',
      'vacuum',
      'analyze',
      'keep-extension',
    ]);
    expect([...kindRules.keys()].filter((kind) => !known.has(kind))).toEqual([]);
  });
});
