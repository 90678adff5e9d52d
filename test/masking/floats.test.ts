/** floatText against the server, for any bits. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { floatText } from '../../src/masking/codec/floats.ts';
import { cellsOf, connectRaw, type RawClient } from '../support/raw-client.ts';
import { majors, urlOf } from './fixtures.ts';

const float4Of = (bits: number): number => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(bits);
  return bytes.readFloatBE(0);
};

describe.each(majors)('as PostgreSQL %i prints', (major) => {
  let client: RawClient;
  beforeAll(async () => {
    client = await connectRaw(urlOf(major, 'postgres'));
  });
  afterAll(async () => client.end());

  const printed = async (type: string, hex: readonly string[]): Promise<readonly (string | undefined)[]> => {
    const size = type === 'float4' ? 4 : 8;
    const array = Buffer.alloc(20);
    [1, 0, size === 4 ? 700 : 701, hex.length, 1].forEach((word, i) => array.writeInt32BE(word, i * 4));
    const items = hex.flatMap((text) => [Buffer.from([0, 0, 0, size]), Buffer.from(text, 'hex')]);
    const { rows } = await client.query(`SELECT v FROM unnest($1::${type}[]) WITH ORDINALITY t(v, n) ORDER BY n`, {
      parameters: [Buffer.concat([array, ...items])],
      parameterFormat: 1,
    });
    return rows.map((row) => cellsOf(row)[0]?.toString());
  };

  test('a float4', async () => {
    const bits = fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 0x4b000000, max: 0x4e000000 }));
    await fc.assert(
      fc.asyncProperty(fc.array(bits, { minLength: 500, maxLength: 1_000 }), async (values) => {
        const numbers = values.map(float4Of);
        const wanted = await printed(
          'float4',
          values.map((value) => value.toString(16).padStart(8, '0')),
        );
        expect(numbers.map((number) => floatText(number, 4))).toEqual(wanted);
      }),
      { numRuns: 10 },
    );
  });

  test('a float8', async () => {
    const number = fc.oneof(
      fc.double(),
      fc.integer().map((n) => n / 100),
      fc.maxSafeInteger(),
      fc.double({ min: 2 ** 53, max: 2 ** 70 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(number, { minLength: 500, maxLength: 1_000 }), async (numbers) => {
        const bytes = Buffer.alloc(8);
        const hex = numbers.map((value) => {
          bytes.writeDoubleBE(value);
          return bytes.toString('hex');
        });
        expect(numbers.map((value) => floatText(value, 8))).toEqual(await printed('float8', hex));
      }),
      { numRuns: 10 },
    );
  });
});
