import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  fromRoot,
  otherFiles,
  readBaseFiles,
  readSchema,
  readSchemaFiles
} from "./chunk-FRPWFHM4.js";
import {
  readPolicyText
} from "./chunk-AIMGHOTB.js";
import {
  judge
} from "./chunk-YESDZTAX.js";
import {
  checks,
  readComments
} from "./chunk-742OKAFA.js";
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
  printable
} from "./chunk-7E2PMM4C.js";
import {
  diskTree,
  gitTree,
  withDeclarations
} from "./chunk-4TIDE7AX.js";
import {
  fingerprint
} from "./chunk-NCSC6ZH6.js";
import {
  isSystemSchema
} from "./chunk-5BZJKHHS.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/static-gate.ts
init_define_navigator();
import { posix } from "node:path";
import { statSync } from "node:fs";
import { resolve } from "node:path";

// src/coverage/examine-files.ts
init_define_navigator();
var kindOf = (word) => checks.find(({ id, name }) => id === word.toUpperCase() || name === word.toLowerCase())?.name;
var names = { path: ["pg_catalog"], tempSchema: void 0 };
var madeNothing = ({ catalog }) => ![...catalog.relations()].some(({ kind, schema }) => "rvmfp".includes(kind) && !isSystemSchema(schema));
var examineFiles = (options) => {
  const { policy, database, files, parser, observed, base, now } = options;
  const schema = readSchema(files, parser, database, options);
  const { catalog, views } = schema;
  return {
    policy,
    databases: [
      {
        name: database,
        catalog,
        bound: bindPolicy(policy, catalog, database),
        read: (sql) => readStatements(sql, catalog, names, { parser, views }),
        files: schema,
        comments: readComments(schema, kindOf)
      }
    ],
    unread: [
      ...schema.unparsed.map(({ place, reason }) => ({
        what: `${place.file}:${String(place.line)}:${String(place.column)}`,
        reason: `it does not parse (${reason})`
      })),
      ...madeNothing(schema) ? [{ what: "the schema files", reason: "they make no table and no view" }] : []
    ],
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
  const named = paths.map((path) => fromRoot(cwd, path));
  const files = readBaseFiles(tree, named);
  const others = otherFiles(tree, named);
  const examined = examineFiles({ policy: judging, database, files, others, parser, observed: void 0, now: clock() });
  const { findings, suppressed } = judge(examined, { failOn });
  const all = [...findings, ...suppressed.map(({ finding }) => finding)];
  const suppressions = examined.databases.flatMap(({ comments }) => comments?.suppressions ?? []);
  return {
    known: new Map(all.map((finding) => [fingerprint(finding), "base"])),
    base: own && { policy: own, suppressions },
    looked: own !== void 0 && files.length > 0
  };
};
var staticVerdict = async (options) => {
  const { policy, cwd, paths, database, observed, clock, failOn, accepted, progress } = options;
  const parser = await loadParser();
  const tree = diskTree(cwd);
  const named = paths.map((path) => fromRoot(cwd, path));
  const files = readSchemaFiles(tree, named);
  const base = options.base === void 0 ? void 0 : readBase(options, options.base, parser);
  const examined = examineFiles({
    policy,
    database,
    files,
    others: otherFiles(tree, named),
    parser,
    observed,
    now: clock(),
    ...base?.base === void 0 ? {} : { base: base.base },
    onStatement: (file, done, all) => {
      progress.show(() => `reading ${printable(file)}: ${String(done)} of ${String(all)} statements`);
    }
  });
  progress.end();
  const byBaseline = base?.looked === true ? [] : [...accepted].map((print) => [print, "baseline"]);
  return judge(examined, { failOn, known: new Map([...byBaseline, ...base?.known ?? []]) });
};

export {
  baseTree,
  basePolicy,
  staticVerdict
};
