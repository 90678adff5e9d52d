import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  fingerprint
} from "./chunk-NCSC6ZH6.js";
import {
  _regex,
  array,
  literal,
  object,
  string
} from "./chunk-G5DACBIO.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/baseline-file.ts
init_define_navigator();
import { readFileSync, writeFileSync } from "node:fs";

// src/coverage/baseline.ts
init_define_navigator();
var schema = object({
  version: literal(1),
  findings: array(
    object({
      fingerprint: string().check(_regex(/^[0-9a-f]{64}$/)),
      /** For people: the fingerprint decides. */
      id: string(),
      subject: string()
    })
  )
});
var baselineText = (findings) => {
  const entries = new Map(findings.map(({ id, subject }) => [fingerprint({ id, subject }), { id, subject }]));
  const lines = [...entries].map(([print, { id, subject }]) => JSON.stringify({ id, subject, fingerprint: print })).sort().map((line) => `    ${line}`);
  return `{
  "version": 1,
  "findings": [${lines.length === 0 ? "" : `
${lines.join(",\n")}
  `}]
}
`;
};
var readBaseline = (text, file) => {
  try {
    return new Set(schema.parse(JSON.parse(text)).findings.map((finding) => finding.fingerprint));
  } catch (error) {
    throw new PgveilError("PGVEIL_CONFIG", `${file} is not a baseline of pgveil`, {
      remedy: "Write it anew with pgveil check --update-baseline.",
      cause: error
    });
  }
};

// src/cli/baseline-file.ts
var defaultBaseline = (policy) => `${policy.replace(/\.ya?ml$/i, "")}.baseline.json`;
var readBaselineFile = (path, name, needed) => {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (!needed && error.code === "ENOENT") return /* @__PURE__ */ new Set();
    throw new PgveilError("PGVEIL_CONFIG", `the baseline ${name} cannot be read: ${errorText(error)}`, {
      remedy: "Write it with --update-baseline.",
      cause: error
    });
  }
  return readBaseline(text, name);
};
var writeBaselineFile = (path, findings) => {
  writeFileSync(path, baselineText(findings));
};

export {
  defaultBaseline,
  readBaselineFile,
  writeBaselineFile
};
