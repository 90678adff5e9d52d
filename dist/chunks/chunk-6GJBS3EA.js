import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  createDatabases
} from "./chunk-OCADUC7Z.js";
import {
  judge
} from "./chunk-NNRNLTQT.js";
import {
  readStatements
} from "./chunk-JFJSKU6X.js";
import {
  loadParser
} from "./chunk-MZEGV6JM.js";
import {
  bindPolicy
} from "./chunk-PGDVS5D5.js";
import {
  PgveilError,
  errorText
} from "./chunk-HUYNEIJX.js";

// src/coverage/examine.ts
var names = { path: ["pg_catalog"], tempSchema: void 0 };
var readDatabase = async (name, { policy, parser, catalogOf }) => {
  const catalog = await catalogOf(name);
  return {
    name,
    catalog,
    bound: bindPolicy(policy, catalog, name),
    read: (sql) => readStatements(sql, catalog, names, { parser })
  };
};
var examine = async (options) => {
  const { policy, observed, base, clock } = options;
  const databases = [];
  const unread = [];
  const settled = await Promise.allSettled(options.databases.map(async (name) => readDatabase(name, options)));
  for (const [index, result] of settled.entries()) {
    if (result.status === "fulfilled") databases.push(result.value);
    else unread.push({ what: `database ${options.databases[index] ?? ""}`, reason: errorText(result.reason) });
  }
  return { policy, databases, unread, observed, ...base === void 0 ? {} : { base }, now: clock() };
};

// src/cli/live-gate.ts
var liveVerdict = async ({
  policy,
  secrets,
  identities,
  failOn,
  observed,
  clock,
  ...only
}) => {
  const databases = createDatabases({ policy, secrets, identities, clock, onCatalog: () => void 0 });
  try {
    const examined = await examine({
      policy,
      databases: only.databases ?? databases.names,
      catalogOf: async (name) => {
        const database = databases.get(name);
        if (database !== void 0) return (await database.catalogs.refresh()).catalog;
        throw new PgveilError("PGVEIL_INPUT", `the policy has no database ${JSON.stringify(name)}`);
      },
      parser: await loadParser(),
      clock,
      observed,
      ...only.base === void 0 ? {} : { base: only.base }
    });
    const known = new Map([...only.accepted ?? []].map((print) => [print, "baseline"]));
    return judge(examined, { failOn, known });
  } finally {
    await databases.close();
  }
};

export {
  liveVerdict
};
