import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);

// src/coverage/types.ts
var failOnValues = ["error", "warning", "never"];

export {
  failOnValues
};
