import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  columnKey
} from "./chunk-5LNJKYM5.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/coverage/names.ts
init_define_navigator();
var part = (name) => /^[^".*\s()]+$/u.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
var relationName = ({ schema, name }) => `${part(schema)}.${part(name)}`;
var columnName = (relation, column) => `${relationName(relation)}.${part(column.name)}`;
var yaml = (text) => /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(text) ? text : JSON.stringify(text);
var foundColumn = (database, { relation, column }) => ({
  database,
  key: columnKey(relation.oid, column.attnum),
  relation: relationName(relation),
  name: columnName(relation, column)
});
var locate = (catalog, key) => {
  const [oid, number] = key.split(".").map(Number);
  const relation = catalog.relation(oid ?? 0);
  const column = relation?.columns.find(({ attnum }) => attnum === number);
  return relation === void 0 || column === void 0 ? void 0 : { relation, column };
};
var listed = (names, most = 3) => {
  if (names.length <= 1) return names.join("");
  const shown = names.length > most ? names.slice(0, most - 1) : names.slice(0, -1);
  const rest = names.length - shown.length;
  return `${shown.join(", ")} and ${rest === 1 ? names.at(-1) ?? "" : `${String(rest)} more`}`;
};
var day = (end) => new Date(end - 1).toISOString().slice(0, 10);

export {
  relationName,
  columnName,
  yaml,
  foundColumn,
  locate,
  listed,
  day
};
