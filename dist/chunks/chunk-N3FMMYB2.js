import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/proxy-files.ts
init_define_navigator();
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
