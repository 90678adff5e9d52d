import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  createProgress,
  sampleRows
} from "./chunk-ZQIB3YXZ.js";
import {
  subjectOfFiles,
  subjectOfUrl
} from "./chunk-XHA27N32.js";
import {
  defineCommand
} from "./chunk-KDWMGSVK.js";
import "./chunk-FRPWFHM4.js";
import {
  defaultPolicy
} from "./chunk-AIMGHOTB.js";
import "./chunk-HFU54XPB.js";
import "./chunk-QDQDC4X5.js";
import {
  version
} from "./chunk-T37S2YRO.js";
import {
  parseDatabaseUrl
} from "./chunk-NEX4ZP4U.js";
import "./chunk-YGJAAYSF.js";
import {
  proposedMaskFor,
  withValues
} from "./chunk-XCX6QNRN.js";
import "./chunk-QGR7FV53.js";
import "./chunk-OKLFN3DZ.js";
import {
  columnName,
  relationName,
  yaml
} from "./chunk-BZPNL3EV.js";
import {
  bindPolicy
} from "./chunk-OMUHGYEW.js";
import {
  sampleTargets
} from "./chunk-BRH2XC46.js";
import "./chunk-PJUCC2CV.js";
import "./chunk-WF5BBFAO.js";
import {
  looksOf,
  ownColumns,
  sure
} from "./chunk-ZNT54NS5.js";
import "./chunk-5BUFJLRN.js";
import {
  columnKey
} from "./chunk-5LNJKYM5.js";
import {
  plural
} from "./chunk-ZQTEWZ2X.js";
import {
  printable
} from "./chunk-7E2PMM4C.js";
import {
  loadPolicy
} from "./chunk-4TIDE7AX.js";
import "./chunk-MD22CKJ6.js";
import "./chunk-AYCFBX33.js";
import "./chunk-VDEXSPJ2.js";
import "./chunk-IVPIFDTZ.js";
import "./chunk-TUBAPXYN.js";
import "./chunk-YM7ACMYJ.js";
import {
  isSystemSchema
} from "./chunk-5BZJKHHS.js";
import "./chunk-G5DACBIO.js";
import {
  problemText
} from "./chunk-ELP4KOE3.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import "./chunk-45VCJYBB.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/init.ts
init_define_navigator();
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";

// src/coverage/proposed-policy.ts
init_define_navigator();

// src/coverage/proposed-classes.ts
init_define_navigator();
var redacted = (name) => `${name}-redacted`;
var proposeClasses = (all, catalog) => {
  const masks = /* @__PURE__ */ new Map();
  const apart = /* @__PURE__ */ new Set();
  for (const name of new Set(all.map((one) => one.class))) {
    const columns = all.filter((one) => one.class === name);
    const unsuited = columns.filter(({ column }) => proposedMaskFor(name, [column], catalog) === "redact");
    const suited = columns.filter((one) => !unsuited.includes(one));
    const mask = proposedMaskFor(
      name,
      suited.map(({ column }) => column),
      catalog
    );
    if (suited.length === 0 || mask === "redact" || unsuited.some(({ isSaid }) => isSaid)) masks.set(name, "redact");
    else {
      masks.set(name, mask);
      for (const one of unsuited) apart.add(one);
      if (unsuited.length > 0) masks.set(redacted(name), "redact");
    }
  }
  return {
    masks: new Map([...masks].toSorted(([a], [b]) => a < b ? -1 : 1)),
    classOf: (assigned) => apart.has(assigned) ? redacted(assigned.class) : assigned.class
  };
};

