import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  checkedKey
} from "./chunk-N6FFIGPJ.js";
import {
  painter
} from "./chunk-OAXQJOYM.js";
import {
  defineCommand
} from "./chunk-2TRR4GX3.js";
import {
  writeHtmlReport
} from "./chunk-PVUXHVS6.js";
import "./chunk-2OSJTJEI.js";
import "./chunk-2S37N3J3.js";
import "./chunk-WEW2ZX7D.js";
import {
  version
} from "./chunk-2D7CCSWB.js";
import {
  printable
} from "./chunk-NSJZQ3HL.js";
import "./chunk-M42OVON6.js";
import "./chunk-YZTDVOMD.js";
import {
  PgveilError
} from "./chunk-HUYNEIJX.js";
import "./chunk-L2BS4CPM.js";

// src/cli/audit-report.ts
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
