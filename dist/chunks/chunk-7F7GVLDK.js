import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  cut
} from "./chunk-E7EOEMRT.js";
import {
  outcomeOf
} from "./chunk-ZQTEWZ2X.js";
import {
  printable
} from "./chunk-7E2PMM4C.js";
import {
  severities
} from "./chunk-VDEXSPJ2.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/report/json.ts
init_define_navigator();
var jsonVersion = 1;
var finding = ({ id, name, severity, message, file, position, column, remedy, yaml, subject }) => ({
  id,
  name,
  severity,
  message,
  file,
  line: position.line,
  column: position.column,
  database: column?.database ?? null,
  relation: column?.relation ?? null,
  columnName: column?.name ?? null,
  subject,
  remedy,
  yaml: yaml ?? null
});
var json = (report) => {
  const { version, policy, verdict, observed, problems } = report;
  const value = {
    version: jsonVersion,
    tool: { name: "pgveil", version },
    policy,
    result: outcomeOf(report),
    problems: problems.map(({ code, message, remedy }) => ({ code, message, remedy: remedy ?? null })),
    gate: verdict && {
      result: verdict.result,
      failOn: verdict.failOn,
      counts: verdict.counts,
      checks: verdict.checks,
      databases: verdict.scope,
      unchecked: verdict.unchecked,
      findings: verdict.findings.map(finding),
      known: verdict.known.map(({ by, ...one }) => ({ by, finding: finding(one.finding) })),
      suppressed: verdict.suppressed.map(({ reason, until, ...one }) => ({ reason, until, finding: finding(one.finding) }))
    },
    run: observed && {
      sessions: observed.sessions,
      statements: observed.statements,
      rows: observed.rows,
      rejected: observed.rejected,
      unlisted: observed.unlisted,
      queries: observed.queries.map(({ refusal, ...query }) => ({ ...query, refusal: refusal?.rule ?? null })),
      faults: observed.faults
    }
  };
  return `${JSON.stringify(value, void 0, 2)}
`;
};

// src/report/annotations.ts
init_define_navigator();
var annotationsPerLevel = 10;
var longest = 4096;
var lines = (text) => text.split("\n").map(printable).join("\n");
var annotation = ({ severity, id, name, message, remedy, yaml, file, position }) => ({
  level: severity,
  title: `${id} ${name}`,
  message: cut([printable(message), printable(remedy), ...yaml === void 0 ? [] : [lines(yaml)]].join("\n"), longest),
  file,
  ...position
});
var rollUp = (level, rest) => {
  const [first] = rest;
  if (first === void 0) return [];
  const ids = [...new Set(rest.map(({ id }) => id))].join(", ");
  const message = `${String(rest.length)} more of level ${level} (${ids}): the summary of the job lists them.`;
  return [{ level, title: "pgveil", message, file: first.file, ...first.position }];
};
var annotations = ({ findings }, taken = 0) => severities.flatMap((level) => {
  const room = Math.max(0, annotationsPerLevel - (level === "error" ? taken : 0));
  const own = findings.filter(({ severity }) => severity === level);
  if (own.length <= room) return own.map(annotation);
  return room === 0 ? [] : [...own.slice(0, room - 1).map(annotation), ...rollUp(level, own.slice(room - 1))];
});
var data = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
var property = (text) => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
var workflowCommands = (verdict) => annotations(verdict).map(({ level, title, message, file, line, column }) => {
  const command = level === "note" ? "notice" : level;
  return `::${command} file=${property(file)},line=${String(line)},col=${String(column)},title=${property(title)}::${data(message)}
`;
}).join("");

export {
  json,
  annotations,
  workflowCommands
};
