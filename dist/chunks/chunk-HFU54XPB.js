import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  createIdentities
} from "./chunk-YGJAAYSF.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/identities.ts
init_define_navigator();
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
