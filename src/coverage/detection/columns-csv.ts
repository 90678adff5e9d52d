/** Lists of columns as CSV: the input of `pgveil classify` and the labels of the benchmark. */
import { PgveilError } from '../../errors.ts';
import { parseCsv } from './csv.ts';
import type { ColumnFacts } from './types.ts';

/** One line of the list: the column, its name as it was written, and the line's other fields by header. */
export interface ListedColumn {
  readonly name: string;
  readonly facts: ColumnFacts;
  readonly fields: Readonly<Record<string, string>>;
}

const nameHeader = 'schema.table.column';
const typeHeader = 'data_type';
const commentHeader = 'comment';

const wrongHeader = (header: string): PgveilError =>
  new PgveilError('PGVEIL_INPUT', `the CSV of columns has no field ${header}`, {
    remedy: `Its first line names the fields: ${nameHeader},${typeHeader}; a field ${commentHeader} is read too.`,
  });

/** A part in quotes may hold dots; what follows the second dot is the column's name, dots and all. */
const part = /"((?:[^"]|"")*)"(?=\.|$)|([^."]+)(?=\.|$)/uy;

/** `schema.table.column`, or `table.column` of the schema public; undefined where there are fewer parts. */
export const splitName = (name: string): Pick<ColumnFacts, 'schema' | 'table' | 'column'> | undefined => {
  const parts: string[] = [];
  let at = 0;
  while (parts.length < 2) {
    part.lastIndex = at;
    const found = part.exec(name);
    if (found === null) break;
    parts.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    at = part.lastIndex + 1;
    if (at >= name.length) break;
  }
  const rest = name.slice(at);
  part.lastIndex = 0;
  const quoted = part.exec(rest);
  const last = quoted?.[1] !== undefined && quoted[0].length === rest.length ? quoted[1].replaceAll('""', '"') : rest;
  const [first, second] = parts;
  if (first === undefined || (second === undefined && last === '')) return undefined;
  if (second === undefined) return { schema: 'public', table: first, column: last };
  return last === '' ? { schema: 'public', table: first, column: second } : { schema: first, table: second, column: last };
};

/** Throws PgveilError PGVEIL_INPUT when the text is no CSV, has not the two fields, or a name has no table. */
export const readColumns = (text: string): readonly ListedColumn[] => {
  const [header = [], ...records] = parseCsv(text);
  const required = (name: string): number => {
    const at = header.indexOf(name);
    if (at < 0) throw wrongHeader(name);
    return at;
  };
  const nameAt = required(nameHeader);
  const typeAt = required(typeHeader);
  const commentAt = header.indexOf(commentHeader);
  return records.map((record, i) => {
    const name = record[nameAt] ?? '';
    const split = splitName(name);
    if (split === undefined) {
      throw new PgveilError('PGVEIL_INPUT', `record ${String(i + 1)} of the CSV names no table and column`, {
        remedy: `Write ${nameHeader}.`,
      });
    }
    const comment = record[commentAt];
    return {
      name,
      facts: { ...split, dataType: record[typeAt] ?? '', ...(comment === undefined ? {} : { comment }) },
      fields: Object.fromEntries(header.map((field, at) => [field, record[at] ?? ''])),
    };
  });
};
