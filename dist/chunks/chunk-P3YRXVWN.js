import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  annotations
} from "./chunk-7F7GVLDK.js";
import {
  identitiesHere
} from "./chunk-HFU54XPB.js";
import {
  resolveReferences
} from "./chunk-QDQDC4X5.js";
import {
  liveVerdict
} from "./chunk-QKHBQBPE.js";
import {
  markdown
} from "./chunk-E7EOEMRT.js";
import {
  countsText
} from "./chunk-ZQTEWZ2X.js";
import {
  digestsOf,
  policySecrets,
  readPolicy
} from "./chunk-QXOMXCME.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/gate.ts
init_define_navigator();
import { readFileSync } from "node:fs";
var changed = (cause) => new PgveilError(
  "PGVEIL_GATE",
  "The policy file is not the one that the proxy was started with: a step of the job changed it.",
  {
    remedy: "Change the policy in a commit of its own; a job is judged by the policy that it started with.",
    cause
  }
);
var samePolicy = (path, name, started) => {
  let file;
  try {
    file = readPolicy({ policy: path, policyName: name });
  } catch (error) {
    throw changed(error);
  }
  const now = digestsOf(file);
  if (now.policyDigest !== started.policyDigest || now.besideDigest !== started.besideDigest) throw changed();
  return file;
};
var runGate = async (file, context) => {
  const { inputs, environment, clock, observed, base } = context;
  const { policy } = file;
  const env = policySecrets(file, inputs.databaseUrl, environment);
  const secrets = resolveReferences(policy, { env, readFile: (path) => readFileSync(path, "utf8") });
  return liveVerdict({
    policy,
    secrets,
    identities: identitiesHere({ env: environment, clock }),
    databases: void 0,
    failOn: inputs.failOn,
    observed,
    clock,
    accepted: file.accepted,
    ...base === void 0 ? {} : { base }
  });
};
var gateProblem = ({ result, counts, failOn, unchecked }) => {
  if (result === "pass") return void 0;
  const [first] = unchecked;
  return result === "fail" ? new PgveilError("PGVEIL_GATE", `The gate found ${countsText(counts)}, and fails on ${failOn}.`, {
    remedy: "Mend what the annotations and the summary of the job name."
  }) : new PgveilError("PGVEIL_GATE", `The gate could not look at everything: ${first?.what ?? ""}: ${first?.reason ?? ""}`, {
    remedy: "What cannot be looked at does not pass. Check that the database can be reached until the end of the job."
  });
};

// action/publish.ts
init_define_navigator();
var publish = async (core, report, failures) => {
  const { verdict } = report;
  for (const { level, message, title, file, line, column } of verdict === void 0 ? [] : annotations(verdict, failures)) {
    core[level === "note" ? "notice" : level](message, { title, file, startLine: line, startColumn: column });
  }
  try {
    await core.summary.addRaw(markdown(report)).write();
  } catch (error) {
    core.warning(`The summary of the job could not be written: ${errorText(error)}`);
  }
};

export {
  samePolicy,
  runGate,
  gateProblem,
  publish
};
