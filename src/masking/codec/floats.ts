/** float4 and float8 as the server prints them (shortest digits that read back the same; ryu in common/d2s.c, f2s.c). */
import { decimalFrom } from './decimal.ts';

/** toPrecision, but for the digit that it rounds up to where two are as near. */
const halfToEven = (value: number, digits: number): string => {
  const exact = value.toExponential(digits);
  const tie = /^(-?[\d.]*[02468])\.?5(e.*)$/.exec(exact);
  return tie !== null && Number(exact) === value ? `${tie[1] ?? ''}${tie[2] ?? ''}` : value.toPrecision(digits);
};

const float4 = new Float32Array(1);
const float4Bits = new Int32Array(float4.buffer);
const float8 = new Float64Array(1);
const float8Bits = new BigInt64Array(float8.buffer);

// Halfway between two neighbours a text reads as one of them by rounding; the server writes none that does.

const isHalfway4 = (read: number, value: number): boolean => {
  if (read === value) return false;
  float4[0] = value;
  float4Bits[0] = (float4Bits[0] ?? 0) + (Math.abs(read) > Math.abs(value) ? 1 : -1);
  return read === (value + (float4[0] ?? 0)) / 2;
};

/** Only beyond 2^53 are there such texts of up to 17 digits. */
const isHalfway8 = (text: string, value: number): boolean => {
  const exact = Math.abs(value) < 2 ** 53 ? undefined : decimalFrom(text)?.unscaled;
  if (exact === undefined) return false;
  const distance = exact - BigInt(value);
  if (distance === 0n) return false;
  float8[0] = value;
  float8Bits[0] = (float8Bits[0] ?? 0n) + (distance > 0n === value > 0 ? 1n : -1n);
  const neighbour = float8[0] ?? 0;
  return Number.isFinite(neighbour) && BigInt(neighbour) - BigInt(value) === distance * 2n;
};

const shortest8 = (value: number): string => {
  const usual = String(value);
  if (!isHalfway8(usual, value)) return usual;
  for (let digits = 15; digits < 17; digits += 1) {
    const text = value.toPrecision(digits);
    if (Number(text) === value && !isHalfway8(text, value)) return text;
  }
  return value.toPrecision(17);
};

/** The shortest text that gives the same number when read as a float of that size, in JavaScript's form. */
const shortest = (value: number, bytes: 4 | 8): string => {
  if (bytes === 8) return shortest8(value);
  for (let digits = 1; digits < 9; digits += 1) {
    const text = halfToEven(value, digits);
    const read = Number(text);
    if (Math.fround(read) === value && !isHalfway4(read, value)) return String(read);
  }
  return String(Number(value.toPrecision(9)));
};

/** Exponents from which on the server writes an exponent: DBL_DIG and FLT_DIG. */
const plainDigits = { 4: 6, 8: 15 } as const;

export const floatText = (value: number, bytes: 4 | 8): string => {
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return '-0';
  const text = shortest(value, bytes);
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  const all = `${whole}${fraction}`;
  const lead = all.length - all.replace(/^0+/, '').length;
  const digits = all.slice(lead).replace(/0+$/, '') || '0';
  const exponent = digits === '0' ? 0 : whole.length - 1 - lead + Number(power);
  if (exponent < -4 || exponent >= plainDigits[bytes]) {
    const mantissa = digits.length === 1 ? digits : `${digits.charAt(0)}.${digits.slice(1)}`;
    return `${sign}${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const point = exponent + 1;
  return digits.length <= point
    ? `${sign}${digits.padEnd(point, '0')}`
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
};
