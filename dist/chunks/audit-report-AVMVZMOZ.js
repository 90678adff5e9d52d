import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  checkedKey
} from "./chunk-H6JEVRBG.js";
import {
  painter
} from "./chunk-U7ZOH3PO.js";
import {
  defineCommand
} from "./chunk-KDWMGSVK.js";
import {
  writeHtmlReport
} from "./chunk-4XGA4TK5.js";
import "./chunk-452EH6UR.js";
import "./chunk-3R3MEIAV.js";
import {
  version
} from "./chunk-T37S2YRO.js";
import {
  printable
} from "./chunk-7E2PMM4C.js";
import "./chunk-TUBAPXYN.js";
import "./chunk-G5DACBIO.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/audit-report.ts
init_define_navigator();
import { resolve } from "node:path";
var command = defineCommand({
  operands: { file: { value: "FILE", help: "The log" } },
  options: {
    out: { type: "string", value: "FILE", help: "The report (pgveil-report.html)" },
    key: { type: "string", value: "SPKI", help: "The public key that must have signed the log, in base64" }
  },
  notes: [
    "The report is one file that needs no network; it checks the chain again where it is opened.",
    "Records are shown as far as they verify. Exit code: 0 all do, 1 not all, 2 there is no report."
  ],
  run: ({ cwd, env, stdout, clock }, { operands: { file }, options }) => {
    const expectedKey = checkedKey(options.key);
    const out = options.out ?? "pgveil-report.html";
    const paths = { log: resolve(cwd, file), out: resolve(cwd, out) };
    if (paths.log === paths.out) {
      throw new PgveilError("PGVEIL_INPUT", "the report would replace the log", { remedy: "Name another file with --out." });
    }
    const { verdict } = writeHtmlReport({ ...paths, expectedKey, version, clock });
    const paint = painter(stdout, env);
    const found = verdict.ok ? `${paint("green", "verified")}, ${String(verdict.records)} records` : `${paint("red", "does not verify")}, record ${String(verdict.record)}: ${printable(verdict.message)}`;
    stdout.write(`${printable(out)}: the report of ${printable(file)} (${found})
`);
    return verdict.ok ? 0 : 1;
  }
});
export {
  command
};
