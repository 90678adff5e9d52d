import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  painter
} from "./chunk-OAXQJOYM.js";
import {
  defineCommand
} from "./chunk-2TRR4GX3.js";
import {
  junit,
  sarif
} from "./chunk-B6MQZPC7.js";
import {
  policyOption,
  readPolicyFile
} from "./chunk-I6QLEIOM.js";
import {
  createObserver
} from "./chunk-C7CZIAYA.js";
import {
  verifyFile
} from "./chunk-2OSJTJEI.js";
import "./chunk-2S37N3J3.js";
import "./chunk-WEW2ZX7D.js";
import {
  json,
  workflowCommands
} from "./chunk-ZPKZIWTT.js";
import {
  identitiesHere
} from "./chunk-4NDNEZ7N.js";
import {
  resolveReferences
} from "./chunk-YM7O2V2A.js";
import {
  version
} from "./chunk-2D7CCSWB.js";
import "./chunk-HQCHECTS.js";
import "./chunk-MBTDQPSH.js";
import "./chunk-W3MER5TP.js";
import "./chunk-TWH5CD4Y.js";
import "./chunk-2UVTUSMH.js";
import "./chunk-HAZFSKQP.js";
import "./chunk-JVRF5RXD.js";
import "./chunk-PGDVS5D5.js";
import "./chunk-QP4NTSU2.js";
import {
  failOnValues
} from "./chunk-7WZX36MV.js";
import {
  markdown
} from "./chunk-QRTGFTLX.js";
import {
  countsText,
  knownText,
  outcomeOf,
  runText,
  scopeTexts
} from "./chunk-4W3DWT57.js";
import {
  printable
} from "./chunk-NSJZQ3HL.js";
import {
  defaultBaseline,
  readBaselineFile,
  writeBaselineFile
} from "./chunk-4YRQUCFX.js";
import "./chunk-CFPUB4EI.js";
import "./chunk-QSEKKVLA.js";
import "./chunk-SWY735EZ.js";
import "./chunk-2WGCOKAK.js";
import "./chunk-63ZTKBIB.js";
import "./chunk-RQ5K5TIX.js";
import "./chunk-M42OVON6.js";
import "./chunk-YZTDVOMD.js";
import {
  suggestion
} from "./chunk-UAFWGZZM.js";
import {
  PgveilError
} from "./chunk-HUYNEIJX.js";
import "./chunk-L2BS4CPM.js";

// src/cli/check.ts
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

// src/report/terminal.ts
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

// src/cli/progress.ts
var patience = 2e3;
var between = 100;
var createProgress = (output, clock) => {
  const started = clock();
  let shownAt;
  return {
    show: (text) => {
      if (output.isTTY !== true) return;
      const now = clock();
      if (now - started < patience || shownAt !== void 0 && now - shownAt < between) return;
      shownAt = now;
      output.write(`\r\x1B[2K${text()}`);
    },
    end: () => {
      if (shownAt !== void 0) output.write("\r\x1B[2K");
    }
  };
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
var observeLog = (file) => {
  const observer = createObserver();
  const verdict = verifyFile(file, {
    onRecord: ({ event }) => {
      observer.add(event);
    }
  });
  if (verdict.ok) return observer.result();
  throw new PgveilError("PGVEIL_AUDIT", `the audit log does not verify: record ${String(verdict.record)}: ${verdict.message}`, {
    remedy: "A log that is not whole shows nothing for certain. Leave --audit out to check the databases alone."
  });
};
var databasesOf = (policy, names) => {
  const known = [...policy.databases.keys()];
  return names.length === 0 ? void 0 : names.map((name) => oneOf("database", name, known));
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
    audit: { type: "string", value: "FILE", help: "The audit log of a run, to be looked at too" }
  },
  notes: ["Exit code: 0 the gate is green, 1 it is red, 2 not everything could be checked."],
  run: async ({ cwd, env, stdout, stderr, clock }, { options }) => {
    const format = oneOf("format", options.format ?? "text", Object.keys(formats));
    const failOn = oneOf("fail-on", options["fail-on"] ?? "error", failOnValues);
    const policy = readPolicyFile(resolve(cwd, options.policy), options.policy);
    const databases = databasesOf(policy, options.database);
    const baseline = options.baseline ?? defaultBaseline(options.policy);
    const updates = options["update-baseline"];
    const accepted = updates ? /* @__PURE__ */ new Set() : readBaselineFile(resolve(cwd, baseline), baseline, options.baseline !== void 0);
    const observed = options.audit === void 0 ? void 0 : observeLog(resolve(cwd, options.audit));
    const common = { policy, failOn, observed, accepted, clock };
    let verdict;
    if (options.schema.length > 0) {
      const database = onlyDatabase(policy, databases);
      const progress = createProgress(stderr, clock);
      const paths = { policyPath: options.policy, paths: options.schema, base: updates ? void 0 : options.base };
      const { staticVerdict } = await import("./static-gate-MV76OOJ3.js");
      verdict = await staticVerdict({ ...common, ...paths, database, cwd, progress });
    } else {
      if (options.base !== void 0) {
        throw new PgveilError("PGVEIL_INPUT", "--base compares schema files", { remedy: "Name them with --schema." });
      }
      const secrets = resolveReferences(policy, { env, readFile: (path) => readFileSync(path, "utf8") });
      const { liveVerdict } = await import("./live-gate-63FVSQRM.js");
      verdict = await liveVerdict({ ...common, secrets, identities: identitiesHere({ env, clock }), databases });
    }
    if (updates) {
      writeBaselineFile(resolve(cwd, baseline), verdict.findings);
      stdout.write(`${printable(baseline)}: ${String(verdict.findings.length)} findings are accepted
`);
      return verdict.unchecked.length === 0 ? 0 : 2;
    }
    const report = { version, policy: options.policy, verdict, observed, problems: [] };
    stdout.write(formats[format]?.(report, painter(stdout, env)) ?? "");
    return exitCodes[verdict.result];
  }
});
export {
  command
};
