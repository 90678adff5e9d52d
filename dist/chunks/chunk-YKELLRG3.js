import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/errors.ts
init_define_navigator();
var errorCodes = {
  PGVEIL_CONFIG: "the configuration or policy is not valid",
  PGVEIL_INPUT: "an input of the Action or the command line is not valid",
  PGVEIL_PROTOCOL: "a peer sent bytes that are not a valid PostgreSQL protocol message",
  PGVEIL_IDENTITY: "the client could not prove who it is",
  PGVEIL_UPSTREAM: "the database could not be reached or refused the credential",
  PGVEIL_CATALOG: "the catalog of the database could not be read",
  PGVEIL_AUDIT: "the audit could not be written or does not verify",
  PGVEIL_LISTEN: "the proxy could not listen on its address",
  PGVEIL_PROXY: "the proxy process did not start, or is gone",
  PGVEIL_GATE: "the coverage gate could not reach a verdict",
  PGVEIL_INTERNAL: "a defect in pgveil"
};
var PgveilError = class extends Error {
  name = "PgveilError";
  code;
  remedy;
  constructor(code, message, options = {}) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.code = code;
    this.remedy = options.remedy;
  }
};
var isPgveilError = (error) => error instanceof Error && error.name === "PgveilError";
var errorText = (error) => error instanceof Error ? error.message : String(error);

export {
  errorCodes,
  PgveilError,
  isPgveilError,
  errorText
};
