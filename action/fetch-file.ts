import type { Commit } from './event.ts';
import { octokitFor } from './octokit.ts';

const isMissing = (error: unknown): boolean => error instanceof Error && 'status' in error && error.status === 404;

/**
 * The text of a file in a commit; undefined where the commit has no such file. A repository that the token does not
 * reach answers 404 as well, which is told apart by asking for the commit. Rejects with octokit's RequestError.
 */
export const fetchFile = async (token: string, { owner, repo, sha }: Commit, path: string): Promise<string | undefined> => {
  const octokit = octokitFor(token);
  try {
    const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref: sha, mediaType: { format: 'raw' } });
    return data as unknown as string;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  await octokit.rest.git.getCommit({ owner, repo, commit_sha: sha });
  return undefined;
};
