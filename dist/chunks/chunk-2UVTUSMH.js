import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  allowsRelation,
  grantFor
} from "./chunk-PGDVS5D5.js";

// src/coverage/readers.ts
var readersOf = (policy, database) => policy.principals.flatMap(({ name, groups }) => {
  const verdict = grantFor(policy, { name, groups, claims: {} }, database);
  return verdict.ok ? [{ principal: name, grant: verdict.grant }] : [];
});
var readersOfRelation = (readers, relation) => readers.filter(({ grant }) => allowsRelation(grant, relation));

// src/coverage/format-type.ts
var formatType = (catalog, oid) => {
  const type = catalog.type(oid);
  if (type === void 0) return "";
  if (type.kind === "d" && type.base !== oid) return formatType(catalog, type.base);
  return type.element === 0 ? type.name : `${formatType(catalog, type.element)}[]`;
};

export {
  readersOf,
  readersOfRelation,
  formatType
};
