import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/report/model.ts
init_define_navigator();
var outcomeOf = ({ verdict, problems }) => problems.length > 0 ? "fail" : verdict?.result ?? "incomplete";
var plural = (count, word) => `${String(count)} ${word}${count === 1 ? "" : "s"}`;
var countsText = (counts) => [plural(counts.error, "error"), plural(counts.warning, "warning"), plural(counts.note, "note")].join(", ");
var knownText = ({ known }) => {
  if (known.length === 0) return void 0;
  const inBase = known.filter(({ by }) => by === "base").length;
  const places = [
    ...inBase === 0 ? [] : [`${String(inBase)} in the base`],
    ...inBase === known.length ? [] : [`${String(known.length - inBase)} in the baseline`]
  ];
  return `${known.length === 1 ? "1 more finding is" : `${String(known.length)} more findings are`} known: ${places.join(", ")}`;
};
var scopeTexts = ({ scope }) => scope.map(
  ({ database, relations, columns, classified, sampled }) => `${database}: ${plural(relations, "relation")}, ${plural(columns, "column")}, ${String(classified)} of them classified${sampled === void 0 ? "" : `, values of ${String(sampled)} looked at`}`
);
var runText = ({ sessions, statements, rows, rejected, unlisted }) => [
  plural(sessions, "session"),
  plural(statements, "statement"),
  plural(rows, "row"),
  ...unlisted > 0 ? [`${String(unlisted)} of the statements not listed`] : [],
  ...rejected > 0 ? [plural(rejected, "refused log-in")] : []
].join(", ");

export {
  outcomeOf,
  plural,
  countsText,
  knownText,
  scopeTexts,
  runText
};
