import { setTimeout as sleep } from 'node:timers/promises';
import { errorText } from '../../src/errors.ts';
import { outcomeOf, type Report } from '../../src/report/model.ts';
import { pullRequestOf, type PullRequest } from '../event.ts';
import type { Inputs } from '../inputs.ts';
import { runUrl } from '../run-url.ts';
import { commentBody } from './body.ts';
import type { CommentClient } from './client.ts';
import { commentKey } from './marker.ts';
import { jobTitle } from './place.ts';
import { retrying } from './retry.ts';
import { stick } from './sticky.ts';

export interface CommentCore {
  info(message: string): void;
  notice(message: string): void;
}

export interface CommentContext {
  readonly core: CommentCore;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Loads octokit, which is only then paid for. */
  readonly client: (token: string, pullRequest: PullRequest) => Promise<CommentClient>;
}

export interface Commented {
  readonly inputs: Pick<Inputs, 'comment' | 'githubToken' | 'matrix'>;
  readonly report: Report;
  /** URL of the artifact with the audit, if it was uploaded. */
  readonly audit: string | undefined;
}

const attempts = 5;
/** In milliseconds. A primary limit may ask for an hour; a job does not wait that long for a comment. */
const longest = 60_000;

const worthSaying = (report: Report): boolean => {
  const { error = 0, warning = 0 } = report.verdict?.counts ?? {};
  return outcomeOf(report) !== 'pass' || error + warning > 0;
};

/** GitHub's own sentence, with what to do about it. */
const refusal = (error: unknown): string => {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  const why =
    status === 403 || status === 404
      ? ' Give the job `pull-requests: write`. Pull requests from forks and Dependabot never get it: the summary and the artifact stand in.'
      : '';
  return `${errorText(error).replaceAll(/\s+/g, ' ').slice(0, 300)}.${why}`;
};

/** Says on the pull request what a run came to. Never rejects: a job does not fail for want of a comment. */
export const comment = async ({ core, environment, client }: CommentContext, run: Commented): Promise<void> => {
  const { inputs, report } = run;
  const pullRequest = inputs.comment === 'never' ? undefined : pullRequestOf(environment);
  if (pullRequest === undefined) return;
  const wanted = inputs.comment === 'always' || worthSaying(report);
  const notSaid = (why: string): void => {
    // Nothing was to be said but, perhaps, that an earlier finding is gone: no reason for a notice.
    core[wanted ? 'notice' : 'info'](`There is no comment on the pull request: ${why}`);
  };
  if (inputs.githubToken === undefined) {
    notSaid('`github-token` is empty.');
    return;
  }
  const key = commentKey(environment, inputs.matrix);
  const job = jobTitle(environment, inputs.matrix);
  const links = { run: runUrl(environment), audit: run.audit };
  try {
    const loaded = await client(inputs.githubToken, pullRequest);
    const outcome = await retrying(
      async () => stick({ client: loaded, key, wanted, body: (before) => commentBody({ key, report, job, before, links }) }),
      { attempts, longest, clock: Date.now, random: Math.random, sleep },
    );
    core.info(`The comment on pull request #${String(pullRequest.number)}: ${outcome}.`);
  } catch (error) {
    notSaid(refusal(error));
  }
};
