/** numeric's binary form (numeric_send): ndigits, weight, sign, dscale, then digits to the base 10000. */

const nan = 0xc000;
const plusInfinity = 0xd000;
const minusInfinity = 0xf000;
const negative = 0x4000;

/** The text form, or undefined where the bytes are not a numeric. */
export const numericToText = (source: Buffer, start: number, end: number): string | undefined => {
  if (end - start < 8) return undefined;
  const count = source.readUInt16BE(start);
  const weight = source.readInt16BE(start + 2);
  const sign = source.readUInt16BE(start + 4);
  const scale = source.readUInt16BE(start + 6);
  if (sign === nan) return 'NaN';
  if (sign === plusInfinity) return 'Infinity';
  if (sign === minusInfinity) return '-Infinity';
  if (end - start !== 8 + 2 * count) return undefined;
  const group = (i: number): string =>
    i >= 0 && i < count ? String(source.readUInt16BE(start + 8 + 2 * i)).padStart(4, '0') : '0000';
  let whole = '';
  for (let i = 0; i <= weight; i += 1) whole += group(i);
  let fraction = '';
  for (let i = weight + 1; fraction.length < scale; i += 1) fraction += group(i);
  const head = whole.replace(/^0+(?=.)/, '') || '0';
  return `${sign === negative ? '-' : ''}${head}${scale === 0 ? '' : `.${fraction.slice(0, scale)}`}`;
};

/** The binary form of a plain decimal (`-12.50`). */
export const numericFromText = (text: string): Buffer => {
  const isNegative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace(/^-/, '').split('.');
  const head = whole.padStart(Math.ceil(whole.length / 4) * 4, '0');
  const tail = fraction.padEnd(Math.ceil(fraction.length / 4) * 4, '0');
  const groups = (head + tail).match(/.{4}/g)?.map(Number) ?? [];
  let weight = head.length / 4 - 1;
  while (groups.length > 0 && groups[0] === 0) {
    groups.shift();
    weight -= 1;
  }
  while (groups.at(-1) === 0) groups.pop();
  const zero = groups.length === 0;
  const out = Buffer.alloc(8 + 2 * groups.length);
  out.writeUInt16BE(groups.length, 0);
  out.writeInt16BE(zero ? 0 : weight, 2);
  out.writeUInt16BE(isNegative && !zero ? negative : 0, 4);
  out.writeUInt16BE(fraction.length, 6);
  groups.forEach((digits, i) => out.writeUInt16BE(digits, 8 + 2 * i));
  return out;
};

/** Larger exponents are not written out; numeric itself has none, numbers inside json may. */
const maxExponent = 400;

/** `1.5e3` as 1500; anything else as it is. */
const withoutExponent = (text: string): string => {
  const match = /^(-?)(\d+)(?:\.(\d+))?[eE]([-+]?\d{1,4})$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent);
  if (Math.abs(shift) > maxExponent) return text;
  const digits = `${'0'.repeat(Math.max(0, -shift))}${whole}${fraction}${'0'.repeat(Math.max(0, shift))}`;
  const point = digits.length - fraction.length - Math.max(0, shift) + shift;
  return `${sign}${digits.slice(0, point).replace(/^0+(?=\d)/, '')}.${digits.slice(point)}`;
};

/** One text for all that are equal: 1, 1.0 and 1e0 compare equal in a join; json may hold -0. */
export const canonicalNumber = (text: string): string => {
  const plain = /[eE]/.test(text) ? withoutExponent(text) : text;
  const short = plain.includes('.') ? plain.replace(/0+$/, '').replace(/\.$/, '') : plain;
  return short === '-0' ? '0' : short;
};
