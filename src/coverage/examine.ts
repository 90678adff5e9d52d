/** Reads the catalogs of a policy's databases for the checks. The network is the caller's. */
import { columnKey, type Catalog } from '../catalog/types.ts';
import { errorText } from '../errors.ts';
import type { Parser } from '../lineage/parse.ts';
import { readStatements } from '../lineage/read.ts';
import type { Reading } from '../lineage/types.ts';
import { bindPolicy } from '../policy/bind.ts';
import type { Policy } from '../policy/policy.ts';
import type { Observed } from './observe.ts';
import { readersOf, readersOfRelation } from './readers.ts';
import { sampleTargets } from './sampling/targets.ts';
import type { SampleTarget, Sampling } from './sampling/types.ts';
import type { Base, Examined, ExaminedDatabase, HeldRights, Unchecked } from './types.ts';

export interface ExamineOptions {
  readonly policy: Policy;
  /** Names of the databases to look at. */
  readonly databases: readonly string[];
  readonly catalogOf: (database: string) => Promise<Catalog>;
  /** Asks the server what a credential of the policy may do beyond what a proxy can hold in. */
  readonly rightsOf: (database: string, credential: string) => Promise<HeldRights['rights']>;
  /** Looks at values of what the policy leaves open; absent where nobody asked for it. */
  readonly sampleOf?: ((database: string, catalog: Catalog, targets: readonly SampleTarget[]) => Promise<Sampling>) | undefined;
  readonly parser: Parser;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly observed: Observed | undefined;
  readonly base?: Base;
}

const names = { path: ['pg_catalog'], tempSchema: undefined };

interface Read {
  readonly database: ExaminedDatabase;
  readonly unread: readonly Unchecked[];
}

const readRights = async (
  database: string,
  { policy, rightsOf }: ExamineOptions,
): Promise<{ readonly held: readonly HeldRights[]; readonly unread: readonly Unchecked[] }> => {
  const names = [...(policy.databases.get(database)?.credentials.keys() ?? [])];
  const settled = await Promise.allSettled(names.map(async (credential) => rightsOf(database, credential)));
  const held: HeldRights[] = [];
  const unread: Unchecked[] = [];
  for (const [index, credential] of names.entries()) {
    const result = settled[index];
    if (result?.status === 'fulfilled') held.push({ credential, rights: result.value });
    else unread.push({ what: `credential ${credential} of database ${database}`, reason: errorText(result?.reason) });
  }
  return { held, unread };
};

/** Text that a principal can read, and of which nobody has said what it holds. */
const openTargets = ({ name, bound, catalog }: ExaminedDatabase): readonly SampleTarget[] => {
  const readers = readersOf(bound.policy, name);
  return sampleTargets(catalog, ({ relation, column }) => {
    const key = columnKey(relation.oid, column.attnum);
    return bound.classOf(key) === undefined && !bound.exempt.has(key) && readersOfRelation(readers, relation).length > 0;
  });
};

const withSamples = async (database: ExaminedDatabase, { sampleOf }: ExamineOptions): Promise<Read> => {
  if (sampleOf === undefined) return { database, unread: [] };
  try {
    const sampling = await sampleOf(database.name, database.catalog, openTargets(database));
    return { database: { ...database, sampling }, unread: [] };
  } catch (error) {
    return { database, unread: [{ what: `values of database ${database.name}`, reason: errorText(error) }] };
  }
};

const readDatabase = async (name: string, options: ExamineOptions): Promise<Read> => {
  const { policy, parser, catalogOf } = options;
  const [catalog, { held, unread }] = await Promise.all([catalogOf(name), readRights(name, options)]);
  const read = (sql: string): Reading => readStatements(sql, catalog, names, { parser });
  const bound = bindPolicy(policy, catalog, name);
  const sampled = await withSamples({ name, catalog, bound, read, credentials: held }, options);
  return { database: sampled.database, unread: [...unread, ...sampled.unread] };
};

/** Never rejects: a database that cannot be read is one of `unread`. */
export const examine = async (options: ExamineOptions): Promise<Examined> => {
  const { policy, observed, base, clock } = options;
  const settled = await Promise.allSettled(options.databases.map(async (name) => readDatabase(name, options)));
  const databases: ExaminedDatabase[] = [];
  const unread: Unchecked[] = [];
  for (const [index, result] of settled.entries()) {
    if (result.status === 'fulfilled') {
      databases.push(result.value.database);
      unread.push(...result.value.unread);
    } else unread.push({ what: `database ${options.databases[index] ?? ''}`, reason: errorText(result.reason) });
  }
  return { policy, databases, unread, observed, ...(base === undefined ? {} : { base }), now: clock() };
};
