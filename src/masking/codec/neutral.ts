/** The value that stands for a redacted one, for any type. A domain's checks are not known: its base type's is used. */
import { appendAll, appendInt32, byteSink } from '../bytes.ts';
import { appendRecordField } from '../structured/record-text.ts';
import type { CellMask } from '../types.ts';
import type { ResolvedType, RowType } from './resolve.ts';

const emptyArray = Buffer.from('{}');

const rowText = (type: RowType): Buffer => {
  const out = byteSink(64);
  appendAll(out, Buffer.from('('));
  (type.fields ?? []).forEach((field, i) => {
    if (i > 0) appendAll(out, Buffer.from(','));
    const value = neutralOf(field.type, 0);
    if (value !== undefined) appendRecordField(out, value, 0, value.length);
  });
  appendAll(out, Buffer.from(')'));
  return Buffer.from(out.bytes.subarray(0, out.length));
};

const rowBinary = (type: RowType): Buffer => {
  const fields = type.fields ?? [];
  const out = byteSink(64);
  appendInt32(out, fields.length);
  for (const field of fields) {
    const value = neutralOf(field.type, 1);
    appendInt32(out, field.oid);
    appendInt32(out, value === undefined ? -1 : value.length);
    if (value !== undefined) appendAll(out, value);
  }
  return Buffer.from(out.bytes.subarray(0, out.length));
};

/** Undefined: only SQL NULL is surely a value of the type. */
export const neutralOf = (type: ResolvedType, format: 0 | 1): Buffer | undefined => {
  if (type.kind === 'row') return format === 0 ? rowText(type) : rowBinary(type);
  if (type.kind === 'array') {
    if (format === 0) return emptyArray;
    const header = Buffer.alloc(12);
    header.writeUInt32BE(type.elementOid, 8);
    return header;
  }
  const { text, binary } = type.scalar.neutral(type.typmod);
  return format === 0 ? text : binary;
};

/** Replaces a cell of the type whatever it holds. */
export const redactCell = (type: ResolvedType, format: 0 | 1): CellMask => {
  const value = neutralOf(type, format);
  if (value === undefined) return () => false;
  return (_source, _start, _end, out) => {
    appendAll(out, value);
    return true;
  };
};
