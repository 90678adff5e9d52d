import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/catalog/types.ts
init_define_navigator();
var columnKey = (relation, attnum) => `${relation}.${attnum}`;

export {
  columnKey
};
