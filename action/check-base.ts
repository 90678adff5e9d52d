import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorText, PgveilError } from '../src/errors.ts';
import { pullRequestBase, type Commit } from './event.ts';
import type { Inputs } from './inputs.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface BaseContext {
  readonly inputs: Pick<Inputs, 'base' | 'githubToken'>;
  readonly environment: Environment;
  readonly workspace: string;
  readonly temp: string;
  /** The policy's path in the repository. */
  readonly policyPath: string;
  /** The text of a file in a commit, from GitHub; undefined where the commit has no such file. */
  readonly fetchFile: (token: string, commit: Commit, path: string) => Promise<string | undefined>;
}

const hasCommit = (workspace: string, revision: string): boolean => {
  const git = (...args: readonly string[]): boolean => {
    try {
      execFileSync('git', args, { cwd: workspace, stdio: 'ignore', timeout: 60_000 });
      return true;
    } catch {
      return false;
    }
  };
  const known = (): boolean => git('cat-file', '-e', `${revision}^{commit}`);
  // A checkout of depth 1 has the head alone.
  return known() || (git('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', revision) && known());
};

/**
 * What a change starts from, as a git revision of the workspace or a directory with the base's policy alone; undefined
 * where nothing says that there is one. Rejects with PGVEIL_GATE where the base is not to be had: a pull request is not
 * judged by its own policy alone.
 */
export const findBase = async (context: BaseContext): Promise<string | undefined> => {
  const { inputs, environment, workspace, temp, policyPath } = context;
  if (inputs.base !== undefined) return inputs.base;
  const commit = pullRequestBase(environment);
  if (commit === undefined) return undefined;
  if (hasCommit(workspace, commit.sha)) return commit.sha;
  const remedy = 'Give actions/checkout `fetch-depth: 0`, or the job `contents: read`.';
  if (inputs.githubToken === undefined) {
    throw new PgveilError('PGVEIL_GATE', 'The base of the pull request is not in the checkout.', { remedy });
  }
  try {
    const text = await context.fetchFile(inputs.githubToken, commit, policyPath);
    const directory = mkdtempSync(join(temp, 'pgveil-base-'));
    if (text !== undefined) {
      mkdirSync(dirname(join(directory, policyPath)), { recursive: true });
      writeFileSync(join(directory, policyPath), text);
    }
    return directory;
  } catch (error) {
    throw new PgveilError('PGVEIL_GATE', `The policy of the pull request's base cannot be read: ${errorText(error)}`, {
      remedy,
      cause: error,
    });
  }
};
