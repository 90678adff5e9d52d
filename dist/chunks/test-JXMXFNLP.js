import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  decide,
  treatmentText
} from "./chunk-2YDOHWTC.js";
import {
  refuseUnreadable,
  rules
} from "./chunk-VUCEZOLN.js";
import {
  painter
} from "./chunk-U7ZOH3PO.js";
import {
  databaseOf,
  openSubject
} from "./chunk-XHA27N32.js";
import {
  defineCommand
} from "./chunk-KDWMGSVK.js";
import "./chunk-FRPWFHM4.js";
import {
  policyOption,
  readPolicyFile
} from "./chunk-AIMGHOTB.js";
import "./chunk-HFU54XPB.js";
import "./chunk-QDQDC4X5.js";
import "./chunk-NEX4ZP4U.js";
import "./chunk-YGJAAYSF.js";
import "./chunk-6V7RBW6P.js";
import {
  grantFor
} from "./chunk-7ICE2OYI.js";
import {
  readStatements
} from "./chunk-QGR7FV53.js";
import "./chunk-OKLFN3DZ.js";
import {
  listed
} from "./chunk-BZPNL3EV.js";
import {
  bindPolicy
} from "./chunk-OMUHGYEW.js";
import "./chunk-PJUCC2CV.js";
import "./chunk-5LNJKYM5.js";
import {
  failureText
} from "./chunk-A5QRGLMW.js";
import {
  printable
} from "./chunk-7E2PMM4C.js";
import {
  parseYaml
} from "./chunk-4TIDE7AX.js";
import "./chunk-MD22CKJ6.js";
import "./chunk-AYCFBX33.js";
import {
  problemAt,
  problemsOf,
  text
} from "./chunk-VDEXSPJ2.js";
import "./chunk-IVPIFDTZ.js";
import "./chunk-TUBAPXYN.js";
import "./chunk-YM7ACMYJ.js";
import "./chunk-5BZJKHHS.js";
import {
  _regex,
  array,
  literal,
  optional,
  record,
  strictObject,
  string,
  union
} from "./chunk-G5DACBIO.js";
import {
  problemText,
  suggestion
} from "./chunk-ELP4KOE3.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import "./chunk-45VCJYBB.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/test.ts
init_define_navigator();
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";

// src/coverage/policy-tests/reach.ts
init_define_navigator();
var reach = (what, all, reached) => {
  const missing = all.filter((name) => !reached.has(name));
  return { what, reached: all.length - missing.length, all: all.length, missing };
};
var reachOf = (policy, results) => [
  reach(
    "principals",
    policy.principals.map(({ name }) => name),
    new Set(results.map(({ test }) => test.as))
  ),
  reach(
    "grants",
    policy.grants.map(({ name }) => name),
    new Set(results.flatMap(({ grant }) => grant?.name ?? []))
  ),
  reach("classes", [...policy.classes.keys()], new Set(results.flatMap(({ classes }) => classes)))
];

// src/coverage/policy-tests/cases.ts
init_define_navigator();
var expectation = union([string(), array(string())]);
var testCase = strictObject({
  name: optional(text),
  as: text,
  database: optional(text),
  sql: string().check(_regex(/\S/, "must not be empty")),
  /** Output columns to treatments, in part; `{}`: the statement is forwarded. */
  expect: optional(record(string(), expectation)),
  /** A rule of docs/refusals.md. */
  refused: optional(text)
});
var schema = strictObject({
  version: literal(1, "must be 1"),
  cases: array(testCase)
});
var problemIn = (one, index, source) => {
  const path = ["cases", index];
  if (one.expect === void 0 === (one.refused === void 0)) {
    return [problemAt(source, path, "a case has either expect or refused")];
  }
  if (one.refused === void 0 || Object.hasOwn(rules, one.refused)) return [];
  return [
    problemAt(
      source,
      [...path, "refused"],
      `there is no rule ${JSON.stringify(one.refused)}`,
      suggestion(one.refused, Object.keys(rules))
    )
  ];
};
var firstLine = (sql) => sql.trim().split("\n")[0] ?? "";
var loadCases = (fileText, file) => {
  const parsed = parseYaml(fileText);
  if (!parsed.ok) return { ok: false, problems: parsed.faults.map((fault) => ({ file, ...fault })) };
  const source = { file, document: parsed.document };
  const checked = schema.safeParse(parsed.document.value);
  if (!checked.success) return { ok: false, problems: problemsOf(checked.error.issues, schema, source) };
  const problems = checked.data.cases.flatMap((one, index) => problemIn(one, index, source));
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    cases: checked.data.cases.map((one, index) => ({
      name: one.name ?? firstLine(one.sql),
      as: one.as,
      database: one.database,
      sql: one.sql,
      expects: one.refused === void 0 ? {
        kind: "forward",
        columns: new Map(
          Object.entries(one.expect ?? {}).map(([name, wanted]) => [name, typeof wanted === "string" ? [wanted] : wanted])
        )
      } : { kind: "refuse", rule: one.refused },
      position: parsed.document.position(["cases", index])
    }))
  };
};

