/**
 * Whether a value is one that pgveil shows in place of another: stored, it would take that one's place. Judged by the mask
 * that the column has, so that what other masks make is not mistaken for it.
 */
import { byteSink } from './bytes.ts';
import { redactedText } from './codec/neutral-typmod.ts';
import type { ResolvedType, ScalarType } from './codec/resolve.ts';
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
export const recogniser = (mask: MaskSpec = redact, type: ResolvedType): Recogniser => {
  if (type.kind === 'scalar') return ofScalar(mask, type);
  if (type.kind === 'array') {
    const element = recogniser(mask, type.element);
    return within((probe) => maskArrayText(probe(element), type.delimiter, byteSink(256), byteSink(16)), element);
  }
  const fields = (type.fields ?? []).map((field) => recogniser(mask, field.type));
  return within((probe) => maskRecordText(fields.map(probe), byteSink(256), byteSink(16)), anyOf(fields));
};

/** Families whose binary form is their text. */
const textual = new Set<string>(['text', 'json', 'xml', 'enum']);

/** The text of a value as a client sends it, in format 0 (text) or 1 (binary). Undefined for binary forms that are not text. */
export const sentText = (type: ResolvedType, format: 0 | 1, value: Buffer): string | undefined => {
  if (format === 0) return value.toString('utf8');
  if (type.kind !== 'scalar') return undefined;
  const { family } = type.scalar;
  if (textual.has(family)) return value.toString('utf8');
  // A version byte stands before the text (jsonb_recv).
  if (family === 'jsonb' && value[0] === 1) return value.toString('utf8', 1);
  return family === 'uuid' && value.length === 16 ? uuidText(value) : undefined;
};
