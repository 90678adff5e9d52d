import { readFileSync, writeFileSync } from 'node:fs';
import { baselineText, readBaseline } from '../coverage/baseline.ts';
import type { Finding } from '../coverage/types.ts';
import { errorText, PgveilError } from '../errors.ts';

/** Beside the policy: `pgveil.yml` has `pgveil.baseline.json`. */
export const defaultBaseline = (policy: string): string => `${policy.replace(/\.ya?ml$/i, '')}.baseline.json`;

/** The fingerprints of the file; none where it is not there and was not asked for by name. */
export const readBaselineFile = (path: string, name: string, needed: boolean): ReadonlySet<string> => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (!needed && (error as NodeJS.ErrnoException).code === 'ENOENT') return new Set();
    throw new PgveilError('PGVEIL_CONFIG', `the baseline ${name} cannot be read: ${errorText(error)}`, {
      remedy: 'Write it with --update-baseline.',
      cause: error,
    });
  }
  return readBaseline(text, name);
};

export const writeBaselineFile = (path: string, findings: readonly Finding[]): void => {
  writeFileSync(path, baselineText(findings));
};
