import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  columnFacts
} from "./chunk-OKJEMVDE.js";
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
import "./chunk-7QMD2IBT.js";
import "./chunk-7ICE2OYI.js";
import {
  readStatements
} from "./chunk-QGR7FV53.js";
import "./chunk-OKLFN3DZ.js";
import {
  columnName
} from "./chunk-BZPNL3EV.js";
import {
  bindPolicy
} from "./chunk-OMUHGYEW.js";
import "./chunk-PJUCC2CV.js";
import "./chunk-ZNT54NS5.js";
import "./chunk-5BUFJLRN.js";
import "./chunk-5LNJKYM5.js";
import {
  printable
} from "./chunk-7E2PMM4C.js";
import "./chunk-4TIDE7AX.js";
import "./chunk-MD22CKJ6.js";
import "./chunk-AYCFBX33.js";
import "./chunk-VDEXSPJ2.js";
import "./chunk-IVPIFDTZ.js";
import "./chunk-TUBAPXYN.js";
import "./chunk-YM7ACMYJ.js";
import {
  columnPattern,
  isSystemSchema
} from "./chunk-5BZJKHHS.js";
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

// src/cli/explain-column.ts
init_define_navigator();
import { resolve } from "node:path";
var names = { path: ["pg_catalog"], tempSchema: void 0 };
var locateColumn = (catalog, text) => {
  const parts = (text.match(/"(?:[^"]|"")+"|[^".]+/g) ?? []).length;
  const { schema, name, column } = columnPattern(parts === 2 ? `public.${text}` : text);
  const own = [...catalog.relations()].filter((relation) => "rvmpf".includes(relation.kind));
  for (const relation of own) {
    if (!schema.matches(relation.schema) || !name.matches(relation.name)) continue;
    const found = relation.columns.find((one) => column.matches(one.name));
    if (found !== void 0) return { relation, column: found };
  }
  const known = own.filter((relation) => !isSystemSchema(relation.schema)).flatMap((relation) => relation.columns.map((one) => columnName(relation, one)));
  const near = suggestion(text, known);
  throw new PgveilError("PGVEIL_INPUT", `there is no column ${JSON.stringify(text)}`, {
    remedy: `Write schema.table.column.${near === void 0 ? "" : ` ${near.charAt(0).toUpperCase()}${near.slice(1)}`}`
  });
};
var originText = ({ origin: { source, file, line, column, text } }) => file === void 0 ? `${source} ${text}` : `${source} ${file}:${String(line ?? 1)}:${String(column ?? 1)} ${text}`;
var list = (title, items) => items.length === 0 ? [] : [`${title}:`, ...items.map((item) => `  ${item}`)];
var shown = (facts) => {
  const { column, type, said, conflicts, exempt, detection, sights, views, opaqueViews } = facts;
  const looks = detection === void 0 ? "nothing personal" : `${detection.class} (${detection.score.toFixed(2)}: ${detection.evidence.join("; ")})`;
  return [
    `${column} (${type})`,
    said === void 0 ? `class: none${exempt ? ", by the policy" : ""}` : `class: ${said.class}, by ${originText(said)}`,
    ...conflicts.map((other) => `  but ${other.class}, by ${originText(other)}`),
    `looks like: ${looks}`,
    ...list(
      "principals",
      sights.map(
        ({ principal, grant, shown: sight, because }) => `${principal} (${grant}): ${sight}${because === void 0 ? "" : `, ${because}`}`
      )
    ),
    ...list(
      "views that carry it",
      views.map((view) => `${view.column}, ${view.way}`)
    ),
    ...list("views that cannot be followed, and may carry it", opaqueViews)
  ].map((line) => `${printable(line)}
`).join("");
};
var command = defineCommand({
  operands: { column: { value: "COLUMN", help: "schema.table.column, as in a policy" } },
  options: {
    policy: policyOption,
    schema: {
      type: "string",
      value: "PATH",
      help: "A file of SQL, or a directory of migrations, in place of the database",
      multiple: true
    },
    database: { type: "string", value: "NAME", help: "Which of the policy's databases" },
    json: { type: "boolean", help: "Print JSON" }
  },
  notes: ["Exit code: 0 the column is there, 2 it is not."],
  run: async (context, { options, operands }) => {
    const policy = readPolicyFile(resolve(context.cwd, options.policy), options.policy);
    const database = databaseOf(policy, options.database);
    const { catalog, parser, views } = await openSubject(context, { policy, database, schema: options.schema });
    const read = { parser, ...views === void 0 ? {} : { views } };
    const facts = columnFacts(
      {
        catalog,
        bound: bindPolicy(policy, catalog, database),
        read: (sql) => readStatements(sql, catalog, names, read),
        now: context.clock()
      },
      locateColumn(catalog, operands.column)
    );
    context.stdout.write(options.json ? `${JSON.stringify(facts, void 0, 2)}
` : shown(facts));
    return 0;
  }
});
export {
  command
};
