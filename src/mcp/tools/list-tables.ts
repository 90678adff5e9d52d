import * as z from 'zod/mini';
import { relationKinds } from '../relation-kinds.ts';
import { fitting } from '../limits.ts';
import { defineTool } from '../tool.ts';

interface Listed {
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  readonly comment: string | null;
}

const sql = `
  SELECT n.nspname AS schema, c.relname AS name, c.relkind AS kind, pg_catalog.obj_description(c.oid, 'pg_class') AS comment
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
    AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND NOT pg_catalog.pg_is_other_temp_schema(n.oid)
    AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_any_column_privilege(c.oid, 'SELECT')
    AND ($1::pg_catalog.text IS NULL OR n.nspname = $1)
  ORDER BY n.nspname, c.relname`;

export const listTables = defineTool({
  name: 'list_tables',
  title: 'List tables',
  description:
    'Lists the tables and views that the database role may read, with their comments. The proxy may refuse some of them all the same (rule relation.denied). "truncated" says that some are missing: ask for one schema.',
  input: { schema: z.optional(z.string().check(z.describe('Only those of this schema'))) },
  run: async ({ schema }, { database, limits }, signal) =>
    database.use(async (client) => {
      const { rows } = await client.query<Listed>(sql, [schema ?? null]);
      const tables = rows.map(({ kind, comment, ...name }) => ({
        ...name,
        kind: relationKinds[kind] ?? kind,
        ...(comment === null ? {} : { comment }),
      }));
      const kept = fitting(tables, limits.characters);
      return { tables: kept, ...(kept.length < tables.length ? { truncated: 'characters' } : {}) };
    }, signal),
});