// src/coverage/proposed-policy.ts
var suggestedIn = (catalog, relation, sampled) => ownColumns(catalog, relation).flatMap((column) => {
  const values = sampled?.get(columnKey(relation.oid, column.attnum));
  const look = looksOf(catalog, relation)[relation.columns.indexOf(column)];
  const detection = withValues(look, values, catalog, column);
  return detection === void 0 ? [] : [{ located: { relation, column }, detection }];
});
var comment = (text) => `# ${text.replaceAll(/[\p{C}\u2028\u2029]/gu, " ")}`;
var columnLine = ({ located, detection }, className) => {
  const why = detection.evidence.join("; ");
  const told = detection.score >= sure ? why : `doubtful (${detection.score.toFixed(2)}): ${why}`;
  return `    ${yaml(columnName(located.relation, located.column))}: ${className} ${comment(told)}`;
};
var proposePolicy = ({ catalog, database, said, sampled, jsonSchema: jsonSchema2 }) => {
  const relations = [...catalog.relations()].filter(({ kind, schema }) => "rvmpf".includes(kind) && !isSystemSchema(schema));
  const saidHere = relations.flatMap(
    (relation) => relation.columns.flatMap((column) => {
      const known = said.get(columnKey(relation.oid, column.attnum));
      return known === void 0 || known.origin.source === "derived" ? [] : [{ column, class: known.class, isSaid: true }];
    })
  );
  const found = relations.map((relation) => ({
    relation,
    columns: suggestedIn(catalog, relation, sampled).filter(({ located: { column } }) => !said.has(columnKey(relation.oid, column.attnum))).map((suggested) => ({
      suggested,
      assigned: { column: suggested.located.column, class: suggested.detection.class, isSaid: false }
    }))
  }));
  const looked = found.flatMap(({ columns: columns2 }) => columns2);
  const assigned = [...saidHere, ...looked.map((one) => one.assigned)];
  const { masks, classOf } = proposeClasses(assigned, catalog);
  const lines = found.filter(({ columns: columns2 }) => columns2.length > 0).flatMap(({ relation, columns: columns2 }) => [
    `    ${comment(relationName(relation))}`,
    ...columns2.map((one) => columnLine(one.suggested, classOf(one.assigned)))
  ]);
  const schemas = [...new Set(relations.map(({ schema }) => schema))].sort();
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
    ...masks.size === 0 ? ["classes: {}"] : ["classes:", ...[...masks].map(([name, mask]) => `  ${yaml(name)}: { mask: ${mask} }`)],
    "",
    "# Columns that look personal, with what makes them look so. They are masked until you say otherwise: give one that is not,",
    "# as some of the doubtful ones will be, the class `none`. It says that somebody has looked, and that it tells nothing of a person.",
    ...lines.length === 0 ? [] : ["classification:", "  columns:", ...lines],
    "",
    "# All other columns are shown as they are. Text of them is sampled on its way, and what looks personal is reported; with",
    "# `mask` it is scrubbed besides.",
    "detect: report",
    ""
  ].join("\n");
  const columns = relations.reduce((sum, relation) => sum + relation.columns.length, 0);
  const doubtful = looked.filter(({ suggested: { detection } }) => detection.score < sure).length;
  return { text, relations: relations.length, columns, classified: assigned.length, doubtful };
};

// src/cli/init-workflow.ts
init_define_navigator();
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
var openSource = async ({ cwd, env, clock }, schema, name) => {
  if (schema.length > 0) return { subject: await subjectOfFiles(cwd, schema, name), url: void 0 };
  const text = env[urlVariable];
  if (text !== void 0 && text !== "") {
    const url = parseDatabaseUrl(text);
    return { subject: await subjectOfUrl(url, name, clock), url };
  }
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
var sampleOf = async ({ clock, stderr }, { subject: { catalog }, url }, said, rows) => {
  if (rows === void 0) return void 0;
  if (url === void 0) {
    throw new PgveilError("PGVEIL_INPUT", "--sample looks at a database", { remedy: "Leave --schema or --sample out." });
  }
  const targets = sampleTargets(catalog, ({ relation, column }) => !said.has(columnKey(relation.oid, column.attnum)));
  const progress = createProgress(stderr, clock);
  const { sampleDatabase } = await import("./sample-values-FJTCCHS6.js");
  try {
    return await sampleDatabase(url, {
      catalog,
      targets,
      rows,
      clock,
      onRelation: (done, all) => {
        progress.show(() => `looking at values: ${String(done)} of ${String(all)} relations`);
      }
    });
  } finally {
    progress.end();
  }
};
var samplingLines = ({ columns, unsampled, late }) => [
  `values of ${plural(columns, "column")} looked at`,
  ...unsampled.map(({ relation, reason }) => `values of ${relationName(relation)} were not looked at: ${reason}`),
  ...late === 0 ? [] : [`values of ${plural(late, "relation")} were not looked at: the time for it was over`]
];
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
    name: { type: "string", value: "NAME", help: "What clients call the database (app)" },
    sample: {
      type: "string",
      value: "ROWS",
      help: "Look at the values of text columns, too, in so many rows of each table of the database (off)"
    }
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
    const rows = sampleRows(options.sample);
    const source = await openSource(context, options.schema, name);
    const { catalog } = source.subject;
    const said = bindPolicy(silent(name), catalog, name).classified;
    const own = new Map([...said].filter(([, { origin }]) => origin.source !== "system-pack"));
    const sampling = await sampleOf(context, source, own, rows);
    const proposed = proposePolicy({ catalog, database: name, said: own, sampled: sampling?.found, jsonSchema });
    loaded(proposed.text);
    writeNew(policyPath, proposed.text);
    const relations = `${plural(proposed.relations, "relation")}, ${plural(proposed.columns, "column")}`;
    stdout.write(
      `${printable(policyName)}: ${relations}: ${String(proposed.classified)} classified, ${String(proposed.doubtful)} of them doubtful
`
    );
    for (const line of sampling === void 0 ? [] : samplingLines(sampling)) stdout.write(`${printable(line)}
`);
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
