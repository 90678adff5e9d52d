/** One byte string per value, whichever format it came in and whatever fills it up: what keyed masks hash. */
import type { ScalarType } from './resolve.ts';
import { canonicalNumber, numericToText } from './numeric.ts';

/** The value's bytes within a buffer; the view is read before the next call. */
export interface Canonical {
  source: Buffer;
  start: number;
  end: number;
}

/** Returns false for bytes that are no value of the type; such a cell is redacted. */
export type Canonicalise = (source: Buffer, start: number, end: number, into: Canonical) => boolean;

const whole = (into: Canonical, bytes: Buffer): true => {
  into.source = bytes;
  into.start = 0;
  into.end = bytes.length;
  return true;
};

const asIs: Canonicalise = (source, start, end, into) => {
  into.source = source;
  into.start = start;
  into.end = end;
  return true;
};

const withoutTrailingSpaces: Canonicalise = (source, start, end, into) => {
  let last = end;
  while (last > start && source[last - 1] === 0x20) last -= 1;
  return asIs(source, start, last, into);
};

const lowered = Buffer.alloc(256);

const isUpperCase = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;

/** What text reads as where it is no UTF-8. */
const replacement = '\ufffd';

/**
 * As lower() does for citext; the server's locale may fold a few letters otherwise. Of bytes that are no UTF-8 only ASCII is
 * folded, so that they stay apart.
 */
export const lowerCase: Canonicalise = (source, start, end, into) => {
  let upper = false;
  let plain = true;
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    plain &&= byte < 0x80;
    upper ||= isUpperCase(byte);
  }
  if (plain && !upper) return asIs(source, start, end, into);
  const text = plain ? undefined : source.toString('utf8', start, end);
  if (text?.includes(replacement) === false) return whole(into, Buffer.from(text.toLowerCase()));
  const bytes = end - start > lowered.length ? Buffer.alloc(end - start) : lowered;
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    bytes[i - start] = isUpperCase(byte) ? byte | 0x20 : byte;
  }
  return asIs(bytes, 0, end - start, into);
};

const binaryInteger =
  (bytes: number): Canonicalise =>
  (source, start, end, into) => {
    if (end - start !== bytes) return false;
    const text = bytes === 8 ? source.readBigInt64BE(start).toString() : String(source.readIntBE(start, bytes));
    return whole(into, Buffer.from(text, 'latin1'));
  };

const uuidText: Canonicalise = (source, start, end, into) => {
  const bytes = Buffer.from(source.toString('latin1', start, end).replaceAll('-', ''), 'hex');
  return bytes.length === 16 && whole(into, bytes);
};

const numericText: Canonicalise = (source, start, end, into) =>
  whole(into, Buffer.from(canonicalNumber(source.toString('latin1', start, end)), 'latin1'));

const numericBinary: Canonicalise = (source, start, end, into) => {
  const text = numericToText(source, start, end);
  return text !== undefined && whole(into, Buffer.from(canonicalNumber(text), 'latin1'));
};

/** bytea_output hex (`\x6162`) or escape (`a\\b\001`). */
const byteaText: Canonicalise = (source, start, end, into) => {
  const text = source.toString('latin1', start, end);
  if (text.startsWith('\\x')) {
    const bytes = Buffer.from(text.slice(2), 'hex');
    return bytes.length * 2 === text.length - 2 && whole(into, bytes);
  }
  const plain = text.replaceAll(/\\(\\|[0-3][0-7]{2})/g, (_match, code: string) =>
    code === '\\' ? code : String.fromCharCode(Number.parseInt(code, 8)),
  );
  return whole(into, Buffer.from(plain, 'latin1'));
};

/** Undefined for a family that has no canonical form yet needed by a transform. */
export const canonicaliser = (type: ScalarType, format: 0 | 1): Canonicalise | undefined => {
  switch (type.scalar.family) {
    case 'text':
      if (type.foldsCase) return lowerCase;
      return type.oid === 1042 ? withoutTrailingSpaces : asIs;
    case 'int2':
      return format === 0 ? asIs : binaryInteger(2);
    case 'int4':
      return format === 0 ? asIs : binaryInteger(4);
    case 'int8':
      return format === 0 ? asIs : binaryInteger(8);
    case 'uuid':
      return format === 0 ? uuidText : asIs;
    case 'numeric':
      return format === 0 ? numericText : numericBinary;
    case 'bytea':
      return format === 0 ? byteaText : asIs;
    default:
      return undefined;
  }
};
