/** What every transform promises, for every type and in both formats, with a real server as the judge. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TypeFacts } from '../../src/masking/codec/facts.ts';
import { transforms } from '../../src/masking/transforms/index.ts';
import { connectRaw, type RawClient } from '../support/raw-client.ts';
import { loadTypeFacts, majors, makeDatabase, maskRows, masked, urlOf } from './fixtures.ts';
import { asBinary, asText, disagreement, onlyCell } from './oracle.ts';
import { samples, setUp } from './samples.ts';
import { variants } from './variants.ts';

test('every transform of the table is among the variants', () => {
  expect(new Set(variants.map(({ transform }) => transform))).toEqual(new Set(transforms.keys()));
});

describe.each(majors)('masked values, PostgreSQL %i', (major) => {
  let client: RawClient;
  let types: TypeFacts;
  beforeAll(async () => {
    await makeDatabase(major, 'masking_transforms', setUp);
    types = await loadTypeFacts(urlOf(major, 'masking_transforms'));
    client = await connectRaw(urlOf(major, 'masking_transforms'));
  });
  afterAll(async () => client.end());

  test.each(samples)('$sql', async ({ sql, literal }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(literal), { minLength: 1, maxLength: 20 }), async (values) => {
        const text = await asText(client, sql, values);
        const binary = await asBinary(client, sql, values);
        // Transforms that redact a type alike need not be judged twice.
        const judged = new Set<string>();
        for (const { transform, options } of variants) {
          const treatment = [masked(transform, options)];
          const textRows = maskRows(text.rows, [text.column], treatment, types);
          const binaryRows = maskRows(binary.rows, [binary.column], treatment, types);
          const name = `${transform} ${JSON.stringify(options)}`;
          const bytes = Buffer.concat([...textRows, ...binaryRows]).toString('latin1');
          const wrong = judged.has(bytes) ? undefined : await disagreement(client, sql, textRows, binaryRows);
          expect([name, wrong]).toEqual([name, undefined]);
          judged.add(bytes);
          const nulls = textRows.filter((_, i) => values[i] === null).map(onlyCell);
          expect(nulls.every((cell) => cell === null)).toBe(true);
          // Equal values, equal masks, whatever was masked before.
          const again = maskRows([...text.rows].reverse(), [text.column], treatment, types).reverse();
          expect([name, again]).toEqual([name, textRows]);
        }
      }),
      { numRuns: 4, interruptAfterTimeLimit: 20_000 },
    );
  });
});
