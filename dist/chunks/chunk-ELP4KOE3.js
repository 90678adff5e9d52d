import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/policy/problems.ts
init_define_navigator();
var problemText = ({ file, line, column, message, hint }) => `${file}:${String(line)}:${String(column)}: ${message}${hint === void 0 ? "" : ` (${hint})`}`;
var distance = (a, b) => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, left] of a.split("").entries()) {
    const next = [i + 1];
    for (const [j, right] of b.split("").entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (left === right ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};
var nearest = (word, candidates) => {
  const lower = word.toLowerCase().replaceAll("_", "-").slice(0, 100);
  let best;
  for (const candidate of candidates) {
    const found = distance(lower, candidate.toLowerCase().replaceAll("_", "-"));
    if (best === void 0 || found < best.distance) best = { candidate, distance: found };
  }
  return best !== void 0 && best.distance <= Math.ceil(lower.length / 3) ? best.candidate : void 0;
};
var suggestion = (word, candidates) => {
  const all = [...new Set(candidates)];
  const near = nearest(word, all);
  if (near !== void 0) return `did you mean ${JSON.stringify(near)}?`;
  if (all.length === 0 || all.length > 12) return void 0;
  return `${all.length === 1 ? "only" : "one of"} ${all.map((one) => JSON.stringify(one)).join(", ")}`;
};

export {
  problemText,
  nearest,
  suggestion
};
