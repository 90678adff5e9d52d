/** The gate over schema files, alone or against the base of a change. */
import { posix } from 'node:path';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { examineFiles } from '../coverage/examine-files.ts';
import { fingerprint } from '../coverage/fingerprint.ts';
import { judge } from '../coverage/judge.ts';
import type { Observed } from '../coverage/observe.ts';
import type { Base, FailOn, Known, Verdict } from '../coverage/types.ts';
import { PgveilError } from '../errors.ts';
import { loadParser, type Parser } from '../lineage/parse.ts';
import type { Policy } from '../policy/policy.ts';
import { printable } from '../audit/printable.ts';
import { withDeclarations } from './declarations.ts';
import { diskTree, gitTree, type FileTree } from './file-tree.ts';
import { readPolicyText } from './policy-file.ts';
import type { Progress } from './progress.ts';
import { fromRoot, otherFiles, readBaseFiles, readSchemaFiles } from './schema-files.ts';

export interface StaticGateOptions {
  readonly policy: Policy;
  /** The policy's path, from `cwd`. */
  readonly policyPath: string;
  readonly database: string;
  readonly cwd: string;
  /** As on the command line. */
  readonly paths: readonly string[];
  /** A directory or a revision of git. */
  readonly base: string | undefined;
  readonly accepted: ReadonlySet<string>;
  readonly failOn: FailOn;
  readonly observed: Observed | undefined;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly progress: Progress;
}

const isDirectory = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The files that a change starts from: a directory, or a revision of git. Throws PGVEIL_INPUT for neither. */
export const baseTree = (cwd: string, base: string): FileTree => {
  const directory = resolve(cwd, base);
  return isDirectory(directory) ? diskTree(directory) : gitTree(cwd, base);
};

/** The base's own policy, where it has one: what it found is what its policy said. */
export const basePolicy = (tree: FileTree, path: string): Policy | undefined => {
  const text = tree.read(path);
  if (text === undefined) return undefined;
  try {
    return withDeclarations(readPolicyText(text, path), tree, posix.dirname(path));
  } catch (error) {
    throw new PgveilError('PGVEIL_CONFIG', 'the policy of the base is not valid', {
      remedy: 'Mend it on the base first, or leave --base out.',
      cause: error,
    });
  }
};

interface BaseFacts {
  readonly known: ReadonlyMap<string, Known['by']>;
  /** Undefined where it has no policy: nothing judges the change. */
  readonly base: Base | undefined;
  /** It has schema files, so that all old findings are known through it. */
  readonly looked: boolean;
}

const readBase = (options: StaticGateOptions, base: string, parser: Parser): BaseFacts => {
  const { policy, cwd, paths, database, clock, failOn } = options;
  const tree = baseTree(cwd, base);
  const own = basePolicy(tree, fromRoot(cwd, options.policyPath));
  const judging = own?.databases.has(database) === true ? own : policy;
  const named = paths.map((path) => fromRoot(cwd, path));
  const files = readBaseFiles(tree, named);
  const others = otherFiles(tree, named);
  const examined = examineFiles({ policy: judging, database, files, others, parser, observed: undefined, now: clock() });
  const { findings, suppressed } = judge(examined, { failOn });
  const all = [...findings, ...suppressed.map(({ finding }) => finding)];
  const suppressions = examined.databases.flatMap(({ comments }) => comments?.suppressions ?? []);
  return {
    known: new Map(all.map((finding) => [fingerprint(finding), 'base'])),
    base: own && { policy: own, suppressions },
    looked: own !== undefined && files.length > 0,
  };
};

/** Throws PGVEIL_INPUT for paths and revisions that are not there. */
export const staticVerdict = async (options: StaticGateOptions): Promise<Verdict> => {
  const { policy, cwd, paths, database, observed, clock, failOn, accepted, progress } = options;
  const parser = await loadParser();
  const tree = diskTree(cwd);
  const named = paths.map((path) => fromRoot(cwd, path));
  const files = readSchemaFiles(tree, named);
  const base = options.base === undefined ? undefined : readBase(options, options.base, parser);
  const examined = examineFiles({
    policy,
    database,
    files,
    others: otherFiles(tree, named),
    parser,
    observed,
    now: clock(),
    ...(base?.base === undefined ? {} : { base: base.base }),
    onStatement: (file, done, all) => {
      progress.show(() => `reading ${printable(file)}: ${String(done)} of ${String(all)} statements`);
    },
  });
  progress.end();
  // The baseline is a file of the change: what it accepts and the base does not have is new.
  const byBaseline = base?.looked === true ? [] : [...accepted].map((print) => [print, 'baseline'] as const);
  return judge(examined, { failOn, known: new Map([...byBaseline, ...(base?.known ?? [])]) });
};
