/** Reads the live catalogs of a policy's databases for the checks. The network is the caller's. */
import { loadCatalog, type CatalogQuery } from '../catalog/load.ts';
import { errorText } from '../errors.ts';
import type { Parser } from '../lineage/parse.ts';
import { readStatements } from '../lineage/read.ts';
import { bindPolicy } from '../policy/bind.ts';
import type { Policy } from '../policy/policy.ts';
import type { Observed } from './observe.ts';
import type { Examined, ExaminedDatabase, Unchecked } from './types.ts';

export interface DatabaseConnection {
  readonly query: CatalogQuery;
  close(): Promise<void>;
}

export interface ExamineOptions {
  readonly policy: Policy;
  /** Names of the databases to look at. */
  readonly databases: readonly string[];
  /** Connects to a database of the policy with any of its credentials. */
  readonly connect: (database: string) => Promise<DatabaseConnection>;
  readonly parser: Parser;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly observed: Observed | undefined;
}

const readDatabase = async (name: string, options: ExamineOptions): Promise<ExaminedDatabase> => {
  const connection = await options.connect(name);
  try {
    const catalog = await loadCatalog(connection.query, { clock: options.clock, database: name });
    const names = { path: ['pg_catalog'], tempSchema: undefined };
    return {
      name,
      catalog,
      bound: bindPolicy(options.policy, catalog, name),
      read: (sql) => readStatements(sql, catalog, names, { parser: options.parser }),
    };
  } finally {
    await connection.close();
  }
};

/** Never rejects: a database that cannot be read is one of `unread`. */
export const examine = async (options: ExamineOptions): Promise<Examined> => {
  const databases: ExaminedDatabase[] = [];
  const unread: Unchecked[] = [];
  await Promise.all(
    options.databases.map(async (name) => {
      try {
        databases.push(await readDatabase(name, options));
      } catch (error) {
        unread.push({ what: `database ${name}`, reason: errorText(error) });
      }
    }),
  );
  const order = (name: string): number => options.databases.indexOf(name);
  databases.sort((a, b) => order(a.name) - order(b.name));
  return { policy: options.policy, databases, unread, observed: options.observed, now: options.clock() };
};
