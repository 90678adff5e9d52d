/** The file of accepted findings: those of old stand in it, so that only new ones fail. */
import * as z from 'zod/mini';
import { PgveilError } from '../errors.ts';
import { fingerprint } from './fingerprint.ts';
import type { Finding } from './types.ts';

const schema = z.object({
  version: z.literal(1),
  findings: z.array(
    z.object({
      fingerprint: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      /** For people: the fingerprint decides. */
      id: z.string(),
      subject: z.string(),
    }),
  ),
});

/** Ordered by check and subject, a line for each, so that a change of it reads well. */
export const baselineText = (findings: readonly Finding[]): string => {
  const entries = new Map(findings.map(({ id, subject }) => [fingerprint({ id, subject }), { id, subject }]));
  const lines = [...entries]
    .map(([print, { id, subject }]) => JSON.stringify({ id, subject, fingerprint: print }))
    .sort()
    .map((line) => `    ${line}`);
  return `{\n  "version": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
};

/** The fingerprints of a baseline file. Throws PGVEIL_CONFIG for a text that is none. */
export const readBaseline = (text: string, file: string): ReadonlySet<string> => {
  try {
    return new Set(schema.parse(JSON.parse(text)).findings.map((finding) => finding.fingerprint));
  } catch (error) {
    throw new PgveilError('PGVEIL_CONFIG', `${file} is not a baseline of pgveil`, {
      remedy: 'Write it anew with pgveil check --update-baseline.',
      cause: error,
    });
  }
};
