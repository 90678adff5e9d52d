import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  fromRoot,
  readBaseFiles,
  readSchema,
  readSchemaFiles
} from "./chunk-KE3SZJDP.js";
import {
  readPolicyText
} from "./chunk-I6QLEIOM.js";
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
  printable
} from "./chunk-NSJZQ3HL.js";
import {
  diskTree,
  gitTree,
  withDeclarations
} from "./chunk-CFPUB4EI.js";
import {
  fingerprint
} from "./chunk-2WGCOKAK.js";
import {
  PgveilError
} from "./chunk-HUYNEIJX.js";

// src/cli/static-gate.ts
import { posix } from "node:path";
import { statSync } from "node:fs";
import { resolve } from "node:path";

// src/coverage/examine-files.ts
var names = { path: ["pg_catalog"], tempSchema: void 0 };
var examineFiles = (options) => {
  const { policy, database, files, parser, observed, base, now, onStatement } = options;
  const schema = readSchema(files, parser, database, onStatement === void 0 ? {} : { onStatement });
  const { catalog, views } = schema;
  return {
    policy,
    databases: [
      {
        name: database,
        catalog,
        bound: bindPolicy(policy, catalog, database),
        read: (sql) => readStatements(sql, catalog, names, { parser, views }),
        files: schema
      }
    ],
    unread: schema.unparsed.map(({ place, reason }) => ({
      what: `${place.file}:${String(place.line)}:${String(place.column)}`,
      reason: `it does not parse (${reason})`
    })),
    observed,
    ...base === void 0 ? {} : { base },
    now
  };
};

// src/cli/static-gate.ts
var isDirectory = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
var baseTree = (cwd, base) => {
  const directory = resolve(cwd, base);
  return isDirectory(directory) ? diskTree(directory) : gitTree(cwd, base);
};
var basePolicy = (tree, path) => {
  const text = tree.read(path);
  if (text === void 0) return void 0;
  try {
    return withDeclarations(readPolicyText(text, path), tree, posix.dirname(path));
  } catch (error) {
    throw new PgveilError("PGVEIL_CONFIG", "the policy of the base is not valid", {
      remedy: "Mend it on the base first, or leave --base out.",
      cause: error
    });
  }
};
var readBase = (options, base, parser) => {
  const { policy, cwd, paths, database, clock, failOn } = options;
  const tree = baseTree(cwd, base);
  const own = basePolicy(tree, fromRoot(cwd, options.policyPath));
  const judging = own?.databases.has(database) === true ? own : policy;
  const files = readBaseFiles(
    tree,
    paths.map((path) => fromRoot(cwd, path))
  );
  const examined = examineFiles({ policy: judging, database, files, parser, observed: void 0, now: clock() });
  const { findings, suppressed } = judge(examined, { failOn });
  const all = [...findings, ...suppressed.map(({ finding }) => finding)];
  return { policy: own, known: new Map(all.map((finding) => [fingerprint(finding), "base"])) };
};
var staticVerdict = async (options) => {
  const { policy, cwd, paths, database, observed, clock, failOn, accepted, progress } = options;
  const parser = await loadParser();
  const files = readSchemaFiles(
    diskTree(cwd),
    paths.map((path) => fromRoot(cwd, path))
  );
  const base = options.base === void 0 ? void 0 : readBase(options, options.base, parser);
  const examined = examineFiles({
    policy,
    database,
    files,
    parser,
    observed,
    now: clock(),
    ...base?.policy === void 0 ? {} : { base: { policy: base.policy } },
    onStatement: (file, done, all) => {
      progress.show(() => `reading ${printable(file)}: ${String(done)} of ${String(all)} statements`);
    }
  });
  progress.end();
  const byBaseline = [...accepted].map((print) => [print, "baseline"]);
  return judge(examined, { failOn, known: new Map([...byBaseline, ...base?.known ?? []]) });
};

export {
  baseTree,
  basePolicy,
  staticVerdict
};
