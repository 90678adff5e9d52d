/** The policy's databases as they run: where they are, who pgveil is there, and their catalogs with the policy bound. */
import type { Catalog } from '../catalog/types.ts';
import { PgveilError } from '../errors.ts';
import { bindPolicy, type BoundPolicy } from '../policy/bind.ts';
import type { DatabasePolicy, Policy } from '../policy/policy.ts';
import type { ResolvedSecrets } from '../policy/references.ts';
import { createSharedCatalog, type SharedCatalog } from './catalogs.ts';
import { askControl, openControl } from './control.ts';
import { checkIdentityUrl, type Identities } from './identity/identities.ts';
import { checkRights } from './upstream-rights.ts';
import { parseDatabaseUrl, type DatabaseUrl } from './upstream-url.ts';

export interface Database {
  readonly name: string;
  readonly catalogs: SharedCatalog;
  bind(catalog: Catalog): BoundPolicy;
  /** How to log in now, by the policy's name of the credential. Rejects with PGVEIL_UPSTREAM where a cloud gives no token. */
  logIn(credential: string): Promise<DatabaseUrl>;
}

export interface Databases {
  get(name: string): Database | undefined;
  readonly names: readonly string[];
  /** Connects once with every credential, checks its rights and reads every catalog. Rejects with PGVEIL_UPSTREAM or PGVEIL_CATALOG. */
  prepare(): Promise<void>;
  /** Resolves when the catalogs' connections stand: if `prepare` was called before, every server has its question by then. */
  connected(): Promise<void>;
  close(): Promise<void>;
}

const urlsOf = (policy: DatabasePolicy, urls: ReadonlyMap<string, string> | undefined): ReadonlyMap<string, DatabaseUrl> =>
  new Map(
    [...(urls ?? [])].map(([credential, text]) => {
      const url = parseDatabaseUrl(text);
      const identity = policy.credentials.get(credential)?.identity;
      if (identity !== undefined) checkIdentityUrl(url, identity);
      return [credential, policy.upstream === undefined ? url : { ...url, target: { ...url.target, database: policy.upstream } }];
    }),
  );

/** Binding the policy takes a pass over the catalog: done once for each snapshot. */
const createBinder = (policy: Policy, database: string): ((catalog: Catalog) => BoundPolicy) => {
  const known = new WeakMap<Catalog, BoundPolicy>();
  let previous: BoundPolicy | undefined;
  return (catalog) => {
    const before = known.get(catalog);
    if (before !== undefined) return before;
    const bound = bindPolicy(policy, catalog, database, previous === undefined ? {} : { previous });
    known.set(catalog, bound);
    previous = bound;
    return bound;
  };
};

export interface DatabasesOptions {
  readonly policy: Policy;
  readonly secrets: ResolvedSecrets;
  readonly identities: Identities;
  readonly clock: () => number;
  readonly onCatalog: (database: string, catalog: Catalog) => void;
}

export const createDatabases = ({ policy, secrets, identities, clock, onCatalog }: DatabasesOptions): Databases => {
  const create = (definition: DatabasePolicy): Database => {
    const { name } = definition;
    const urls = urlsOf(definition, secrets.urls.get(name));
    const url = (credential: string): DatabaseUrl => {
      const found = urls.get(credential);
      if (found === undefined)
        throw new PgveilError(
          'PGVEIL_CONFIG',
          `database ${JSON.stringify(name)} has no credential ${JSON.stringify(credential)}`,
        );
      return found;
    };
    const logIn = async (credential: string): Promise<DatabaseUrl> =>
      identities.logIn(url(credential), definition.credentials.get(credential)?.identity);
    const [first = ''] = definition.credentials.keys();
    return {
      name,
      logIn,
      bind: createBinder(policy, name),
      catalogs: createSharedCatalog({
        database: url(first).target.database,
        clock,
        connect: async () => openControl(await logIn(first)),
        onLoaded: (catalog) => {
          onCatalog(name, catalog);
        },
      }),
    };
  };
  const databases = new Map([...policy.databases].map(([name, definition]) => [name, create(definition)]));

  const checkCredential = async (database: DatabasePolicy, credential: string): Promise<void> => {
    const url = await databases.get(database.name)?.logIn(credential);
    if (url === undefined) return;
    const client = await openControl(url);
    try {
      await checkRights(askControl(client), {
        name: `${database.name}.${credential}`,
        allowSuperuser: database.allowSuperuser,
      });
    } finally {
      await client.end();
    }
  };

  return {
    get: (name) => databases.get(name),
    names: [...databases.keys()],
    prepare: async () => {
      const checks = [...policy.databases.values()].flatMap((database) =>
        [...database.credentials.keys()].map(async (credential) => checkCredential(database, credential)),
      );
      const loads = [...databases.values()].map(async ({ catalogs }) => catalogs.refresh());
      await Promise.all([...checks, ...loads]);
    },
    connected: async () => {
      await Promise.all([...databases.values()].map(async ({ catalogs }) => catalogs.connected()));
    },
    close: async () => {
      await Promise.all([...databases.values()].map(async ({ catalogs }) => catalogs.close()));
    },
  };
};
