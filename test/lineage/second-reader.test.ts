/** Witness 3: what it reads, where it is not asked, and that it only ever finds relations that were missed. */
import { describe, expect, it } from 'vitest';
import { missedRelations } from '../../src/lineage/missed-relations.ts';
import { secondReading } from '../../src/lineage/second-reader.ts';
import { forServers } from './support/tables.ts';

describe('the second reader', () => {
  it.each<[string, readonly (readonly [string | undefined, string])[]]>([
    ['SELECT ssn FROM customers', [[undefined, 'customers']]],
    [
      'SELECT c.* FROM public.customers c JOIN orders o ON true',
      [
        ['public', 'customers'],
        [undefined, 'orders'],
      ],
    ],
    ['WITH a AS (SELECT 1 FROM customers) SELECT * FROM a', [[undefined, 'customers']]],
    [
      'SELECT (SELECT max(note) FROM orders) FROM other.customers',
      [
        [undefined, 'orders'],
        ['other', 'customers'],
      ],
    ],
    ['UPDATE orders SET note = 1', [[undefined, 'orders']]],
  ])('%s', (sql, expected) => {
    const tables = new Set(secondReading(sql)?.tables.map(({ schema, name }) => `${schema ?? ''}.${name}`));
    expect(tables).toEqual(new Set(expected.map(([schema = '', name]) => `${schema}.${name}`)));
  });

  it.each([
    "SELECT 'a\\', ssn FROM customers --'",
    'SELECT /* a /* b */ c */ 1',
    'SELECT $$x$$',
    'COPY customers TO STDOUT',
    'not sql',
  ])('%s is not asked of it', (sql) => {
    expect(secondReading(sql)).toBeUndefined();
  });
});

forServers('second reader', {}, (fixture) => {
  const missed = (sql: string, read = sql): readonly (string | undefined)[] => {
    const second = secondReading(sql);
    const reading = fixture.reading(read);
    if (second === undefined || !reading.ok) throw new Error('not read');
    return missedRelations(second, reading.statements, fixture.catalog(), fixture.names()).map(
      (oid) => fixture.catalog().relation(oid)?.name,
    );
  };

  it('names what the first reading does not have', () => {
    expect(missed('SELECT ssn FROM customers', 'SELECT note FROM orders')).toEqual(['customers']);
    expect(missed('SELECT * FROM customers, orders, nowhere', 'SELECT note FROM orders')).toEqual(['customers']);
    expect(missed('SELECT * FROM Customers', 'SELECT 1')).toEqual(['customers']);
  });

  it.each([
    'SELECT ssn FROM customers',
    'WITH customers AS (SELECT note FROM orders) SELECT * FROM customers',
    'WITH RECURSIVE orders AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM orders) SELECT * FROM orders',
    'SELECT customers.id FROM orders AS customers',
    'SELECT * FROM v_plain',
    'DELETE FROM customers WHERE id IN (SELECT cid FROM orders)',
    'INSERT INTO log (a) SELECT ssn FROM customers',
  ])('raises no alarm for %s', (sql) => {
    expect(missed(sql)).toEqual([]);
  });
});
