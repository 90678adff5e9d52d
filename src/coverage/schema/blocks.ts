/**
 * Statements inside statements: those of CREATE SCHEMA, and those that stand in DO blocks, whatever the branch; what a
 * block puts together at run time is not known.
 */
import { createHash } from 'node:crypto';
import type { Node } from 'libpg-query';
import { as, textConstant } from '../../lineage/ast.ts';
import type { Context, Handlers } from './context.ts';

type Fields = Readonly<Record<string, unknown>>;

const queryOf = (value: unknown): string | undefined => {
  const inner = typeof value === 'object' && value !== null ? (value as Fields)['PLpgSQL_expr'] : undefined;
  const query = typeof inner === 'object' && inner !== null ? (inner as Fields)['query'] : undefined;
  return typeof query === 'string' ? query : undefined;
};

interface Found {
  readonly sql: string;
  /** The text is an expression that gives SQL. */
  readonly dynamic: boolean;
}

const statementsIn = (value: unknown, found: Found[]): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const [tag, child] of Object.entries(value as Fields)) {
    const fields = child as Fields;
    const query =
      tag === 'PLpgSQL_stmt_execsql'
        ? queryOf(fields['sqlstmt'])
        : tag === 'PLpgSQL_stmt_perform'
          ? queryOf(fields['expr'])
          : tag === 'PLpgSQL_stmt_dynexecute'
            ? queryOf(fields['query'])
            : undefined;
    if (query !== undefined) found.push({ sql: query, dynamic: tag === 'PLpgSQL_stmt_dynexecute' });
    statementsIn(child, found);
  }
};

const literalOf = (expression: Node | undefined): string | undefined =>
  textConstant(as(as(expression, 'SelectStmt')?.targetList?.[0], 'ResTarget')?.val);

/** `run` reads a statement as one of the file. */
export const blockHandlers = (run: (stmt: Node, context: Context) => void): Handlers => ({
  CreateSchemaStmt: ({ schemaname, authrole, schemaElts }, context) => {
    const { state } = context;
    const name = schemaname ?? authrole?.rolename;
    if (name === undefined) return;
    state.addSchema(name);
    const { searchPath } = state;
    state.searchPath = [name, ...searchPath];
    for (const stmt of schemaElts ?? []) run(stmt, context);
    state.searchPath = searchPath;
  },
  DoStmt: ({ args }, context) => {
    const { state, place } = context;
    const elements = (args ?? []).map((node) => as(node, 'DefElem'));
    const body = elements.find((one) => one?.defname === 'as')?.arg;
    const language = as(elements.find((one) => one?.defname === 'language')?.arg, 'String')?.sval ?? 'plpgsql';
    const text = as(body, 'String')?.sval ?? '';
    const tree =
      language === 'plpgsql'
        ? state.parser.parsePlPgSql(
            `CREATE FUNCTION pgveil_block() RETURNS void LANGUAGE plpgsql AS $pgveil_do$${text}$pgveil_do$`,
          )
        : undefined;
    const found: Found[] = [];
    statementsIn(tree, found);
    let unknown = tree === undefined;
    const runText = (sql: string): void => {
      const parsed = state.parser.parse(sql);
      if (!parsed.ok) unknown = true;
      else for (const { stmt } of parsed.statements) if (stmt !== undefined) run(stmt, { state, place: () => place() });
    };
    for (const { sql, dynamic } of found) {
      if (!dynamic) {
        runText(sql);
        continue;
      }
      const parsed = state.parser.parse(`SELECT ${sql}`);
      const literal = parsed.ok ? literalOf(parsed.statements[0]?.stmt) : undefined;
      if (literal === undefined) unknown = true;
      else runText(literal);
    }
    if (unknown) {
      // The same block is the same finding, wherever its lines are.
      const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
      state.problem(place(), `DO block ${digest}`, 'A DO block runs statements that cannot be told.');
    }
  },
});
