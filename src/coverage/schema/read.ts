/** Schema files to a catalog, as a server would have it after running them in order. Pure, but for the parser. */
import { createHash } from 'node:crypto';
import type { Node } from 'libpg-query';
import type { Catalog } from '../../catalog/types.ts';
import { tagOf, type NodeMap, type Tag } from '../../lineage/ast.ts';
import type { Parser } from '../../lineage/parse.ts';
import { alterHandlers } from './alter.ts';
import { blockHandlers } from './blocks.ts';
import { settleKeys } from './constraints.ts';
import type { Context, Handlers } from './context.ts';
import { dropHandlers, dropRelation } from './drops.ts';
import { extensionHandlers } from './extensions.ts';
import { runPart, withoutMark } from './files.ts';
import { hookHandlers } from './hooks.ts';
import { commandProblems, connecting } from './commands.ts';
import { dataWords, ignored } from './ignored.ts';
import { indexHandlers } from './indexes.ts';
import { placesIn, unitsBefore } from './lines.ts';
import { remarkHandlers } from './remarks.ts';
import { renameHandlers } from './renames.ts';
import { routineHandlers } from './routines.ts';
import { sessionHandlers } from './session.ts';
import { splitStatements, type MetaCommand, type SplitStatement } from './split.ts';
import { createState, defaultPath, tempSchema, type SchemaState } from './state.ts';
import { tableHandlers } from './tables.ts';
import type { Place, SchemaFile, StaticSchema } from './types.ts';
import { keepStatements } from './transactions.ts';
import { typeHandlers } from './user-types.ts';
import { viewHandlers } from './views.ts';

const run = (stmt: Node, context: Context): void => {
  const tag = tagOf(stmt);
  const handler = handlers[tag] as ((fields: unknown, context: Context) => void) | undefined;
  if (handler !== undefined) handler((stmt as Partial<NodeMap>)[tag], context);
  else if (!ignored.has(tag)) {
    const kind = tag.replace(/Stmt$/, '');
    context.state.problem(
      context.place(),
      `statement ${kind}`,
      `A statement of kind ${kind} is not followed: it may change columns.`,
    );
  }
};

const handlers: Handlers = {
  ...tableHandlers,
  ...alterHandlers,
  ...dropHandlers,
  ...extensionHandlers,
  ...hookHandlers,
  ...indexHandlers,
  ...remarkHandlers,
  ...renameHandlers,
  ...routineHandlers,
  ...sessionHandlers,
  ...typeHandlers,
  ...viewHandlers,
  ...blockHandlers(run),
};

/** The kinds of statements that are followed, for the docs. */
export const followedStatements = (): readonly Tag[] => Object.keys(handlers) as Tag[];

const readStatement = (state: SchemaState, { text, start, word }: SplitStatement, placeAt: (offset: number) => Place): void => {
  if (dataWords.has(word)) return;
  const parsed = state.parser.parse(text);
  if (!parsed.ok) {
    state.unparsed.push({ place: placeAt(start), reason: parsed.unreadable.detail });
    return;
  }
  for (const { stmt } of parsed.statements) {
    if (stmt === undefined) continue;
    run(stmt, { state, text, place: (offset) => placeAt(start + (offset === undefined ? 0 : unitsBefore(text, offset))) });
  }
};

export interface ReadSchemaOptions {
  /** Migrations beside the files that are not SQL. */
  readonly others?: readonly string[];
  /** Called before each statement: its file, and how many of the file's have been read, of how many. */
  readonly onStatement?: (file: string, done: number, all: number) => void;
}

/** psql's commands that bring in what is not read, or leave out what is. */
const readCommands = (
  state: SchemaState,
  path: string,
  commands: readonly MetaCommand[],
  placeAt: (offset: number) => Place,
): void => {
  for (const { name, start } of commands) {
    const message = commandProblems(name, path);
    if (message !== undefined) state.problem(placeAt(start), `\\${name} in ${path}`, message);
  }
  const [, second] = commands.filter(({ name }) => connecting.has(name));
  if (second === undefined) return;
  const message = `${path} connects to several databases: what it makes in each is taken for one.`;
  state.problem(placeAt(second.start), `\\connect in ${path}`, message);
};

const readFile = (state: SchemaState, { path, text }: SchemaFile, { onStatement }: ReadSchemaOptions): void => {
  // Each file is run in a session of its own.
  state.searchPath = defaultPath;
  state.pathAfter = undefined;
  for (const relation of state.relations.byOid.values()) if (relation.schema === tempSchema) dropRelation(state, relation, true);
  const source = runPart(withoutMark(text), path);
  const placeAt = placesIn(path, source);
  const { statements: all, commands, comments, unended } = splitStatements(source);
  for (const comment of comments) {
    const lines = comment.stretches.map(({ from, to }) => ({ first: placeAt(from).line, last: placeAt(to).line }));
    state.comments.push({ place: placeAt(comment.start), text: comment.text, lines });
  }
  const { statements, loose } = keepStatements(state.parser, all);
  for (const [index, statement] of statements.entries()) {
    onStatement?.(path, index, statements.length);
    readStatement(state, statement, placeAt);
  }
  for (const { start } of loose) {
    const message = `${path} rolls back what it has not begun: what is left of it depends on who runs it.`;
    state.problem(placeAt(start), `ROLLBACK in ${path}`, message);
  }
  for (const { what, start } of unended) state.unparsed.push({ place: placeAt(start), reason: what });
  readCommands(state, path, commands, placeAt);
};

/** `name`: the database that the files describe, as the policy calls it. */
export const readSchema = (
  files: readonly SchemaFile[],
  parser: Parser,
  name: string,
  options: ReadSchemaOptions = {},
): StaticSchema => {
  const state = createState(parser);
  for (const file of files) readFile(state, file, options);
  for (const file of options.others ?? []) {
    state.problem({ file, line: 1, column: 1 }, `file ${file}`, `${file} is not SQL: what it changes is not known.`);
  }
  settleKeys(state);
  const version = createHash('sha256')
    .update(JSON.stringify([name, files]))
    .digest('hex');
  const catalog: Catalog = { ...state.snapshot(), version, database: name };
  return {
    catalog,
    places: state.places,
    relationPlaces: state.relationPlaces,
    views: (relation) => state.views.get(relation),
    problems: state.problems,
    unparsed: state.unparsed,
    comments: state.comments,
  };
};
