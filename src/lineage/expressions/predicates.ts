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

interface Side {
  readonly node: Node | undefined;
  readonly value: Value;
  /** How many values it stands for: 1 if missing; undefined for a list of which only the server knows that. */
  readonly times?: number | undefined;
  /** The parameter that is such a list. */
  readonly list?: number | undefined;
}

const describe = (side: Side): PredicateUse['against'] => {
  const { node, value } = side;
  if (value.sources.length > 0) return value.sources.every(isItself) ? 'column' : 'expression';
  return 'times' in side && side.times === undefined ? 'expression' : describeConstant(node, value);
};

/** An array that is a parameter of the statement as a whole; the arguments of a function that is followed are none. */
const listParameter = (scope: Scope, node: Node | undefined): number | undefined => {
  const cast = as(node, 'TypeCast');
  if (cast !== undefined) return listParameter(scope, cast.arg);
  return scope.frame.arguments === undefined ? as(node, 'ParamRef')?.number : undefined;
};

/** The values in an array or a list of rows that is written down. */
const listLength = (node: Node | undefined): number | undefined => {
  const array = as(node, 'A_ArrayExpr');
  if (array !== undefined) return (array.elements ?? []).reduce((sum, element) => sum + (listLength(element) ?? 1), 0);
  const text = as(node, 'A_Const')?.sval?.sval;
  if (text !== undefined) return text.split(',').length;
  const cast = as(node, 'TypeCast');
  if (cast !== undefined) return listLength(cast.arg);
  return as(node, 'SelectStmt')?.valuesLists?.length;
};

const recordSide = (
  scope: Scope,
  clause: Clause,
  operator: string,
  side: Side,
  against: PredicateUse['against'],
  other?: Side,
): void => {
  const site = other?.node ?? side.node;
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
      const others = against === 'column' ? columnsOf(other?.value.sources ?? []) : [];
      const { times = 1, list } = other ?? {};
      const use = { column: source.column, clause, operator: used, against, others, times };
      scope.frame.recorder.predicate(list === undefined ? use : { ...use, list }, site);
    }
  }
};

const compare = (scope: Scope, clause: Clause, operator: string, left: Side, right: Side): void => {
  recordSide(scope, clause, operator, left, describe(right), right);
  recordSide(scope, clause, operator, right, describe(left), left);
};

const fieldSides = ({ node, value }: Side): readonly Side[] | undefined => {
  if (value.shape.kind !== 'row') return undefined;
  const written = as(node, 'RowExpr')?.args;
  return value.shape.fields.map((field, index) => ({ node: written?.[index] ?? node, value: field }));
};

const compareRows = (scope: Scope, clause: Clause, operator: string, left: Side, right: Side): void => {
  const lefts = fieldSides(left);
  const rights = fieldSides(right);
  if (lefts === undefined || rights === undefined || lefts.length !== rights.length) {
    compare(scope, clause, operator, left, right);
    return;
  }
  for (const [index, field] of lefts.entries()) {
    const other = rights[index];
    if (other !== undefined) compare(scope, clause, operator, field, other);
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
  const isList = node.kind === 'AEXPR_OP_ANY' || node.kind === 'AEXPR_OP_ALL';
  for (const item of listItems(node.rexpr)) {
    const list = isList ? listParameter(scope, item) : undefined;
    const times = isList && list === undefined ? listLength(item) : 1;
    const right: Side = { node: item, value: tools.value(scope, item), times, list };
    compareRows(scope, clause, operator, left, right);
  }
};

/** Any other expression that is true or false. */
const expression = (scope: Scope, node: Node | undefined, clause: Clause, operator: string): void => {
  recordSide(scope, clause, operator, { node, value: scope.frame.tools.value(scope, node) }, 'none');
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
    compare(scope, clause, operator, side, { node: node.subselect, value: column, times: listLength(node.subselect) });
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
  recordSide(scope, clause, operator, { node: undefined, value }, 'none');
};

/** A comparison of which only the values are known: USING, a set operation, a stored condition. */
export const compareValues = (scope: Scope, clause: Clause, operator: string, left: Value, right: Value): void => {
  compare(scope, clause, operator, { node: undefined, value: left }, { node: undefined, value: right });
};
