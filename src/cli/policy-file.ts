import { readFileSync } from 'node:fs';
import { errorText, PgveilError } from '../errors.ts';
import { loadPolicy } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import { problemText } from '../policy/problems.ts';

/** Reads and checks a policy file; `name` is how messages call it. Throws PGVEIL_CONFIG with every problem, by line and column. */
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
  const loaded = loadPolicy(text, { file: name });
  if (loaded.ok) return loaded.policy;
  throw new PgveilError('PGVEIL_CONFIG', `the policy is not valid:\n${loaded.problems.map(problemText).join('\n')}`, {
    remedy: 'Mend these places; policies/pgveil.schema.json lets an editor check the file.',
  });
};
