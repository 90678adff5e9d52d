import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  octokitFor
} from "./chunk-JWDLYQDH.js";
import "./chunk-F3JGH2KH.js";
import "./chunk-D7LTSLLC.js";
import "./chunk-L2BS4CPM.js";

// action/fetch-file.ts
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
