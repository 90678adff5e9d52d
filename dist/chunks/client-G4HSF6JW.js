import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  octokitFor
} from "./chunk-VMJTYHW4.js";
import "./chunk-KNO3F6KL.js";
import "./chunk-4OLXNSHT.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/comment/client.ts
init_define_navigator();
var commentClient = (token, { owner, repo, number }) => {
  const octokit = octokitFor(token);
  const issue = { owner, repo, issue_number: number };
  return {
    list: async function* list() {
      const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, { ...issue, per_page: 100 });
      for await (const { data } of pages) {
        for (const { id, body, user } of data) yield { id, body: body ?? "", author: user?.login ?? "" };
      }
    },
    // The REST endpoint `GET /user` is closed to a job's own token.
    login: async () => (await octokit.graphql("query { viewer { login } }")).viewer.login,
    create: async (body) => {
      await octokit.rest.issues.createComment({ ...issue, body });
    },
    update: async (id, body) => {
      await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
    }
  };
};
export {
  commentClient
};
