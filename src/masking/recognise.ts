/**
 * Whether a value is one that pgveil shows in place of another: stored, it would take that one's place. Judged by the mask
 * that the column has, so that what other masks make is not mistaken for it.
 */
import { byteSink } from './bytes.ts';
import { redactedText } from './codec/neutral-typmod.ts';
import type { ArrayType, ResolvedType, ScalarType } from './codec/resolve.ts';
import { maskArrayBinary } from './structured/array-binary.ts';
import { maskArrayText } from './structured/array-text.ts';
import { maskRecordText } from './structured/record-text.ts';
import { transforms } from './transforms/index.ts';
import { anyOf, type Recogniser, within } from './transforms/recogniser.ts';
import { uuidText } from './transforms/token.ts';
import type { MaskSpec } from './types.ts';

const redact: MaskSpec = { transform: 'redact', options: {} };

const ofScalar = (mask: MaskSpec, type: ScalarType): Recogniser => {
  const own = transforms.get(mask.transform)?.recognises(mask.options, { type, nested: ofScalar });
  // Any mask redacts what it cannot work on. The redacted values of other types than text are values in use.
  const redacted = type.scalar.family === 'text' ? redactedText(type.limit, false) : undefined;
  return (text) => {
    const value = type.padded ? text.replace(/ +$/, '') : text;
    return value === redacted || own?.(value) === true;
  };
};

/** Recognises what the mask, or redaction where there is none, makes of values of the type, and of their parts. */
const recogniser = (mask: MaskSpec = redact, type: ResolvedType): Recogniser => {
  if (type.kind === 'scalar') return ofScalar(mask, type);
  if (type.kind === 'array') {
    const element = recogniser(mask, type.element);
    return within((probe) => maskArrayText(probe(element), type.delimiter, byteSink(256), byteSink(16)), element);
  }
  const fields = (type.fields ?? []).map((field) => recogniser(mask, field.type));
  return within((probe) => maskRecordText(fields.map(probe), byteSink(256), byteSink(16)), anyOf(fields));
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Whether a text anywhere in a JSON array or object is one of those. */
const inJson = (text: string, recognises: Recogniser): boolean => {
  if (!/^\s*[[{]/.test(text)) return false;
  const left = [parsed(text)];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (typeof value === 'string' && recognises(value)) return true;
    if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) left.push(part);
  }
  return false;
};

/** Families whose binary form is their text. */
const textual = new Set<string>(['text', 'json', 'xml', 'enum']);

/** The text of a value in binary format; undefined where its form is not known here. */
const textOfBinary = (type: ResolvedType, value: Buffer): string | undefined => {
  if (type.kind !== 'scalar') return undefined;
  const { family } = type.scalar;
  if (textual.has(family)) return value.toString('utf8');
  // A version byte stands before the text (jsonb_recv).
  if (family === 'jsonb' && value[0] === 1) return value.toString('utf8', 1);
  return family === 'uuid' && value.length === 16 ? uuidText(value) : undefined;
};

/** Whether an element of an array in binary format, of whatever type it says, is one of those. */
const inArray = (value: Buffer, isElement: (element: Buffer) => boolean): boolean => {
  if (value.length < 12) return false;
  let found = false;
  const walk = maskArrayBinary((source, start, end) => {
    found ||= isElement(source.subarray(start, end));
    return false;
  }, value.readUInt32BE(8));
  return walk(value, 0, value.length, byteSink(64)) && found;
};

export interface Recognisers {
  /** For a constant. */
  readonly text: Recogniser;
  /** For a value that a client sends in format 0 (text) or 1 (binary). */
  readonly sent: (value: Buffer, format: 0 | 1) => boolean;
}

/**
 * For what a statement assigns to a column of the type: a value, a part of one, or an array or JSON document from which the
 * statement takes values.
 */
export const recognisers = (mask: MaskSpec | undefined, type: ResolvedType): Recognisers => {
  const { element, ...list }: ArrayType =
    type.kind === 'array' ? type : { kind: 'array', elementOid: 0, element: type, delimiter: 0x2c };
  const isElement = recogniser(mask, element);
  const isSent = (value: Buffer): boolean => {
    const text = textOfBinary(element, value);
    return text !== undefined && isElement(text);
  };
  const isListed = recogniser(mask, { ...list, element });
  // A column of documents says itself which parts of them are masked.
  const holdsJson = element.kind === 'scalar' && /^jsonb?$/.test(element.scalar.family);
  const text: Recogniser = (value) => isListed(value) || (!holdsJson && inJson(value, isElement));
  return {
    text,
    sent: (value, format) => (format === 0 ? text(value.toString('utf8')) : isSent(value) || inArray(value, isSent)),
  };
};
