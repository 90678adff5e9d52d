/** How conditions use columns: which operator, against what. Facts for the inference rules; sources are elsewhere. */
import type { Node } from 'libpg-query';
import { as, type NodeMap, tagOf } from '../ast.ts';
import { splitName } from '../names.ts';
import type { Scope } from '../scope.ts';
import type { PredicateUse, Source } from '../types.ts';
import { columnsOf, type Value } from '../value.ts';
import { listItems } from './operators.ts';

type Clause = PredicateUse['clause'];

const mentions = (tag: 'ParamRef' | 'ColumnRef', node: unknown): boolean => {
  if (typeof node !== 'object' || node === null) return false;
  if (tag in node) return true;
  return Object.values(node).some((part) => mentions(tag, part));
};

/** The stored value itself, at most in another text type: no function of it. */
const isItself = (source: Source): boolean =>
  source.way === 'identity' ||
  (source.way === 'preserving' && source.via.every((name) => name.startsWith('cast') || name === 'inherited' || name === 'view'));

/** A column without sources, of a VALUES list say, stands for as many constants as it has rows. */
const describeConstant = (node: Node | undefined, value: Value): PredicateUse['against'] => {
  if (value.opaque !== undefined || mentions('ColumnRef', node)) return 'expression';
  return mentions('ParamRef', node) ? 'parameter' : 'constant';
};

const describe = (node: Node | undefined, value: Value): PredicateUse['against'] => {
  if (value.sources.length === 0) return describeConstant(node, value);
  return value.sources.every(isItself) ? 'column' : 'expression';
};

interface Side {
  readonly node: Node | undefined;
  readonly value: Value;
}

const recordSide = (
  scope: Scope,
  clause: Clause,
  operator: string,
  side: Side,
  against: PredicateUse['against'],
  other: readonly Source[],
  times = 1,
): void => {
  for (const source of side.value.sources) {
    if (source.way === 'count') {
      scope.frame.recorder.predicate({
        column: source.column,
        clause,
        operator: 'is-null',
        against: 'none',
        others: [],
        times: 1,
      });
    } else {
      const used = isItself(source) ? operator : 'function';
      const others = against === 'column' ? columnsOf(other) : [];
      scope.frame.recorder.predicate({ column: source.column, clause, operator: used, against, others, times });
    }
  }
};

const compare = (scope: Scope, clause: Clause, operator: string, left: Side, right: Side, times = 1): void => {
  recordSide(scope, clause, operator, left, describe(right.node, right.value), right.value.sources, times);
  recordSide(scope, clause, operator, right, describe(left.node, left.value), left.value.sources, times);
};

const fieldSides = ({ node, value }: Side): readonly Side[] | undefined => {
  if (value.shape.kind !== 'row') return undefined;
  const written = as(node, 'RowExpr')?.args;
  return value.shape.fields.map((field, index) => ({ node: written?.[index] ?? node, value: field }));
};

const compareRows = (scope: Scope, clause: Clause, operator: string, left: Side, right: Side, times: number): void => {
  const lefts = fieldSides(left);
  const rights = fieldSides(right);
  if (lefts === undefined || rights === undefined || lefts.length !== rights.length) {
    compare(scope, clause, operator, left, right, times);
    return;
  }
  for (const [index, field] of lefts.entries()) {
    const other = rights[index];
    if (other !== undefined) compare(scope, clause, operator, field, other, times);
  }
};

const operatorName = (node: NodeMap['A_Expr']): string => {
  const { name } = splitName(node.name);
  switch (node.kind) {
    case 'AEXPR_OP_ANY':
      return name === '=' ? 'in' : name;
    case 'AEXPR_IN':
      return name === '=' ? 'in' : 'not-in';
    case 'AEXPR_DISTINCT':
      return 'is-distinct-from';
    case 'AEXPR_NOT_DISTINCT':
      return '=';
    case 'AEXPR_LIKE':
      return 'like';
    case 'AEXPR_ILIKE':
      return 'ilike';
    case 'AEXPR_SIMILAR':
      return 'similar';
    case 'AEXPR_BETWEEN':
    case 'AEXPR_NOT_BETWEEN':
    case 'AEXPR_BETWEEN_SYM':
    case 'AEXPR_NOT_BETWEEN_SYM':
      return 'between';
    default:
      return name;
  }
};

const comparison = (scope: Scope, node: NodeMap['A_Expr'], clause: Clause): void => {
  const { tools } = scope.frame;
  const operator = operatorName(node);
  const left: Side = { node: node.lexpr, value: tools.value(scope, node.lexpr) };
  const items = listItems(node.rexpr);
  for (const item of items)
    compareRows(scope, clause, operator, left, { node: item, value: tools.value(scope, item) }, items.length);
};

/** Any other expression that is true or false. */
const expression = (scope: Scope, node: Node | undefined, clause: Clause, operator: string): void => {
  recordSide(scope, clause, operator, { node, value: scope.frame.tools.value(scope, node) }, 'none', []);
};

const subLink = (scope: Scope, node: NodeMap['SubLink'], whole: Node, clause: Clause): void => {
  if (node.testexpr === undefined || node.subLinkType === 'EXISTS_SUBLINK') {
    expression(scope, whole, clause, 'subquery');
    return;
  }
  const { tools } = scope.frame;
  const left: Side = { node: node.testexpr, value: tools.value(scope, node.testexpr) };
  const columns = tools.query(scope, node.subselect);
  const name = node.operName === undefined ? '=' : splitName(node.operName).name;
  const operator = name === '=' && node.subLinkType === 'ANY_SUBLINK' ? 'in' : name;
  const lefts = fieldSides(left) ?? [left];
  for (const [index, column] of columns.entries()) {
    const side = lefts[index] ?? left;
    compare(scope, clause, operator, side, { node: node.subselect, value: column });
  }
};

export const readCondition = (scope: Scope, node: Node | undefined, clause: Clause): void => {
  if (node === undefined) return;
  const logical = as(node, 'BoolExpr');
  if (logical !== undefined) {
    for (const arm of logical.args ?? []) readCondition(scope, arm, clause);
    return;
  }
  const operator = as(node, 'A_Expr');
  if (operator !== undefined && operator.kind !== 'AEXPR_NULLIF' && operator.lexpr !== undefined) {
    scope.frame.tools.value(scope, node);
    comparison(scope, operator, clause);
    return;
  }
  const link = as(node, 'SubLink');
  if (link !== undefined) {
    subLink(scope, link, node, clause);
    return;
  }
  expression(scope, node, clause, tagOf(node) === 'ColumnRef' ? 'is-true' : 'function');
};

/** Sort, group and window keys: their order or equality shows. */
export const readKey = (scope: Scope, value: Value, clause: Clause, operator: string): void => {
  recordSide(scope, clause, operator, { node: undefined, value }, 'none', []);
};

/** A comparison of which only the values are known: USING, a set operation, a stored condition. */
export const compareValues = (scope: Scope, clause: Clause, operator: string, left: Value, right: Value): void => {
  compare(scope, clause, operator, { node: undefined, value: left }, { node: undefined, value: right });
};
