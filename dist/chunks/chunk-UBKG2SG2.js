import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/coverage/types.ts
init_define_navigator();
var failOnValues = ["error", "warning", "never"];

export {
  failOnValues
};
