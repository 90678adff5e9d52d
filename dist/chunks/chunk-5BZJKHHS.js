import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/policy/patterns.ts
init_define_navigator();
var glob = (text) => new RegExp(
  `^${text.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)).join(".*")}$`,
  "s"
);
var namePattern = (text) => {
  if (text.startsWith('"')) {
    const name = text.slice(1, -1).replaceAll('""', '"');
    return { text, literal: name.length, exact: true, matches: (other) => other === name };
  }
  if (!text.includes("*")) return { text, literal: text.length, exact: true, matches: (other) => other === text };
  const form = glob(text);
  return { text, literal: text.replaceAll("*", "").length, exact: false, matches: (other) => form.test(other) };
};
var parts = (text) => (text.match(/"(?:[^"]|"")+"|[^".]+/g) ?? []).map(namePattern);
var everything = namePattern("*");
var relationPattern = (text) => {
  const [schema = everything, name = everything] = parts(text);
  return { text, schema, name };
};
var columnPattern = (text) => {
  const [schema = everything, name = everything, column = everything] = parts(text);
  return { text, schema, name, column };
};
var functionPattern = (text) => {
  const [, path = text, list] = /^([^(]*)(?:\((.*)\))?$/s.exec(text) ?? [];
  const args = list?.trim() === "" ? [] : list?.split(",").map((one) => one.trim());
  return { ...relationPattern(path), text, arguments: args };
};
var isSystemSchema = (schema) => schema === "information_schema" || schema.startsWith("pg_");
var relationMatches = (pattern, schema, name) => pattern.schema.matches(schema) && pattern.name.matches(name) && (pattern.schema.exact || !isSystemSchema(schema));
var compareSpecificity = (a, b) => {
  const exact = (pattern) => Number(pattern.schema.exact) + Number(pattern.name.exact) + Number(pattern.column.exact);
  const literal = (pattern) => pattern.schema.literal + pattern.name.literal + pattern.column.literal;
  return exact(b) - exact(a) || literal(b) - literal(a);
};

export {
  glob,
  relationPattern,
  columnPattern,
  functionPattern,
  isSystemSchema,
  relationMatches,
  compareSpecificity
};
