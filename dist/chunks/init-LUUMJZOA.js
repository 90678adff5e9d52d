import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  subjectOfFiles,
  subjectOfUrl
} from "./chunk-3KMTGF7F.js";
import {
  defineCommand
} from "./chunk-2TRR4GX3.js";
import "./chunk-KE3SZJDP.js";
import {
  defaultPolicy
} from "./chunk-I6QLEIOM.js";
import "./chunk-4NDNEZ7N.js";
import "./chunk-YM7O2V2A.js";
import {
  version
} from "./chunk-2D7CCSWB.js";
import {
  parseDatabaseUrl
} from "./chunk-MHLFNK2L.js";
import "./chunk-HQCHECTS.js";
import "./chunk-JFJSKU6X.js";
import "./chunk-MZEGV6JM.js";
import {
  proposedMaskFor,
  sure
} from "./chunk-TWH5CD4Y.js";
import {
  formatType
} from "./chunk-2UVTUSMH.js";
import {
  detectTable
} from "./chunk-HAZFSKQP.js";
import {
  columnName,
  relationName,
  yaml
} from "./chunk-JVRF5RXD.js";
import {
  bindPolicy
} from "./chunk-PGDVS5D5.js";
import {
  columnKey
} from "./chunk-QP4NTSU2.js";
import {
  plural
} from "./chunk-4W3DWT57.js";
import {
  printable
} from "./chunk-NSJZQ3HL.js";
import {
  loadPolicy
} from "./chunk-CFPUB4EI.js";
import "./chunk-QSEKKVLA.js";
import "./chunk-SWY735EZ.js";
import "./chunk-63ZTKBIB.js";
import {
  isSystemSchema
} from "./chunk-RQ5K5TIX.js";
import "./chunk-M42OVON6.js";
import "./chunk-YZTDVOMD.js";
import {
  problemText
} from "./chunk-UAFWGZZM.js";
import {
  PgveilError
} from "./chunk-HUYNEIJX.js";
import "./chunk-2MS7WOTN.js";
import "./chunk-L2BS4CPM.js";

// src/cli/init.ts
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";

