import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  askControl,
  loadCatalog,
  openControl,
  parseDatabaseUrl
} from "./chunk-MHLFNK2L.js";
import {
  checkIdentityUrl
} from "./chunk-HQCHECTS.js";
import {
  bindPolicy
} from "./chunk-PGDVS5D5.js";
import {
  PgveilError,
  errorText
} from "./chunk-HUYNEIJX.js";

// src/session/catalog-changes.ts
var mostEnded = 1e3;
var createCatalogChanges = () => {
  const underWay = /* @__PURE__ */ new Set();
  const past = [];
  let ended = 0;
  let forgotten = 0;
  return {
    get ended() {
      return ended;
    },
    begin: (session, names) => {
      const entry = { session, names, endedAt: void 0 };
      underWay.add(entry);
      return () => {
        if (!underWay.delete(entry)) return;
        ended += 1;
        entry.endedAt = ended;
        past.push(entry);
        if (past.length > mostEnded) forgotten = past.shift()?.endedAt ?? forgotten;
      };
    },
    concerns: (session, asOf, used) => {
      if (ended === asOf && underWay.size === 0) return false;
      if (asOf < forgotten) return true;
      const recent = past.slice(past.findLastIndex(({ endedAt = 0 }) => endedAt <= asOf) + 1);
      const relevant = [...underWay, ...recent].filter((entry) => entry.session !== session);
      if (relevant.length === 0) return false;
      const names = used();
      return relevant.some((entry) => entry.names === "any" || [...entry.names].some((name) => names.has(name)));
    }
  };
};

// src/session/environment.ts
var environment = (catalog, nameSpace) => ({
  catalog,
  nameSpace,
  key: `${catalog.version} ${nameSpace.tempSchema ?? "-"} ${JSON.stringify(nameSpace.path)}`
});
var maxAgeMs = 5e3;

// src/gateway/catalogs.ts
var createSharedCatalog = ({ database, clock, connect, onLoaded }) => {
  let client;
  const changes = createCatalogChanges();
  let snapshot;
  let running;
  let waiting;
  const forget = () => {
    client = void 0;
    snapshot = void 0;
  };
  const connected = async () => {
    client ??= connect().then((made) => made.on("error", forget).on("end", forget));
    try {
      return await client;
    } catch (error) {
      forget();
      throw error;
    }
  };
  const load = async () => {
    const readAt = clock();
    const asOf = changes.ended;
    try {
      const control = await connected();
      const base = snapshot?.catalog;
      const loaded = await loadCatalog(askControl(control), {
        clock,
        database,
        ...base === void 0 ? {} : { base }
      });
      const catalog = base?.version === loaded.version ? base : loaded;
      snapshot = { catalog, asOf, readAt };
      if (catalog !== base) onLoaded(catalog);
      return snapshot;
    } catch (error) {
      forget();
      throw error instanceof PgveilError ? error : new PgveilError("PGVEIL_CATALOG", `the catalog of database ${database} cannot be read: ${errorText(error)}`, {
        cause: error
      });
    }
  };
  const start = async () => {
    running = load().finally(() => {
      running = void 0;
    });
    return running;
  };
  return {
    changes,
    current: () => snapshot !== void 0 && snapshot.asOf === changes.ended && clock() - snapshot.readAt <= maxAgeMs ? snapshot : void 0,
    // A load that runs already may have read too early for this caller: all who come meanwhile share the next one.
    refresh: async () => {
      if (running === void 0) return start();
      waiting ??= running.catch(() => void 0).then(async () => {
        waiting = void 0;
        return start();
      });
      return waiting;
    },
    close: async () => {
      const open = await client?.catch(() => void 0);
      forget();
      await open?.end();
    }
  };
};

// src/gateway/upstream-rights.ts
var rightsSql = `SELECT CASE WHEN r.rolsuper THEN 'superuser' ELSE 'replication' END
  FROM pg_catalog.pg_roles r WHERE r.rolname = session_user AND (r.rolsuper OR r.rolreplication)`;
var why = {
  superuser: "a superuser can read files, run programs and change any catalog on the server",
  replication: "a replication role can stream every table past all masks"
};
var checkRights = async (query, options) => {
  const [row] = await query(rightsSql);
  if (row === void 0 || options.allowSuperuser) return;
  const right = row[0] === "superuser" ? "superuser" : "replication";
  throw new PgveilError("PGVEIL_UPSTREAM", `the credential ${JSON.stringify(options.name)} is refused: ${why[right]}`, {
    remedy: "Use a role with only the rights that the grant needs, or say `allow-superuser: true` in the policy."
  });
};

// src/gateway/databases.ts
var urlsOf = (policy, urls) => new Map(
  [...urls ?? []].map(([credential, text]) => {
    const url = parseDatabaseUrl(text);
    const identity = policy.credentials.get(credential)?.identity;
    if (identity !== void 0) checkIdentityUrl(url, identity);
    return [credential, policy.upstream === void 0 ? url : { ...url, target: { ...url.target, database: policy.upstream } }];
  })
);
var createBinder = (policy, database) => {
  const known = /* @__PURE__ */ new WeakMap();
  let previous;
  return (catalog) => {
    const before = known.get(catalog);
    if (before !== void 0) return before;
    const bound = bindPolicy(policy, catalog, database, previous === void 0 ? {} : { previous });
    known.set(catalog, bound);
    previous = bound;
    return bound;
  };
};
var createDatabases = ({ policy, secrets, identities, clock, onCatalog }) => {
  const create = (definition) => {
    const { name } = definition;
    const urls = urlsOf(definition, secrets.urls.get(name));
    const url = (credential) => {
      const found = urls.get(credential);
      if (found === void 0)
        throw new PgveilError(
          "PGVEIL_CONFIG",
          `database ${JSON.stringify(name)} has no credential ${JSON.stringify(credential)}`
        );
      return found;
    };
    const logIn = async (credential) => identities.logIn(url(credential), definition.credentials.get(credential)?.identity);
    const [first = ""] = definition.credentials.keys();
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
        }
      })
    };
  };
  const databases = new Map([...policy.databases].map(([name, definition]) => [name, create(definition)]));
  const checkCredential = async (database, credential) => {
    const url = await databases.get(database.name)?.logIn(credential);
    if (url === void 0) return;
    const client = await openControl(url);
    try {
      await checkRights(askControl(client), {
        name: `${database.name}.${credential}`,
        allowSuperuser: database.allowSuperuser
      });
    } finally {
      await client.end();
    }
  };
  return {
    get: (name) => databases.get(name),
    names: [...databases.keys()],
    prepare: async () => {
      const checks = [...policy.databases.values()].flatMap(
        (database) => [...database.credentials.keys()].map(async (credential) => checkCredential(database, credential))
      );
      const loads = [...databases.values()].map(async ({ catalogs }) => catalogs.refresh());
      await Promise.all([...checks, ...loads]);
    },
    close: async () => {
      await Promise.all([...databases.values()].map(async ({ catalogs }) => catalogs.close()));
    }
  };
};

export {
  environment,
  maxAgeMs,
  createDatabases
};
