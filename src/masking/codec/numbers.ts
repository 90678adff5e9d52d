/** Cells of the number types, read to exact decimals and written from them. */
import { append, appendString } from '../bytes.ts';
import type { ByteSink } from '../types.ts';
import { type Decimal, decimalFrom, decimalText, rescale } from './decimal.ts';
import { floatText } from './floats.ts';
import { numericLimits } from './neutral-typmod.ts';
import { numericFromText, numericToText } from './numeric.ts';
import type { ScalarType } from './resolve.ts';
import type { Family } from './scalars.ts';

export const numberFamilies: readonly Family[] = ['int2', 'int4', 'int8', 'numeric', 'float4', 'float8'];

const sizes = { int2: 2, int4: 4, int8: 8 } as const;

/** Undefined for NaN, the infinities and bytes that are no number. */
export type ReadNumber = (source: Buffer, start: number, end: number) => Decimal | undefined;

const readInteger =
  (bytes: 2 | 4 | 8): ReadNumber =>
  (source, start, end) =>
    end - start !== bytes
      ? undefined
      : { unscaled: bytes === 8 ? source.readBigInt64BE(start) : BigInt(source.readIntBE(start, bytes)), scale: 0 };

/** Both formats by way of the number itself, which has more than one shortest text. */
const readFloat = (bytes: 4 | 8, format: 0 | 1): ReadNumber => {
  if (format === 0) {
    return (source, start, end) => {
      const number = Number(source.toString('latin1', start, end));
      return decimalFrom(floatText(bytes === 4 ? Math.fround(number) : number, bytes));
    };
  }
  return (source, start, end) =>
    end - start === bytes
      ? decimalFrom(floatText(bytes === 4 ? source.readFloatBE(start) : source.readDoubleBE(start), bytes))
      : undefined;
};

export const numberReader = ({ scalar: { family } }: ScalarType, format: 0 | 1): ReadNumber => {
  if (family === 'float4') return readFloat(4, format);
  if (family === 'float8') return readFloat(8, format);
  if (format === 0) return (source, start, end) => decimalFrom(source.toString('latin1', start, end));
  if (family === 'int2' || family === 'int4' || family === 'int8') return readInteger(sizes[family]);
  return (source, start, end) => {
    const text = numericToText(source, start, end);
    return text === undefined ? undefined : decimalFrom(text);
  };
};

/** Appends a value, rounded to what the type holds and kept within its range. */
export type WriteNumber = (value: Decimal, out: ByteSink) => void;

const within = (value: bigint, least: bigint, most: bigint): bigint => {
  if (value < least) return least;
  return value > most ? most : value;
};

const writeInteger = (bytes: 2 | 4 | 8, format: 0 | 1): WriteNumber => {
  const most = 2n ** BigInt(bytes * 8 - 1) - 1n;
  const binary = Buffer.alloc(8);
  return (value, out) => {
    const integer = within(rescale(value, 0).unscaled, -most - 1n, most);
    if (format === 0) {
      appendString(out, integer.toString());
      return;
    }
    binary.writeBigInt64BE(integer);
    append(out, binary, 8 - bytes, 8);
  };
};

const writeFloat = (bytes: 4 | 8, format: 0 | 1): WriteNumber => {
  const binary = Buffer.alloc(bytes);
  const largest = bytes === 4 ? 3.4028234663852886e38 : Number.MAX_VALUE;
  return (value, out) => {
    const exact = Math.min(largest, Math.max(-largest, Number(decimalText(value))));
    const number = bytes === 4 ? Math.fround(exact) : exact;
    if (format === 0) {
      appendString(out, floatText(number, bytes));
      return;
    }
    if (bytes === 4) binary.writeFloatBE(number);
    else binary.writeDoubleBE(number);
    append(out, binary, 0, bytes);
  };
};

/** numeric(p, s) keeps p digits, s of them behind the point; with a negative s the last -s before it are zeros. */
const fitNumeric = (value: Decimal, limits: { readonly precision: number; readonly scale: number } | undefined): string => {
  if (limits === undefined) return decimalText(value);
  const most = 10n ** BigInt(limits.precision) - 1n;
  if (limits.scale >= 0) {
    const { unscaled, scale } = rescale(value, limits.scale);
    return decimalText({ unscaled: within(unscaled, -most, most), scale });
  }
  const step = 10n ** BigInt(-limits.scale);
  const times = rescale({ unscaled: value.unscaled, scale: value.scale - limits.scale }, 0).unscaled;
  return decimalText({ unscaled: within(times, -most, most) * step, scale: 0 });
};

export const numberWriter = (type: ScalarType, format: 0 | 1): WriteNumber => {
  const { family } = type.scalar;
  if (family === 'int2' || family === 'int4' || family === 'int8') return writeInteger(sizes[family], format);
  if (family === 'float4') return writeFloat(4, format);
  if (family === 'float8') return writeFloat(8, format);
  const limits = numericLimits(type.typmod);
  return (value, out) => {
    const text = fitNumeric(value, limits);
    if (format === 0) {
      appendString(out, text);
      return;
    }
    const binary = numericFromText(text);
    append(out, binary, 0, binary.length);
  };
};