// src/coverage/proposed-policy.ts
var isTable = ({ kind, schema, parents }) => "rpf".includes(kind) && parents.length === 0 && !isSystemSchema(schema);
var suggestedIn = (catalog, relation) => {
  const { columns, schema, name: table } = relation;
  const detections = detectTable(
    columns.map(({ name, type, comment: comment2 }) => ({
      schema,
      table,
      column: name,
      dataType: formatType(catalog, type),
      ...comment2 === void 0 ? {} : { comment: comment2 }
    }))
  );
  return columns.flatMap((column, index) => {
    const detection = detections[index];
    return detection === void 0 ? [] : [{ located: { relation, column }, detection }];
  });
};
var comment = (text) => `# ${text.replaceAll(/[\p{C}\u2028\u2029]/gu, " ")}`;
var columnLine = ({ located, detection }) => {
  const line = `${yaml(columnName(located.relation, located.column))}: ${detection.class}`;
  const why = detection.evidence.join("; ");
  return detection.score >= sure ? `    ${line} ${comment(why)}` : `    ${comment(`${line} (${detection.score.toFixed(2)}: ${why})`)}`;
};
var relationLines = (relation, found) => [
  `    ${comment(relationName(relation))}`,
  ...found.map(columnLine)
];
var classLine = (catalog, name, columns) => `  ${yaml(name)}: { mask: ${proposedMaskFor(
  name,
  columns.map(({ column }) => column),
  catalog
)} }`;
var add = (classes, name, located) => {
  const before = classes.get(name);
  if (before === void 0) classes.set(name, [located]);
  else before.push(located);
};
var proposePolicy = ({ catalog, database, said, jsonSchema: jsonSchema2 }) => {
  const relations = [...catalog.relations()].filter(({ kind, schema }) => "rvmpf".includes(kind) && !isSystemSchema(schema));
  const classes = /* @__PURE__ */ new Map();
  const lines = [];
  let [classified, doubtful] = [0, 0];
  for (const relation of relations) {
    for (const column of relation.columns) {
      const known = said.get(columnKey(relation.oid, column.attnum));
      if (known === void 0 || known.origin.source === "derived") continue;
      add(classes, known.class, { relation, column });
      classified += 1;
    }
    if (!isTable(relation)) continue;
    const found = suggestedIn(catalog, relation).filter(
      ({ located: { column } }) => !said.has(columnKey(relation.oid, column.attnum))
    );
    if (found.length > 0) lines.push(...relationLines(relation, found));
    for (const { located, detection } of found) {
      if (detection.score < sure) doubtful += 1;
      else {
        add(classes, detection.class, located);
        classified += 1;
      }
    }
  }
  const schemas = [...new Set(relations.map(({ schema }) => schema))].sort();
  const names = [...classes.keys()].sort();
  const hasColumns = lines.some((line) => !line.trimStart().startsWith("#"));
  const text = [
    `# yaml-language-server: $schema=${jsonSchema2}`,
    "# Made by `pgveil init`. Read it through: every line is a proposal. `pgveil check` says what is missing.",
    "version: 1",
    "",
    "databases:",
    `  ${yaml(database)}:`,
    "    credentials:",
    '      reader: { url: "${env:PGVEIL_DATABASE_URL}" }',
    "",
    "identity:",
    "  issuers:",
    '    github: { issuer: "https://token.actions.githubusercontent.com", required-claims: [repository_id] }',
    "",
    "principals:",
    "  ci-agent:",
    "    match:",
    "      issuer: github",
    '      repository_id: "0" # Put yours here: gh api repos/OWNER/REPO --jq .id',
    "      event_name: [workflow_dispatch, pull_request]",
    "",
    "grants:",
    "  - to: [ci-agent]",
    "    access: read",
    "    relations:",
    `      allow: [${schemas.map((schema) => JSON.stringify(`${relationName({ schema, name: "x" }).slice(0, -1)}*`)).join(", ")}]`,
    "",
    "# What columns hold, and how agents see it. `redact` shows nothing; docs/masks.md has the other masks.",
    ...names.length === 0 ? ["classes: {}"] : ["classes:", ...names.map((name) => classLine(catalog, name, classes.get(name) ?? []))],
    "",
    "# Columns that look personal, with what makes them look so. Lines with a # are doubtful: take the # away where they are",
    "# right. The class `none` says of a column that somebody has looked, and that it tells nothing of a person.",
    ...lines.length === 0 ? [] : ["classification:", hasColumns ? "  columns:" : "  columns: {}", ...lines],
    ""
  ].join("\n");
  const columns = relations.reduce((sum, relation) => sum + relation.columns.length, 0);
  return { text, relations: relations.length, columns, classified, doubtful };
};

