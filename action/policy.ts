import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { withDeclarations } from '../src/cli/declarations.ts';
import { diskTree } from '../src/cli/file-tree.ts';
import { PgveilError } from '../src/errors.ts';
import { loadPolicy } from '../src/policy/load.ts';
import type { Policy } from '../src/policy/policy.ts';
import { problemText } from '../src/policy/problems.ts';
import type { Inputs } from './inputs.ts';

export interface PolicyFile {
  readonly policy: Policy;
  readonly text: string;
}

/** Hex SHA-256 of all that the policy says, its files among it: by it post knows the policy again. */
export const policyDigest = ({ text, policy }: PolicyFile): string =>
  createHash('sha256')
    .update(`${text}\0${JSON.stringify(policy.declarations ?? [])}`)
    .digest('hex');

/**
 * `directory` is what the policy's own files are relative to. Throws PGVEIL_CONFIG with every problem, by line and
 * column of `name`.
 */
export const parsePolicy = (text: string, name: string, directory: string): PolicyFile => {
  const loaded = loadPolicy(text, { file: name });
  if (loaded.ok) return { policy: withDeclarations(loaded.policy, diskTree(directory), '.'), text };
  throw new PgveilError('PGVEIL_CONFIG', `The policy is not valid:\n${loaded.problems.map(problemText).join('\n')}`, {
    remedy: 'Mend these places; policies/pgveil.schema.json lets an editor check the file.',
  });
};

/** The policy in the workspace. Throws PGVEIL_CONFIG for one that is missing or not valid. */
export const readPolicy = ({ policy, policyName }: Pick<Inputs, 'policy' | 'policyName'>): PolicyFile => {
  let text: string;
  try {
    text = readFileSync(policy, 'utf8');
  } catch (error) {
    throw new PgveilError('PGVEIL_CONFIG', `There is no policy at \`${policyName}\` that can be read.`, {
      remedy: 'Check the repository out before the pgveil step (actions/checkout), or set `policy:` to where it lies.',
      cause: error,
    });
  }
  return parsePolicy(text, policyName, dirname(policy));
};

/** How messages call the policy: annotations want a path below the workspace. */
export const policyName = (inputs: Pick<Inputs, 'policy' | 'policyName'>, workspace: string): string => {
  const path = relative(workspace, inputs.policy);
  return path.startsWith('..') ? inputs.policyName : path;
};

/** What the job's token is asked for: the input, or else what the policy's only issuer or its identity wants. */
export const audienceOf = ({ audience }: Pick<Inputs, 'audience'>, { document: { identity } }: Policy): string => {
  const [only, second] = Object.values(identity.issuers);
  return audience ?? (second === undefined ? only?.audience : undefined) ?? identity.audience;
};
