/** The shape of a hash token for each type it is made for; text and binary forms of one digest are the same value. */
import { append, appendString } from '../bytes.ts';
import { numericLimits } from '../codec/neutral-typmod.ts';
import { numericFromText } from '../codec/numeric.ts';
import type { ScalarType } from '../codec/resolve.ts';
import type { ByteSink } from '../types.ts';

/** Fewer digits of a token would collide in a table of a few thousand rows. */
export const minTokenDigits = 8;

type WriteToken = (digest: Buffer, out: ByteSink) => void;

/** A number that JavaScript and JSON hold exactly. */
const safeBits = 53n;

export interface TextToken {
  readonly prefix: Buffer;
  /** Hexadecimal digits behind the prefix. */
  readonly digits: number;
  /** Spaces behind the digits. */
  readonly fill: number;
}

/** Undefined where the column is too short for one. */
export const textToken = (type: ScalarType, wanted: number, wantedPrefix: string): TextToken | undefined => {
  const limit = type.limit ?? Number.POSITIVE_INFINITY;
  const prefix = wantedPrefix.length + minTokenDigits <= limit ? wantedPrefix : '';
  const digits = Math.min(wanted, limit - prefix.length);
  if (digits < minTokenDigits) return undefined;
  return { prefix: Buffer.from(prefix, 'latin1'), digits, fill: type.padded ? limit - prefix.length - digits : 0 };
};

const integerBits = (bytes: 2 | 4 | 8): bigint => (bytes === 8 ? safeBits : BigInt(bytes * 8 - 1));

const integerToken = (bytes: 2 | 4 | 8, format: 0 | 1): WriteToken => {
  const value = (digest: Buffer): bigint => digest.readBigUInt64BE(0) >> (64n - integerBits(bytes));
  return (digest, out) => {
    if (format === 0) {
      appendString(out, value(digest).toString());
      return;
    }
    const binary = Buffer.alloc(8);
    binary.writeBigInt64BE(value(digest));
    append(out, binary, 8 - bytes, 8);
  };
};

const maxNumericDigits = 15;

/** Decimal digits before the point; 0 where the type has no room for a token. */
const numericDigits = ({ typmod }: ScalarType): number => {
  const limits = numericLimits(typmod);
  if (limits === undefined) return maxNumericDigits;
  // numeric(p, -s) holds multiples of 10^s only.
  return limits.scale < 0 ? 0 : Math.max(0, Math.min(maxNumericDigits, limits.precision - limits.scale));
};

const numericToken = (type: ScalarType, format: 0 | 1): WriteToken | undefined => {
  const limits = numericLimits(type.typmod);
  const digits = numericDigits(type);
  if (digits < 1) return undefined;
  const scale = limits === undefined || limits.scale === 0 ? '' : `.${'0'.repeat(limits.scale)}`;
  const modulus = 10n ** BigInt(digits);
  return (digest, out) => {
    const text = `${(digest.readBigUInt64BE(0) % modulus).toString()}${scale}`;
    if (format === 0) appendString(out, text);
    else {
      const binary = numericFromText(text);
      append(out, binary, 0, binary.length);
    }
  };
};

/** What `uuidFrom` makes; hardly anyone else makes version 8. */
export const uuidTokenForm = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Makes the first 16 bytes of a digest, in place, a UUID of RFC 9562's version 8: bits of the maker's own choice. */
export const uuidFrom = (digest: Buffer): Buffer => {
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  return digest;
};

export const uuidText = (bytes: Buffer): string => {
  const hex = bytes.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

const uuidToken =
  (format: 0 | 1): WriteToken =>
  (digest, out) => {
    const token = uuidFrom(digest);
    if (format === 1) append(out, token, 0, 16);
    else appendString(out, uuidText(token));
  };

const byteaToken =
  (format: 0 | 1): WriteToken =>
  (digest, out) => {
    if (format === 1) append(out, digest, 0, 16);
    else appendString(out, `\\x${digest.toString('hex', 0, 16)}`);
  };

/** For the types other than text. Undefined where no token fits the type. */
export const tokenWriter = (type: ScalarType, format: 0 | 1): WriteToken | undefined => {
  switch (type.scalar.family) {
    case 'int2':
      return integerToken(2, format);
    case 'int4':
      return integerToken(4, format);
    case 'int8':
      return integerToken(8, format);
    case 'numeric':
      return numericToken(type, format);
    case 'uuid':
      return uuidToken(format);
    case 'bytea':
      return byteaToken(format);
    default:
      return undefined;
  }
};

/** How many bits a token for one of these types has. Undefined where no token fits the type. */
export const tokenBits = (type: ScalarType): number | undefined => {
  switch (type.scalar.family) {
    case 'int2':
      return Number(integerBits(2));
    case 'int4':
      return Number(integerBits(4));
    case 'int8':
      return Number(integerBits(8));
    case 'numeric': {
      const digits = numericDigits(type);
      return digits < 1 ? undefined : digits * Math.log2(10);
    }
    case 'uuid':
      // RFC 9562, 5.8: version and variant take six.
      return 122;
    case 'bytea':
      return 128;
    default:
      return undefined;
  }
};
