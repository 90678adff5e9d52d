import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  decide,
  explain
} from "./chunk-2YDOHWTC.js";
import {
  refuseUnreadable
} from "./chunk-VUCEZOLN.js";
import {
  defineCommand
} from "./chunk-KDWMGSVK.js";
import {
  policyOption,
  readPolicyFile
} from "./chunk-AIMGHOTB.js";
import {
  identitiesHere
} from "./chunk-HFU54XPB.js";
import {
  resolveReferences
} from "./chunk-QDQDC4X5.js";
import {
  loadCatalog,
  parseDatabaseUrl
} from "./chunk-NEX4ZP4U.js";
import "./chunk-YGJAAYSF.js";
import "./chunk-6V7RBW6P.js";
import {
  grantFor
} from "./chunk-7ICE2OYI.js";
import {
  nameSpace,
  readStatements
} from "./chunk-QGR7FV53.js";
import {
  loadParser
} from "./chunk-OKLFN3DZ.js";
import {
  bindPolicy
} from "./chunk-OMUHGYEW.js";
import {
  askControl,
  openControl
} from "./chunk-PJUCC2CV.js";
import "./chunk-5LNJKYM5.js";
import "./chunk-4TIDE7AX.js";
import "./chunk-MD22CKJ6.js";
import "./chunk-AYCFBX33.js";
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
import "./chunk-45VCJYBB.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/explain.ts
init_define_navigator();
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

// src/cli/explained-text.ts
init_define_navigator();
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
