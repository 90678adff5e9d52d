import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  painter
} from "./chunk-U7ZOH3PO.js";
import {
  defineCommand
} from "./chunk-KDWMGSVK.js";
import {
  checkRecords,
  readLines
} from "./chunk-452EH6UR.js";
import "./chunk-3R3MEIAV.js";
import {
  printable,
  printableLines
} from "./chunk-7E2PMM4C.js";
import "./chunk-TUBAPXYN.js";
import "./chunk-G5DACBIO.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/audit-replay.ts
init_define_navigator();
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

// src/audit/replay.ts
init_define_navigator();

// src/audit/replay-text.ts
init_define_navigator();
var list = (texts) => texts.map(printable).join(", ");
var counted = (count, noun) => `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
var treatmentStyle = (treatment) => treatment === "pass" ? "dim" : "green";
var columnsOf = (rows) => {
  const widths = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  return rows.map((row) => row.map((cell, index) => cell.padEnd(widths[index] ?? 0)));
};
var renderHeader = function* (event, time, paint) {
  const claims = Object.entries(event.claims).map(([name, value]) => `${printable(name)}=${printable(value)}`);
  yield paint("bold", `session ${String(event.session)}  ${printable(event.principal)}  ${time}`);
  yield `  database     ${printable(event.database)} as ${printable(event.credential)}`;
  if (event.application !== "") yield `  application  ${printable(event.application)}`;
  if (event.groups.length > 0) yield `  groups       ${list(event.groups)}`;
  for (const [index, claim] of claims.entries()) yield `  ${index === 0 ? "claims" : "      "}       ${claim}`;
  yield "";
};
var renderEnd = function* (event, time, paint) {
  const statements = counted(event.statements, "statement");
  yield paint("bold", `session ${String(event.session)}  ended (${event.reason}) after ${statements}  ${time}`);
  yield "";
};
var renderResult = function* ({ statement, result }, paint) {
  if (statement.verdict === "refuse") {
    const { rule, sqlstate: sqlstate2, message, hint } = statement.refusal ?? { rule: "?", sqlstate: "?", message: "", hint: "" };
    yield `  ${paint("red", "refused")}  rule ${printable(rule)}`;
    yield `  ERROR ${printable(sqlstate2)}: ${printable(message)}`;
    if (hint !== "") yield `  HINT: ${printable(hint)}`;
    return;
  }
  if (result === void 0) {
    yield `  ${paint("yellow", "forwarded")}  the log has no result for it`;
    return;
  }
  const { rows, bytes, milliseconds, sqlstate, tag } = result;
  const outcome = sqlstate === void 0 ? printable(tag ?? "no tag") : paint("red", `ERROR ${printable(sqlstate)}`);
  const measures = [counted(rows, "row"), counted(bytes, "byte"), `${String(milliseconds)} ms`].join(", ");
  yield `  forwarded  ${outcome}  ${measures}`;
};
var renderColumns = function* ({ columns }, paint) {
  const cells = columnsOf(columns.map(({ name, classes, treatment }) => [printable(name), printable(treatment), list(classes)]));
  for (const [index, { treatment, reason }] of columns.entries()) {
    const [name = "", treated = "", classes = ""] = cells[index] ?? [];
    yield `    ${name}  ${paint(treatmentStyle(treatment), treated)}  ${classes}  ${printable(reason)}`.trimEnd();
  }
};
var renderSample = function* ({ sample = [] }, { columns }) {
  const names = columns.map(({ name }) => printable(name));
  const rows = sample.map((row) => row.map((cell) => cell === null ? "(null)" : printable(cell)));
  for (const row of columnsOf([names, ...rows])) yield `    \u2502 ${row.join(" \u2502 ")}`.trimEnd();
};
var renderFault = function* ({ session, statement, witness, detail }, paint) {
  const number = `${String(session)}.${String(statement)}`;
  yield `${paint("bold", number)}  ${paint("red", "lineage fault")}  ${witness}: ${printable(detail)}`;
  yield "";
};
var detectedText = ({ column, source, class: name, hits, of }) => `${printable(source ?? column)} has no class and looks like ${printable(name)}: ${String(hits)} of ${String(of)} samples`;
var renderDetected = function* (event, paint) {
  const number = `${String(event.session)}.${String(event.statement)}`;
  yield `${paint("bold", number)}  ${paint("yellow", "detected")}  ${detectedText(event)}`;
  yield "";
};
var renderStatement = function* (shown, paint) {
  const { statement, time, result, faults, detected } = shown;
  yield `${paint("bold", `${String(statement.session)}.${String(statement.statement)}`)}  ${time}  ${printable(statement.kind)}`;
  for (const line of printableLines(statement.sql)) yield `  \u2502 ${line}`.trimEnd();
  yield* renderResult(shown, paint);
  if (statement.relations.length > 0) yield `  relations  ${list(statement.relations)}`;
  if (statement.columns.length > 0) {
    yield "  columns";
    yield* renderColumns(statement, paint);
  }
  for (const note of statement.notes) yield `  note  ${printable(note)}`;
  for (const { witness, detail } of faults) yield `  ${paint("red", "lineage fault")}  ${witness}: ${printable(detail)}`;
  for (const event of detected) yield `  ${paint("yellow", "detected")}  ${detectedText(event)}`;
  if (result?.sample !== void 0) {
    yield "  first rows";
    yield* renderSample(result, statement);
  }
  yield "";
};

// src/audit/replay.ts
var complete = ({ statement, result }) => statement.verdict === "refuse" || result !== void 0;
var replay = function* (records, { session: only, paint }) {
  const sessions = /* @__PURE__ */ new Map();
  const queueOf = (session) => {
    const queue = sessions.get(session) ?? /* @__PURE__ */ new Map();
    sessions.set(session, queue);
    return queue;
  };
  const flush = function* (queue, all) {
    for (const [number, shown] of queue) {
      if (!all && !complete(shown)) return;
      queue.delete(number);
      yield* renderStatement(shown, paint);
    }
  };
  for (const { time, event } of records) {
    if ("session" in event) {
      if (only !== void 0 && event.session !== only) continue;
      const queue = queueOf(event.session);
      if (event.type === "session-start") {
        yield* renderHeader(event, time, paint);
      } else if (event.type === "session-end") {
        yield* flush(queue, true);
        sessions.delete(event.session);
        yield* renderEnd(event, time, paint);
      } else if (event.type === "statement") {
        queue.set(event.statement, { statement: event, time, result: void 0, faults: [], detected: [] });
        yield* flush(queue, false);
      } else {
        const shown = queue.get(event.statement);
        if (event.type === "fault" && shown === void 0) yield* renderFault(event, paint);
        if (event.type === "detected" && shown === void 0) yield* renderDetected(event, paint);
        if (shown === void 0) continue;
        if (event.type === "fault") shown.faults.push(event);
        else if (event.type === "detected") shown.detected.push(event);
        else queue.set(event.statement, { ...shown, result: event });
        yield* flush(queue, false);
      }
    } else if (only === void 0 && event.type === "auth-failed") {
      const who = `${printable(event.user)} for database ${printable(event.database)}`;
      yield `${paint("red", "log-in refused")}  ${time}  ${who}: ${printable(event.reason)}`;
      yield "";
    }
  }
  for (const queue of sessions.values()) yield* flush(queue, true);
};

// src/cli/audit-replay.ts
var sessionNumber = (text) => {
  if (text === void 0) return void 0;
  if (/^[1-9][0-9]{0,14}$/.test(text)) return Number(text);
  throw new PgveilError("PGVEIL_INPUT", "--session is no number", { remedy: "Sessions count from 1." });
};
var watch = (records) => {
  const sessions = /* @__PURE__ */ new Set();
  let verdict;
  const passed = function* () {
    for (; ; ) {
      const next = records.next();
      if (next.done === true) {
        verdict = next.value;
        return;
      }
      if (next.value.event.type === "session-start") sessions.add(next.value.event.session);
      yield next.value;
    }
  };
  return { records: passed(), sessions, verdict: () => verdict };
};
var lines = function* (texts) {
  for (const text of texts) yield `${text}
