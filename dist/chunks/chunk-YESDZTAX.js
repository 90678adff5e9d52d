import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  checks,
  commentSuppresses,
  isActive,
  policySuppresses
} from "./chunk-742OKAFA.js";
import {
  day
} from "./chunk-BZPNL3EV.js";
import {
  fingerprint
} from "./chunk-NCSC6ZH6.js";
import {
  severities
} from "./chunk-VDEXSPJ2.js";
import {
  isSystemSchema
} from "./chunk-5BZJKHHS.js";
import {
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/coverage/judge.ts
init_define_navigator();
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
  const { sampling } = database;
  return { ...scope, database: database.name, classified, ...sampling === void 0 ? {} : { sampled: sampling.columns } };
};
var placeOf = ({ databases }, { column }) => column === void 0 ? void 0 : databases.find(({ name }) => name === column.database)?.files?.places.get(column.key);
var severityOf = ({ name, severity, looksAt }, { policy, base }) => {
  const said = (document) => document.coverage.severity[name] ?? severity;
  if (base === void 0) return said(policy.document);
  const [before, after] = [said(base.policy.document), said(policy.document)];
  return looksAt !== "change" && rank(after) < rank(before) ? after : before;
};
var run = (check, examined, others) => {
  const severity = severityOf(check, examined);
  try {
    const findings = check.find(examined, others).map((found) => {
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
var runAll = (checks2, examined, others) => {
  const results = checks2.map((check) => run(check, examined, others));
  return {
    findings: results.flatMap((result) => result.findings),
    unchecked: results.flatMap((result) => result.unchecked)
  };
};
var suppressing = ({ policy, base, databases, now }, known) => {
  const byPolicy = (base?.policy ?? policy).document.coverage.suppress.filter((one) => isActive(one, now));
  const byComment = databases.flatMap(({ comments }) => comments?.suppressions ?? []).filter(({ suppression }) => isActive(suppression, now));
  const shown = ({ reason, until }) => ({ reason, until: day(until) });
  return (finding) => {
    const suppression = byPolicy.find((one) => policySuppresses(one, finding));
    if (suppression !== void 0) return shown(suppression);
    const comment = byComment.find((one) => commentSuppresses(one, finding));
    const holds = base === void 0 || known.get(fingerprint(finding)) === "base";
    return comment === void 0 || !holds ? void 0 : { ...shown(comment.suppression), place: comment.comment.place };
  };
};
var failing = { error: ["error"], warning: ["error", "warning"], never: [] };
var isThere = (looksAt, { observed, base, databases }) => ({
  policy: true,
  catalog: true,
  suppressions: true,
  files: databases.some(({ files }) => files !== void 0),
  change: base !== void 0,
  samples: databases.some(({ sampling }) => sampling !== void 0),
  audit: observed !== void 0
})[looksAt];
var builtIn = new Map(checks.map(({ name, severity }) => [name, severity]));
var nothingBefore = { severities: builtIn, findings: [], ran: /* @__PURE__ */ new Set(), complete: false };
var lasting = /* @__PURE__ */ new Set(["policy", "catalog", "files"]);
var noFingerprints = /* @__PURE__ */ new Map();
var judge = (examined, { failOn, checks: checks2 = checks, known: before = noFingerprints }) => {
  const there = checks2.filter(({ looksAt }) => isThere(looksAt, examined));
  const last = there.filter(({ looksAt }) => looksAt === "suppressions");
  const first = there.filter((check) => !last.includes(check));
  const { findings: others, unchecked: failed } = runAll(first, examined, nothingBefore);
  const ran = new Set(first.filter(({ looksAt }) => lasting.has(looksAt)).map(({ name }) => name));
  const complete = examined.unread.length === 0 && failed.length === 0;
  const after = runAll(last, examined, { severities: builtIn, findings: others, ran, complete });
  const unchecked = [...examined.unread, ...failed, ...after.unchecked];
  const changes = new Set(there.filter(({ looksAt }) => looksAt === "change").map(({ id }) => id));
  const suppressedBy = suppressing(examined, before);
  const suppressed = [];
  const known = [];
  const findings = [...others, ...after.findings].toSorted(worse).filter((finding) => {
    const suppression = suppressedBy(finding);
    if (suppression !== void 0) suppressed.push({ finding, ...suppression });
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
    checks: there.map(({ id }) => id),
    scope: examined.databases.map(scopeOf)
  };
};

export {
  judge
};
