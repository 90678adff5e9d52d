import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  configuredSinks,
  createCustody,
  lineLog,
  openSinks
} from "./chunk-IBNH7QA3.js";
import {
  defineCommand
} from "./chunk-2TRR4GX3.js";
import {
  readPolicyFile
} from "./chunk-I6QLEIOM.js";
import {
  readSound
} from "./chunk-2OSJTJEI.js";
import "./chunk-2S37N3J3.js";
import "./chunk-WEW2ZX7D.js";
import {
  resolveSinks
} from "./chunk-YM7O2V2A.js";
import {
  printable
} from "./chunk-NSJZQ3HL.js";
import "./chunk-CFPUB4EI.js";
import "./chunk-SWY735EZ.js";
import "./chunk-63ZTKBIB.js";
import "./chunk-RQ5K5TIX.js";
import "./chunk-M42OVON6.js";
import "./chunk-YZTDVOMD.js";
import "./chunk-UAFWGZZM.js";
import {
  PgveilError,
  errorText
} from "./chunk-HUYNEIJX.js";
import "./chunk-L2BS4CPM.js";

// src/cli/audit-send.ts
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

// src/audit/sinks/send.ts
var most = 500;
var rest = (sink, from) => ({
  ...sink,
  deliver: async (records) => {
    const missing = records.filter(({ seq }) => seq > from);
    if (missing.length > 0) await sink.deliver(missing);
  }
});
var storedUpTo = async ({ name, sink }) => {
  try {
    return await sink.storedUpTo?.() ?? 0;
  } catch (error) {
    throw new PgveilError("PGVEIL_AUDIT", `the audit store ${name} does not say what it has: ${errorText(error)}`, {
      remedy: "Its credential needs the right to list the objects of the log.",
      cause: error
    });
  }
};
var sendLog = async (options) => {
  const lines = readSound(options.file, void 0);
  let next = lines.next();
  if (next.done === true) return { records: 0, verdict: next.value.verdict };
  const opened = openSinks(options.sinks, { ...options, log: next.value.record.hash });
  const sinks = await Promise.all(
    opened.map(async (one) => ({ ...one, required: true, sink: rest(one.sink, await storedUpTo(one)) }))
  );
  const custody = createCustody({ ...options, sinks });
  try {
    let records = 0;
    for (; next.done !== true; next = lines.next()) {
      const { record, bytes } = next.value;
      const { seq, time, hash, event } = record;
      const sealed = { seq, time, hash, type: event.type, line: Buffer.concat([bytes, Buffer.from("\n")]) };
      custody.take(sealed);
      records += 1;
      if (records % most === 0) await custody.settled();
    }
    await custody.settled();
    return { records, verdict: next.value.verdict };
  } finally {
    await custody.close(0);
  }
};

// src/cli/audit-send.ts
var command = defineCommand({
  operands: { file: { value: "FILE", help: "The log" } },
  options: {
    policy: { type: "string", value: "FILE", help: "The policy whose audit.sinks are the stores", required: true },
    sink: { type: "string", value: "NAME", help: "Only this store; may be given several times", multiple: true }
  },
  notes: [
    "For a log whose pgveil was killed, or whose store was away at its end. What a store has already is not brought again.",
    "Exit code: 0 the stores have the whole log, 1 they have what of it is sound, 2 a store does not take it."
  ],
  run: async (context, { operands: { file }, options }) => {
    const { cwd, env, stdout, stderr, clock } = context;
    const policy = readPolicyFile(resolve(cwd, options.policy), options.policy);
    const resolved = resolveSinks(policy, { env, readFile: (path) => readFileSync(path, "utf8") });
    const all = configuredSinks(resolved, cwd);
    const unknown = options.sink.find((name) => !all.some((sink) => sink.name === name));
    if (unknown !== void 0 || all.length === 0) {
      throw new PgveilError("PGVEIL_INPUT", "the policy has no such store", {
        remedy: all.length === 0 ? "Name one under audit.sinks." : `It has ${all.map(({ name }) => name).join(", ")}.`
      });
    }
    const sinks = all.filter(({ name }) => options.sink.length === 0 || options.sink.includes(name));
    const log = lineLog(stderr, clock);
    const { records, verdict } = await sendLog({
      file: resolve(cwd, file),
      sinks,
      fetch,
      clock,
      random: Math.random,
      report: (level, message) => {
        log[level](message);
      }
    });
    const names = sinks.map(({ name }) => name).join(", ");
    stdout.write(`${printable(file)}: ${names} has ${String(records)} records
`);
    if (verdict.ok) return 0;
    stderr.write(`${printable(file)} does not verify from record ${String(verdict.record)} on: ${printable(verdict.message)}
`);
    return 1;
  }
});
export {
  command
};
