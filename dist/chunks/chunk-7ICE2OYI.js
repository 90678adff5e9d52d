import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  isSystemSchema,
  relationMatches
} from "./chunk-5BZJKHHS.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/policy/grants.ts
init_define_navigator();
var grantFor = (policy, principal, databaseName) => {
  const database = policy.databases.get(databaseName);
  if (database === void 0) return { ok: false, reason: `the policy has no database ${JSON.stringify(databaseName)}` };
  const subjects = /* @__PURE__ */ new Set([principal.name, ...principal.groups.map((group) => `group:${group}`)]);
  const grant = policy.grants.find(
    ({ to, databases }) => to.some((subject) => subjects.has(subject)) && (databases?.includes(databaseName) ?? true)
  );
  const credential = grant?.credential ?? database.credentials.keys().next().value;
  return grant === void 0 || credential === void 0 ? { ok: false, reason: `no grant gives ${principal.name} the database ${JSON.stringify(databaseName)}` } : { ok: true, grant, database, credential };
};
var allowsRelation = (grant, { schema, name }) => !grant.deny.some((pattern) => relationMatches(pattern, schema, name)) && (isSystemSchema(schema) || grant.allow.some((pattern) => relationMatches(pattern, schema, name)));

// src/policy/veil.ts
init_define_navigator();
var columnText = (catalog, key) => {
  const [oid = "", attnum = ""] = key.split(".");
  const relation = catalog.relation(Number(oid));
  if (relation === void 0) return key;
  const column = relation.columns.find((one) => one.attnum === Number(attnum))?.name ?? (attnum === "0" ? "*" : attnum);
  return `${relation.schema}.${relation.name}.${column}`;
};
var covers = ({ class: className, column: pattern }, classified) => {
  if (className !== void 0) return className === classified.class;
  const { called } = classified;
  return pattern !== void 0 && called !== void 0 && relationMatches(pattern, called.schema, called.relation) && pattern.column.matches(called.column);
};
var veilOf = (bound, grant, now) => {
  const current = grant.reveals.filter((reveal) => now < reveal.until);
  const revealOf = (column) => {
    const classified = current.length === 0 ? void 0 : bound.classOf(column);
    return classified && current.find((reveal) => covers(reveal, classified));
  };
  return {
    of: (column) => revealOf(column) === void 0 ? bound.classOf(column) : void 0,
    revealOf,
    // The mask of a class is made for its values; what a generated column makes of them is another matter.
    maskOf: (classified) => classified.origin.source === "derived" ? void 0 : grant.masks.get(classified.class) ?? bound.definitionOf(classified.class)?.mask,
    lookup: (className) => bound.definitionOf(className)?.lookup ?? false
  };
};

export {
  columnText,
  veilOf,
  grantFor,
  allowsRelation
};
