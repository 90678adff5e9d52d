/** Files by their paths from a root: of a directory on disk, or of a revision of git. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { PgveilError } from '../errors.ts';

/** Paths are relative, with `/`. */
export interface FileTree {
  /** Undefined where there is no such file. */
  read(path: string): string | undefined;
  /** Every file below a directory, in order; undefined where there is no such directory. */
  list(path: string): readonly string[] | undefined;
}

const skipped: ReadonlySet<string> = new Set(['node_modules', '.git']);

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

export const diskTree = (root: string): FileTree => {
  /** Links are followed as tools do that run the files; `within` are the directories above, so that no link leads back. */
  const below = (path: string, within: readonly string[] = []): readonly string[] => {
    const here = realpathSync(join(root, path));
    if (within.includes(here)) return [];
    return readdirSync(here, { withFileTypes: true })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const name = posix.join(path, entry.name);
        const found = entry.isSymbolicLink() ? statSync(join(root, name), { throwIfNoEntry: false }) : entry;
        if (found?.isDirectory() === true) return skipped.has(entry.name) ? [] : below(name, [...within, here]);
        return found?.isFile() === true ? [name] : [];
      });
  };
  const unlessMissing = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
  return {
    read: (path) =>
      unlessMissing(() => (statSync(join(root, path)).isDirectory() ? undefined : readFileSync(join(root, path), 'utf8'))),
    list: (path) => unlessMissing(() => (statSync(join(root, path)).isDirectory() ? below(posix.normalize(path)) : undefined)),
  };
};

const largest = 256 * 1024 * 1024;

/** `root` is a directory of a work tree. Throws PGVEIL_INPUT for a revision that git does not know there. */
export const gitTree = (root: string, revision: string): FileTree => {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: largest, stdio: ['ignore', 'pipe', 'ignore'] });
  let commit: string;
  try {
    commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).trim();
  } catch (error) {
    throw new PgveilError('PGVEIL_INPUT', `--base ${revision} is neither a directory nor a revision that git knows here`, {
      remedy: 'Fetch it before: `fetch-depth: 0` at actions/checkout, or `git fetch origin main`.',
      cause: error,
    });
  }
  return {
    read: (path) => {
      try {
        const object = `${commit}:./${posix.normalize(path)}`;
        return git('cat-file', '-t', object).trim() === 'blob' ? git('cat-file', 'blob', object) : undefined;
      } catch {
        return undefined;
      }
    },
    list: (path) => {
      const directory = posix.normalize(path);
      const names = git('ls-tree', '-r', '-z', '--name-only', commit, '--', directory === '.' ? '.' : `${directory}/`)
        .split('\0')
        .filter((name) => name !== '');
      return names.length === 0 ? undefined : names;
    },
  };
};
