/** Reads the catalog of one database over any connection to it. */
import { PgveilError } from '../errors.ts';
import { readAnswer } from './answer.ts';
import { createLayer } from './layer.ts';
import { catalogQueries } from './queries.ts';
import type { Row } from './sections/section.ts';
import { createSnapshot, reusableLayer } from './snapshot.ts';
import { supportedMajors } from './system.ts';
import type { Catalog } from './types.ts';

/** Runs one SQL statement by the simple protocol and gives its rows as the server's text. */
export type CatalogQuery = (sql: string) => Promise<readonly Row[]>;

export interface LoadOptions {
  /** Milliseconds since 1970, for `loadedAt`. */
  readonly clock: () => number;
  readonly database: string;
  /** An earlier snapshot of the same server: its built-in part is taken over, if the server's version is the same. */
  readonly base?: Catalog;
}

const checkVersion = (version: number): void => {
  const major = Math.floor(version / 10_000);
  if (major >= supportedMajors.first && major <= supportedMajors.last) return;
  throw new PgveilError('PGVEIL_CATALOG', `the server is PostgreSQL ${String(major)}`, {
    remedy: `pgveil has reviewed the built-in functions of PostgreSQL ${String(supportedMajors.first)} to ${String(supportedMajors.last)}; use one of these, or a newer pgveil`,
  });
};

/**
 * One round trip; two where the `base` is of another server. Needs no privilege beyond a login. Only what the connection's
 * own session can see of temporary objects is read. Throws PGVEIL_CATALOG for a server that is not supported; errors of
 * `query` pass.
 */
export const loadCatalog = async (query: CatalogQuery, { clock, database, base }: LoadOptions): Promise<Catalog> => {
  const loadedAt = clock();
  const answer = await query(base === undefined ? catalogQueries.both : catalogQueries.own);
  const own = createLayer(readAnswer(answer, 'own'));
  checkVersion(own.server.version);
  const builtin =
    reusableLayer(base, own.server) ??
    createLayer(readAnswer(base === undefined ? answer : await query(catalogQueries.builtin), 'builtin'));
  return createSnapshot({ builtin, own }, database, loadedAt);
};
