/** What is refused, with the reason; and what two servers' grammars disagree on. */
import { describe, expect, it } from 'vitest';
import { servers, useFixture } from './support/fixture.ts';
import { forServers } from './support/tables.ts';

forServers('refusals', {}, (fixture) => {
  it.each([
    ['SELECT nothing FROM customers', 'unresolved', 'column "nothing"'],
    ['SELECT c.nothing FROM customers c', 'unresolved', 'column "nothing" of "c"'],
    ['SELECT * FROM nowhere', 'unresolved', 'relation "nowhere"'],
    ['SELECT * FROM nowhere.customers', 'unresolved', 'relation "nowhere.customers"'],
    ['SELECT elsewhere.public.customers.ssn FROM customers', 'unresolved', 'column "elsewhere.public.customers.ssn"'],
    ['SELECT * FROM elsewhere.public.customers', 'unresolved', 'a reference to another database'],
    ['SELECT id FROM customers, orders', 'unresolved', 'column reference "id" is ambiguous'],
    ['SELECT nothing(1)', 'unresolved', 'function nothing with 1 arguments'],
    ["SELECT 'x'::nothing", 'unresolved', 'type "nothing"'],
    ['SELECT id %%% 1 FROM customers', 'unresolved', 'operator %%%'],
    ['SELECT a.id FROM customers a JOIN customers a ON true', 'unresolved', 'table reference "a" is ambiguous'],
    ['SELECT customers.ssn FROM customers c', 'unresolved', 'column "customers.ssn"'],
    ['SELECT s.x FROM (SELECT ssn FROM customers) s', 'unresolved', 'column "x" of "s"'],
    ['SELECT sum(id) OVER nowhere FROM customers', 'unresolved', 'window "nowhere"'],
    ['INSERT INTO customers (nothing) VALUES (1)', 'unresolved', 'column "nothing" of relation "customers"'],
    ['SELECT ssn, FROM customers', 'syntax', 'syntax error'],
    [
      'SELECT name FROM customers UNION SELECT id, name FROM customers',
      'unresolved',
      'a set operation of different numbers of columns',
    ],
    ['SELECT * FROM p_record()', 'unresolved', 'function p_record with 0 arguments'],
  ])('%s', (sql, reason, detail) => {
    expect(fixture.reading(sql)).toEqual({ ok: false, unreadable: { reason, detail } });
  });

  it('a statement too deep for the resolver', () => {
    const nested = `SELECT ${'lower('.repeat(4_000)}ssn${')'.repeat(4_000)} FROM customers`;
    expect(fixture.reading(nested)).toMatchObject({ ok: false, unreadable: { reason: 'too-large' } });
    expect(fixture.reading('SELECT ssn FROM customers')).toMatchObject({ ok: true });
  });

  it('a temporary table hides one of its name, and a function never does', async () => {
    await fixture.change(
      'CREATE TEMP TABLE customers (ssn text, hidden text); CREATE FUNCTION pg_temp.lower(text) RETURNS int LANGUAGE sql AS $$SELECT 1$$',
    );
    const temporary = fixture.catalog().relationNamed(fixture.names().tempSchema ?? '', 'customers');
    expect(
      fixture
        .read('SELECT lower(hidden), pg_temp.customers.ssn FROM customers')
        .columns?.map(({ sources }) => sources.map(({ column }) => column)),
    ).toEqual([[`${String(temporary?.oid)}.2`], [`${String(temporary?.oid)}.1`]]);
    await fixture.change('DROP TABLE pg_temp.customers');
  });
});

const old = servers.filter(({ major }) => major < 16);

describe.each(old)('the grammar of PostgreSQL 18 before a server of $major', ({ port, major }) => {
  const fixture = useFixture(
    port,
    major,
    'lineage_skew',
    `CREATE FUNCTION json_scalar(x int) RETURNS text LANGUAGE sql AS 'SELECT max(ssn) FROM customers';
     CREATE FUNCTION json_array(a int, b int) RETURNS text LANGUAGE sql AS 'SELECT max(ssn) FROM customers';
     CREATE FUNCTION json_object(a int) RETURNS text LANGUAGE sql AS 'SELECT ssn FROM customers';`,
  );

  it.each([
    'SELECT json_scalar(1)',
    'SELECT json_array(1, 2)',
    'SELECT JSON_OBJECT(KEY name VALUE ssn) FROM customers',
    "SELECT json_value(data, '$') FROM customers",
    "SELECT * FROM customers, JSON_TABLE(data, '$' COLUMNS (a int)) t",
    'SELECT merge_action()',
  ])('%s is no call of a built-in function there', (sql) => {
    expect(fixture.reading(sql)).toMatchObject({ ok: false, unreadable: { reason: 'syntax' } });
  });

  it('json_object means any function of that name there', () => {
    const [column] = fixture.read('SELECT json_object(1)').columns ?? [];
    expect(column?.sources).toHaveLength(1);
  });

  it('RETURNING has no old and new rows there', () => {
    expect(fixture.reading('UPDATE customers SET ssn = name RETURNING old.ssn')).toMatchObject({ ok: false });
  });
});

forServers('stored trees', {}, (fixture) => {
  it('a view whose expression is nested too deep is refused, and no other', async () => {
    const chain = Array.from({ length: 1_600 }, () => 'name').join(' || ');
    await fixture.change(
      `CREATE VIEW deep AS SELECT ${chain} AS d FROM customers; CREATE VIEW shallow AS SELECT ${'lower('.repeat(300)}ssn${')'.repeat(300)} AS d FROM customers`,
    );
    expect(fixture.reading('SELECT d FROM deep')).toEqual({
      ok: false,
      unreadable: { reason: 'too-large', detail: 'the definition of view "deep"' },
    });
    expect(fixture.read('SELECT d FROM shallow').columns?.[0]?.sources).toHaveLength(2);
  });

  it('a view is read anew in another snapshot', async () => {
    await fixture.change('CREATE OR REPLACE VIEW v_plain AS SELECT id, name, email::text AS s, upper(ssn) AS em FROM customers');
    const [column] = fixture.read('SELECT s FROM v_plain').columns ?? [];
    const names = column?.sources.map(
      ({ column: key }) =>
        fixture
          .catalog()
          .relation(Number(key.split('.')[0]))
          ?.columns.find(({ attnum }) => attnum === Number(key.split('.')[1]))?.name,
    );
    expect(names).toEqual(['email', 's']);
  });
});
