import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  databaseOf
} from "./chunk-XHA27N32.js";
import {
  defineCommand
} from "./chunk-KDWMGSVK.js";
import "./chunk-FRPWFHM4.js";
import {
  readPolicyFile
} from "./chunk-AIMGHOTB.js";
import "./chunk-HFU54XPB.js";
import "./chunk-QDQDC4X5.js";
import {
  version
} from "./chunk-T37S2YRO.js";
import "./chunk-NEX4ZP4U.js";
import "./chunk-YGJAAYSF.js";
import "./chunk-QGR7FV53.js";
import "./chunk-OKLFN3DZ.js";
import "./chunk-PJUCC2CV.js";
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

// src/cli/mcp.ts
init_define_navigator();
import { resolve } from "node:path";
var wholeNumber = (text, option, most) => {
  const number = /^[0-9]{1,6}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= most) return number;
  throw new PgveilError("PGVEIL_INPUT", `${option} is not a number from 1 to ${String(most)}`, {
    remedy: `Give ${option} as plain digits.`
  });
};
var principalOf = (policy, name) => {
  const names = policy.principals.map((principal) => principal.name);
  if (name === void 0 || names.includes(name)) return name;
  throw new PgveilError("PGVEIL_INPUT", `the policy has no principal ${JSON.stringify(name)}`, {
    remedy: suggestion(name, names) ?? "Name one that is under principals."
  });
};
var mostCharacters = 2e5;
var command = defineCommand({
  operands: {},
  options: {
    url: { type: "string", value: "URL", help: "The proxy, in place of PGHOST and the other variables" },
    "max-rows": { type: "string", value: "N", help: "Most rows of one answer, up to 10000 (200)" },
    timeout: { type: "string", value: "SECONDS", help: "How long a statement may take, up to 3600 (30)" },
    policy: { type: "string", value: "FILE", help: "The proxy's policy, to tell of each column its class and its mask" },
    database: { type: "string", value: "NAME", help: "Which of the policy's databases (the one that is connected to)" },
    as: { type: "string", value: "PRINCIPAL", help: "With --policy: tell of masks only as this principal sees them" }
  },
  notes: [
    "Tools: query, list_tables, describe_table, explain_refusal. It is a client of the proxy as any other: what it gets is masked,",
    "and it needs no credential of the database. Reads PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE, PGSSLMODE and PGSSLROOTCERT.",
    "Ends when standard input does."
  ],
  run: async ({ cwd, env, stdin, stdout, clock }, { options }) => {
    const { openMcp } = await import("./open-66EIYYAP.js");
    const limits = {
      rows: wholeNumber(options["max-rows"] ?? "200", "--max-rows", 1e4),
      time: wholeNumber(options.timeout ?? "30", "--timeout", 3600) * 1e3,
      characters: mostCharacters
    };
    const policy = options.policy === void 0 ? void 0 : readPolicyFile(resolve(cwd, options.policy), options.policy);
    await openMcp({
      url: options.url,
      env,
      limits,
      view: policy === void 0 ? void 0 : (connected) => ({
        policy,
        database: databaseOf(policy, options.database ?? (policy.databases.has(connected) ? connected : void 0)),
        principal: principalOf(policy, options.as)
      }),
      clock,
      version,
      input: stdin,
      output: stdout
    });
    return 0;
  }
});
export {
  command
};
