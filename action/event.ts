import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

type Environment = Readonly<Record<string, string | undefined>>;

/** What of an event's payload tells its pull request. A comment's event calls it an issue. */
const eventSchema = z.object({
  pull_request: z.optional(z.object({ number: z.int(), base: z.optional(z.object({ sha: z.string() })) })),
  issue: z.optional(z.object({ number: z.int(), pull_request: z.optional(z.unknown()) })),
});

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

export interface PullRequest extends Repository {
  readonly number: number;
}

export interface Commit extends Repository {
  /** Forty hex digits. */
  readonly sha: string;
}

const repositoryOf = (environment: Environment): Repository | undefined => {
  const [owner, repo] = (environment['GITHUB_REPOSITORY'] ?? '').split('/');
  return owner && repo ? { owner, repo } : undefined;
};

const eventOf = (environment: Environment): z.output<typeof eventSchema> => {
  const path = environment['GITHUB_EVENT_PATH'];
  if (!path) return {};
  try {
    return eventSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return {};
  }
};

/** The pull request that this job runs for, or undefined where it runs for none. */
export const pullRequestOf = (environment: Environment): PullRequest | undefined => {
  const repository = repositoryOf(environment);
  const { pull_request: pullRequest, issue } = eventOf(environment);
  const number = pullRequest?.number ?? (issue?.pull_request === undefined ? undefined : issue.number);
  return repository === undefined || number === undefined ? undefined : { ...repository, number };
};

/** The commit that this job's pull request starts from. */
export const pullRequestBase = (environment: Environment): Commit | undefined => {
  const repository = repositoryOf(environment);
  const sha = eventOf(environment).pull_request?.base?.sha;
  return repository === undefined || sha === undefined || !/^[0-9a-f]{40,64}$/.test(sha) ? undefined : { ...repository, sha };
};
