import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

type Environment = Readonly<Record<string, string | undefined>>;

export interface PullRequest {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

const numbered = z.object({ number: z.int() });

/** What of an event's payload tells its pull request. A comment's event calls it an issue. */
const eventSchema = z.object({
  pull_request: z.optional(numbered),
  issue: z.optional(z.object({ number: z.int(), pull_request: z.optional(z.unknown()) })),
});

/** The pull request that this job runs for, or undefined where it runs for none. */
export const pullRequestOf = (environment: Environment): PullRequest | undefined => {
  const [owner, repo] = (environment['GITHUB_REPOSITORY'] ?? '').split('/');
  const path = environment['GITHUB_EVENT_PATH'];
  if (!owner || !repo || !path) return undefined;
  let event: z.output<typeof eventSchema>;
  try {
    event = eventSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
  const issue = event.issue?.pull_request === undefined ? undefined : event.issue.number;
  const number = event.pull_request?.number ?? issue;
  return number === undefined ? undefined : { owner, repo, number };
};

/** How a job and its leg are called in GitHub's own lists: `test (18, linux)`. */
export const jobTitle = (environment: Environment, matrix: unknown): string => {
  const workflow = environment['GITHUB_WORKFLOW'];
  const values =
    matrix !== null && typeof matrix === 'object'
      ? Object.values(matrix).map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)))
      : [];
  const leg = values.length === 0 ? '' : ` (${values.join(', ')})`;
  return `${workflow === undefined ? '' : `${workflow} / `}${environment['GITHUB_JOB'] ?? 'job'}${leg}`;
};
