/** Descriptions of results, their rows and their ends. */
import { caps, collectCaps, define, defineEmpty } from './descriptor.ts';
import { readFormat, readInt16, readInt32, readList, readOid, readText, readValue, type Cursor, type Format } from './read.ts';
import { writeInt16, writeInt32, writeList, writeOid, writeText, writeValue, type Draft } from './write.ts';

/** One field of a RowDescription. */
export interface FieldDescription {
  readonly name: string;
  /** Oid of the table; 0 where the server names none. */
  readonly table: number;
  /** Attribute number in that table, negative for system columns; 0 where the server names none. */
  readonly attnum: number;
  /** Oid of the data type. */
  readonly type: number;
  /** pg_type.typlen: negative for variable width. */
  readonly typlen: number;
  readonly typmod: number;
  /** 0 text, 1 binary. 0 in the description of a statement, where it is not known yet. */
  readonly format: Format;
}

const readField = (body: Cursor): FieldDescription => ({
  name: readText(body, 'field name'),
  table: readOid(body, 'table'),
  attnum: readInt16(body, 'attribute number'),
  type: readOid(body, 'type'),
  typlen: readInt16(body, 'type length'),
  typmod: readInt32(body, 'type modifier'),
  format: readFormat(body, 'field format'),
});

const writeField = (body: Draft, field: FieldDescription): void => {
  writeText(body, field.name);
  writeOid(body, field.table);
  writeInt16(body, field.attnum);
  writeOid(body, field.type);
  writeInt16(body, field.typlen);
  writeInt32(body, field.typmod);
  writeInt16(body, field.format);
};

export interface RowDescription {
  readonly type: 'RowDescription';
  readonly fields: readonly FieldDescription[];
}

export const rowDescription = define<RowDescription>({
  name: 'RowDescription',
  byte: 'T',
  // 1,664 fields of a name and 18 bytes, with room for builds that have longer names.
  limit: 1 << 20,
  decode: (body) => ({ type: 'RowDescription', fields: readList(body, 'field', readField) }),
  encode: (body, message) => writeList(body, message.fields, writeField),
});

export interface DataRow {
  readonly type: 'DataRow';
  /** Views of the decoded body; null is SQL NULL. */
  readonly cells: readonly (Buffer | null)[];
}

export const dataRow = define<DataRow>({
  name: 'DataRow',
  byte: 'D',
  limit: caps.large,
  collect: collectCaps.fromServer,
  decode: (body) => ({ type: 'DataRow', cells: readList(body, 'cell', readValue) }),
  encode: (body, message) => writeList(body, message.cells, writeValue),
});

export interface CommandComplete {
  readonly type: 'CommandComplete';
  /** As in `SELECT 5` or `INSERT 0 1`. */
  readonly tag: string;
}

export const commandComplete = define<CommandComplete>({
  name: 'CommandComplete',
  byte: 'C',
  limit: caps.reply,
  decode: (body) => ({ type: 'CommandComplete', tag: readText(body, 'tag') }),
  encode: (body, message) => writeText(body, message.tag),
});

export const emptyQueryResponse = defineEmpty('EmptyQueryResponse', 'I');

export interface FunctionCallResponse {
  readonly type: 'FunctionCallResponse';
  /** A view of the decoded body; null is SQL NULL. */
  readonly value: Buffer | null;
}

export const functionCallResponse = define<FunctionCallResponse>({
  name: 'FunctionCallResponse',
  byte: 'V',
  limit: caps.large,
  collect: collectCaps.fromServer,
  decode: (body) => ({ type: 'FunctionCallResponse', value: readValue(body, 'value') }),
  encode: (body, message) => writeValue(body, message.value),
});
