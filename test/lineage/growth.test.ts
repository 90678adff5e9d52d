/** Short texts that ask for much: what is known of their values stays bounded, and what is shown of them stays hidden. */
import { expect, it } from 'vitest';
import type { StatementLineage } from '../../src/lineage/types.ts';
import { forServers } from './support/tables.ts';

/** `WITH` queries, each of which puts the last one's `x` into an expression. */
const chained = (count: number, next: string): string => {
  const queries = Array.from({ length: count }, (_, at) => `q${at + 1} AS (SELECT ${next} AS x FROM q${at})`);
  return `WITH ${['q0 AS (SELECT ssn AS x FROM customers)', ...queries].join(', ')} SELECT x FROM q${count}`;
};

const nestedRecursion = (depth: number): string => {
  let query = 'SELECT ssn AS x FROM customers';
  for (let at = 0; at < depth; at += 1) {
    query = `WITH RECURSIVE r${at}(x) AS (SELECT 'a'::text UNION ALL (${query}) UNION ALL SELECT x || '' FROM r${at}) SELECT x FROM r${at}`;
  }
  return query;
};

const steps = ['lower(x)', 'upper(x)', 'initcap(x)', 'btrim(x)', 'ltrim(x)', 'rtrim(x)', 'reverse(x)', 'md5(x)', 'left(x, 1)'];

forServers('growth', {}, (fixture) => {
  const first = (sql: string): StatementLineage | undefined => {
    const reading = fixture.reading(sql);
    return reading.ok ? reading.statements[0] : undefined;
  };

  it.each([
    ['JSON objects', "json_build_object('a', x, 'b', x)"],
    ['JSON arrays', 'jsonb_build_array(x, x)'],
    ['rows', 'ROW(x, x)'],
    ['one of two rows', 'CASE WHEN true THEN ROW(x, x) ELSE ROW(x, x) END'],
    ['arrays of rows', 'ARRAY[ROW(x, x), ROW(x, x)]'],
  ])('%s within others', (_, next) => {
    const [column] = first(chained(60, next))?.columns ?? [];
    expect(column?.sources.map(({ way }) => way)).toContain('derived');
    expect(JSON.stringify(column).length).toBeLessThan(2_000_000);
  });

  it('steps upon steps', () => {
    const [column] = first(chained(30, `coalesce(${steps.join(', ')})`))?.columns ?? [];
    expect(new Set(column?.sources.map(({ column: key }) => key)).size).toBe(1);
    expect(column?.sources.length).toBeLessThan(2_000);
    expect(column?.sources.map(({ way }) => way)).toContain('derived');
  });

  it('recursion within recursion', () => {
    expect(first(nestedRecursion(3))?.columns).toHaveLength(1);
    expect(fixture.reading(nestedRecursion(30))).toMatchObject({ ok: false, unreadable: { reason: 'too-large' } });
  });
});
