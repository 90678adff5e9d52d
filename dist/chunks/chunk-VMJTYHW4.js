import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  getOctokit
} from "./chunk-KNO3F6KL.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/octokit.ts
init_define_navigator();
var patience = 15e3;
var octokitFor = (token) => {
  const octokit = getOctokit(token);
  octokit.hook.before("request", (options) => {
    options.request = { ...options.request, signal: AbortSignal.timeout(patience) };
  });
  return octokit;
};

export {
  octokitFor
};
