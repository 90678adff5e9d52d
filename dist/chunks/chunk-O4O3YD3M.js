import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  fromRoot,
  readSchema,
  readSchemaFiles
} from "./chunk-7FQIYKVX.js";
import {
  resolveReferences
} from "./chunk-WX2BKP25.js";
import {
  askControl,
  loadCatalog,
  openControl,
  parseDatabaseUrl
} from "./chunk-6IOXT4CM.js";
import {
  nameSpace
} from "./chunk-57YG26K7.js";
import {
  loadParser
} from "./chunk-4UOLCI25.js";
import {
  diskTree
} from "./chunk-EJPF7GZK.js";
import {
  PgveilError
} from "./chunk-HUYNEIJX.js";

// src/cli/subject.ts
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
var openSubject = async ({ cwd, env, clock }, { policy, database, schema }) => {
  if (schema.length > 0) return subjectOfFiles(cwd, schema, database);
  const secrets = resolveReferences(policy, { env, readFile: (path) => readFileSync(path, "utf8") });
  const [text = ""] = secrets.urls.get(database)?.values() ?? [];
  const url = parseDatabaseUrl(text);
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
