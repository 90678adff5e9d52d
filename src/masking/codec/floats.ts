/** float4 and float8 as the server prints them (shortest digits that read back the same; ryu in common/d2s.c, f2s.c). */

/** toPrecision, but for the digit that it rounds up to where two are as near. */
const halfToEven = (value: number, digits: number): string => {
  const exact = value.toExponential(digits);
  const tie = /^(-?[\d.]*[02468])\.?5(e.*)$/.exec(exact);
  return tie !== null && Number(exact) === value ? `${tie[1] ?? ''}${tie[2] ?? ''}` : value.toPrecision(digits);
};

/** The shortest text that gives the same number when read as a float of that size, in JavaScript's form. */
const shortest = (value: number, bytes: 4 | 8): string => {
  if (bytes === 8) return String(value);
  for (let digits = 1; digits < 9; digits += 1) {
    const text = halfToEven(value, digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
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
