import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  loadCatalog,
  parseDatabaseUrl
} from "./chunk-NEX4ZP4U.js";
import {
  checkIdentityUrl
} from "./chunk-YGJAAYSF.js";
import {
  judge
} from "./chunk-YESDZTAX.js";
import {
  readersOf,
  readersOfRelation
} from "./chunk-7QMD2IBT.js";
import {
  readStatements
} from "./chunk-QGR7FV53.js";
import {
  loadParser
} from "./chunk-OKLFN3DZ.js";
import {
  bindPolicy
} from "./chunk-OMUHGYEW.js";
import {
  sampleDatabase
} from "./chunk-2VCOYOLM.js";
import {
  sampleTargets
} from "./chunk-BRH2XC46.js";
import {
  askControl,
  openControl
} from "./chunk-PJUCC2CV.js";
import {
  columnKey
} from "./chunk-5LNJKYM5.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/live-gate.ts
init_define_navigator();

// src/coverage/examine.ts
init_define_navigator();
var names = { path: ["pg_catalog"], tempSchema: void 0 };
var readRights = async (database, { policy, rightsOf: rightsOf2 }) => {
  const names2 = [...policy.databases.get(database)?.credentials.keys() ?? []];
  const settled = await Promise.allSettled(names2.map(async (credential) => rightsOf2(database, credential)));
  const held = [];
  const unread = [];
  for (const [index, credential] of names2.entries()) {
    const result = settled[index];
    if (result?.status === "fulfilled") held.push({ credential, rights: result.value });
    else unread.push({ what: `credential ${credential} of database ${database}`, reason: errorText(result?.reason) });
  }
  return { held, unread };
};
var openTargets = ({ name, bound, catalog }) => {
  const readers = readersOf(bound.policy, name);
  return sampleTargets(catalog, ({ relation, column }) => {
    const key = columnKey(relation.oid, column.attnum);
    return bound.classOf(key) === void 0 && !bound.exempt.has(key) && readersOfRelation(readers, relation).length > 0;
  });
};
var withSamples = async (database, { sampleOf }) => {
  if (sampleOf === void 0) return { database, unread: [] };
  try {
    const sampling = await sampleOf(database.name, database.catalog, openTargets(database));
    return { database: { ...database, sampling }, unread: [] };
  } catch (error) {
    return { database, unread: [{ what: `values of database ${database.name}`, reason: errorText(error) }] };
  }
};
var readDatabase = async (name, options) => {
  const { policy, parser, catalogOf } = options;
  const [catalog, { held, unread }] = await Promise.all([catalogOf(name), readRights(name, options)]);
  const read = (sql) => readStatements(sql, catalog, names, { parser });
  const bound = bindPolicy(policy, catalog, name);
  const sampled = await withSamples({ name, catalog, bound, read, credentials: held }, options);
  return { database: sampled.database, unread: [...unread, ...sampled.unread] };
};
var examine = async (options) => {
  const { policy, observed, base, clock } = options;
  const settled = await Promise.allSettled(options.databases.map(async (name) => readDatabase(name, options)));
  const databases = [];
  const unread = [];
  for (const [index, result] of settled.entries()) {
    if (result.status === "fulfilled") {
      databases.push(result.value.database);
      unread.push(...result.value.unread);
    } else unread.push({ what: `database ${options.databases[index] ?? ""}`, reason: errorText(result.reason) });
  }
  return { policy, databases, unread, observed, ...base === void 0 ? {} : { base }, now: clock() };
};

// src/gateway/databases.ts
init_define_navigator();

// src/gateway/catalogs.ts
init_define_navigator();

// src/session/catalog-changes.ts
init_define_navigator();
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
    begin: (session, names2) => {
      const entry = { session, names: names2, endedAt: void 0 };
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
      const names2 = used();
      return relevant.some((entry) => entry.names === "any" || [...entry.names].some((name) => names2.has(name)));
    }
  };
};

