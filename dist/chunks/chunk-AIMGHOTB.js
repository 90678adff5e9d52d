import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  diskTree,
  loadPolicy,
  withDeclarations
} from "./chunk-4TIDE7AX.js";
import {
  problemText
} from "./chunk-ELP4KOE3.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/policy-file.ts
init_define_navigator();
import { readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
var defaultPolicy = ".github/pgveil.yml";
var policyOption = { type: "string", value: "FILE", help: "The policy", default: defaultPolicy };
var readPolicyFile = (path, name = path) => {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new PgveilError("PGVEIL_CONFIG", `the policy ${name} cannot be read: ${errorText(error)}`, {
      remedy: "Name an existing file with --policy.",
      cause: error
    });
  }
  const policy = withDeclarations(readPolicyText(text, name), diskTree(dirname(path)), ".");
  const shown = (file) => posix.join(posix.dirname(name), file);
  return { ...policy, declarations: policy.declarations?.map((one) => ({ ...one, file: shown(one.file) })) };
};
var readPolicyText = (text, name) => {
  const loaded = loadPolicy(text, { file: name });
  if (loaded.ok) return loaded.policy;
  throw new PgveilError("PGVEIL_CONFIG", `the policy is not valid:
${loaded.problems.map(problemText).join("\n")}`, {
    remedy: "Mend these places; policies/pgveil.schema.json lets an editor check the file."
  });
};

export {
  defaultPolicy,
  policyOption,
  readPolicyFile,
  readPolicyText
};
