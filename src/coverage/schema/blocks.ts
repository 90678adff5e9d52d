/**
 * Statements inside statements: those of CREATE SCHEMA, and those that stand in DO blocks, whatever the branch; what a
 * block puts together at run time is not known.
 */
import { createHash } from 'node:crypto';
import type { Node } from 'libpg-query';
import { as, textConstant } from '../../lineage/ast.ts';
import { onlyAdds } from './additions.ts';
import { blockStatements } from './block-statements.ts';
import type { Context, Handlers } from './context.ts';

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
    // The same block is the same finding, wherever its lines are.
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
    let unknown = tree === undefined;
    let conditional = false;
    const runText = (sql: string, under: boolean): void => {
      const parsed = state.parser.parse(sql);
      if (!parsed.ok) unknown = true;
      else {
        for (const { stmt } of parsed.statements) {
          if (stmt === undefined) continue;
          if (under && !onlyAdds(stmt)) conditional = true;
          run(stmt, { state, text: sql, place: () => place() });
        }
      }
    };
    for (const { sql, dynamic, conditional: under } of blockStatements(tree)) {
      if (!dynamic) {
        runText(sql, under);
        continue;
      }
      const parsed = state.parser.parse(`SELECT ${sql}`);
      const literal = parsed.ok ? literalOf(parsed.statements[0]?.stmt) : undefined;
      if (literal === undefined) unknown = true;
      else runText(literal, under);
    }
    if (unknown) state.problem(place(), `DO block ${digest}`, 'A DO block runs statements that cannot be told.');
    if (conditional) {
      const message = 'A DO block changes what is there under a condition: it is taken as changed.';
      state.problem(place(), `condition of DO block ${digest}`, message);
    }
  },
});
