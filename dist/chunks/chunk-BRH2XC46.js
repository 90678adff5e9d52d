import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  sampledForm
} from "./chunk-WF5BBFAO.js";
import {
  isSure,
  looksOf,
  ownColumns
} from "./chunk-ZNT54NS5.js";
import {
  columnKey
} from "./chunk-5LNJKYM5.js";
import {
  isSystemSchema
} from "./chunk-5BZJKHHS.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/coverage/sampling/targets.ts
init_define_navigator();
var sampleTargets = (catalog, isOpen) => [...catalog.relations()].flatMap((relation) => {
  const own = isSystemSchema(relation.schema) ? [] : ownColumns(catalog, relation);
  if (own.length === 0) return [];
  const looks = looksOf(catalog, relation);
  const columns = own.filter((column) => {
    const look = looks[relation.columns.indexOf(column)];
    const open = look === void 0 || !isSure(look);
    return open && sampledForm(column.type, catalog) !== void 0 && isOpen({ relation, column });
  });
  return columns.length === 0 ? [] : [{ relation, columns }];
});
var family = (catalog, relation) => [
  relation,
  ...catalog.children(relation.oid).flatMap((oid) => {
    const child = catalog.relation(oid);
    return child === void 0 ? [] : family(catalog, child);
  })
];
var keyOf = (relation, column) => columnKey(relation.oid, column.attnum);

export {
  sampleTargets,
  family,
  keyOf
};
