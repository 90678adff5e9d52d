import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { dbtDeclarations } from '../coverage/classification/dbt.ts';
import { prismaDeclarations } from '../coverage/classification/prisma.ts';
import { errorText, PgveilError } from '../errors.ts';
import type { Declaration, Policy } from '../policy/policy.ts';
import { matchingFiles } from './glob.ts';

const unread = (key: string, what: string, cause?: unknown): PgveilError =>
  new PgveilError('PGVEIL_CONFIG', `classification.${key} of the policy: ${what}`, {
    remedy: 'Paths are taken from the directory that the policy lies in.',
    cause,
  });

/**
 * The policy with the classes that the files under `classification.dbt` and `classification.prisma` give. Throws
 * PGVEIL_CONFIG for a file that is not there, or a pattern that names none: their classes would be missing.
 */
export const withDeclarations = (policy: Policy, directory: string): Policy => {
  const { dbt, prisma, tags } = policy.document.classification;
  if (policy.declarations !== undefined) return policy;
  const declarations: Declaration[] = [];
  const readAll = (
    key: 'dbt' | 'prisma',
    patterns: readonly string[],
    read: (text: string, file: string) => readonly Declaration[],
  ): void => {
    for (const pattern of patterns) {
      let texts: readonly (readonly [string, string])[];
      try {
        texts = matchingFiles(directory, pattern).map((path) => [path, readFileSync(join(directory, path), 'utf8')]);
      } catch (error) {
        throw unread(key, `${pattern} cannot be read: ${errorText(error)}`, error);
      }
      if (texts.length === 0) throw unread(key, `${pattern} names no file`);
      // Origins are shown from where the policy's own name is.
      const around = policy.file.slice(0, policy.file.lastIndexOf('/') + 1);
      for (const [path, text] of texts) declarations.push(...read(text, normalize(`${around}${path}`)));
    }
  };
  const classes = new Map(Object.entries(tags));
  readAll('dbt', dbt, (text, file) => dbtDeclarations(text, file, classes));
  readAll('prisma', prisma, (text, file) => prismaDeclarations(text, file, policy.commentSyntax));
  return { ...policy, declarations };
};
