/** How soon two different values of a column get one token, where a mask that is joinable has few bits for it. */
import { type ScalarType } from '../masking/codec/resolve.ts';
import { textToken, tokenBits } from '../masking/transforms/token.ts';
import type { MaskSpec } from '../masking/types.ts';

const bitsPerDigit = 4;

const hashBits = ({ options }: MaskSpec, type: ScalarType): number | undefined => {
  if (type.scalar.family !== 'text') return tokenBits(type);
  const digits = textToken(type, Number(options['length']), String(options['prefix']))?.digits;
  return digits && digits * bitsPerDigit;
};

/** `u_`, 12 digits, and the domain where there is one. */
const emailBits = ({ options }: MaskSpec, { limit }: ScalarType): number => {
  const domain = options['domain'] === 'drop' ? 0 : 1 + String(options['replacement']).length;
  return bitsPerDigit * Math.min(12, (limit ?? Number.POSITIVE_INFINITY) - 2 - domain);
};

/** Of masks that can give two values one token; the others that are joinable are one to one. */
const bits: Readonly<Record<string, (mask: MaskSpec, type: ScalarType) => number | undefined>> = {
  hash: hashBits,
  email: emailBits,
};

/** The chance that counts, and the rows from which on it is of no concern. */
const chance = 0.01;
const manyRows = 1_000_000;

/**
 * Rows of different values among which two have one token in one of a hundred cases (birthday bound), where that is
 * fewer than a million; for a mask that fits the type.
 */
export const collidingRows = (mask: MaskSpec, type: ScalarType): number | undefined => {
  const width = bits[mask.transform]?.(mask, type);
  if (width === undefined) return undefined;
  const rows = Math.sqrt(2 * chance * 2 ** width);
  return rows < manyRows ? Number(rows.toPrecision(2)) : undefined;
};
