import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  octokitFor
} from "./chunk-VMJTYHW4.js";
import "./chunk-KNO3F6KL.js";
import "./chunk-4OLXNSHT.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/fetch-file.ts
init_define_navigator();
var isMissing = (error) => error instanceof Error && "status" in error && error.status === 404;
var fetchFile = async (token, { owner, repo, sha }, path) => {
  const octokit = octokitFor(token);
  try {
    const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref: sha, mediaType: { format: "raw" } });
    return data;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  await octokit.rest.git.getCommit({ owner, repo, commit_sha: sha });
  return void 0;
};
export {
  fetchFile
};