// src/cli/init-workflow.ts
var quoted = (text) => /^[\w./@-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
var head = (why) => [
  `# Made by \`pgveil init\`. ${why}`,
  "name: pgveil",
  "on: pull_request",
  "permissions: {}",
  "",
  "jobs:",
  "  check:",
  "    runs-on: ubuntu-latest",
  "    timeout-minutes: 10",
  "    permissions:",
  "      contents: read # actions/checkout",
  "    steps:",
  "      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
  "        with:"
];
var initWorkflow = ({ policy, schema, version: version2 }) => {
  const lines = schema.length > 0 ? [
    ...head("A pull request may not add a personal column that agents would see as it is."),
    "          fetch-depth: 0 # the base, to compare with",
    "          persist-credentials: false",
    "      - run: |",
    `          npx --yes pgveil@${version2} check --policy ${quoted(policy)} \\`,
    ...schema.map((path) => `            --schema ${quoted(path)} \\`),
    '            --base "origin/$GITHUB_BASE_REF" --format github'
  ] : [
    ...head("No classified column without a mask, no personal column without a class. Forks get no secrets."),
    "          persist-credentials: false",
    `      - uses: pgveil/pgveil@v1 # pin it by the commit's SHA`,
    "        with:",
    "          mode: check",
    `          policy: ${JSON.stringify(policy)}`,
    "          database-url: ${{ secrets.DATABASE_URL }}"
  ];
  return `${lines.join("\n")}
`;
};

// src/cli/init.ts
var urlVariable = "PGVEIL_DATABASE_URL";
var jsonSchema = `https://unpkg.com/pgveil@${version}/policies/pgveil.schema.json`;
var subjectFor = async ({ cwd, env, clock }, schema, name) => {
  if (schema.length > 0) return subjectOfFiles(cwd, schema, name);
  const url = env[urlVariable];
  if (url !== void 0 && url !== "") return subjectOfUrl(parseDatabaseUrl(url), name, clock);
  throw new PgveilError("PGVEIL_INPUT", "there is nothing to look at", {
    remedy: `Name schema files with --schema, or set ${urlVariable} to the URL of a database.`
  });
};
var loaded = (text) => {
  const policy = loadPolicy(text, { file: "the proposed policy" });
  if (policy.ok) return policy.policy;
  throw new PgveilError("PGVEIL_INTERNAL", `the proposed policy is not valid: ${policy.problems.map(problemText).join("; ")}`);
};
var silent = (name) => loaded(`version: 1
databases: { ${JSON.stringify(name)}: { credentials: { r: { url: "\${env:X}" } } } }
`);
var writeNew = (path, text) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: "wx" });
};
var command = defineCommand({
  operands: {},
  options: {
    schema: {
      type: "string",
      value: "PATH",
      help: `A file of SQL or a directory of migrations (the database that ${urlVariable} names)`,
      multiple: true
    },
    policy: { type: "string", value: "FILE", help: "Where the policy goes", default: defaultPolicy },
    workflow: { type: "string", value: "FILE", help: "Where the workflow goes", default: ".github/workflows/pgveil.yml" },
    name: { type: "string", value: "NAME", help: "What clients call the database (app)" }
  },
  notes: ["Asks nothing and overwrites nothing. Exit code: 0 the policy is written, 2 it is not."],
  run: async (context, { options }) => {
    const { cwd, stdout } = context;
    const [policyName, workflowName] = [options.policy, options.workflow];
    const [policyPath, workflowPath] = [resolve(cwd, policyName), resolve(cwd, workflowName)];
    if (existsSync(policyPath)) {
      throw new PgveilError("PGVEIL_INPUT", `${policyName} is there already`, { remedy: "Name another file with --policy." });
    }
    const name = options.name ?? "app";
    const { catalog } = await subjectFor(context, options.schema, name);
    const said = bindPolicy(silent(name), catalog, name).classified;
    const own = new Map([...said].filter(([, { origin }]) => origin.source !== "system-pack"));
    const proposed = proposePolicy({ catalog, database: name, said: own, jsonSchema });
    loaded(proposed.text);
    writeNew(policyPath, proposed.text);
    const relations = `${plural(proposed.relations, "relation")}, ${plural(proposed.columns, "column")}`;
    stdout.write(
      `${printable(policyName)}: ${relations}: ${String(proposed.classified)} classified, ${String(proposed.doubtful)} to have a look at
`
    );
    if (existsSync(workflowPath)) stdout.write(`${printable(workflowName)} is there already, and was left as it is
`);
    else {
      const fromRoot = relative(cwd, policyPath).split(sep).join("/");
      writeNew(workflowPath, initWorkflow({ policy: fromRoot, schema: options.schema, version }));
      stdout.write(`${printable(workflowName)}: runs the gate on pull requests
`);
    }
    const how = options.schema.map((path) => ` --schema ${path}`).join("");
    const where = policyName === defaultPolicy ? "" : ` --policy ${printable(policyName)}`;
    stdout.write(
      `Next: put your repository's id into the policy, read it through, and run
  pgveil check${where}${printable(how)}
`
    );
    return 0;
  }
});
export {
  command
};
