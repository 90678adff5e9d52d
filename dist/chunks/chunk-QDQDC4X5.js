import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/policy/references.ts
init_define_navigator();
var isReference = (value) => "from" in value && (value.from === "env" || value.from === "file") && ("name" in value || "path" in value);
var resolverOf = (policy, { env, readFile }) => (reference, path) => {
  const { line, column } = policy.position(path);
  const place = `${policy.file}:${String(line)}:${String(column)}`;
  if (reference.from === "env") {
    const value2 = env[reference.name];
    if (value2 !== void 0 && value2 !== "") return value2;
    throw new PgveilError("PGVEIL_CONFIG", `${place}: the environment variable ${reference.name} is not set`, {
      remedy: `Set ${reference.name}, or refer to another one.`
    });
  }
  let value;
  try {
    value = readFile(reference.path).trim();
  } catch (error) {
    throw new PgveilError("PGVEIL_CONFIG", `${place}: ${reference.path} cannot be read: ${errorText(error)}`, { cause: error });
  }
  if (value !== "") return value;
  throw new PgveilError("PGVEIL_CONFIG", `${place}: ${reference.path} is empty`);
};
var resolveSinks = (policy, sources) => {
  const resolve = resolverOf(policy, sources);
  const deep = (value, path) => {
    if (typeof value !== "object" || value === null) return value;
    if (isReference(value)) return resolve(value, path);
    if (Array.isArray(value)) return value.map((item, index) => deep(item, [...path, index]));
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deep(inner, [...path, key])]));
  };
  const sinks = Object.entries(policy.document.audit.sinks);
  return new Map(sinks.map(([name, sink]) => [name, deep(sink, ["audit", "sinks", name])]));
};
var resolveReferences = (policy, sources) => {
  const resolve = resolverOf(policy, sources);
  const optional = (reference, path) => reference === void 0 ? void 0 : resolve(reference, path);
  return {
    urls: new Map(
      [...policy.databases].map(([database, { credentials }]) => [
        database,
        new Map(
          [...credentials].map(([name, { url }]) => [name, resolve(url, ["databases", database, "credentials", name, "url"])])
        )
      ])
    ),
    maskingKey: optional(policy.document.masking.key, ["masking", "key"]),
    signingKey: optional(policy.document.audit["signing-key"], ["audit", "signing-key"])
  };
};

export {
  resolveSinks,
  resolveReferences
};
