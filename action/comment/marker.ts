import { createHash } from 'node:crypto';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the comment says of the job: `resolved` is a pass after a comment that said otherwise. */
export const commentStates = ['pass', 'fail', 'incomplete', 'resolved'] as const;
export type CommentState = (typeof commentStates)[number];

/** Hidden at the top of a comment: whose it is, and what it says. */
export interface Marker {
  readonly key: string;
  readonly state: CommentState;
  /** Of what the comment says, its links left out. */
  readonly digest: string;
}

/** The order of a matrix's members is the workflow's, and changes with it. */
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, member]) => [name, sorted(member)]),
      )
    : value;

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/**
 * The same from run to run, and different for every workflow, job, leg of a matrix and pgveil step. `matrix` is the
 * leg's values, `null` outside of a matrix.
 */
export const commentKey = (environment: Environment, matrix: unknown): string => {
  // OWNER/REPO/.github/workflows/FILE@REF: the ref of a pull request is not part of which workflow it is.
  const workflow = environment['GITHUB_WORKFLOW_REF']?.split('@')[0] ?? environment['GITHUB_WORKFLOW'] ?? '';
  return digestOf(
    JSON.stringify([workflow, environment['GITHUB_JOB'] ?? '', sorted(matrix), environment['GITHUB_ACTION'] ?? '']),
  );
};

export const markerText = ({ key, state, digest }: Marker): string => `<!-- pgveil:v1 ${key} ${state} ${digest} -->`;

const pattern = /^<!-- pgveil:v1 ([0-9a-f]{32}) ([a-z]+) ([0-9a-f]{32}) -->/;

/** The marker that a comment begins with, if it does. */
export const readMarker = (body: string): Marker | undefined => {
  const [, key = '', word = '', digest = ''] = pattern.exec(body) ?? [];
  const state = commentStates.find((candidate) => candidate === word);
  return state === undefined ? undefined : { key, state, digest };
};