// src/coverage/policy-tests/run.ts
init_define_navigator();
var written = (decision) => treatmentText(decision.treatment).replaceAll(/\bmask redact\b/g, "redact").replaceAll(/\bmask ([a-z][\w-]*)/g, "masked($1)");
var plain = (text2) => text2.replaceAll(/\s+/g, "").replace(/^redacted$/, "redact");
var differences = (wanted, columns) => [...wanted].flatMap(([name, treatments]) => {
  const found = columns.filter((column) => column.name === name).map(written);
  if (found.length === 0) {
    const near = suggestion(
      name,
      columns.map((column) => column.name)
    );
    return [`there is no output column ${JSON.stringify(name)}${near === void 0 ? "" : ` (${near})`}`];
  }
  const same = found.length === treatments.length || treatments.length === 1;
  const holds = same && found.every((text2, index) => plain(text2) === plain(treatments[index] ?? treatments[0] ?? ""));
  return holds ? [] : [`${JSON.stringify(name)} is ${found.join(", ")}, and not ${treatments.join(", ")}`];
});
var failuresOf = ({ expects }, plans) => {
  const refusal = plans.flatMap((plan) => plan.kind === "refuse" ? [plan.refusal] : [])[0];
  if (expects.kind === "refuse") {
    if (refusal === void 0) return [`it is forwarded, and not refused by ${expects.rule}`];
    return refusal.rule === expects.rule ? [] : [`it is refused by ${refusal.rule}, and not by ${expects.rule}`];
  }
  if (refusal !== void 0) return [`it is refused by ${refusal.rule}: ${refusal.message}`];
  const columns = plans.flatMap((plan) => plan.kind === "forward" ? plan.columns ?? [] : []);
  return differences(expects.columns, columns);
};
var classesOf = (statements, bound) => [
  ...new Set(statements.flatMap(({ touched }) => touched.flatMap((key) => bound.classOf(key)?.class ?? [])))
];
var runCase = (test, { policy, subject: subjectOf, database: usual, now }) => {
  const failed = (failure, grant2) => ({ test, failures: [failure], grant: grant2, classes: [] });
  const rule = policy.principals.find(({ name }) => name === test.as);
  if (rule === void 0) {
    const near = suggestion(
      test.as,
      policy.principals.map(({ name }) => name)
    );
    return failed(`the policy has no principal ${JSON.stringify(test.as)}${near === void 0 ? "" : ` (${near})`}`);
  }
  const database = test.database ?? usual;
  const verdict = grantFor(policy, { name: rule.name, groups: rule.groups, claims: {} }, database);
  if (!verdict.ok) return failed(verdict.reason);
  const { grant } = verdict;
  const subject = subjectOf(database);
  if (subject === void 0) return failed(`database ${JSON.stringify(database)} is not looked at`, grant);
  const { bound, catalog, names, read } = subject;
  const reading = readStatements(test.sql, catalog, names, read);
  const plans = reading.ok ? reading.statements.map((statement) => decide(statement, { bound, grant, catalog, now })) : [{ kind: "refuse", refusal: refuseUnreadable(reading.unreadable) }];
  return {
    test,
    failures: failuresOf(test, plans),
    grant,
    classes: reading.ok ? classesOf(reading.statements, bound) : []
  };
};
var runCases = (cases, options) => cases.map((test) => runCase(test, options));

// src/cli/test-table.ts
init_define_navigator();
var width = (results, of) => Math.min(60, Math.max(0, ...results.map((result) => of(result).length)));
var cut = (text2, most) => text2.length > most ? `${text2.slice(0, most - 1)}\u2026` : text2;
var testTable = (results, reached, file, paint) => {
  const name = ({ test }) => cut(printable(test.name), 60);
  const who = ({ test }) => cut(printable(test.as), 30);
  const [names, whos] = [width(results, name), width(results, who)];
  const lines = results.flatMap((result) => {
    const { failures, test } = result;
    const ok = failures.length === 0;
    const place = ok ? "" : `  ${printable(file)}:${String(test.position.line)}`;
    return [
      `${paint(ok ? "green" : "red", ok ? "ok  " : "FAIL")}  ${who(result).padEnd(whos)}  ${name(result).padEnd(names)}${place}`.trimEnd(),
      ...failures.map((failure) => `      ${printable(failure)}`)
    ];
  });
  const failed = results.filter(({ failures }) => failures.length > 0).length;
  const counts = `${String(results.length)} ${results.length === 1 ? "case" : "cases"}, ${String(failed)} failed`;
  return [
    ...lines,
    "",
    paint(failed === 0 ? "green" : "red", counts),
    ...reached.map(
      ({ what, reached: count, all, missing }) => paint(
        "dim",
        `${what}: ${String(count)} of ${String(all)} tested${missing.length === 0 ? "" : `, not ${printable(listed(missing, 6))}`}`
      )
    ),
    ""
  ].join("\n");
};

