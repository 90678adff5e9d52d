import { getOctokit } from '@actions/github';

/** No single request may take longer, in milliseconds: the step would hang for as long. */
const patience = 15_000;

/** A client of GITHUB_API_URL, through the runner's proxy if there is one. */
export const octokitFor = (token: string): ReturnType<typeof getOctokit> => {
  const octokit = getOctokit(token);
  octokit.hook.before('request', (options) => {
    options.request = { ...options.request, signal: AbortSignal.timeout(patience) };
  });
  return octokit;
};
