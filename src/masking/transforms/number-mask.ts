/** Masks that work on a number of any type. */
import * as z from 'zod/mini';
import { type Decimal, decimalFrom } from '../codec/decimal.ts';
import { numberReader, numberWriter } from '../codec/numbers.ts';
import type { Family } from '../codec/scalars.ts';
import type { CellMask } from '../types.ts';
import type { CompileRequest } from './define.ts';

/** A float4 or float8 has so many binary digits. */
const precision: Partial<Readonly<Record<Family, bigint>>> = { float4: 24n, float8: 53n };

/** From where on steps of that size are too fine for the type, and would leave the value as it is. */
const tooLarge = (family: Family, step: Decimal | undefined): ((value: Decimal) => boolean) => {
  const bits = precision[family];
  if (bits === undefined || step === undefined) return () => false;
  const limit = step.unscaled << bits;
  return ({ unscaled, scale }) => {
    const magnitude = unscaled < 0n ? -unscaled : unscaled;
    return magnitude * 10n ** BigInt(step.scale) >= limit * 10n ** BigInt(scale);
  };
};

/**
 * `make` moves a value by steps of about that size, or of its own size where there is none. Redacted are NaN, the infinities, numbers of more than a thousand
 * digits, and floats that are too large for the step.
 */
export const numberMask = (request: CompileRequest, step: Decimal | undefined, make: (value: Decimal) => Decimal): CellMask => {
  const read = numberReader(request.type, request.format);
  const write = numberWriter(request.type, request.format);
  const isTooLarge = tooLarge(request.type.scalar.family, step);
  return (source, start, end, out) => {
    const value = read(source, start, end);
    if (value === undefined || isTooLarge(value)) return request.redact(source, start, end, out);
    write(make(value), out);
    return true;
  };
};

/** A step as the policy writes it: a number above zero. */
export const step = z.number().check(z.positive('must be above 0'), z.maximum(1e15));

/** A number that the schema has accepted; shortest digits make it exact. */
export const exactly = (value: number): Decimal => decimalFrom(String(value)) ?? { unscaled: 1n, scale: 0 };
