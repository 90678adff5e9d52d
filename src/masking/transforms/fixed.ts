import * as z from 'zod/mini';
import { fitText } from '../codec/fit-text.ts';
import { floatText } from '../codec/floats.ts';
import { numericLimits } from '../codec/neutral-typmod.ts';
import { numericFromText } from '../codec/numeric.ts';
import type { ScalarType } from '../codec/resolve.ts';
import { appendAll } from '../bytes.ts';
import { defineTransform } from './define.ts';

const fitInteger = (value: string, bytes: 2 | 4 | 8, format: 0 | 1): Buffer | undefined => {
  if (!/^-?\d{1,19}$/.test(value)) return undefined;
  const integer = BigInt(value);
  if (BigInt.asIntN(bytes * 8, integer) !== integer) return undefined;
  if (format === 0) return Buffer.from(integer.toString());
  const binary = Buffer.alloc(8);
  binary.writeBigInt64BE(integer);
  return binary.subarray(8 - bytes);
};

const fitNumeric = (value: string, type: ScalarType, format: 0 | 1): Buffer | undefined => {
  const match = /^(-?)0*(\d{1,400}?)(?:\.(\d{1,400}))?$/.exec(value);
  if (match === null) return undefined;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const limits = numericLimits(type.typmod);
  if (
    limits !== undefined &&
    (fraction.length > limits.scale || (whole === '0' ? 0 : whole.length) > limits.precision - limits.scale)
  ) {
    return undefined;
  }
  const scaled = limits === undefined ? fraction : fraction.padEnd(limits.scale, '0');
  const digits = `${whole}${scaled === '' ? '' : `.${scaled}`}`;
  // numeric has no minus zero.
  const text = /[1-9]/.test(digits) ? `${sign}${digits}` : digits;
  return format === 0 ? Buffer.from(text) : numericFromText(text);
};

const fitFloat = (value: string, bytes: 4 | 8, format: 0 | 1): Buffer | undefined => {
  if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return undefined;
  const number = bytes === 4 ? Math.fround(Number(value)) : Number(value);
  if (format === 0) return Buffer.from(floatText(number, bytes));
  const binary = Buffer.alloc(bytes);
  if (bytes === 4) binary.writeFloatBE(number);
  else binary.writeDoubleBE(number);
  return binary;
};

const fit = (value: string, type: ScalarType, format: 0 | 1): Buffer | undefined => {
  switch (type.scalar.family) {
    case 'text':
      return Buffer.from(fitText(value, type));
    case 'int2':
      return fitInteger(value, 2, format);
    case 'int4':
      return fitInteger(value, 4, format);
    case 'int8':
      return fitInteger(value, 8, format);
    case 'numeric':
      return fitNumeric(value, type, format);
    case 'float4':
      return fitFloat(value, 4, format);
    case 'float8':
      return fitFloat(value, 8, format);
    default:
      return undefined;
  }
};

export const fixed = defineTransform({
  name: 'fixed',
  summary: 'Replaces the value by one given text or number; where it does not fit the type, by the redacted value.',
  options: z.strictObject({
    value: z.union([z.string().check(z.maxLength(1024), z.regex(/^[^\0]*$/, 'must not hold a NUL')), z.number()]),
  }),
  families: ['text', 'int2', 'int4', 'int8', 'numeric', 'float4', 'float8'],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: 'whether the value is null',
  tolerates: 'any',
  compile: (options, request) => {
    const value = fit(String(options.value), request.type, request.format);
    if (value === undefined) return request.redact;
    return (_source, _start, _end, out) => {
      appendAll(out, value);
      return true;
    };
  },
  // Numbers, and the empty text, are values in use.
  recognises: (options, { type }) => {
    const value = type.scalar.family === 'text' ? fitText(String(options.value), type).trimEnd() : '';
    return value === '' ? undefined : (text) => text.trimEnd() === value;
  },
});