`;
};
var left = (error) => error instanceof Error && "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_PREMATURE_CLOSE");
var command = defineCommand({
  operands: { file: { value: "FILE", help: "The log" } },
  options: { session: { type: "string", value: "N", help: "Show only this session" } },
  notes: ["Records are shown as far as they verify. Exit code: 0 all do, 1 not all, 2 the log could not be read."],
  run: async ({ cwd, env, stdout, stderr }, { operands: { file }, options }) => {
    const session = sessionNumber(options.session);
    const { records, sessions, verdict } = watch(checkRecords(readLines(resolve(cwd, file)), void 0));
    try {
      const text = replay(records, { session, paint: painter(stdout, env) });
      await pipeline(Readable.from(lines(text)), stdout, { end: false });
    } catch (error) {
      if (left(error)) return 0;
      throw error;
    }
    const end = verdict();
    if (end?.ok === false) {
      stderr.write(`${printable(file)} does not verify from record ${String(end.record)} on: ${printable(end.message)}
`);
      return 1;
    }
    if (session !== void 0 && !sessions.has(session)) {
      throw new PgveilError("PGVEIL_INPUT", `the log has no session ${String(session)}`, {
        remedy: sessions.size === 0 ? "It has none at all." : `It has sessions ${[...sessions].slice(0, 20).join(", ")}.`
      });
    }
    return 0;
  }
});
export {
  command
};
