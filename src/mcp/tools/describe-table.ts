import type pg from 'pg';
import * as z from 'zod/mini';
import { PgveilError } from '../../errors.ts';
import { classNamer } from '../../policy/said.ts';
import { nearest } from '../../policy/problems.ts';
import type { ColumnInsight } from '../insight.ts';
import { relationKinds } from '../relation-kinds.ts';
import { defineTool } from '../tool.ts';

interface Found {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  readonly comment: string | null;
}

const relationSql = `
  SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind AS kind, pg_catalog.obj_description(c.oid, 'pg_class') AS comment
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.oid = pg_catalog.to_regclass($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`;

const namesSql = `
  SELECT n.nspname || '.' || c.relname AS name
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`;

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly default: string | null;
  readonly comment: string | null;
}

const columnsSql = `
  SELECT a.attname AS name, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
    pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS default, pg_catalog.col_description(a.attrelid, a.attnum) AS comment
  FROM pg_catalog.pg_attribute a
    LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid = $1 AND a.attnum > 0 AND NOT a.attisdropped
  ORDER BY a.attnum`;

const keysSql = `
  SELECT conname AS name, pg_catalog.pg_get_constraintdef(oid) AS definition
  FROM pg_catalog.pg_constraint WHERE conrelid = $1 AND contype IN ('p', 'u', 'f') ORDER BY contype DESC, conname`;

const find = async (client: pg.Client, table: string): Promise<Found> => {
  const [found] = (await client.query<Found>(relationSql, [table])).rows;
  if (found !== undefined) return found;
  const names = (await client.query<{ name: string }>(namesSql)).rows.map(({ name }) => name);
  const near = nearest(table, names) ?? nearest(`public.${table}`, names);
  throw new PgveilError('PGVEIL_INPUT', `there is no table or view ${JSON.stringify(table)}`, {
    remedy: `list_tables gives their names.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  });
};

/** What the gateway takes for one where its policy says nothing else. */
const classInComment = classNamer('@class {class}');

const describeColumn = (column: ColumnRow, insight: ReadonlyMap<string, ColumnInsight> | undefined): object => {
  const { name, type, nullable, default: initial, comment } = column;
  const known = insight?.get(name);
  const className = insight === undefined && comment !== null ? classInComment(comment) : known?.class;
  return {
    name,
    type,
    nullable,
    ...(initial === null ? {} : { default: initial }),
    ...(comment === null ? {} : { comment }),
    ...(className === undefined ? {} : { class: className }),
    ...(known === undefined || known.shown.length === 0
      ? {}
      : { shown: Object.fromEntries(known.shown.map(({ principal, shown }) => [principal, shown])) }),
  };
};

export const describeTable = defineTool({
  name: 'describe_table',
  title: 'Describe a table',
  description:
    'Gives the columns (type, nullability, default, comment) and keys of a table or view. "class" is what a classified column holds, "shown" how it reaches whom: pass, masked(...), redact, no access. "classesFrom" says where classes are from; with "comments" a column without a class can be masked all the same.',
  input: { table: z.string().check(z.minLength(1), z.describe('Its name as in SQL, best with its schema: public.customers')) },
  run: async ({ table }, { database, insight }, signal) =>
    database.use(async (client) => {
      const { oid, schema, name, kind, comment } = await find(client, table);
      const known = await insight?.(client, oid);
      const columns = (await client.query<ColumnRow>(columnsSql, [oid])).rows;
      const keys = (await client.query<{ name: string; definition: string }>(keysSql, [oid])).rows;
      return {
        schema,
        name,
        kind: relationKinds[kind] ?? kind,
        ...(comment === null ? {} : { comment }),
        classesFrom: known === undefined ? 'comments' : 'policy',
        columns: columns.map((column) => describeColumn(column, known)),
        keys,
      };
    }, signal),
});
