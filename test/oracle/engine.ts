/** Our resolver behind the oracle's interface: the session's own catalog, search path and temporary schema. */
import type pg from 'pg';
import { loadCatalog } from '../../src/catalog/load.ts';
import { nameSpace } from '../../src/catalog/resolve-path.ts';
import type { Catalog } from '../../src/catalog/types.ts';
import { loadParser, type Parser } from '../../src/lineage/parse.ts';
import { readStatements } from '../../src/lineage/read.ts';
import type { Source } from '../../src/lineage/types.ts';

/** Steps that only steer: the oracle keeps those apart from a column's sources. A CASE's condition it does not. */
const apart: ReadonlySet<string> = new Set(['filter', 'order', 'over', 'except', 'grouping']);

/** Kept although the oracle leaves them out: a class on a view's, a parent's or a child's column counts too. */
const additions: ReadonlySet<string> = new Set(['inherited', 'view']);

const isCompared = ({ way, via }: Source): boolean =>
  !via.some((step) => additions.has(step)) && !(way === 'steering' && via.some((step) => apart.has(step)));

export interface Refusal {
  readonly sql: string;
  readonly reason: string;
  readonly detail: string;
}

export interface Engine {
  readonly lineage: (sql: string, client: pg.Client) => Promise<readonly (readonly string[])[] | null>;
  readonly refusals: readonly Refusal[];
  /** Milliseconds that each reading took. */
  readonly times: readonly number[];
}

type Text = readonly (string | null)[];

const rowsOf = async (client: pg.Client, text: string): Promise<readonly Text[]> =>
  (await client.query<(string | null)[]>({ text, rowMode: 'array', types: { getTypeParser: () => (value: string) => value } })).rows;

export const createEngine = async (): Promise<Engine> => {
  const parser: Parser = await loadParser();
  const refusals: Refusal[] = [];
  const times: number[] = [];
  let base: Catalog | undefined;
  const lineage: Engine['lineage'] = async (sql, client) => {
    const catalog = await loadCatalog((text) => rowsOf(client, text), {
      clock: () => 0,
      database: client.database ?? '',
      ...(base === undefined ? {} : { base }),
    });
    base = catalog;
    const [session] = await rowsOf(
      client,
      "SELECT pg_catalog.current_setting('search_path'), current_user, (SELECT nspname FROM pg_catalog.pg_namespace WHERE oid OPERATOR(pg_catalog.=) pg_catalog.pg_my_temp_schema())",
    );
    const [path, role, temp] = session ?? [];
    const names = nameSpace(catalog, path ?? '', role ?? '', temp ?? undefined);
    const before = performance.now();
    const reading = readStatements(sql, catalog, names, { parser });
    times.push(performance.now() - before);
    if (!reading.ok) {
      refusals.push({ sql, ...reading.unreadable });
      return null;
    }
    const [statement] = reading.statements;
    return (statement?.columns ?? []).map((column) => [...new Set(column.sources.filter(isCompared).map((source) => source.column))]);
  };
  return { lineage, refusals, times };
};
