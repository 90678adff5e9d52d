import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  getOctokit
} from "./chunk-F3JGH2KH.js";

// action/octokit.ts
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
