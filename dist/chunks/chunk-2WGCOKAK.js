import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);

// src/coverage/fingerprint.ts
import { createHash } from "node:crypto";
var fingerprint = ({ id, subject }) => createHash("sha256").update(`${id}\0${subject}`).digest("hex");

export {
  fingerprint
};
