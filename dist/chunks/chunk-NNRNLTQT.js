import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  checks
} from "./chunk-MBTDQPSH.js";
import {
  day
} from "./chunk-JVRF5RXD.js";
import {
  fingerprint
} from "./chunk-2WGCOKAK.js";
import {
  severities
} from "./chunk-63ZTKBIB.js";
import {
  columnPattern,
  isSystemSchema
} from "./chunk-RQ5K5TIX.js";
import {
  errorText
} from "./chunk-HUYNEIJX.js";

// src/coverage/judge.ts
var columnMatches = (pattern, name) => {
  const { schema, name: relation, column } = columnPattern(name);
  const plain = ({ text }) => text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
  return pattern.schema.matches(plain(schema)) && pattern.name.matches(plain(relation)) && pattern.column.matches(plain(column));
};
var applies = (suppression, finding) => suppression.finding === finding.name && (suppression.column === void 0 || finding.column !== void 0 && columnMatches(columnPattern(suppression.column), finding.column.name));
var rank = (severity) => severities.indexOf(severity);
var worse = (a, b) => rank(a.severity) - rank(b.severity) || a.id.localeCompare(b.id) || a.position.line - b.position.line || (a.subject < b.subject ? -1 : Number(a.subject > b.subject));
var userRelations = ({ catalog }) => {
  const relations = [...catalog.relations()].filter(({ kind, schema }) => "rvmfp".includes(kind) && !isSystemSchema(schema));
  const oids = new Set(relations.map(({ oid }) => oid));
  return {
    database: catalog.database,
    relations: relations.length,
    columns: relations.reduce((sum, { columns }) => sum + columns.length, 0),
    classified: 0,
    oids
  };
};
var scopeOf = (database) => {
  const { oids, ...scope } = userRelations(database);
  const classified = [...database.bound.classified.keys()].filter(
    (key) => oids.has(Number(key.slice(0, key.indexOf("."))))
  ).length;
  return { ...scope, database: database.name, classified };
};
var placeOf = ({ databases }, { column }) => column === void 0 ? void 0 : databases.find(({ name }) => name === column.database)?.files?.places.get(column.key);
var judging = ({ looksAt }, { policy, base }) => (looksAt === "change" ? base?.policy ?? policy : policy).document;
var run = (check, examined) => {
  const severity = judging(check, examined).coverage.severity[check.name] ?? check.severity;
  try {
    const findings = check.find(examined).map((found) => {
      const { place, ...rest } = found;
      const at = place ?? placeOf(examined, found);
      const position = at === void 0 ? found.position : { line: at.line, column: at.column };
      return { ...rest, position, file: at?.file ?? examined.policy.file, id: check.id, name: check.name, severity };
    });
    return { findings, unchecked: [] };
  } catch (error) {
    return { findings: [], unchecked: [{ what: `check ${check.id} (${check.name})`, reason: errorText(error) }] };
  }
};
var failing = { error: ["error"], warning: ["error", "warning"], never: [] };
var isThere = (looksAt, { observed, base, databases }) => ({
  policy: true,
  catalog: true,
  files: databases.some(({ files }) => files !== void 0),
  change: base !== void 0,
  audit: observed !== void 0
})[looksAt];
var noFingerprints = /* @__PURE__ */ new Map();
var judge = (examined, { failOn, checks: checks2 = checks, known: before = noFingerprints }) => {
  const ran = checks2.filter(({ looksAt }) => isThere(looksAt, examined));
  const results = ran.map((check) => run(check, examined));
  const unchecked = [...examined.unread, ...results.flatMap((result) => result.unchecked)];
  const changes = new Set(ran.filter(({ looksAt }) => looksAt === "change").map(({ id }) => id));
  const active = new Map(
    ran.map((check) => [check.id, judging(check, examined).coverage.suppress.filter(({ until }) => until > examined.now)])
  );
  const suppressed = [];
  const known = [];
  const findings = results.flatMap((result) => result.findings).toSorted(worse).filter((finding) => {
    const suppression = active.get(finding.id)?.find((one) => applies(one, finding));
    if (suppression !== void 0) suppressed.push({ finding, reason: suppression.reason, until: day(suppression.until) });
    if (suppression !== void 0) return false;
    const by = changes.has(finding.id) ? void 0 : before.get(fingerprint(finding));
    if (by !== void 0) known.push({ finding, by });
    return by === void 0;
  });
  const counts = Object.fromEntries(
    severities.map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length])
  );
  const fails = failing[failOn].some((severity) => counts[severity] > 0);
  return {
    result: fails ? "fail" : unchecked.length > 0 ? "incomplete" : "pass",
    failOn,
    counts,
    findings,
    suppressed,
    known,
    unchecked,
    checks: ran.map(({ id }) => id),
    scope: examined.databases.map(scopeOf)
  };
};

export {
  judge
};
