/** Our resolver behind the oracle's interface: the session's own catalog, search path and temporary schema. */
import type pg from 'pg';
import { loadCatalog } from '../../src/catalog/load.ts';
import { nameSpace } from '../../src/catalog/resolve-path.ts';
import type { Catalog } from '../../src/catalog/types.ts';
import { loadParser, type Parser } from '../../src/lineage/parse.ts';
import { readStatements } from '../../src/lineage/read.ts';
import { missedRelations } from '../../src/lineage/missed-relations.ts';
import { secondReading } from '../../src/lineage/second-reader.ts';
import type { Source, Unreadable } from '../../src/lineage/types.ts';
import type { Lineage } from './score.mjs';

/** Steps that only steer: the oracle keeps those apart from a column's sources. A CASE's condition it does not. */
const apart: ReadonlySet<string> = new Set(['filter', 'order', 'over', 'except', 'grouping']);

/** Kept although the oracle leaves them out: a class on a view's, a parent's or a child's column counts too. */
const additions: ReadonlySet<string> = new Set(['inherited', 'view']);

const isCompared = ({ way, via }: Source): boolean =>
  !via.some((step) => additions.has(step)) && !(way === 'steering' && via.some((step) => apart.has(step)));

/*
 * The oracle does not look into functions: to it, all arguments flow into the result. Lineage follows a body, and tells of
 * the arguments apart, by function and not by column (`FunctionUse.arguments`); here they are added to every column.
 */

/** One statement as it was read. */
export interface Reading {
  readonly sql: string;
  readonly refusal: Unreadable | undefined;
  readonly milliseconds: number;
  readonly columns: number;
  /** Calls a function whose body was read. */
  readonly follows: boolean;
  /** Whether the second reader understood it, and how many relations it missed in the first reading. */
  readonly second: boolean;
  readonly alarms: number;
}

export interface Engine {
  readonly lineage: Lineage;
  readonly readings: readonly Reading[];
}

const sessionQuery = `SELECT pg_catalog.current_setting('search_path'), current_user,
  (SELECT nspname FROM pg_catalog.pg_namespace WHERE oid OPERATOR(pg_catalog.=) pg_catalog.pg_my_temp_schema())`;

/** Row versions of the catalogs that a snapshot is made of: where they are as before, so is the snapshot. */
const contentsQuery = `SELECT pg_catalog.concat_ws(' ', pg_catalog.current_database(), pg_catalog.pg_backend_pid(), pg_catalog.pg_my_temp_schema(), (SELECT pg_catalog.string_agg(rolname, ' ' ORDER BY oid) FROM pg_catalog.pg_roles))
  UNION ALL ${[
    ['pg_namespace', 'oid'],
    ['pg_class', 'oid'],
    ['pg_attribute', 'attrelid'],
    ['pg_attrdef', 'adrelid'],
    ['pg_rewrite', 'ev_class'],
    ['pg_trigger', 'tgrelid'],
    ['pg_constraint', 'oid'],
    ['pg_inherits', 'inhrelid'],
    ['pg_policy', 'polrelid'],
    ['pg_index', 'indrelid'],
    ['pg_type', 'oid'],
    ['pg_enum', 'oid'],
    ['pg_cast', 'oid'],
    ['pg_proc', 'oid'],
    ['pg_aggregate', 'aggfnoid'],
    ['pg_operator', 'oid'],
  ]
    .map(
      ([catalog, owner]) =>
        `SELECT pg_catalog.count(*)::text || ' ' || coalesce(pg_catalog.sum(pg_catalog.hashtext(c.xmin::text || c.cmin::text || c.ctid::text)::bigint)::text, '')
       FROM pg_catalog.${String(catalog)} c WHERE ${String(owner)}::oid OPERATOR(pg_catalog.>=) 16384::oid`,
    )
    .join(' UNION ALL ')}`;

type Text = readonly (string | null)[];

const rowsOf = async (client: pg.Client, text: string): Promise<readonly Text[]> =>
  (await client.query<(string | null)[]>({ text, rowMode: 'array', types: { getTypeParser: () => (value: string) => value } }))
    .rows;

export const createEngine = async (): Promise<Engine> => {
  const parser: Parser = await loadParser();
  const readings: Reading[] = [];
  let base: Catalog | undefined;
  let contents = '';
  const load = async (client: pg.Client): Promise<Catalog> => {
    const now = JSON.stringify(await rowsOf(client, contentsQuery));
    if (base !== undefined && now === contents) return base;
    base = await loadCatalog(async (text) => rowsOf(client, text), {
      clock: () => 0,
      database: client.database ?? '',
      ...(base === undefined ? {} : { base }),
    });
    contents = now;
    return base;
  };
  const lineage: Lineage = async (sql, client) => {
    const catalog = await load(client);
    const [session] = await rowsOf(client, sessionQuery);
    const [path, role, temp] = session ?? [];
    const names = nameSpace(catalog, path ?? '', role ?? '', temp ?? undefined);
    const before = performance.now();
    const reading = readStatements(sql, catalog, names, { parser });
    const milliseconds = performance.now() - before;
    if (!reading.ok) {
      readings.push({ sql, refusal: reading.unreadable, milliseconds, columns: 0, follows: false, second: false, alarms: 0 });
      return null;
    }
    const second = secondReading(sql);
    const alarms = second === undefined ? 0 : missedRelations(second, reading.statements, catalog, names).length;
    const [statement] = reading.statements;
    const passed = (statement?.functions ?? []).filter(({ nature }) => nature === 'followed').flatMap((use) => use.arguments);
    readings.push({
      sql,
      refusal: undefined,
      milliseconds,
      columns: statement?.columns?.length ?? 0,
      follows: statement?.functions.some(({ nature }) => nature === 'followed') ?? false,
      second: second !== undefined,
      alarms,
    });
    return (statement?.columns ?? []).map((column) => [
      ...new Set([...column.sources, ...passed].filter(isCompared).map((source) => source.column)),
    ]);
  };
  return { lineage, readings };
};
