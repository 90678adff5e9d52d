import type { PullRequest } from '../event.ts';
import { octokitFor } from '../octokit.ts';

export interface Comment {
  readonly id: number;
  readonly body: string;
  /** Its author's login. */
  readonly author: string;
}

/** What of GitHub's API a comment needs. Every method rejects with octokit's RequestError. */
export interface CommentClient {
  /** The pull request's comments, oldest first. */
  list(): AsyncIterable<Comment>;
  /** The login that the token writes under. */
  login(): Promise<string>;
  create(body: string): Promise<void>;
  update(id: number, body: string): Promise<void>;
}

export const commentClient = (token: string, { owner, repo, number }: PullRequest): CommentClient => {
  const octokit = octokitFor(token);
  const issue = { owner, repo, issue_number: number };
  return {
    list: async function* list() {
      const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, { ...issue, per_page: 100 });
      for await (const { data } of pages) {
        for (const { id, body, user } of data) yield { id, body: body ?? '', author: user?.login ?? '' };
      }
    },
    // The REST endpoint `GET /user` is closed to a job's own token.
    login: async () => (await octokit.graphql<{ viewer: { login: string } }>('query { viewer { login } }')).viewer.login,
    create: async (body) => {
      await octokit.rest.issues.createComment({ ...issue, body });
    },
    update: async (id, body) => {
      await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
    },
  };
};
