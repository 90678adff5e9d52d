/** A PL/pgSQL condition, which the server evaluates as `SELECT condition`. */
import type { Node } from 'libpg-query';
import { as } from './ast.ts';
import type { Parser } from './parse.ts';

/** Of a SELECT that is its list and nothing else. */
const bare: ReadonlySet<string> = new Set(['targetList', 'limitOption', 'op']);

/** The expression of `SELECT expression`. Undefined with a clause, such as WHERE: that would decide as well. */
export const conditionIn = (parser: Parser, text: string): Node | undefined => {
  const parsed = parser.parse(text);
  if (!parsed.ok || parsed.statements.length !== 1) return undefined;
  const select = as(parsed.statements[0]?.stmt, 'SelectStmt');
  if (select?.targetList?.length !== 1 || !Object.keys(select).every((key) => bare.has(key))) return undefined;
  return as(select.targetList[0], 'ResTarget')?.val;
};
