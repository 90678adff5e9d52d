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

const names = {
  column: [nameHeader],
  schema: ['schema', 'table_schema', 'schema_name'],
  table: ['table', 'table_name'],
  name: ['column', 'column_name'],
  type: [typeHeader, 'type'],
} as const;

const wrongHeader = (header: string): PgveilError =>
  new PgveilError('PGVEIL_INPUT', `the CSV of columns has no field ${header}`, {
    remedy: `Its first line names the fields: ${nameHeader},${typeHeader}, or schema,table,column,${typeHeader}; a field ${commentHeader} is read too.`,
  });

/** A part in quotes may hold dots; what follows the second dot is the column's name, dots and all. */
const part = /"((?:[^"]|"")*)"(?=\.|$)|([^."]+)(?=\.|$)/uy;

interface Parts {
  readonly parts: Pick<ColumnFacts, 'schema' | 'table' | 'column'> | undefined;
}

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

/** Where the header has the name of a column: whole in one field, or its parts in three, of which the schema may be absent. */
const nameReader = (header: readonly string[]): ((record: readonly string[]) => Pick<ListedColumn, 'name'> & Parts) => {
  const find = (spellings: readonly string[]): number => header.findIndex((field) => spellings.includes(field));
  const whole = find(names.column);
  if (whole >= 0) {
    return (record) => {
      const name = record[whole] ?? '';
      return { name, parts: splitName(name) };
    };
  }
  const [schemaAt, tableAt, columnAt] = [find(names.schema), find(names.table), find(names.name)];
  if (tableAt < 0 || columnAt < 0) throw wrongHeader(nameHeader);
  return (record) => {
    const schema = record[schemaAt] ?? 'public';
    const table = record[tableAt] ?? '';
    const column = record[columnAt] ?? '';
    return {
      name: [schema, table, column].join('.'),
      parts: table === '' || column === '' ? undefined : { schema, table, column },
    };
  };
};

/**
 * The columns of a list, in order. The header is read in any case of letters. Throws PgveilError PGVEIL_INPUT when the text is
 * no CSV, lacks a field, or a line names no table and column; the message tells the line.
 */
export const readColumns = (text: string): readonly ListedColumn[] => {
  const [first, ...records] = parseCsv(text);
  const header = (first?.fields ?? []).map((field) => field.trim().toLowerCase());
  const nameOf = nameReader(header);
  const typeAt = header.findIndex((field) => names.type.some((name) => name === field));
  if (typeAt < 0) throw wrongHeader(typeHeader);
  const commentAt = header.indexOf(commentHeader);
  return records.map(({ line, fields }) => {
    const { name, parts } = nameOf(fields);
    if (parts === undefined) {
      throw new PgveilError('PGVEIL_INPUT', `line ${String(line)} of the CSV names no table and column`, {
        remedy: `Write ${nameHeader}.`,
      });
    }
    const comment = fields[commentAt];
    return {
      name,
      facts: { ...parts, dataType: fields[typeAt] ?? '', ...(comment === undefined ? {} : { comment }) },
      fields: Object.fromEntries(header.map((field, at) => [field, fields[at] ?? ''])),
    };
  });
};
