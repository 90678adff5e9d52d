import { examine } from '../coverage/examine.ts';
import { judge } from '../coverage/judge.ts';
import type { Observed } from '../coverage/observe.ts';
import type { Base, FailOn, Verdict } from '../coverage/types.ts';
import { PgveilError } from '../errors.ts';
import { createDatabases } from '../gateway/databases.ts';
import type { Identities } from '../gateway/identity/identities.ts';
import { loadParser } from '../lineage/parse.ts';
import type { Policy } from '../policy/policy.ts';
import type { ResolvedSecrets } from '../policy/references.ts';

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
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** The gate over the databases as they are now. A database that cannot be read makes the verdict incomplete. */
export const liveVerdict = async ({
  policy,
  secrets,
  identities,
  failOn,
  observed,
  clock,
  ...only
}: LiveGateOptions): Promise<Verdict> => {
  const databases = createDatabases({ policy, secrets, identities, clock, onCatalog: () => undefined });
  try {
    const examined = await examine({
      policy,
      databases: only.databases ?? databases.names,
      catalogOf: async (name) => {
        const database = databases.get(name);
        if (database !== undefined) return (await database.catalogs.refresh()).catalog;
        throw new PgveilError('PGVEIL_INPUT', `the policy has no database ${JSON.stringify(name)}`);
      },
      parser: await loadParser(),
      clock,
      observed,
      ...(only.base === undefined ? {} : { base: only.base }),
    });
    const known = new Map([...(only.accepted ?? [])].map((print) => [print, 'baseline' as const]));
    return judge(examined, { failOn, known });
  } finally {
    await databases.close();
  }
};
