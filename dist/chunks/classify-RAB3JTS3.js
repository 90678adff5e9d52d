import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  defineCommand
} from "./chunk-KDWMGSVK.js";
import {
  detectColumns
} from "./chunk-5BUFJLRN.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/classify.ts
init_define_navigator();
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

// src/coverage/detection/columns-csv.ts
init_define_navigator();

// src/coverage/detection/csv.ts
init_define_navigator();
var malformed = (line, why) => new PgveilError("PGVEIL_INPUT", `the CSV is not valid at line ${String(line)}: ${why}`, {
  remedy: "Quote fields that hold commas, quotes or line breaks, and write a quote inside as two (RFC 4180)."
});
var parseCsv = (text) => {
  const records = [];
  let record = [];
  let line = 1;
  let started = 1;
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  const endRecord = () => {
    if (record.length > 1 || record[0] !== "") records.push({ line: started, fields: record });
    record = [];
  };
  while (at < text.length) {
    let field = "";
    if (text[at] === '"') {
      const opened = line;
      for (at += 1; ; at += 1) {
        const close = text.indexOf('"', at);
        if (close < 0) throw malformed(opened, "a quote is not closed");
        const piece = text.slice(at, close);
        line += piece.split("\n").length - 1;
        field += piece;
        at = close + 1;
        if (text[at] !== '"') break;
        field += '"';
      }
    } else {
      const start = at;
      while (at < text.length && text[at] !== "," && text[at] !== "\n") {
        if (text[at] === '"') throw malformed(line, "a quote stands inside a field that is not quoted");
        at += 1;
      }
      field = text.slice(start, text[at - 1] === "\r" && at > start && text[at] !== "," ? at - 1 : at);
    }
    record.push(field);
    if (text[at] === "\r" && (text[at + 1] === "\n" || at + 1 === text.length)) at += 1;
    if (text[at] === ",") {
      at += 1;
      if (at < text.length) continue;
      record.push("");
    } else if (at < text.length && text[at] !== "\n") throw malformed(line, "text follows a closing quote");
    endRecord();
    at += 1;
    line += 1;
    started = line;
  }
  if (record.length > 0) endRecord();
  return records;
};

// src/coverage/detection/columns-csv.ts
var nameHeader = "schema.table.column";
var typeHeader = "data_type";
var commentHeader = "comment";
var names = {
  column: [nameHeader],
  schema: ["schema", "table_schema", "schema_name"],
  table: ["table", "table_name"],
  name: ["column", "column_name"],
  type: [typeHeader, "type"]
};
var wrongHeader = (header) => new PgveilError("PGVEIL_INPUT", `the CSV of columns has no field ${header}`, {
  remedy: `Its first line names the fields: ${nameHeader},${typeHeader}, or schema,table,column,${typeHeader}; a field ${commentHeader} is read too.`
});
var part = /"((?:[^"]|"")*)"(?=\.|$)|([^."]+)(?=\.|$)/uy;
var splitName = (name) => {
  const parts = [];
  let at = 0;
  while (parts.length < 2) {
    part.lastIndex = at;
    const found = part.exec(name);
    if (found === null) break;
    parts.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    at = part.lastIndex + 1;
    if (at >= name.length) break;
  }
  const rest = name.slice(at);
  part.lastIndex = 0;
  const quoted = part.exec(rest);
  const last = quoted?.[1] !== void 0 && quoted[0].length === rest.length ? quoted[1].replaceAll('""', '"') : rest;
  const [first, second] = parts;
  if (first === void 0 || second === void 0 && last === "") return void 0;
  if (second === void 0) return { schema: "public", table: first, column: last };
  return last === "" ? { schema: "public", table: first, column: second } : { schema: first, table: second, column: last };
};
var nameReader = (header) => {
  const find = (spellings) => header.findIndex((field) => spellings.includes(field));
  const whole = find(names.column);
  if (whole >= 0) {
    return (record) => {
      const name = record[whole] ?? "";
      return { name, parts: splitName(name) };
    };
  }
  const [schemaAt, tableAt, columnAt] = [find(names.schema), find(names.table), find(names.name)];
  if (tableAt < 0 || columnAt < 0) throw wrongHeader(nameHeader);
  return (record) => {
    const schema = record[schemaAt] ?? "public";
    const table2 = record[tableAt] ?? "";
    const column = record[columnAt] ?? "";
    return {
      name: [schema, table2, column].join("."),
      parts: table2 === "" || column === "" ? void 0 : { schema, table: table2, column }
    };
  };
};
var readColumns = (text) => {
  const [first, ...records] = parseCsv(text);
  const header = (first?.fields ?? []).map((field) => field.trim().toLowerCase());
  const nameOf = nameReader(header);
  const typeAt = header.findIndex((field) => names.type.some((name) => name === field));
  if (typeAt < 0) throw wrongHeader(typeHeader);
  const commentAt = header.indexOf(commentHeader);
  return records.map(({ line, fields }) => {
    const { name, parts } = nameOf(fields);
    if (parts === void 0) {
      throw new PgveilError("PGVEIL_INPUT", `line ${String(line)} of the CSV names no table and column`, {
        remedy: `Write ${nameHeader}.`
      });
    }
    const comment = fields[commentAt];
    return {
      name,
      facts: { ...parts, dataType: fields[typeAt] ?? "", ...comment === void 0 ? {} : { comment } },
      fields: Object.fromEntries(header.map((field, at) => [field, fields[at] ?? ""]))
    };
  });
};

// src/cli/classify.ts
var classified = ({ name, facts }, found) => ({
  column: name,
  data_type: facts.dataType,
  class: found === void 0 || found.class === "secret" ? null : found.class,
  score: found?.score ?? 0,
  evidence: found?.evidence ?? [],
  secret: found?.class === "secret"
});
var read = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new PgveilError("PGVEIL_INPUT", `the file of columns could not be read: ${errorText(error)}`, {
      remedy: "Name a CSV file with the header schema.table.column,data_type.",
      cause: error
    });
  }
};
var printable = (text) => text.replaceAll(new RegExp("\\p{C}", "gu"), "\uFFFD");
var table = (rows) => {
  const found = rows.filter((row) => row.class !== null || row.secret);
  const cells = found.map((row) => [row.column, row.class ?? "secret", row.score.toFixed(2), row.evidence.join("; ")]);
  const lines = [["COLUMN", "CLASS", "SCORE", "EVIDENCE"], ...cells].map((line) => line.map(printable));
  const widths = [0, 1, 2].map((at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const text = lines.map(
    (line) => line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ").trimEnd()
  );
  const secrets = found.filter((row) => row.secret).length;
  const count = `${String(rows.length)} columns: ${String(found.length - secrets)} personal, ${String(secrets)} secret`;
  return `${[...text, "", count].join("\n")}
`;
};
var command = defineCommand({
  options: {
    columns: {
      type: "string",
      value: "FILE",
      help: "CSV with the header schema.table.column,data_type, or information_schema's names",
      required: true
    },
    json: { type: "boolean", help: "Print JSON: every column, in the order of the file" }
  },
  operands: {},
  notes: ["Judges by names and types alone; nothing is connected to. docs/detection.md names the classes."],
  run: (context, { options }) => {
    const listed = readColumns(read(resolve(context.cwd, options.columns)));
    const found = detectColumns(listed.map(({ facts }) => facts));
    const rows = listed.map((column, at) => classified(column, found[at]));
    context.stdout.write(options.json ? `${JSON.stringify(rows, null, 2)}
` : table(rows));
    return 0;
  }
});
export {
  command
};
