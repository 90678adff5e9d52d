/** One transform applied to one value in text format. */
import { compileCell } from '../../src/masking/cell.ts';
import { resolveType } from '../../src/masking/codec/resolve.ts';
import type { MaskSpec } from '../../src/masking/types.ts';
import { masked, maskText, noTypes, testKeys } from './fixtures.ts';

export const types = {
  text: 25,
  varchar: 1043,
  int4: 23,
  int8: 20,
  numeric: 1700,
  float4: 700,
  float8: 701,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  inet: 869,
  cidr: 650,
  point: 600,
  json: 114,
  uuid: 2950,
};

export interface How {
  readonly type?: keyof typeof types;
  readonly typmod?: number;
  readonly options?: MaskSpec['options'];
  readonly class?: string;
  readonly keys?: typeof testKeys;
}

export const applied = (transform: string, value: string, how: How = {}): string | null => {
  const { type = 'text', typmod = -1, options = {}, keys = testKeys } = how;
  const mask = compileCell(masked(transform, options, how.class), resolveType(types[type], typmod, noTypes), 0, {
    types: noTypes,
    keys,
  });
  if (mask === undefined) throw new Error('no mask');
  return maskText(mask, value);
};

export const redacted = '***';
