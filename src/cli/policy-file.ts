import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { errorText, PgveilError } from '../errors.ts';
import { loadPolicy } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import { problemText } from '../policy/problems.ts';
import { withDeclarations } from './declarations.ts';
import { diskTree } from './file-tree.ts';

/** Where the Action looks, too. */
export const defaultPolicy = '.github/pgveil.yml';

export const policyOption = { type: 'string', value: 'FILE', help: 'The policy', default: defaultPolicy } as const;

/**
 * Reads and checks a policy file, and the files that it names under classification; `name` is how messages call it.
 * Throws PGVEIL_CONFIG with every problem, by line and column.
 */
export const readPolicyFile = (path: string, name = path): Policy => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new PgveilError('PGVEIL_CONFIG', `the policy ${name} cannot be read: ${errorText(error)}`, {
      remedy: 'Name an existing file with --policy.',
      cause: error,
    });
  }
  const policy = withDeclarations(readPolicyText(text, name), diskTree(dirname(path)), '.');
  const shown = (file: string): string => posix.join(posix.dirname(name), file);
  return { ...policy, declarations: policy.declarations?.map((one) => ({ ...one, file: shown(one.file) })) };
};

/**
 * Checks a policy's text, which has no place of its own: one that names files of other tools cannot be bound. `name` is
 * how messages call it. Throws PGVEIL_CONFIG as `readPolicyFile` does.
 */
export const readPolicyText = (text: string, name: string): Policy => {
  const loaded = loadPolicy(text, { file: name });
  if (loaded.ok) return loaded.policy;
  throw new PgveilError('PGVEIL_CONFIG', `the policy is not valid:\n${loaded.problems.map(problemText).join('\n')}`, {
    remedy: 'Mend these places; policies/pgveil.schema.json lets an editor check the file.',
  });
};
