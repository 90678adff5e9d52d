import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  parsePublicKey
} from "./chunk-452EH6UR.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/audit-key.ts
init_define_navigator();
var checkedKey = (text) => {
  if (text === void 0 || parsePublicKey(text) !== void 0) return text;
  throw new PgveilError("PGVEIL_INPUT", "--key is no Ed25519 public key", {
    remedy: "Give it as SPKI in base64, as pgveil wrote it into its ready file."
  });
};

export {
  checkedKey
};
