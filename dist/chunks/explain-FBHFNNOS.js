import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  explain
} from "./chunk-VXWQDXRU.js";
import {
  decide
} from "./chunk-BRW3NFBA.js";
import {
  refuseUnreadable
} from "./chunk-PPMH5UJ3.js";
import {
  defineCommand
} from "./chunk-2TRR4GX3.js";
import {
  policyOption,
  readPolicyFile
} from "./chunk-I6QLEIOM.js";
import {
  identitiesHere
} from "./chunk-4NDNEZ7N.js";
import {
  resolveReferences
} from "./chunk-YM7O2V2A.js";
import {
  askControl,
  loadCatalog,
  openControl,
  parseDatabaseUrl
} from "./chunk-MHLFNK2L.js";
import "./chunk-HQCHECTS.js";
import "./chunk-W3MER5TP.js";
import {
  nameSpace,
  readStatements
} from "./chunk-JFJSKU6X.js";
import {
  loadParser
} from "./chunk-MZEGV6JM.js";
import {
  bindPolicy,
  grantFor
} from "./chunk-PGDVS5D5.js";
import "./chunk-QP4NTSU2.js";
import "./chunk-CFPUB4EI.js";
import "./chunk-QSEKKVLA.js";
import "./chunk-SWY735EZ.js";
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
import "./chunk-2MS7WOTN.js";
import "./chunk-L2BS4CPM.js";

// src/cli/explain.ts
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

// src/cli/explained-text.ts
var refusalText = ({ rule, sqlstate, message, hint }) => [`refused by ${rule} (SQLSTATE ${sqlstate})`, `  ${message}`, `  hint: ${hint}`].join("\n");
var columnLines = ({ name, treatment, reason, sources }, index) => [
  `  ${String(index + 1)}. ${JSON.stringify(name)}: ${treatment} (${reason})`,
  ...sources.map(({ column, class: className, way, via, classifiedBy }) => {
    const steps = via.length === 0 ? "" : ` through ${via.join(", ")}`;
    const classified = className === void 0 ? "" : `, class ${className} by ${classifiedBy ?? "the policy"}`;
    return `       from ${column}, ${way}${steps}${classified}`;
  })
];
var list = (title, items) => items.length === 0 ? [] : [`${title}:`, ...items.map((item) => `  ${item}`)];
var explainedText = (explained) => {
  const { kind, verdict, refusal, relations, columns, conditions, functions, guarded, notes } = explained;
  return [
    `${kind}: ${verdict}`,
    ...refusal === void 0 ? [] : [refusalText(refusal)],
    ...list("relations", relations),
    ...columns.length === 0 ? [] : ["columns:", ...columns.flatMap(columnLines)],
    ...list(
      "conditions",
      conditions.map((use) => `${use.column} (class ${use.class}) in ${use.clause}, ${use.operator}`)
    ),
    ...list(
      "functions",
      functions.map(({ name, nature }) => `${name}: ${nature}`)
    ),
    ...guarded ? ["errors and notices: reduced, for they could quote classified values"] : [],
    ...list("notes", notes)
  ].join("\n");
};

// src/cli/explain.ts
var principalNamed = (policy, name) => {
  const rule = policy.principals.find((candidate) => candidate.name === name);
  if (rule !== void 0) return { name: rule.name, groups: rule.groups, claims: {} };
  throw new PgveilError("PGVEIL_INPUT", `the policy has no principal ${JSON.stringify(name)}`, {
    remedy: suggestion(
      name,
      policy.principals.map((candidate) => candidate.name)
    ) ?? "Add one under principals."
  });
};
var explainOn = async (client, sql, { policy, database, grant, role, clock }) => {
  try {
    const ask = askControl(client);
    const catalog = await loadCatalog(ask, { clock, database: client.database ?? "" });
    const path = (await ask("SHOW search_path"))[0]?.[0] ?? "";
    const reading = readStatements(sql, catalog, nameSpace(catalog, path, role), { parser: await loadParser() });
    if (!reading.ok) return { kind: "unreadable", refusal: refuseUnreadable(reading.unreadable) };
    const bound = bindPolicy(policy, catalog, database.name);
    const statements = reading.statements.map(
      (lineage) => explain(lineage, decide(lineage, { bound, grant, catalog, now: clock() }), bound, catalog)
    );
    return { kind: "read", statements };
  } finally {
    await client.end();
  }
};
var command = defineCommand({
  options: {
    policy: policyOption,
    as: { type: "string", value: "PRINCIPAL", help: "Whose view: a name under principals", required: true },
    database: { type: "string", value: "NAME", help: "Which of the policy's databases (the first)" },
    json: { type: "boolean", help: "Print JSON" }
  },
  operands: { sql: { value: "SQL", help: "One or more statements; nothing is run" } },
  notes: ["Exits with 0 when every statement would be forwarded, with 1 when one would be refused."],
  run: async (context, { options, operands }) => {
    const policy = readPolicyFile(resolve(context.cwd, options.policy), options.policy);
    const principal = principalNamed(policy, options.as);
    const verdict = grantFor(policy, principal, options.database ?? policy.databases.keys().next().value ?? "");
    if (!verdict.ok) throw new PgveilError("PGVEIL_INPUT", verdict.reason, { remedy: "Name another with --database or --as." });
    const { grant, database, credential } = verdict;
    const secrets = resolveReferences(policy, { env: context.env, readFile: (path) => readFileSync(path, "utf8") });
    const url = await identitiesHere(context).logIn(
      parseDatabaseUrl(secrets.urls.get(database.name)?.get(credential) ?? ""),
      database.credentials.get(credential)?.identity
    );
    const target = database.upstream === void 0 ? url.target : { ...url.target, database: database.upstream };
    const client = await openControl({ ...url, target });
    const explanation = await explainOn(client, operands.sql, {
      policy,
      database,
      grant,
      role: url.credential.user,
      clock: context.clock
    });
    if (options.json) context.stdout.write(`${JSON.stringify(explanation, void 0, 2)}
`);
    else if (explanation.kind === "unreadable") context.stdout.write(`${refusalText(explanation.refusal)}
`);
    else context.stdout.write(`${explanation.statements.map(explainedText).join("\n\n")}
`);
    return explanation.kind === "read" && explanation.statements.every((one) => one.verdict === "forward") ? 0 : 1;
  }
});
export {
  command
};
