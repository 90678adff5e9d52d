/**
 * Witness 3: node-sql-parser, another parser by other people, where it accepts a statement. It reads some valid SQL
 * wrongly, so that what it says may only tighten: a relation that it names and that the first reading lacks is a fault.
 *
 * Only its list of tables is taken, and only where it is reliable: its list of columns does not tell a column from an
 * alias, it reads a backslash in a string as an escape, and it does not nest comments.
 */
import sqlParser from 'node-sql-parser/build/postgresql.js';
import type { SecondReading } from './missed-relations.ts';

const parser = (): InstanceType<typeof sqlParser.Parser> => new sqlParser.Parser();

/** What it is known to take for something else. */
const unreliable = (sql: string): boolean => sql.includes('\\') || sql.split('/*').length > 2 || sql.includes('$$');

const cteNames = (node: unknown, found: Set<string>): void => {
  if (typeof node !== 'object' || node === null) return;
  const { with: clauses } = node as { readonly with?: unknown };
  for (const clause of Array.isArray(clauses) ? (clauses as readonly unknown[]) : []) {
    const { name } = clause as { readonly name?: { readonly value?: unknown } | string };
    const text = typeof name === 'string' ? name : name?.value;
    if (typeof text === 'string') found.add(text.toLowerCase());
  }
  for (const child of Object.values(node)) cteNames(child, found);
};

/** `select::schema::name`, with `null` for no schema. */
const tableOf = (entry: string): SecondReading['tables'][number] | undefined => {
  const [, schema = 'null', name] = entry.split('::');
  return name === undefined ? undefined : { schema: schema === 'null' ? undefined : schema, name };
};

/** Undefined where that parser does not accept the text, or is not reliable. Never throws. */
export const secondReading = (sql: string): SecondReading | undefined => {
  if (unreliable(sql)) return undefined;
  try {
    const { tableList, ast } = parser().parse(sql, { database: 'Postgresql' });
    const ctes = new Set<string>();
    cteNames(ast, ctes);
    const tables = tableList.flatMap((entry) => tableOf(entry) ?? []);
    return { tables: tables.filter(({ schema, name }) => schema !== undefined || !ctes.has(name.toLowerCase())) };
  } catch {
    return undefined;
  }
};
