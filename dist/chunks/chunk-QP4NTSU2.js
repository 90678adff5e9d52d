import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);

// src/catalog/types.ts
var columnKey = (relation, attnum) => `${relation}.${attnum}`;

export {
  columnKey
};
