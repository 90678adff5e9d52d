import { errorText, PgveilError } from '../src/errors.ts';

export interface TokenSource {
  getIDToken(audience: string): Promise<string>;
}

const remedy = [
  'Give the job the permission:',
  '',
  '    permissions:',
  '      id-token: write',
  '      contents: read',
  '',
  'Pull requests from forks and runs that Dependabot starts never get an ID token: run the agent on a branch of this',
  "repository, or skip the pgveil step there with `if: github.event.pull_request.head.repo.fork != true && github.actor != 'dependabot[bot]'`.",
].join('\n');

/**
 * The job's OIDC token for `audience`. Without the permission GitHub gives a job no endpoint to ask, which is told
 * apart from an endpoint that fails. Throws PGVEIL_IDENTITY; there is no identity that stands in for a missing one.
 */
export const jobToken = async (
  source: TokenSource,
  audience: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> => {
  if (!environment['ACTIONS_ID_TOKEN_REQUEST_URL'] || !environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN']) {
    throw new PgveilError(
      'PGVEIL_IDENTITY',
      'This job cannot get an ID token: it has no id-token permission, or it runs from a fork. Without an identity pgveil lets nobody in.',
      { remedy },
    );
  }
  try {
    return await source.getIDToken(audience);
  } catch (error) {
    throw new PgveilError('PGVEIL_IDENTITY', `GitHub gave no ID token: ${errorText(error).replaceAll(/\s+/g, ' ').trim()}`, {
      remedy: 'Run the job again; if it stays so, look at https://www.githubstatus.com.',
      cause: error,
    });
  }
};
