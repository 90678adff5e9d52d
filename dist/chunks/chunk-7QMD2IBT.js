import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  allowsRelation,
  grantFor
} from "./chunk-7ICE2OYI.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/coverage/readers.ts
init_define_navigator();
var readersOf = (policy, database) => policy.principals.flatMap(({ name, groups }) => {
  const verdict = grantFor(policy, { name, groups, claims: {} }, database);
  return verdict.ok ? [{ principal: name, grant: verdict.grant }] : [];
});
var readersOfRelation = (readers, relation) => readers.filter(({ grant }) => allowsRelation(grant, relation));

export {
  readersOf,
  readersOfRelation
};
