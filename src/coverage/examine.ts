/** Reads the catalogs of a policy's databases for the checks. The network is the caller's. */
import type { Catalog } from '../catalog/types.ts';
import { errorText } from '../errors.ts';
import type { Parser } from '../lineage/parse.ts';
import { readStatements } from '../lineage/read.ts';
import { bindPolicy } from '../policy/bind.ts';
import type { Policy } from '../policy/policy.ts';
import type { Observed } from './observe.ts';
import type { Base, Examined, ExaminedDatabase, Unchecked } from './types.ts';

export interface ExamineOptions {
  readonly policy: Policy;
  /** Names of the databases to look at. */
  readonly databases: readonly string[];
  readonly catalogOf: (database: string) => Promise<Catalog>;
  readonly parser: Parser;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly observed: Observed | undefined;
  readonly base?: Base;
}

const names = { path: ['pg_catalog'], tempSchema: undefined };

const readDatabase = async (name: string, { policy, parser, catalogOf }: ExamineOptions): Promise<ExaminedDatabase> => {
  const catalog = await catalogOf(name);
  return {
    name,
    catalog,
    bound: bindPolicy(policy, catalog, name),
    read: (sql) => readStatements(sql, catalog, names, { parser }),
  };
};

/** Never rejects: a database that cannot be read is one of `unread`. */
export const examine = async (options: ExamineOptions): Promise<Examined> => {
  const { policy, observed, base, clock } = options;
  const databases: ExaminedDatabase[] = [];
  const unread: Unchecked[] = [];
  const settled = await Promise.allSettled(options.databases.map(async (name) => readDatabase(name, options)));
  for (const [index, result] of settled.entries()) {
    if (result.status === 'fulfilled') databases.push(result.value);
    else unread.push({ what: `database ${options.databases[index] ?? ''}`, reason: errorText(result.reason) });
  }
  return { policy, databases, unread, observed, ...(base === undefined ? {} : { base }), now: clock() };
};
