import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);

// action/proxy-files.ts
import { join } from "node:path";
var proxyFiles = (directory) => ({
  directory,
  ready: join(directory, "ready.json"),
  log: join(directory, "proxy.log"),
  audit: join(directory, "audit.jsonl"),
  verdict: join(directory, "verdict.json"),
  htmlReport: join(directory, "report.html"),
  statement: join(directory, "statement.json"),
  predicate: join(directory, "predicate.json"),
  receipt: join(directory, "receipt")
});

export {
  proxyFiles
};
