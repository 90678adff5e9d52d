import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/coverage/fingerprint.ts
init_define_navigator();
import { createHash } from "node:crypto";
var fingerprint = ({ id, subject }) => createHash("sha256").update(`${id}\0${subject}`).digest("hex");

export {
  fingerprint
};
