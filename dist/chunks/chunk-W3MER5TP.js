import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  relationMatches
} from "./chunk-RQ5K5TIX.js";

// src/policy/veil.ts
var columnText = (catalog, key) => {
  const [oid = "", attnum = ""] = key.split(".");
  const relation = catalog.relation(Number(oid));
  if (relation === void 0) return key;
  const column = relation.columns.find((one) => one.attnum === Number(attnum))?.name ?? (attnum === "0" ? "*" : attnum);
  return `${relation.schema}.${relation.name}.${column}`;
};
var covers = (reveal, classified, catalog) => {
  const { class: className, column: pattern } = reveal;
  if (className !== void 0) return className === classified.class;
  const [oid = "", attnum = ""] = classified.column.split(".");
  const relation = catalog.relation(Number(oid));
  const column = relation?.columns.find((one) => one.attnum === Number(attnum));
  return pattern !== void 0 && relation !== void 0 && column !== void 0 && relationMatches(pattern, relation.schema, relation.name) && pattern.column.matches(column.name);
};
var veilOf = (bound, grant, catalog, now) => {
  const current = grant.reveals.filter((reveal) => now < reveal.until);
  const revealOf = (column) => {
    const classified = current.length === 0 ? void 0 : bound.classOf(column);
    return classified && current.find((reveal) => covers(reveal, classified, catalog));
  };
  return {
    of: (column) => revealOf(column) === void 0 ? bound.classOf(column) : void 0,
    revealOf,
    // The mask of a class is made for its values; what a generated column makes of them is another matter.
    maskOf: (classified) => classified.origin.source === "derived" ? void 0 : grant.masks.get(classified.class) ?? bound.definitionOf(classified.class)?.mask,
    lookup: (className) => bound.definitionOf(className)?.lookup ?? false
  };
};
var decisionsEnd = (grant, now) => {
  const ends = grant.reveals.map((reveal) => reveal.until).filter((until) => until > now);
  return ends.length === 0 ? void 0 : Math.min(...ends);
};

export {
  columnText,
  veilOf,
  decisionsEnd
};
