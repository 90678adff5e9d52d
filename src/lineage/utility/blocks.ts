/**
 * DO. A block that comes down to one definition, as migrations write it where there is no IF NOT EXISTS, is that
 * definition, and its conditions are conditions. Any other block stays a `do`.
 */
import type { Node } from 'libpg-query';
import { as, type NodeMap, stringOf, tagOf } from '../ast.ts';
import { oneStatementOf } from '../plpgsql-block.ts';
import { conditionIn } from '../plpgsql-condition.ts';
import type { Scope } from '../scope.ts';
import type { AnyEntry, Entries, Outcome, StatementContext } from '../statements.ts';
import { definitions } from './definitions.ts';

interface Block {
  readonly conditions: readonly Node[];
  readonly definition: Node;
}

const bodyOf = ({ args }: NodeMap['DoStmt']): string | undefined => {
  const elements = (args ?? []).map((node) => as(node, 'DefElem'));
  const valueOf = (name: string): string | undefined => stringOf(elements.find((one) => one?.defname === name)?.arg);
  return (valueOf('language') ?? 'plpgsql') === 'plpgsql' ? valueOf('as') : undefined;
};

const asFunction = (body: string): string => {
  let tag = 'pgveil';
  while (body.includes(`$${tag}`)) tag += 'x';
  return `CREATE FUNCTION pgveil_block() RETURNS void LANGUAGE plpgsql AS $${tag}$${body}$${tag}$`;
};

const blockOf = (stmt: NodeMap['DoStmt'], { frame: { parser } }: Scope): Block | undefined => {
  const body = bodyOf(stmt);
  const found = body === undefined ? undefined : oneStatementOf(parser.parsePlPgSql(asFunction(body)));
  if (found === undefined) return undefined;
  const conditions = found.conditions.map((text) => conditionIn(parser, text));
  const parsed = parser.parse(found.statement);
  const [only, second] = parsed.ok ? parsed.statements : [];
  if (only?.stmt === undefined || second !== undefined || !Object.hasOwn(definitions, tagOf(only.stmt))) return undefined;
  return conditions.every((condition) => condition !== undefined) ? { conditions, definition: only.stmt } : undefined;
};

const readDefinition = (node: Node, scope: Scope, context: StatementContext): Outcome => {
  const tag = tagOf(node);
  const { kind, read } = definitions[tag] as unknown as AnyEntry;
  const outcome = read((node as Partial<NodeMap>)[tag] as unknown as Node, scope, context);
  return { kind, ...outcome };
};

const readBlock = (stmt: NodeMap['DoStmt'], scope: Scope, context: StatementContext): Outcome => {
  const { recorder, tools } = scope.frame;
  const block = blockOf(stmt, scope);
  for (const condition of block?.conditions ?? []) tools.condition(scope, condition, 'other');
  // A condition that sets something, search_path say, gives the definition's names another meaning.
  if (block !== undefined && recorder.facts().changes.length === 0) return readDefinition(block.definition, scope, context);
  recorder.change({ kind: 'catalog' });
  return {};
};

export const blocks: Entries = { DoStmt: { kind: 'do', read: readBlock } };
