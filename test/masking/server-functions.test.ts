/** Transforms that the server has a function for, against that function. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MaskSpec } from '../../src/masking/types.ts';
import { cellsOf, connectRaw, type RawClient } from '../support/raw-client.ts';
import { majors, maskRows, masked, noTypes, urlOf } from './fixtures.ts';
import { sampleOf } from './samples.ts';

interface Case {
  readonly sql: string;
  readonly mask: MaskSpec;
  /** The same by the server, over v. */
  readonly expected: string;
}

const trunc = (sql: string, to: string): Case => ({
  sql,
  mask: { transform: 'date-truncate', options: { to } },
  expected: `CASE WHEN isfinite(v) THEN date_trunc('${to}', v)::${sql} ELSE v END`,
});

/** Where date_trunc() leaves the range of its result, and fails. */
const beyond = /^(?:4714-11-24|294277-01-01|5874897-12-31)/;

const cases: readonly Case[] = [
  ...['year', 'quarter', 'month', 'week'].flatMap((to) => [trunc('date', to), trunc('timestamp', to), trunc('timestamptz', to)]),
  ...['day', 'hour'].flatMap((to) => [trunc('timestamp', to), trunc('timestamptz', to)]),
  {
    sql: 'inet',
    mask: { transform: 'ip-prefix', options: { v4: 20, v6: 50 } },
    expected: 'network(set_masklen(v, least(masklen(v), CASE family(v) WHEN 4 THEN 20 ELSE 50 END)))::inet',
  },
  {
    sql: 'integer',
    mask: { transform: 'bucket', options: { width: 7 } },
    expected: 'greatest(floor(v::numeric / 7) * 7, -2147483648)::int',
  },
  {
    sql: 'numeric(20,10)',
    mask: { transform: 'bucket', options: { width: 0.5 } },
    expected: '(floor(v / 0.5) * 0.5)::numeric(20,10)',
  },
  { sql: 'numeric(20,10)', mask: { transform: 'round', options: { to: 0.01 } }, expected: 'round(v, 2)::numeric(20,10)' },
  {
    sql: 'bigint',
    mask: { transform: 'round', options: { to: 1000 } },
    expected: 'least(greatest(round(v::numeric, -3), -9223372036854775808), 9223372036854775807)::bigint',
  },
];

describe.each(majors)('as PostgreSQL %i computes it', (major) => {
  let client: RawClient;
  beforeAll(async () => {
    client = await connectRaw(urlOf(major, 'postgres'));
  });
  afterAll(async () => client.end());

  test.each(cases)('$sql $mask.transform $mask.options', async ({ sql, mask, expected }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          sampleOf(sql).literal.filter((text) => !beyond.test(text)),
          { minLength: 20, maxLength: 80 },
        ),
        fc.constantFrom<0 | 1>(0, 1),
        async (values, resultFormat) => {
          const { columns, rows } = await client.query(
            `SELECT v, ${expected} FROM (SELECT v::${sql} FROM json_array_elements_text($1::json) t(v)) t`,
            { parameters: [Buffer.from(JSON.stringify(values))], resultFormat },
          );
          const out = maskRows(rows, columns, [masked(mask.transform, mask.options), { kind: 'pass' }], noTypes);
          const [got, wanted] = [0, 1].map((i) => out.map((row) => cellsOf(row)[i]?.toString('latin1')));
          expect(got).toEqual(wanted);
        },
      ),
      { numRuns: 6 },
    );
  });
});
