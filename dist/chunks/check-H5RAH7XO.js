import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  checkedKey
} from "./chunk-H6JEVRBG.js";
import {
  junit,
  sarif
} from "./chunk-76UO2MBV.js";
import {
  createProgress,
  sampleRows
} from "./chunk-ZQIB3YXZ.js";
import {
  painter
} from "./chunk-U7ZOH3PO.js";
import {
  defineCommand
} from "./chunk-KDWMGSVK.js";
import {
  policyOption,
  readPolicyFile
} from "./chunk-AIMGHOTB.js";
import {
  createObserver
} from "./chunk-UN4JAEEC.js";
import {
  verifyFile
} from "./chunk-452EH6UR.js";
import "./chunk-3R3MEIAV.js";
import {
  json,
  workflowCommands
} from "./chunk-7F7GVLDK.js";
import {
  identitiesHere
} from "./chunk-HFU54XPB.js";
import {
  resolveReferences
} from "./chunk-QDQDC4X5.js";
import {
  version
} from "./chunk-T37S2YRO.js";
import "./chunk-YGJAAYSF.js";
import "./chunk-742OKAFA.js";
import "./chunk-XCX6QNRN.js";
import "./chunk-6V7RBW6P.js";
import "./chunk-7QMD2IBT.js";
import "./chunk-7ICE2OYI.js";
import "./chunk-BZPNL3EV.js";
import "./chunk-OMUHGYEW.js";
import "./chunk-WF5BBFAO.js";
import "./chunk-ZNT54NS5.js";
import "./chunk-5BUFJLRN.js";
import "./chunk-5LNJKYM5.js";
import {
  failOnValues
} from "./chunk-UBKG2SG2.js";
import {
  markdown
} from "./chunk-E7EOEMRT.js";
import {
  countsText,
  knownText,
  outcomeOf,
  runText,
  scopeTexts
} from "./chunk-ZQTEWZ2X.js";
import {
  printable
} from "./chunk-7E2PMM4C.js";
import {
  defaultBaseline,
  readBaselineFile,
  writeBaselineFile
} from "./chunk-TE5SW4KO.js";
import "./chunk-4TIDE7AX.js";
import "./chunk-MD22CKJ6.js";
import "./chunk-AYCFBX33.js";
import "./chunk-NCSC6ZH6.js";
import "./chunk-VDEXSPJ2.js";
import "./chunk-IVPIFDTZ.js";
import "./chunk-TUBAPXYN.js";
import "./chunk-YM7ACMYJ.js";
import "./chunk-5BZJKHHS.js";
import "./chunk-G5DACBIO.js";
import {
  suggestion
} from "./chunk-ELP4KOE3.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/check.ts
init_define_navigator();
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

// src/report/terminal.ts
init_define_navigator();
var outcomeStyle = { pass: "green", fail: "red", incomplete: "yellow" };
var severityStyle = { error: "red", warning: "yellow", note: "dim" };
var grouped = (findings) => {
  const groups = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const { column } = finding;
    const title = column === void 0 ? finding.file : `${column.database}: ${column.relation}`;
    const group = groups.get(title);
    if (group === void 0) groups.set(title, [finding]);
    else group.push(finding);
  }
  return [...groups];
};
var terminal = (report, paint) => {
  const { verdict, observed, problems } = report;
  const outcome = outcomeOf(report);
  const said = verdict === void 0 ? "" : `: ${countsText(verdict.counts)} (fails on ${verdict.failOn})`;
  const lines = [`${paint(outcomeStyle[outcome], outcome)}${said}`];
  for (const { code, message, remedy } of problems) {
    lines.push("", `${paint("red", code)} ${printable(message)}`, ...remedy === void 0 ? [] : [`  ${printable(remedy)}`]);
  }
  for (const { what, reason } of verdict?.unchecked ?? []) {
    lines.push("", `${paint("yellow", "not checked")} ${printable(what)}: ${printable(reason)}`);
  }
  for (const [title, findings] of grouped(verdict?.findings ?? [])) {
    lines.push("", paint("bold", printable(title)));
    for (const { severity, id, name, file, position, message, remedy, yaml } of findings) {
      const place = `${printable(file)}:${String(position.line)}:${String(position.column)}`;
      lines.push(`  ${paint(severityStyle[severity], severity)} ${id} ${name} ${paint("dim", place)}`);
      lines.push(`    ${printable(message)}`, `    ${printable(remedy)}`);
      for (const line of yaml?.split("\n") ?? []) lines.push(paint("green", `    + ${printable(line)}`));
    }
  }
  const suppressed = verdict?.suppressed ?? [];
  lines.push("");
  for (const { finding, reason, until } of suppressed) {
    lines.push(paint("dim", `suppressed until ${until}: ${finding.id} ${printable(finding.subject)}: ${printable(reason)}`));
  }
  const known = verdict === void 0 ? void 0 : knownText(verdict);
  if (known !== void 0) lines.push(paint("dim", known));
  for (const text of verdict === void 0 ? [] : scopeTexts(verdict)) lines.push(paint("dim", printable(text)));
  if (observed !== void 0) lines.push(paint("dim", `the run: ${runText(observed)}`));
  return `${lines.join("\n").trimEnd()}
`;
};

// src/cli/audit-log.ts
init_define_navigator();
var observeLog = (file, publicKey) => {
  const observer = createObserver();
  const verdict = verifyFile(file, {
    publicKey,
    onRecord: ({ event }) => {
      observer.add(event);
    }
  });
  if (verdict.ok) return observer.result();
  throw new PgveilError("PGVEIL_AUDIT", `the audit log does not verify: record ${String(verdict.record)}: ${verdict.message}`, {
    remedy: verdict.flaw === "other-key" ? "Either the log is not of that run, or --key is not the key in the ready file of its proxy." : "A log that is not whole shows nothing for certain. Leave --audit out to check the databases alone."
  });
};

