import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/paint.ts
init_define_navigator();
var codes = { bold: "1", dim: "2", red: "31", green: "32", yellow: "33" };
var painter = (output, env) => output.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb" ? (style, text) => `\x1B[${codes[style]}m${text}\x1B[0m` : (_, text) => text;

export {
  painter
};
