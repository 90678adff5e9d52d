/**
 * Witness 3: node-sql-parser, another parser by other people, where it accepts a statement. It reads some valid SQL
 * wrongly, so that what it says may only tighten: a relation that it names and that the first reading lacks is a fault.
 *
 * Only its list of tables is taken, and only where it is reliable: its list of columns does not tell a column from an
 * alias, it reads a backslash in a string as an escape, and it does not nest comments.
 */
import { createContext, Script } from 'node:vm';
import sqlParser from 'node-sql-parser/build/postgresql.js';
import type { SecondReading } from './missed-relations.ts';

type Tree = ReturnType<InstanceType<typeof sqlParser.Parser>['parse']>;

const parse = (sql: string): Tree => new sqlParser.Parser().parse(sql, { database: 'Postgresql' });

/** In milliseconds. It tries again what it has tried: sub-selects within others can keep it busy for minutes. */
const patience = 500;

/** In characters, and in parentheses within others: what is no longer and no deeper takes no time worth watching. */
const quick = { length: 4_096, depth: 3 } as const;

const depthOf = (sql: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const character of sql) {
    if (character === '(') deepest = Math.max(deepest, (depth += 1));
    else if (character === ')') depth -= 1;
  }
  return deepest;
};

const sandbox = { parse, sql: '' };
createContext(sandbox);
const call = new Script('parse(sql)');

/** Throws where it does not accept the text, or takes too long. */
const parseInTime = (sql: string): Tree => {
  if (sql.length <= quick.length && depthOf(sql) <= quick.depth) return parse(sql);
  sandbox.sql = sql;
  return call.runInContext(sandbox, { timeout: patience }) as Tree;
};

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

/** Undefined where that parser does not accept the text, is not done in time, or is not reliable. Never throws. */
export const secondReading = (sql: string): SecondReading | undefined => {
  if (unreliable(sql)) return undefined;
  try {
    const { tableList, ast } = parseInTime(sql);
    const ctes = new Set<string>();
    cteNames(ast, ctes);
    const tables = tableList.flatMap((entry) => tableOf(entry) ?? []);
    return { tables: tables.filter(({ schema, name }) => schema !== undefined || !ctes.has(name.toLowerCase())) };
  } catch {
    return undefined;
  }
};
