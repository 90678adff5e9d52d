import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  PgveilError,
  _default,
  _enum,
  array,
  idTokenSource,
  int,
  object,
  optional,
  pipe,
  record,
  strictObject,
  string,
  transform
} from "./chunk-H5TDN6XM.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/serve-config.ts
init_define_navigator();
var members = {
  /** Values of the policy's `${env:NAME}` references; they go before the environment's. */
  secrets: _default(record(string(), string()), {}),
  /** An OIDC token, to be exchanged for a session credential that the ready file then holds. */
  token: optional(string()),
  /** What tokens are to be for, in place of the policy's `identity.audience`. */
  audience: optional(string()),
  /** Where the ID tokens are from that clouds exchange for the policy's `identity`s; without it the environment's. */
  idTokens: optional(idTokenSource)
};
var schema = strictObject({
  ...members,
  /** What the control port asks for; in place of PGVEIL_CONTROL_TOKEN. */
  controlToken: optional(string())
});
var declaration = object({
  source: _enum(["dbt", "prisma"]),
  schemas: pipe(
    optional(array(string())),
    transform((schemas) => schemas)
  ),
  relation: string(),
  name: string(),
  class: string(),
  file: string(),
  text: string(),
  line: int(),
  column: int()
});
var remoteSchema = strictObject({
  ...members,
  /** The text of the policy file, and how messages call it. */
  policy: string(),
  policyName: _default(string(), "the policy"),
  /** The text of the verifier file, where the policy names one. */
  verifiers: optional(string()),
  /** What the files under the policy's `classification` say. */
  declarations: _default(array(declaration), [])
});
var parse = (schema2, text, where, form) => {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PgveilError("PGVEIL_INPUT", `the configuration ${where} is not JSON`);
  }
  const parsed = schema2.safeParse(value);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => issue.path.join(".") || "the top").join(", ");
  throw new PgveilError("PGVEIL_INPUT", `the configuration ${where} is not valid at ${places}`, { remedy: `Give ${form}.` });
};
var parseServeConfig = (text) => parse(schema, text, "on standard input", '{"secrets": {"NAME": "value"}, "token": "..."}');
var parseRemoteConfig = (text) => parse(
  remoteSchema,
  text,
  "sent to the control port",
  '{"policy": "version: 1 ...", "secrets": {"NAME": "value"}, "token": "..."}'
);

export {
  parseServeConfig,
  parseRemoteConfig
};
