import { posix } from 'node:path';
import { dbtDeclarations } from '../coverage/classification/dbt.ts';
import { prismaDeclarations } from '../coverage/classification/prisma.ts';
import { PgveilError } from '../errors.ts';
import type { Declaration, Policy } from '../policy/policy.ts';
import type { FileTree } from './file-tree.ts';
import { matchingFiles } from './glob.ts';

/**
 * The policy with the classes that the files under `classification.dbt` and `classification.prisma` give. Their paths are
 * from `directory`, where the policy lies in the tree. Throws PGVEIL_CONFIG for a file that is not there, or a pattern
 * that names none: their classes would be missing.
 */
export const withDeclarations = (policy: Policy, tree: FileTree, directory: string): Policy => {
  const { dbt, prisma, tags } = policy.document.classification;
  if (policy.declarations !== undefined) return policy;
  const texts = (key: 'dbt' | 'prisma', patterns: readonly string[]): readonly (readonly [path: string, text: string])[] =>
    patterns.flatMap((pattern) => {
      const found = matchingFiles(tree, posix.join(directory, pattern)).flatMap((path) => {
        const text = tree.read(path);
        return text === undefined ? [] : [[path, text] as const];
      });
      if (found.length > 0) return found;
      throw new PgveilError('PGVEIL_CONFIG', `classification.${key} of the policy: ${pattern} names no file`, {
        remedy: 'Paths are taken from the directory that the policy lies in.',
      });
    });
  const classes = new Map(Object.entries(tags));
  const declarations: readonly Declaration[] = [
    ...texts('dbt', dbt).flatMap(([path, text]) => dbtDeclarations(text, path, classes)),
    ...texts('prisma', prisma).flatMap(([path, text]) => prismaDeclarations(text, path, policy.commentSyntax)),
  ];
  return { ...policy, declarations };
};
