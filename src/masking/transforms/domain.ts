const dot = 0x2e;
const dash = 0x2d;

const longest = 253;

const isAlphanumeric = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39);

/**
 * Whether source[start, end), in lower case, looks like a domain name of at least two labels (RFC 1035, 2.3.1); all else
 * may hold personal data.
 */
export const isDomain = (source: Buffer, start: number, end: number): boolean => {
  if (end - start > longest) return false;
  let labels = 0;
  let labelFrom = start;
  for (let i = start; i <= end; i += 1) {
    const byte = i < end ? (source[i] ?? 0) : dot;
    if (isAlphanumeric(byte)) continue;
    // A label neither begins nor ends with a dash, and is not empty.
    if (byte === dash) {
      if (i === labelFrom) return false;
    } else if (byte === dot) {
      if (i === labelFrom || source[i - 1] === dash) return false;
      labels += 1;
      labelFrom = i + 1;
    } else return false;
  }
  return labels >= 2;
};
