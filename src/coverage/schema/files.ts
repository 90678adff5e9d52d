/** Which of a directory's files are run, in which order, and which parts of them: the habits of the common tools. */
import type { SchemaFile } from './types.ts';

/** Digits count as numbers: `2_x.sql` before `10_x.sql`. */
export const naturally = (a: string, b: string): number => {
  const left = a.split(/(\d+)/);
  const right = b.split(/(\d+)/);
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const [one, two] = [Number(part), Number(other)];
    const difference = index % 2 === 1 ? one - two : part < other ? -1 : Number(part > other);
    if (difference !== 0) return difference;
  }
  return left.length - right.length || (a < b ? -1 : Number(a > b));
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const numbered = /^(?:[VR]?\d[\w.-]*|R__.*)\.(?:sql\.\w+|rb|py|[cm]?[jt]s|java|kt|groovy|go|php|cs|xml|ya?ml)$/i;
const changelog = /changelog.*\.(?:xml|ya?ml|json)$/i;

/** Of the paths in a directory of migrations, those of migrations that are written in something else than SQL. */
export const otherMigrations = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => numbered.test(nameOf(path)) || changelog.test(nameOf(path)));

const versioned = /^([VB])(\d[\d._]*?)__/;
const repeatable = /^R__/;
const undo = /^U\d[\d._]*__/;
/** Scripts that Flyway runs before its migrations, and after them. */
const [runsBefore, runsAfter] = [
  /^before(?:Each)?Migrate(?:__.*)?\.sql$/,
  /^after(?:Each)?(?:Migrate|Versioned|Repeatables)\w*(?:__.*)?\.sql$/,
];
/** Scripts of Flyway's other commands. */
const callback = /^(?:before|after|create)[A-Z]\w*(?:__.*)?\.sql$/;

/** Flyway: the newest baseline, versions after it by number, then the repeatable ones. */
const flyway = (files: readonly SchemaFile[]): readonly SchemaFile[] => {
  const found = files.flatMap((file) => {
    const [, kind, version] = versioned.exec(nameOf(file.path)) ?? [];
    return version === undefined ? [] : [{ file, kind, version: version.replaceAll('_', '.') }];
  });
  const baseline = found.filter(({ kind }) => kind === 'B').toSorted((a, b) => naturally(b.version, a.version))[0];
  const run = found.filter(
    ({ kind, version }) => kind === 'V' && (baseline === undefined || naturally(version, baseline.version) > 0),
  );
  return [
    ...(baseline === undefined ? [] : [baseline.file]),
    ...run.toSorted((a, b) => naturally(a.version, b.version)).map(({ file }) => file),
    ...files.filter(({ path }) => repeatable.test(nameOf(path))),
  ];
};

const isFlyway = (path: string): boolean => versioned.test(nameOf(path)) || repeatable.test(nameOf(path));

/** Of golang-migrate, Diesel and others: what a file beside it does, undone. */
const undoes = (path: string, paths: ReadonlySet<string>): boolean => {
  const up = path.replace(/(^|[./])down(\.sql)$/i, '$1up$2');
  return up !== path && paths.has(up);
};

/** What psql reads by other names. */
export const isSql = (path: string): boolean => /\.(?:sql|psql|pgsql|ddl)$/i.test(path);

/** The files of one directory (all that lie below it, paths with `/`) that make up its schema, in order. */
export const orderMigrations = (files: readonly SchemaFile[]): readonly SchemaFile[] => {
  const sorted = files.filter(({ path }) => isSql(path)).toSorted((a, b) => naturally(a.path, b.path));
  if (!sorted.some(({ path }) => versioned.test(nameOf(path)))) {
    const paths = new Set(sorted.map(({ path }) => path));
    return sorted.filter(({ path }) => !undoes(path, paths));
  }
  const having = (form: RegExp): readonly SchemaFile[] => sorted.filter(({ path }) => form.test(nameOf(path)));
  const others = sorted.filter(({ path }) => !isFlyway(path) && !undo.test(nameOf(path)) && !callback.test(nameOf(path)));
  return [...others, ...having(runsBefore), ...flyway(sorted), ...having(runsAfter)];
};

/** Comment lines that start the part to run, and the part to undo it. */
const sections: readonly { readonly up: RegExp; readonly down: RegExp }[] = [
  { up: /^--\s*migrate:up\b/i, down: /^--\s*migrate:down\b/i },
  { up: /^--\s*\+(?:goose|migrate)\s+up\b/i, down: /^--\s*\+(?:goose|migrate)\s+down\b/i },
  { up: /^--\s*up migration\b/i, down: /^--\s*down migration\b/i },
];

const changeset = /^--\s*changeset\s.*$/i;
const otherDatabase = (line: string): boolean => {
  const dbms = /\bdbms:\s*"?([\w, !]+)"?/i.exec(line)?.[1];
  return dbms !== undefined && !/\b(?:postgresql|all)\b/i.test(dbms.replaceAll(/!\w+/g, ''));
};

/** A byte order mark is no part of the text; what follows keeps its place. */
export const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text);

const blank = (line: string): string => line.replaceAll(/[^\r]/g, ' ');

/** A part to undo is told by its mark and by that of the part to run, which stands before it. */
const isMarked = (lines: readonly string[]): boolean =>
  sections.some(({ up, down }) => {
    const first = lines.findIndex((line) => up.test(line));
    return first >= 0 && lines.findIndex((line) => down.test(line)) > first;
  });

/** The text with the parts that are not run blanked, so that every line keeps its number. Flyway runs all of a file. */
export const runPart = (text: string, path: string): string => {
  if (isFlyway(path)) return text;
  const marked = isMarked(text.split('\n'));
  const liquibase = /^\s*--\s*liquibase formatted sql/i.test(text);
  if (!marked && !liquibase) return text;
  let skipped = false;
  return text
    .split('\n')
    .map((line) => {
      if (sections.some(({ down }) => down.test(line))) skipped = true;
      else if (sections.some(({ up }) => up.test(line))) skipped = false;
      else if (liquibase && changeset.test(line)) skipped = otherDatabase(line);
      return skipped ? blank(line) : line;
    })
    .join('\n');
};