// src/cli/check.ts
var formats = {
  text: terminal,
  json,
  markdown: (report) => markdown(report),
  sarif: (report) => sarif(report),
  junit,
  github: ({ verdict }) => workflowCommands(verdict)
};
var oneOf = (option, value, allowed) => {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== void 0) return found;
  throw new PgveilError("PGVEIL_INPUT", `--${option} is ${JSON.stringify(value)}`, {
    remedy: suggestion(value, allowed)?.replace(/^./, (letter) => letter.toUpperCase()) ?? `Write one of ${allowed.join(", ")}.`
  });
};
var exitCodes = { pass: 0, fail: 1, incomplete: 2 };
var databasesOf = (policy, names) => {
  const known = [...policy.databases.keys()];
  return names.length === 0 ? void 0 : names.map((name) => oneOf("database", name, known));
};
var observedRun = (cwd, { audit, key }) => {
  const publicKey = checkedKey(key);
  if (audit !== void 0) return observeLog(resolve(cwd, audit), publicKey);
  if (publicKey === void 0) return void 0;
  throw new PgveilError("PGVEIL_INPUT", "--key is of an audit log", { remedy: "Name the log with --audit." });
};
var onlyDatabase = (policy, asked) => {
  const [first, second] = asked ?? [...policy.databases.keys()];
  if (first !== void 0 && second === void 0) return first;
  throw new PgveilError("PGVEIL_INPUT", "schema files describe one database, and the policy has several", {
    remedy: "Say with --database which one they describe."
  });
};
var command = defineCommand({
  operands: {},
  options: {
    policy: policyOption,
    database: { type: "string", value: "NAME", help: "One of its databases (all)", multiple: true },
    schema: {
      type: "string",
      value: "PATH",
      help: "A file of SQL, or a directory of migrations, to be looked at in place of the database",
      multiple: true
    },
    base: {
      type: "string",
      value: "REF",
      help: "With --schema: a git revision, or a directory, that a change starts from; only what is new fails"
    },
    baseline: { type: "string", value: "FILE", help: "Findings that are accepted (beside the policy, as pgveil.baseline.json)" },
    "update-baseline": { type: "boolean", help: "Accept what is found now: write the baseline, and exit with 0" },
    format: { type: "string", value: "FORM", help: `${Object.keys(formats).join(", ")} (text)` },
    "fail-on": {
      type: "string",
      value: "LEVEL",
      help: `The least severe finding that fails: ${failOnValues.join(", ")} (error)`
    },
    sample: {
      type: "string",
      value: "ROWS",
      help: "Look at the values of text columns without a class, in so many rows of each table (off)"
    },
    audit: { type: "string", value: "FILE", help: "The audit log of a run, to be looked at too" },
    key: { type: "string", value: "SPKI", help: "With --audit: the public key that must have signed the log, in base64" }
  },
  notes: ["Exit code: 0 the gate is green, 1 it is red, 2 not everything could be checked."],
  run: async ({ cwd, env, stdout, stderr, clock }, { options }) => {
    const sample = sampleRows(options.sample);
    const format = oneOf("format", options.format ?? "text", Object.keys(formats));
    const failOn = oneOf("fail-on", options["fail-on"] ?? "error", failOnValues);
    const policy = readPolicyFile(resolve(cwd, options.policy), options.policy);
    const databases = databasesOf(policy, options.database);
    const baseline = options.baseline ?? defaultBaseline(options.policy);
    const updates = options["update-baseline"];
    const accepted = updates ? /* @__PURE__ */ new Set() : readBaselineFile(resolve(cwd, baseline), baseline, options.baseline !== void 0);
    const seen = observedRun(cwd, options);
    const common = { policy, failOn, observed: seen, accepted, clock };
    const progress = createProgress(stderr, clock);
    let verdict;
    if (options.schema.length > 0) {
      if (sample !== void 0) {
        throw new PgveilError("PGVEIL_INPUT", "--sample looks at a database", { remedy: "Leave --schema or --sample out." });
      }
      const database = onlyDatabase(policy, databases);
      const paths = { policyPath: options.policy, paths: options.schema, base: updates ? void 0 : options.base };
      const { staticVerdict } = await import("./static-gate-PFVAUN5Q.js");
      verdict = await staticVerdict({ ...common, ...paths, database, cwd, progress });
    } else {
      if (options.base !== void 0) {
        throw new PgveilError("PGVEIL_INPUT", "--base compares schema files", { remedy: "Name them with --schema." });
      }
      const secrets = resolveReferences(policy, { env, readFile: (path) => readFileSync(path, "utf8") });
      const { liveVerdict } = await import("./live-gate-EON4YLH4.js");
      verdict = await liveVerdict({
        ...common,
        secrets,
        identities: identitiesHere({ env, clock }),
        databases,
        sample,
        progress
      });
    }
    if (updates) {
      writeBaselineFile(resolve(cwd, baseline), verdict.findings);
      stdout.write(`${printable(baseline)}: ${String(verdict.findings.length)} findings are accepted
`);
      return verdict.unchecked.length === 0 ? 0 : 2;
    }
    const report = { version, policy: options.policy, verdict, observed: seen, problems: [] };
    stdout.write(formats[format]?.(report, painter(stdout, env)) ?? "");
    return exitCodes[verdict.result];
  }
});
export {
  command
};
