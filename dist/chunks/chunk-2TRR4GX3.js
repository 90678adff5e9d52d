import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);

// src/cli/command.ts
var defineCommand = (command) => command;

export {
  defineCommand
};
