import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  octokitFor
} from "./chunk-JWDLYQDH.js";
import "./chunk-F3JGH2KH.js";
import "./chunk-D7LTSLLC.js";
import "./chunk-L2BS4CPM.js";

// action/comment/client.ts
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
