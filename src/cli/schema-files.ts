import { posix, relative, resolve, sep } from 'node:path';
import { isSql, orderMigrations, otherMigrations } from '../coverage/schema/files.ts';
import type { SchemaFile } from '../coverage/schema/types.ts';
import { PgveilError } from '../errors.ts';
import type { FileTree } from './file-tree.ts';

/** A path of the command line as one from `cwd` with `/`, which is how annotations want it. */
export const fromRoot = (cwd: string, path: string): string => {
  const found = relative(cwd, resolve(cwd, path)).split(sep).join('/');
  return found === '' ? '.' : found;
};

/** The files that one path of --schema means, in the order in which they are run; undefined for a path that is not there. */
const filesOf = (tree: FileTree, path: string): readonly SchemaFile[] | undefined => {
  const text = tree.read(path);
  if (text !== undefined) return [{ path, text }];
  const listed = tree.list(path);
  return (
    listed &&
    orderMigrations(
      listed.filter(isSql).flatMap((name) => {
        const found = tree.read(name);
        return found === undefined ? [] : [{ path: posix.normalize(name), text: found }];
      }),
    )
  );
};

/** All files, in the order of `paths`. Throws PGVEIL_INPUT for a path without a schema file. */
export const readSchemaFiles = (tree: FileTree, paths: readonly string[]): readonly SchemaFile[] =>
  paths.flatMap((path) => {
    const files = filesOf(tree, path);
    if (files !== undefined && files.length > 0) return files;
    throw new PgveilError(
      'PGVEIL_INPUT',
      files === undefined ? `--schema ${path} is not there` : `--schema ${path} holds no .sql file`,
      {
        remedy: 'Name a file of SQL, or a directory of migrations in SQL.',
      },
    );
  });

/** Of the base of a change, which need not have any of them yet. */
export const readBaseFiles = (tree: FileTree, paths: readonly string[]): readonly SchemaFile[] =>
  paths.flatMap((path) => filesOf(tree, path) ?? []);

/** Migrations in the directories of `paths` that are not SQL. */
export const otherFiles = (tree: FileTree, paths: readonly string[]): readonly string[] =>
  paths.flatMap((path) => otherMigrations((tree.list(path) ?? []).map((name) => posix.normalize(name))));
