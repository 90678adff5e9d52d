import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  _positive,
  array,
  boolean,
  discriminatedUnion,
  int,
  literal,
  object,
  optional,
  string
} from "./chunk-G5DACBIO.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/state.ts
init_define_navigator();
var schema = object({
  /** The run's directory under RUNNER_TEMP: audit, log, and for a moment the ready file. */
  directory: string(),
  proxy: discriminatedUnion("kind", [
    /** A child of main. */
    object({ kind: literal("child"), pid: int().check(_positive()) }),
    /** Behind a control port, which asks for `token`; `ends`: it is this job's alone, and post ends it. */
    object({
      kind: literal("remote"),
      control: object({ host: string(), port: int() }),
      token: string(),
      ends: boolean()
    })
  ]),
  /** Whether main got as far as a proxy that answers. */
  ready: boolean(),
  /** Hex SHA-256 of the policy that the proxy was started with. */
  policyDigest: string(),
  /** And of what the policy's other files said then. */
  besideDigest: string(),
  /** SPKI, base64: whose signature the audit's head must have. Known once the proxy is ready. */
  auditKey: optional(string()),
  /** Only post knows it (the runner keeps state): a file with it says that post has already been here. */
  receipt: string()
});
var key = "pgveil";
var saveState = (store, state) => {
  store.saveState(key, JSON.stringify(state));
};
var readState = (store) => {
  const text = store.getState(key);
  return text === "" ? void 0 : schema.parse(JSON.parse(text));
};

// action/ready.ts
init_define_navigator();
var readySchema = object({
  host: string(),
  port: int(),
  /** SPKI, base64: what the audit is signed by. */
  auditKey: string(),
  session: object({
    user: string(),
    password: string(),
    /** The first of `databases`. */
    database: string(),
    databases: array(string())
  })
});

export {
  readySchema,
  saveState,
  readState
};
