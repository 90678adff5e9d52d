/**
 * Texts that differ in nothing but integers that columns are compared with: one reading holds for all of them, since no
 * reader looks at more of such a constant than its type. Readers that do look at values (of a position in ORDER BY, a
 * setting, a text that is written) do so in other places, which a template holds as they are.
 */
import type { Node, RawStmt } from 'libpg-query';
import { as, type NodeMap, strings } from './ast.ts';

export interface Template {
  /** The text with `?`, which no text has that has a template, for each integer behind a `=`. */
  readonly text: string;
  /** Where those integers begin in the text, in order. */
  readonly offsets: readonly number[];
}

/**
 * Characters of which the server's scanner makes tokens in one way only: no quotes, comments, parameters, escapes, and no
 * operators but comparisons. All are ASCII, so that offsets in bytes and in characters are the same.
 */
const plainText = /^[A-Za-z0-9_ \t\r\n.,()=<>*;]+$/;

/** Behind a `=` that is an operator of its own: within int4, without a leading zero, no part of a longer word or number. */
const comparedInteger = /(?<=[\w\s)])(=[ \t\r\n]*)(?:0|[1-9]\d{0,8})(?![\w.])/g;

/** In characters. */
const longest = 8_192;

/** Undefined where the text has no such integers, or is not plain. */
export const templateOf = (sql: string): Template | undefined => {
  if (sql.length > longest || !plainText.test(sql)) return undefined;
  const offsets: number[] = [];
  const text = sql.replace(comparedInteger, (_, equals: string, offset: number) => {
    offsets.push(offset + equals.length);
    return `${equals}?`;
  });
  return offsets.length === 0 ? undefined : { text, offsets };
};

/** The place of the constant in `column = constant`. */
const comparedAt = (node: NodeMap['A_Expr']): number | undefined => {
  const constant = as(node.rexpr, 'A_Const');
  const equals = node.kind === 'AEXPR_OP' && strings(node.name).join('.') === '=';
  return equals && as(node.lexpr, 'ColumnRef') !== undefined && constant?.ival !== undefined
    ? (constant.location ?? 0)
    : undefined;
};

/** Comparisons that a condition consists of, joined by AND and OR. */
const comparisonsIn = (condition: Node | undefined): readonly NodeMap['A_Expr'][] => {
  const comparison = as(condition, 'A_Expr');
  if (comparison !== undefined) return [comparison];
  const logical = as(condition, 'BoolExpr');
  return logical?.boolop === 'NOT_EXPR' ? [] : (logical?.args ?? []).flatMap((part) => comparisonsIn(part));
};

const conditionOf = (statement: Node | undefined): Node | undefined =>
  (as(statement, 'SelectStmt') ?? as(statement, 'UpdateStmt') ?? as(statement, 'DeleteStmt'))?.whereClause;

/**
 * Whether each of a template's integers is compared with a column in the WHERE clause of the only statement, so that a
 * reading of it does not depend on which integers they are.
 */
export const holdsForAll = (statements: readonly RawStmt[], { offsets }: Template): boolean => {
  const [only, second] = statements;
  if (second !== undefined) return false;
  const places = new Set(comparisonsIn(conditionOf(only?.stmt)).map((comparison) => comparedAt(comparison)));
  return offsets.every((offset) => places.has(offset));
};
