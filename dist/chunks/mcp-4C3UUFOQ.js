import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  databaseOf
} from "./chunk-3KMTGF7F.js";
import {
  defineCommand
} from "./chunk-2TRR4GX3.js";
import "./chunk-KE3SZJDP.js";
import {
  readPolicyFile
} from "./chunk-I6QLEIOM.js";
import "./chunk-4NDNEZ7N.js";
import "./chunk-YM7O2V2A.js";
import {
  version
} from "./chunk-2D7CCSWB.js";
import "./chunk-MHLFNK2L.js";
import "./chunk-HQCHECTS.js";
import "./chunk-JFJSKU6X.js";
import "./chunk-MZEGV6JM.js";
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

// src/cli/mcp.ts
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
    const { openMcp } = await import("./open-YVNJ3X72.js");
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