// src/session/environment.ts
init_define_navigator();
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
    connected: async () => {
      await connected();
    },
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
init_define_navigator();
var right = (name, why, refused = false) => ({ name, why, refused });
var rights = [
  right("superuser", "a superuser can read files, run programs and change any catalog on the server", true),
  right("replication", "a replication role can stream every table past all masks", true),
  right("superuser-member", "a member of a superuser can become that superuser"),
  right(
    "createrole",
    "a role that makes roles can give itself rights of others, before PostgreSQL 16 those to files and programs too"
  ),
  right("bypassrls", "row security does not hold for a role with BYPASSRLS"),
  right("pg_execute_server_program", "a member of pg_execute_server_program can run programs on the server"),
  right("pg_read_server_files", "a member of pg_read_server_files can read the server's files, which hold every table"),
  right("pg_write_server_files", "a member of pg_write_server_files can write the server's files")
];
var rightsSql = `SELECT DISTINCT h.held
  FROM pg_catalog.pg_roles r
  JOIN pg_catalog.pg_roles m ON m.oid = r.oid OR (NOT r.rolsuper AND pg_catalog.pg_has_role(r.oid, m.oid, 'MEMBER'))
  CROSS JOIN LATERAL (VALUES
    ('superuser', r.rolsuper), ('replication', r.rolreplication), ('superuser-member', m.rolsuper),
    ('createrole', m.rolcreaterole), ('bypassrls', m.rolbypassrls), (m.rolname::pg_catalog.text, m.rolname ~ '^pg_')) h (held, holds)
  WHERE r.rolname = session_user AND h.holds`;
var readRights2 = async (query) => {
  const held = new Set((await query(rightsSql)).map(([name]) => name));
  return held.has("superuser") ? rights.slice(0, 1) : rights.filter(({ name }) => held.has(name));
};
var checkRights = async (query, options) => {
  const refused = (await readRights2(query)).find((one) => one.refused);
  if (refused === void 0 || options.allowSuperuser) return;
  throw new PgveilError("PGVEIL_UPSTREAM", `the credential ${JSON.stringify(options.name)} is refused: ${refused.why}`, {
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
    connected: async () => {
      await Promise.all([...databases.values()].map(async ({ catalogs }) => catalogs.connected()));
    },
    close: async () => {
      await Promise.all([...databases.values()].map(async ({ catalogs }) => catalogs.close()));
    }
  };
};

// src/cli/live-gate.ts
var named = (databases, name) => {
  const database = databases.get(name);
  if (database !== void 0) return database;
  throw new PgveilError("PGVEIL_INPUT", `the policy has no database ${JSON.stringify(name)}`);
};
var rightsOf = async (database, credential) => {
  const client = await openControl(await database.logIn(credential));
  try {
    return await readRights2(askControl(client));
  } finally {
    await client.end();
  }
};
var firstLogIn = async (policy, database) => {
  const [first = ""] = policy.databases.get(database.name)?.credentials.keys() ?? [];
  return database.logIn(first);
};
var liveVerdict = async ({
  policy,
  secrets,
  identities,
  failOn,
  observed,
  sample,
  progress,
  clock,
  ...only
}) => {
  const databases = createDatabases({ policy, secrets, identities, clock, onCatalog: () => void 0 });
  try {
    const examined = await examine({
      policy,
      databases: only.databases ?? databases.names,
      catalogOf: async (name) => (await named(databases, name).catalogs.refresh()).catalog,
      rightsOf: async (name, credential) => rightsOf(named(databases, name), credential),
      sampleOf: sample === void 0 ? void 0 : async (name, catalog, targets) => sampleDatabase(await firstLogIn(policy, named(databases, name)), {
        catalog,
        targets,
        rows: sample,
        clock,
        onRelation: (done, all) => {
          progress?.show(() => `looking at values of ${name}: ${String(done)} of ${String(all)} relations`);
        }
      }),
      parser: await loadParser(),
      clock,
      observed,
      ...only.base === void 0 ? {} : { base: only.base }
    });
    const known = new Map([...only.accepted ?? []].map((print) => [print, "baseline"]));
    return judge(examined, { failOn, known });
  } finally {
    progress?.end();
    await databases.close();
  }
};

export {
  liveVerdict
};
