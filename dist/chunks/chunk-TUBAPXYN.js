import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// node_modules/zod/v4/mini/checks.js
init_define_navigator();
