import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  oids,
  resolveType
} from "./chunk-YM7ACMYJ.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/masking/detectors/samples.ts
init_define_navigator();
var sampleBounds = {
  /** Values that are neither null nor blank. */
  mostValues: 100,
  /** Of one value, in bytes or characters. */
  longestValue: 1e3,
  /** Rows that are looked at for one column: it may be null in all of them. */
  mostRows: 1e3,
  /** Fewer values say too little of a column. */
  fewestValues: 3
};
var plainText = /* @__PURE__ */ new Set([oids.text, oids.varchar, oids.bpchar]);
var sampledForm = (type, catalog) => {
  const resolved = resolveType(type, -1, catalog);
  if (resolved.kind !== "scalar") return void 0;
  const { family } = resolved.scalar;
  if (family === "json" || family === "jsonb") return family;
  return family === "text" && (plainText.has(resolved.oid) || resolved.foldsCase) ? "text" : void 0;
};

export {
  sampleBounds,
  sampledForm
};
