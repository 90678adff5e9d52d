import type { CommentContext } from './comment.ts';

/** Octokit is loaded for the comment alone. */
export const lazyCommentClient: CommentContext['client'] = async (token, pullRequest) =>
  (await import('./client.ts')).commentClient(token, pullRequest);
