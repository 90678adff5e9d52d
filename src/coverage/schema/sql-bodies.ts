/** The text of a function's body that stands without quotes: SQL that is bound when the function is made. */
import type { Node } from 'libpg-query';
import { as } from '../../lineage/ast.ts';
import type { Parser } from '../../lineage/parse.ts';

const countOf = (body: Node): number => as(as(body, 'List')?.items?.[0], 'List')?.items?.length ?? 0;

interface Form {
  readonly opening: RegExp;
  /** What follows the opening, as SQL. */
  readonly sql: (rest: string) => string;
  readonly statements: number;
}

/** `RETURN expression`, or `BEGIN ATOMIC statement; ... END`. */
const formOf = (body: Node): Form =>
  as(body, 'ReturnStmt') === undefined
    ? { opening: /\bbegin\s+atomic\b/gi, sql: (rest) => rest.replace(/\bend\s*$/i, ''), statements: countOf(body) }
    : { opening: /\breturn\b/gi, sql: (rest) => `SELECT ${rest}`, statements: 1 };

/** `text`: the CREATE FUNCTION statement. Undefined where the body is not to be told from the rest. */
export const sqlBodyText = (parser: Parser, text: string, body: Node): string | undefined => {
  const { opening, sql, statements } = formOf(body);
  for (const { 0: found, index } of text.matchAll(opening)) {
    const candidate = sql(text.slice(index + found.length));
    const parsed = parser.parse(candidate);
    if (parsed.ok && parsed.statements.length === statements) return candidate;
  }
  return undefined;
};
