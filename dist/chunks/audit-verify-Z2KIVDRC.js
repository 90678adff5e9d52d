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
  verifyFile
} from "./chunk-452EH6UR.js";
import "./chunk-3R3MEIAV.js";
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

// src/cli/audit-verify.ts
init_define_navigator();
import { resolve } from "node:path";
var command = defineCommand({
  operands: { file: { value: "FILE", help: "The log" } },
  options: { key: { type: "string", value: "SPKI", help: "The public key that must have signed it, in base64" } },
  notes: ["Exit code: 0 the log is whole and unchanged, 1 it is not, 2 it could not be checked."],
  run: ({ cwd, env, stdout }, { operands: { file }, options }) => {
    const key = checkedKey(options.key);
    const paint = painter(stdout, env);
    const name = printable(file);
    const verdict = verifyFile(resolve(cwd, file), { publicKey: key });
    if (verdict.ok) {
      const { records, publicKey, from, to } = verdict;
      stdout.write(`${paint("green", "verified")}  ${name}: ${String(records)} records from ${from} to ${to}
`);
      stdout.write(
        `signed by ${publicKey}${key === void 0 ? "; --key checks that it is the one you expect" : ", as expected"}
`
      );
      return 0;
    }
    if (verdict.flaw === "other-format") {
      throw new PgveilError("PGVEIL_AUDIT", `${file} cannot be checked: ${verdict.message}`, {
        remedy: "Use the pgveil that wrote it."
      });
    }
    const { record, message, signed } = verdict;
    stdout.write(`${paint("red", "does not verify")}  ${name}: record ${String(record)}: ${printable(message)}
`);
    stdout.write(
      signed === 0 ? "No record is vouched for by a checkpoint.\n" : `Records 1 to ${String(signed)} are as signed in a checkpoint.
`
    );
    return 1;
  }
});
export {
  command
};
