import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  int,
  object,
  optional,
  string,
  unknown
} from "./chunk-G5DACBIO.js";
import {
  PgveilError,
  errorText
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/failure.ts
init_define_navigator();
var failureText = (error) => {
  if (!(error instanceof PgveilError)) return `${errorText(error)} [PGVEIL_INTERNAL]`;
  return `${error.message} [${error.code}]${error.remedy === void 0 ? "" : `
${error.remedy}`}`;
};

// action/event.ts
init_define_navigator();
import { readFileSync } from "node:fs";
var eventSchema = object({
  pull_request: optional(object({ number: int(), base: optional(object({ sha: string() })) })),
  issue: optional(object({ number: int(), pull_request: optional(unknown()) }))
});
var repositoryOf = (environment) => {
  const [owner, repo] = (environment["GITHUB_REPOSITORY"] ?? "").split("/");
  return owner && repo ? { owner, repo } : void 0;
};
var eventOf = (environment) => {
  const path = environment["GITHUB_EVENT_PATH"];
  if (!path) return {};
  try {
    return eventSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return {};
  }
};
var pullRequestOf = (environment) => {
  const repository = repositoryOf(environment);
  const { pull_request: pullRequest, issue } = eventOf(environment);
  const number = pullRequest?.number ?? (issue?.pull_request === void 0 ? void 0 : issue.number);
  return repository === void 0 || number === void 0 ? void 0 : { ...repository, number };
};
var pullRequestBase = (environment) => {
  const repository = repositoryOf(environment);
  const sha = eventOf(environment).pull_request?.base?.sha;
  return repository === void 0 || sha === void 0 || !/^[0-9a-f]{40,64}$/.test(sha) ? void 0 : { ...repository, sha };
};

export {
  pullRequestOf,
  pullRequestBase,
  failureText
};
