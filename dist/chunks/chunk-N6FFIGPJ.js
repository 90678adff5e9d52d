import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  parsePublicKey
} from "./chunk-WEW2ZX7D.js";
import {
  PgveilError
} from "./chunk-HUYNEIJX.js";

// src/cli/audit-key.ts
var checkedKey = (text) => {
  if (text === void 0 || parsePublicKey(text) !== void 0) return text;
  throw new PgveilError("PGVEIL_INPUT", "--key is no Ed25519 public key", {
    remedy: "Give it as SPKI in base64, as pgveil wrote it into its ready file."
  });
};

export {
  checkedKey
};
