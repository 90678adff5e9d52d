import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  createIdentities
} from "./chunk-HQCHECTS.js";

// src/cli/identities.ts
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
var identitiesHere = ({ env, clock }, given) => createIdentities({
  given,
  env,
  clock,
  fetch,
  random: Math.random,
  sleep,
  readFile: (path) => readFileSync(path, "utf8")
});

export {
  identitiesHere
};
