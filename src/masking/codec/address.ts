/** IP addresses: the text and binary forms of inet and cidr (network.c), and plain text. */

export interface Address {
  /** 4 or 16. */
  readonly bytes: Buffer;
  readonly prefix: number;
}

const familyByte = { 4: 2, 16: 3 } as const;

const v4Bytes = (text: string): readonly number[] | undefined => {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.map(Number);
};

const groups = (text: string): readonly number[] | undefined => {
  if (text === '') return [];
  const parts = text.split(':');
  const found: number[] = [];
  for (const [i, part] of parts.entries()) {
    const v4 = i === parts.length - 1 ? v4Bytes(part) : undefined;
    if (v4 !== undefined) found.push(...v4);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) found.push(Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255);
    else return undefined;
  }
  return found;
};

const v6Bytes = (text: string): readonly number[] | undefined => {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = [groups(halves[0] ?? ''), groups(halves[1] ?? '')];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 16 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  return [...head, ...Array.from({ length: missing }, () => 0), ...tail];
};

/** Undefined where the text is no address, with or without `/n`. */
export const addressFromText = (text: string): Address | undefined => {
  if (text.length > 64) return undefined;
  const [address = '', suffix, ...more] = text.split('/');
  const bytes = v4Bytes(address) ?? (address.includes(':') ? v6Bytes(address) : undefined);
  if (bytes === undefined || more.length > 0) return undefined;
  const bits = bytes.length * 8;
  if (suffix !== undefined && (!/^\d{1,3}$/.test(suffix) || Number(suffix) > bits)) return undefined;
  return { bytes: Buffer.from(bytes), prefix: suffix === undefined ? bits : Number(suffix) };
};

/** RFC 5952, with the last four bytes dotted where the server's inet_net_ntop does so. */
const v6Text = (bytes: Buffer): string => {
  const words = Array.from({ length: 8 }, (_, i) => bytes.readUInt16BE(i * 2));
  let [best, bestLength] = [-1, 1];
  for (let i = 0; i < 8; i += 1) {
    let length = 0;
    while (words[i + length] === 0) length += 1;
    if (length > bestLength) [best, bestLength] = [i, length];
    i += length;
  }
  // ::a.b.c.d and ::ffff:a.b.c.d
  if (best === 0 && (bestLength === 6 || (bestLength === 5 && words[5] === 0xffff))) {
    return `${bestLength === 6 ? '::' : '::ffff:'}${[...bytes.subarray(12)].join('.')}`;
  }
  const hex = words.map((word) => word.toString(16));
  if (best < 0) return hex.join(':');
  return `${hex.slice(0, best).join(':')}::${hex.slice(best + bestLength).join(':')}`;
};

export const addressText = ({ bytes, prefix }: Address, showPrefix: boolean): string =>
  `${bytes.length === 4 ? [...bytes].join('.') : v6Text(bytes)}${showPrefix ? `/${String(prefix)}` : ''}`;

/** inet_send: family, prefix length, whether cidr, number of bytes, bytes. */
export const addressFromBinary = (source: Buffer, start: number, end: number): Address | undefined => {
  const count = end - start - 4;
  if (count !== 4 && count !== 16) return undefined;
  const prefix = source.readUInt8(start + 1);
  if (source[start] !== familyByte[count] || source[start + 3] !== count || prefix > count * 8) return undefined;
  return { bytes: Buffer.from(source.subarray(start + 4, end)), prefix };
};

export const addressBinary = ({ bytes, prefix }: Address, isCidr: boolean): Buffer =>
  Buffer.from([familyByte[bytes.length === 4 ? 4 : 16], prefix, isCidr ? 1 : 0, bytes.length, ...bytes]);

/** Keeps the first bits and zeroes the others. */
export const network = ({ bytes, prefix }: Address, bits: number): Address => {
  const kept = Math.min(bits, prefix);
  const masked = bytes.map((byte, i) => byte & (0xff00 >> Math.max(0, Math.min(8, kept - i * 8))));
  return { bytes: Buffer.from(masked), prefix: kept };
};
