/** A temporary repository of git with a policy and schema files, for tests of `pgveil check`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run.ts';
import { capture, type Said } from './support.ts';

/** A policy of the database `app` that classifies `public.users.email`; what is added stands on lines that are empty without it. */
export const policy = (
  more: { readonly columns?: string; readonly classes?: string; readonly rest?: string } = {},
): string => `version: 1
databases: { app: { credentials: { r: { url: "\${env:NOT_SET}" } } } }
identity: { local: { verifiers: v } }
principals: { dev: { local: dev } }
grants: [{ to: [dev] }]
classification:
  columns:
    public.users.email: email
${more.columns ?? ''}
classes:
  email: { mask: email }
${more.classes ?? ''}
${more.rest ?? ''}
`;

export interface Repository {
  /** The directory of the test that runs. */
  readonly root: () => string;
  readonly write: (path: string, text: string) => void;
  readonly git: (...args: readonly string[]) => void;
  /** Commits all that is there. */
  readonly commit: () => void;
  /** `pgveil check` in the repository. */
  readonly check: (...argv: readonly string[]) => Promise<Said>;
}

/** A repository for each test of the file, whose one commit has `files`, by their paths. */
export const repositoryOf = (files: Readonly<Record<string, string>>): Repository => {
  let root: string;

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd: root, stdio: 'ignore' });
  };
  const commit = (): void => {
    git('add', '.');
    git('commit', '-qm', 'base');
  };
  const check = async (...argv: readonly string[]): Promise<Said> => {
    const { context, output } = capture({ argv: ['check', ...argv], cwd: root });
    const code = await runCommand(commands, context);
    return { code, ...output() };
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'pgveil-repository-'));
    for (const [path, text] of Object.entries(files)) write(path, text);
    git('init', '-q');
    commit();
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  return { root: () => root, write, git, commit, check };
};
