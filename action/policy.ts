import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { defaultBaseline, readBaselineFile } from '../src/cli/baseline-file.ts';
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
  /** Fingerprints of the findings that the baseline beside it accepts. */
  readonly accepted: ReadonlySet<string>;
}

/** Hex SHA-256 of the policy's text, and of what its other files say: by both post knows the policy again. */
export interface PolicyDigests {
  readonly policyDigest: string;
  readonly besideDigest: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const digestsOf = ({ text, policy, accepted }: PolicyFile): PolicyDigests => ({
  policyDigest: sha256(text),
  besideDigest: sha256(JSON.stringify([policy.declarations ?? [], [...accepted]])),
});

/** The policy in the workspace. Throws PGVEIL_CONFIG for one that is missing, or with every problem by line and column. */
export const readPolicy = ({ policy: path, policyName: name }: Pick<Inputs, 'policy' | 'policyName'>): PolicyFile => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new PgveilError('PGVEIL_CONFIG', `There is no policy at \`${name}\` that can be read.`, {
      remedy: 'Check the repository out before the pgveil step (actions/checkout), or set `policy:` to where it lies.',
      cause: error,
    });
  }
  const loaded = loadPolicy(text, { file: name });
  if (!loaded.ok) {
    throw new PgveilError('PGVEIL_CONFIG', `The policy is not valid:\n${loaded.problems.map(problemText).join('\n')}`, {
      remedy: 'Mend these places; policies/pgveil.schema.json lets an editor check the file.',
    });
  }
  return {
    policy: withDeclarations(loaded.policy, diskTree(dirname(path)), '.'),
    text,
    accepted: readBaselineFile(defaultBaseline(path), defaultBaseline(name), false),
  };
};

/** How messages call the policy: annotations want a path below the workspace. */
export const policyName = (inputs: Pick<Inputs, 'policy' | 'policyName'>, workspace: string): string => {
  const path = relative(workspace, inputs.policy);
  return path.startsWith('..') ? inputs.policyName : path;
};

/**
 * What the job's token is asked for: the input, or else what the policy's only issuer or its identity wants. Throws
 * PGVEIL_INPUT for an input that the only issuer would not take.
 */
export const audienceOf = ({ audience }: Pick<Inputs, 'audience'>, { document: { identity } }: Policy): string => {
  const [only, second] = Object.values(identity.issuers);
  const own = second === undefined ? only?.audience : undefined;
  if (audience !== undefined && own !== undefined && own !== audience) {
    throw new PgveilError(
      'PGVEIL_INPUT',
      `The input \`audience\` is another than the policy's issuer takes, which is ${JSON.stringify(own)}.`,
      {
        remedy:
          'Leave the input out, or take `audience` out of the issuer in the policy: the input replaces `identity.audience` alone.',
      },
    );
  }
  return audience ?? own ?? identity.audience;
};
