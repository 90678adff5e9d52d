import { examine } from '../coverage/examine.ts';
import { judge } from '../coverage/judge.ts';
import type { Observed } from '../coverage/observe.ts';
import type { Base, FailOn, HeldRights, Verdict } from '../coverage/types.ts';
import { PgveilError } from '../errors.ts';
import { askControl, openControl } from '../gateway/control.ts';
import { createDatabases, type Database, type Databases } from '../gateway/databases.ts';
import type { Identities } from '../gateway/identity/identities.ts';
import { readRights } from '../gateway/upstream-rights.ts';
import { loadParser } from '../lineage/parse.ts';
import type { Policy } from '../policy/policy.ts';
import type { ResolvedSecrets } from '../policy/references.ts';
import type { DatabaseUrl } from '../gateway/upstream-url.ts';
import type { Progress } from './progress.ts';
import { sampleDatabase } from './sample-values.ts';

export interface LiveGateOptions {
  readonly policy: Policy;
  readonly secrets: ResolvedSecrets;
  readonly identities: Identities;
  /** Names of the databases to look at; undefined for all of the policy. */
  readonly databases: readonly string[] | undefined;
  readonly failOn: FailOn;
  readonly observed: Observed | undefined;
  /** Fingerprints of findings that are accepted. */
  readonly accepted?: ReadonlySet<string>;
  /** The policy that a change of it starts from. */
  readonly base?: Base;
  /** Rows of each relation whose values are looked at; none where it is absent. */
  readonly sample?: number | undefined;
  readonly progress?: Progress;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** The one that a caller names: the policy has it. */
const named = (databases: Databases, name: string): Database => {
  const database = databases.get(name);
  if (database !== undefined) return database;
  throw new PgveilError('PGVEIL_INPUT', `the policy has no database ${JSON.stringify(name)}`);
};

const rightsOf = async (database: Database, credential: string): Promise<HeldRights['rights']> => {
  const client = await openControl(await database.logIn(credential));
  try {
    return await readRights(askControl(client));
  } finally {
    await client.end();
  }
};

/** By the credential that the catalog is read with. */
const firstLogIn = async (policy: Policy, database: Database): Promise<DatabaseUrl> => {
  const [first = ''] = policy.databases.get(database.name)?.credentials.keys() ?? [];
  return database.logIn(first);
};

/** The gate over the databases as they are now. A database that cannot be read makes the verdict incomplete. */
export const liveVerdict = async ({
  policy,
  secrets,
  identities,
  failOn,
  observed,
  sample,
  progress,
  clock,
  ...only
}: LiveGateOptions): Promise<Verdict> => {
  const databases = createDatabases({ policy, secrets, identities, clock, onCatalog: () => undefined });
  try {
    const examined = await examine({
      policy,
      databases: only.databases ?? databases.names,
      catalogOf: async (name) => (await named(databases, name).catalogs.refresh()).catalog,
      rightsOf: async (name, credential) => rightsOf(named(databases, name), credential),
      sampleOf:
        sample === undefined
          ? undefined
          : async (name, catalog, targets) =>
              sampleDatabase(await firstLogIn(policy, named(databases, name)), {
                catalog,
                targets,
                rows: sample,
                clock,
                onRelation: (done, all) => {
                  progress?.show(() => `looking at values of ${name}: ${String(done)} of ${String(all)} relations`);
                },
              }),
      parser: await loadParser(),
      clock,
      observed,
      ...(only.base === undefined ? {} : { base: only.base }),
    });
    const known = new Map([...(only.accepted ?? [])].map((print) => [print, 'baseline' as const]));
    return judge(examined, { failOn, known });
  } finally {
    progress?.end();
    await databases.close();
  }
};