// src/cli/watch.ts
init_define_navigator();
import { watch } from "node:fs";
import { basename, dirname } from "node:path";
import { once } from "node:events";
var quiet = 100;
var whenChanged = async (paths, signal, act) => {
  let changed = true;
  let wake;
  const notice = () => {
    changed = true;
    wake?.();
  };
  const watchers = [
    ...paths.files.map(
      (file) => watch(dirname(file), (_event, name) => {
        if (name === null || name === basename(file)) notice();
      })
    ),
    ...paths.directories.map((directory) => watch(directory, { recursive: true }, notice))
  ];
  const ended = once(signal, "abort");
  try {
    while (!signal.aborted) {
      if (changed) {
        changed = false;
        await act();
      } else {
        await Promise.race([
          ended,
          new Promise((resolve2) => {
            wake = resolve2;
          })
        ]);
        await new Promise((resolve2) => setTimeout(resolve2, quiet));
      }
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
};

// src/cli/test.ts
var defaultCases = (policy) => `${policy.replace(/\.ya?ml$/i, "")}.cases.yml`;
var readCases = (path, name) => {
  let text2;
  try {
    text2 = readFileSync(path, "utf8");
  } catch (error) {
    throw new PgveilError("PGVEIL_INPUT", `the test cases ${name} cannot be read: ${errorText(error)}`, {
      remedy: "Name the file after `pgveil test`, or put it beside the policy as pgveil.cases.yml.",
      cause: error
    });
  }
  const loaded = loadCases(text2, name);
  if (loaded.ok) return loaded.cases;
  throw new PgveilError("PGVEIL_CONFIG", `the test cases are not valid:
${loaded.problems.map(problemText).join("\n")}`, {
    remedy: "Mend these places."
  });
};
var subjects = async (context, policy, databases, schema2) => {
  const found = /* @__PURE__ */ new Map();
  for (const database of databases) {
    if (!policy.databases.has(database)) continue;
    const { catalog, parser, names, views } = await openSubject(context, { policy, database, schema: schema2 });
    const read = { parser, ...views === void 0 ? {} : { views } };
    found.set(database, { catalog, names, read, bound: bindPolicy(policy, catalog, database) });
  }
  return found;
};
var runOnce = async (context, asked) => {
  const { cwd, env, stdout, clock } = context;
  const policy = readPolicyFile(resolve(cwd, asked.policy), asked.policy);
  const cases = readCases(resolve(cwd, asked.cases), asked.cases);
  const database = databaseOf(policy, asked.database);
  const named = asked.schema.length > 0 ? [] : cases.flatMap((one) => one.database ?? []);
  const found = await subjects(context, policy, /* @__PURE__ */ new Set([database, ...named]), asked.schema);
  const results = runCases(cases, { policy, database, subject: (name) => found.get(name), now: clock() });
  stdout.write(testTable(results, reachOf(policy, results), asked.cases, painter(stdout, env)));
  return results.some(({ failures }) => failures.length > 0) ? 1 : 0;
};
var isDirectory = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
var watching = async (context, asked) => {
  const { cwd, env, stderr, stdout } = context;
  const end = new AbortController();
  const stop = () => {
    end.abort();
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const schema2 = asked.schema.map((path) => resolve(cwd, path));
  const files = [resolve(cwd, asked.policy), resolve(cwd, asked.cases), ...schema2.filter((path) => !isDirectory(path))];
  let last = 2;
  await whenChanged({ files, directories: schema2.filter(isDirectory) }, end.signal, async () => {
    try {
      last = await runOnce(context, asked);
    } catch (error) {
      last = 2;
      stderr.write(failureText(error, env["PGVEIL_DEBUG"] === "1"));
    }
    stdout.write("watching for changes\n");
  });
  return last;
};
var command = defineCommand({
  operands: { cases: { value: "FILE", help: "The cases (beside the policy, as pgveil.cases.yml)", optional: true } },
  options: {
    policy: policyOption,
    schema: {
      type: "string",
      value: "PATH",
      help: "A file of SQL, or a directory of migrations, in place of the database",
      multiple: true
    },
    database: { type: "string", value: "NAME", help: "Which of the policy's databases, where a case names none" },
    watch: { type: "boolean", help: "Run again whenever a file changes" }
  },
  notes: [
    "A case says who (as), what (sql), and what becomes of it: expect, treatments by output column, or refused, a rule.",
    "Nothing is run on a database. Exit code: 0 all cases hold, 1 one does not, 2 they could not be run."
  ],
  run: async (context, { options, operands }) => {
    const { policy, schema: schema2, database } = options;
    const asked = { policy, schema: schema2, database, cases: operands.cases ?? defaultCases(policy) };
    return options.watch ? watching(context, asked) : runOnce(context, asked);
  }
});
export {
  command
};
