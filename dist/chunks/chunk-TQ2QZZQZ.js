import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  printableLines
} from "./chunk-NSJZQ3HL.js";
import {
  PgveilError,
  errorText
} from "./chunk-HUYNEIJX.js";

// src/cli/failure.ts
var stacks = (error) => error instanceof Error ? [error.stack ?? error.message, ...stacks(error.cause)] : [];
var failureText = (error, debug) => {
  const { code, remedy } = error instanceof PgveilError ? error : { code: "PGVEIL_INTERNAL", remedy: "This is a defect in pgveil. PGVEIL_DEBUG=1 in the environment shows where." };
  return [`pgveil: ${errorText(error)} [${code}]`, ...remedy === void 0 ? [] : [remedy], ...debug ? stacks(error) : []].flatMap(printableLines).map((line) => `${line}
`).join("");
};

export {
  failureText
};
