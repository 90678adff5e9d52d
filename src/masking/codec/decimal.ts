/** Exact decimals, which every number type but NaN and the infinities is read to. */

/** unscaled / 10^scale; the scale is not negative. */
export interface Decimal {
  readonly unscaled: bigint;
  readonly scale: number;
}

/** numeric may have 147,455 digits; one of more than this is redacted, so that arithmetic stays cheap. */
const maxDigits = 1_000;

const form = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d{1,4}))?$/;

/** Undefined for anything but a plain or scientific number of up to a thousand digits. */
export const decimalFrom = (text: string): Decimal | undefined => {
  if (text.length > maxDigits) return undefined;
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  const shift = Number(power);
  if (Math.abs(shift) > maxDigits) return undefined;
  const unscaled = BigInt(`${sign}${whole}${fraction}`);
  const scale = fraction.length - shift;
  return scale >= 0 ? { unscaled, scale } : { unscaled: unscaled * 10n ** BigInt(-scale), scale: 0 };
};

export const decimalText = ({ unscaled, scale }: Decimal): string => {
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const sign = unscaled < 0n ? '-' : '';
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};

const floorDivide = (a: bigint, b: bigint): bigint => (a % b !== 0n && a < 0n ? a / b - 1n : a / b);

/** The same value over 10^scale; digits beyond are rounded, halves away from zero, as the server rounds. */
export const rescale = ({ unscaled, scale }: Decimal, to: number): Decimal => {
  if (to >= scale) return { unscaled: unscaled * 10n ** BigInt(to - scale), scale: to };
  const divisor = 10n ** BigInt(scale - to);
  const magnitude = ((unscaled < 0n ? -unscaled : unscaled) + divisor / 2n) / divisor;
  return { unscaled: unscaled < 0n ? -magnitude : magnitude, scale: to };
};

const aligned = (a: Decimal, b: Decimal): readonly [bigint, bigint, number] => {
  const scale = Math.max(a.scale, b.scale);
  return [rescale(a, scale).unscaled, rescale(b, scale).unscaled, scale];
};

/** The largest multiple of the step that is not above the value. */
export const floorTo = (value: Decimal, step: Decimal): Decimal => {
  const [a, b, scale] = aligned(value, step);
  return { unscaled: floorDivide(a, b) * b, scale };
};

/** The nearest multiple of the step; the one further from zero where two are as near. */
export const roundTo = (value: Decimal, step: Decimal): Decimal => {
  const [a, b, scale] = aligned(value, step);
  const times = ((a < 0n ? -a : a) * 2n + b) / (b * 2n);
  return { unscaled: (a < 0n ? -times : times) * b, scale };
};

export const add = (a: Decimal, b: Decimal): Decimal => {
  const [left, right, scale] = aligned(a, b);
  return { unscaled: left + right, scale };
};

/** value * numerator / denominator, towards zero, in the value's own scale. */
export const fractionOf = ({ unscaled, scale }: Decimal, numerator: bigint, denominator: bigint): Decimal => ({
  unscaled: (unscaled * numerator) / denominator,
  scale,
});
