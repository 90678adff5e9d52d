import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  printableLines
} from "./chunk-7E2PMM4C.js";
import {
  errorText,
  isPgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/failure.ts
init_define_navigator();
var stacks = (error) => error instanceof Error ? [error.stack ?? error.message, ...stacks(error.cause)] : [];
var failureText = (error, debug) => {
  const { code, remedy } = isPgveilError(error) ? error : { code: "PGVEIL_INTERNAL", remedy: "This is a defect in pgveil. PGVEIL_DEBUG=1 in the environment shows where." };
  return [`pgveil: ${errorText(error)} [${code}]`, ...remedy === void 0 ? [] : [remedy], ...debug ? stacks(error) : []].flatMap(printableLines).map((line) => `${line}
`).join("");
};

export {
  failureText
};
