import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  fromRoot,
  readSchema,
  readSchemaFiles
} from "./chunk-FRPWFHM4.js";
import {
  identitiesHere
} from "./chunk-HFU54XPB.js";
import {
  resolveReferences
} from "./chunk-QDQDC4X5.js";
import {
  loadCatalog,
  parseDatabaseUrl
} from "./chunk-NEX4ZP4U.js";
import {
  nameSpace
} from "./chunk-QGR7FV53.js";
import {
  loadParser
} from "./chunk-OKLFN3DZ.js";
import {
  askControl,
  openControl
} from "./chunk-PJUCC2CV.js";
import {
  diskTree
} from "./chunk-4TIDE7AX.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/subject.ts
init_define_navigator();
import { readFileSync } from "node:fs";
var subjectOfFiles = async (cwd, paths, database) => {
  const parser = await loadParser();
  const tree = diskTree(cwd);
  const sources = readSchemaFiles(
    tree,
    paths.map((path) => fromRoot(cwd, path))
  );
  const files = readSchema(sources, parser, database);
  const { catalog, views } = files;
  return { catalog, parser, views, files, names: nameSpace(catalog, '"$user", public', "postgres") };
};
var subjectOfUrl = async (url, database, clock) => {
  const client = await openControl(url);
  try {
    const ask = askControl(client);
    const catalog = await loadCatalog(ask, { clock, database: client.database ?? database });
    const path = (await ask("SHOW search_path"))[0]?.[0] ?? "";
    return { catalog, parser: await loadParser(), names: nameSpace(catalog, path, url.credential.user) };
  } finally {
    await client.end();
  }
};
var openSubject = async (context, { policy, database, schema }) => {
  const { cwd, env, clock } = context;
  if (schema.length > 0) return subjectOfFiles(cwd, schema, database);
  const secrets = resolveReferences(policy, { env, readFile: (path) => readFileSync(path, "utf8") });
  const [[name, text] = ["", ""]] = secrets.urls.get(database) ?? [];
  const identity = policy.databases.get(database)?.credentials.get(name)?.identity;
  const url = await identitiesHere(context).logIn(parseDatabaseUrl(text), identity);
  const upstream = policy.databases.get(database)?.upstream;
  return subjectOfUrl(upstream === void 0 ? url : { ...url, target: { ...url.target, database: upstream } }, database, clock);
};
var databaseOf = (policy, asked) => {
  const known = [...policy.databases.keys()];
  const [first, second] = asked === void 0 ? known : known.filter((name) => name === asked);
  if (first !== void 0 && second === void 0) return first;
  throw new PgveilError(
    "PGVEIL_INPUT",
    asked === void 0 ? "the policy has several databases" : `the policy has no database ${JSON.stringify(asked)}`,
    { remedy: `Say which with --database: ${known.join(", ")}.` }
  );
};

export {
  subjectOfFiles,
  subjectOfUrl,
  openSubject,
  databaseOf
};
