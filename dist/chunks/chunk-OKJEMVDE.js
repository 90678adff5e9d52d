import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  readersOf
} from "./chunk-7QMD2IBT.js";
import {
  allowsRelation,
  veilOf
} from "./chunk-7ICE2OYI.js";
import {
  columnName
} from "./chunk-BZPNL3EV.js";
import {
  formatType,
  looksOf
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

// src/coverage/column-facts.ts
init_define_navigator();
var sightsOf = ({ bound, now }, key, { relation }) => readersOf(bound.policy, bound.database).map(({ principal, grant }) => {
  const sight = (shown, because) => ({ principal, grant: grant.name, shown, because });
  if (!allowsRelation(grant, relation)) return sight("no access");
  const veil = veilOf(bound, grant, now);
  const classified = veil.of(key);
  const reveal = veil.revealOf(key);
  if (classified === void 0) return reveal === void 0 ? sight("pass") : sight("pass", `revealed: ${reveal.reason}`);
  const mask = veil.maskOf(classified);
  if (mask === void 0) return sight("redact", "the class has no mask");
  return sight(
    mask.transform === "redact" ? "redact" : `masked(${mask.transform})`,
    grant.masks.has(classified.class) ? `the mask of ${grant.name}` : void 0
  );
});
var quoted = (name) => `"${name.replaceAll('"', '""')}"`;
var carriersOf = ({ catalog, read }, key) => {
  const views = [];
  const opaque = [];
  for (const view of catalog.relations()) {
    if (view.kind !== "v" && view.kind !== "m" || isSystemSchema(view.schema)) continue;
    const reading = read(`SELECT * FROM ${quoted(view.schema)}.${quoted(view.name)}`);
    if (!reading.ok) {
      opaque.push(`${view.schema}.${view.name}`);
      continue;
    }
    for (const [index, output] of (reading.statements[0]?.columns ?? []).entries()) {
      const column = view.columns[index];
      const source = output.sources.find((one) => one.column === key && one.way !== "steering");
      if (column === void 0 || source === void 0 || columnKey(view.oid, column.attnum) === key) continue;
      views.push({
        column: columnName(view, column),
        way: output.opaque === void 0 ? source.way : `opaque: ${output.opaque}`
      });
    }
  }
  return { views, opaque };
};
var columnFacts = (question, located) => {
  const { bound, catalog } = question;
  const { relation, column } = located;
  const key = columnKey(relation.oid, column.attnum);
  const { views, opaque } = carriersOf(question, key);
  return {
    column: columnName(relation, column),
    type: formatType(catalog, column.type),
    said: bound.classOf(key),
    conflicts: bound.conflicts.filter((one) => one.column === key).map(({ other }) => other),
    exempt: bound.exempt.has(key),
    detection: looksOf(catalog, relation)[relation.columns.indexOf(column)],
    sights: sightsOf(question, key, located),
    views,
    opaqueViews: opaque
  };
};

export {
  sightsOf,
  columnFacts
};
