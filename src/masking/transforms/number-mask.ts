/** Masks that work on a number of any type. */
import * as z from 'zod/mini';
import { type Decimal, decimalFrom } from '../codec/decimal.ts';
import { numberReader, numberWriter } from '../codec/numbers.ts';
import type { CellMask } from '../types.ts';
import type { CompileRequest } from './define.ts';

/** NaN, the infinities and numbers of more than a thousand digits are redacted. */
export const numberMask = (request: CompileRequest, make: (value: Decimal) => Decimal): CellMask => {
  const read = numberReader(request.type, request.format);
  const write = numberWriter(request.type, request.format);
  return (source, start, end, out) => {
    const value = read(source, start, end);
    if (value === undefined) return request.redact(source, start, end, out);
    write(make(value), out);
    return true;
  };
};

/** A step as the policy writes it: a number above zero. */
export const step = z.number().check(z.positive('must be above 0'), z.maximum(1e15));

/** A number that the schema has accepted; shortest digits make it exact. */
export const exactly = (value: number): Decimal => decimalFrom(String(value)) ?? { unscaled: 1n, scale: 0 };
