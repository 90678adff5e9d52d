import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  checks
} from "./chunk-742OKAFA.js";
import {
  xml
} from "./chunk-E7EOEMRT.js";
import {
  printable
} from "./chunk-7E2PMM4C.js";
import {
  fingerprint
} from "./chunk-NCSC6ZH6.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/report/junit.ts
init_define_navigator();
var fails = { error: ["error"], warning: ["error", "warning"], never: [] };
var body = (text) => text.split("\n").map(xml).join("\n");
var place = ({ file, position }) => `${file}:${String(position.line)}:${String(position.column)}`;
var findingCase = (finding, failed) => {
  const { id, name, severity, subject, message: message2, remedy, yaml } = finding;
  const text = [place(finding), remedy, ...yaml === void 0 ? [] : [yaml]].join("\n");
  const inner = failed ? `<failure type="${severity}" message="${xml(message2)}">${body(text)}</failure>` : `<system-out>${body(`${severity}: ${message2}
${text}`)}</system-out>`;
  return `    <testcase classname="${id} ${name}" name="${xml(subject)}">${inner}</testcase>`;
};
var junit = ({ verdict, problems }) => {
  const findings = verdict?.findings ?? [];
  const failing = (verdict === void 0 ? [] : fails[verdict.failOn]).flatMap(
    (severity) => findings.filter((finding) => finding.severity === severity)
  );
  const found = new Set(findings.map(({ id }) => id));
  const clean = checks.filter(({ id }) => verdict?.checks.includes(id) === true && !found.has(id));
  const broken = [
    ...problems.map(({ code, message: message2, remedy }) => ({ name: code, message: message2, text: remedy ?? "" })),
    ...(verdict?.unchecked ?? []).map(({ what, reason }) => ({ name: what, message: `not checked: ${what}`, text: reason }))
  ];
  const skipped = (verdict?.suppressed ?? []).map(
    ({ finding, reason, until }) => `    <testcase classname="${finding.id} ${finding.name}" name="${xml(finding.subject)}"><skipped message="${xml(`until ${until}: ${reason}`)}"/></testcase>`
  );
  const cases = [
    ...broken.map(
      ({ name, message: message2, text }) => `    <testcase classname="pgveil" name="${xml(name)}"><error message="${xml(message2)}">${body(text)}</error></testcase>`
    ),
    ...findings.map((finding) => findingCase(finding, failing.includes(finding))),
    ...clean.map(({ id, name, title }) => `    <testcase classname="${id} ${name}" name="${xml(title)}"/>`),
    ...skipped
  ];
  const counts = `tests="${String(cases.length)}" failures="${String(failing.length)}" errors="${String(broken.length)}" skipped="${String(skipped.length)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="pgveil" ${counts}>`,
    `  <testsuite name="pgveil" ${counts}>`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    ""
  ].join("\n");
};

// src/report/sarif.ts
init_define_navigator();
var sarifLimit = 25e3;
var message = (text) => printable(text).replaceAll(/[\\[\]]/g, String.raw`\$&`).replaceAll(/[{}]/g, "$&$&");
var uri = (file) => file.split("/").map(encodeURIComponent).join("/");
var rules = checks.map(({ id, name, severity, title, help }) => ({
  id,
  name,
  shortDescription: { text: title },
  fullDescription: { text: help },
  help: { text: help, markdown: help },
  defaultConfiguration: { level: severity }
}));
var result = (finding, suppressed, baselineState) => {
  const { id, severity, file, position, remedy, column } = finding;
  return {
    ruleId: id,
    ruleIndex: rules.findIndex((rule) => rule.id === id),
    level: severity,
    message: { text: message(`${finding.message} ${remedy}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uri(file) },
          region: { startLine: position.line, startColumn: position.column }
        },
        ...column === void 0 ? {} : { logicalLocations: [{ fullyQualifiedName: printable(`${column.database}/${column.name}`), kind: "member" }] }
      }
    ],
    partialFingerprints: { "pgveilFinding/v1": fingerprint(finding) },
    ...baselineState === void 0 ? {} : { baselineState },
    ...suppressed === void 0 ? {} : {
      suppressions: [
        { kind: suppressed.place === void 0 ? "external" : "inSource", justification: printable(suppressed.reason) }
      ]
    }
  };
};
var notifications = ({ verdict, problems }, dropped) => [
  ...problems.map(({ code, message: text }) => ({
    level: "error",
    message: { text: message(text) },
    descriptor: { id: code }
  })),
  ...(verdict?.unchecked ?? []).map(({ what, reason }) => ({
    level: "error",
    message: { text: message(`Not checked: ${what}: ${reason}`) }
  })),
  ...dropped > 0 ? [{ level: "warning", message: { text: `${String(dropped)} more findings are left out.` } }] : []
];
var sarif = (report, limit = sarifLimit) => {
  const { verdict, version, problems } = report;
  const known = verdict?.known ?? [];
  const all = [
    ...(verdict?.findings ?? []).map((finding) => result(finding, void 0, known.length === 0 ? void 0 : "new")),
    ...known.map(({ finding }) => result(finding, void 0, "unchanged")),
    ...(verdict?.suppressed ?? []).map((suppressed) => result(suppressed.finding, suppressed))
  ];
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "pgveil", version, rules: [...rules] } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: problems.length === 0 && verdict !== void 0 && verdict.unchecked.length === 0,
            toolExecutionNotifications: notifications(report, all.length - limit)
          }
        ],
        results: all.slice(0, limit)
      }
    ]
  };
  return `${JSON.stringify(log, void 0, 2)}
`;
};

export {
  junit,
  sarif
};
