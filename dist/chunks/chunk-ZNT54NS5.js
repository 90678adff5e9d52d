import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  detectTable
} from "./chunk-5BUFJLRN.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/coverage/format-type.ts
init_define_navigator();
var formatType = (catalog, oid) => {
  const type = catalog.type(oid);
  if (type === void 0) return "";
  if (type.kind === "d" && type.base !== oid) return formatType(catalog, type.base);
  return type.element === 0 ? type.name : `${formatType(catalog, type.element)}[]`;
};

// src/coverage/looks.ts
init_define_navigator();
var sure = 0.75;
var coarse = /* @__PURE__ */ new Set(["city_region", "demographic", "postal_code", "employer"]);
var isSure = ({ score, class: found }) => score >= sure && !coarse.has(found);
var ownColumns = (catalog, { kind, parents, columns }) => {
  if (!"rpf".includes(kind)) return [];
  const inherited = new Set(parents.flatMap((oid) => catalog.relation(oid)?.columns.map(({ name }) => name) ?? []));
  return inherited.size === 0 ? columns : columns.filter(({ name }) => !inherited.has(name));
};
var known = /* @__PURE__ */ new WeakMap();
var looksOf = (catalog, relation) => {
  const before = known.get(relation);
  if (before !== void 0) return before;
  const looks = detectTable(
    relation.columns.map(({ name, type, comment }) => ({
      schema: relation.schema,
      table: relation.name,
      column: name,
      dataType: formatType(catalog, type),
      ...comment === void 0 ? {} : { comment }
    }))
  );
  known.set(relation, looks);
  return looks;
};

export {
  formatType,
  sure,
  isSure,
  ownColumns,
  looksOf
};
