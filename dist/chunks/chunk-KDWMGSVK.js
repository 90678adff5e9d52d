import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/command.ts
init_define_navigator();
var defineCommand = (command) => command;

export {
  defineCommand
};
