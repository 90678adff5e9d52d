/** Neutral values that depend on a type modifier. */

const redacted = '***';

/** `***`, cut to the declared length, or filled up with spaces to it. */
export const redactedText = (limit: number | undefined, pad: boolean): string => {
  if (limit === undefined) return redacted;
  const cut = redacted.slice(0, limit);
  return pad ? cut.padEnd(limit, ' ') : cut;
};

/** The declared scale and precision of numeric(p, s), by numeric.c's make_numeric_typmod. */
export const numericLimits = (typmod: number): { readonly precision: number; readonly scale: number } | undefined =>
  typmod < 4 ? undefined : { precision: ((typmod - 4) >> 16) & 0xffff, scale: (((typmod - 4) & 0x7ff) ^ 1024) - 1024 };

export const numericZero = (typmod: number): { readonly text: Buffer; readonly binary: Buffer } => {
  const scale = Math.max(0, numericLimits(typmod)?.scale ?? 0);
  const binary = Buffer.alloc(8);
  binary.writeUInt16BE(scale, 6);
  return { text: Buffer.from(scale === 0 ? '0' : `0.${'0'.repeat(scale)}`), binary };
};

/** bit(n) has exactly n bits; without a modifier one bit stands for the value. */
export const bitZero = (typmod: number): { readonly text: Buffer; readonly binary: Buffer } => {
  const bits = typmod > 0 ? typmod : 1;
  const binary = Buffer.alloc(4 + Math.ceil(bits / 8));
  binary.writeInt32BE(bits, 0);
  return { text: Buffer.from('0'.repeat(bits)), binary };
};
