/** Operators: A_Expr in all its kinds. */
import type { Node } from 'libpg-query';
import { as, type NodeMap } from '../ast.ts';
import { findOperators, splitName } from '../names.ts';
import { choose, resultType, unknownType } from '../overload.ts';
import type { Scope } from '../scope.ts';
import { derived, type Value } from '../value.ts';
import { refuse } from '../unreadable.ts';
import { bothHidden, callHidden, type Hidden, withHidden } from './call.ts';
import { nullIf } from './core.ts';

const boolean = 16;

interface Operation {
  readonly type: number;
  readonly hidden: Hidden;
}

/** What an operator of that name gives for these operands; its function is looked into unless it is a built-in. */
export const applyOperator = (scope: Scope, nodes: readonly Node[] | undefined, operands: readonly Value[]): Operation => {
  const { names } = scope.frame;
  const { schema, name } = splitName(nodes);
  const arity = operands.length;
  const given = operands.map((operand) => operand.type);
  const all = findOperators(names, schema, name)
    .filter((operator) => (operator.left === 0 ? 1 : 2) === arity)
    .map((operator) => ({ operator, parameters: operator.left === 0 ? [operator.right] : [operator.left, operator.right] }));
  if (all.length === 0) throw refuse('unresolved', `operator ${name}`);
  const chosen = choose(names.catalog, all, given);
  const hidden = chosen.map(({ operator }) => callHidden(scope, operator.function, operands)).reduce(bothHidden);
  const types = new Set(chosen.map(({ operator, parameters }) => resultType(names.catalog, operator.result, parameters, given)));
  const [type = 0] = types;
  return { type: types.size === 1 ? type : 0, hidden };
};

const operation = (scope: Scope, node: NodeMap['A_Expr'], operands: readonly Value[]): Value => {
  const { type, hidden } = applyOperator(scope, node.name, operands);
  return withHidden(derived(splitName(node.name).name, operands, type), hidden);
};

/** The members of a list on the right of IN or BETWEEN, as nodes. */
export const listItems = (node: Node | undefined): readonly Node[] =>
  as(node, 'List')?.items ?? (node === undefined ? [] : [node]);

const elementOf = (scope: Scope, value: Value): Value => ({
  ...value,
  type: value.type === unknownType ? unknownType : (scope.frame.names.catalog.type(value.type)?.element ?? 0),
});

/** Row-wise comparisons apply the operator to each pair of fields. */
const pairs = (left: Value | undefined, right: Value): readonly (readonly Value[])[] => {
  if (left?.shape.kind === 'row' && right.shape.kind === 'row' && left.shape.fields.length === right.shape.fields.length) {
    const others = right.shape.fields;
    return left.shape.fields.flatMap((field, index) => {
      const other = others[index];
      return other === undefined ? [] : [[field, other]];
    });
  }
  return [left === undefined ? [right] : [left, right]];
};

const booleanOf = (
  scope: Scope,
  node: NodeMap['A_Expr'],
  via: string,
  left: Value | undefined,
  rights: readonly Value[],
): Value => {
  const value = derived(via, [...(left === undefined ? [] : [left]), ...rights], boolean);
  return rights
    .flatMap((right) => pairs(left, right))
    .map((operands) => applyOperator(scope, node.name, operands).hidden)
    .reduce(withHidden, value);
};

/** BETWEEN names itself and not the operators that it stands for. */
const between = (scope: Scope, node: NodeMap['A_Expr'], left: Value | undefined, rights: readonly Value[]): Value => {
  const compare = (sval: string): NodeMap['A_Expr'] => ({ ...node, name: [{ String: { sval } }] });
  const low = booleanOf(scope, compare('>='), 'between', left, rights);
  const high = booleanOf(scope, compare('<='), 'between', left, rights);
  return withHidden(low, high);
};

export const readOperator = (node: NodeMap['A_Expr'], scope: Scope): Value => {
  const { tools } = scope.frame;
  const left = node.lexpr === undefined ? undefined : tools.value(scope, node.lexpr);
  const rights = listItems(node.rexpr).map((item) => tools.value(scope, item));
  const [right] = rights;
  const both = right === undefined ? [] : left === undefined ? [right] : [left, right];
  switch (node.kind) {
    case 'AEXPR_OP': {
      const rowwise = left?.shape.kind === 'row' && right?.shape.kind === 'row';
      return rowwise ? booleanOf(scope, node, splitName(node.name).name, left, rights) : operation(scope, node, both);
    }
    case 'AEXPR_OP_ANY':
    case 'AEXPR_OP_ALL':
      return booleanOf(
        scope,
        node,
        splitName(node.name).name,
        left,
        rights.map((item) => elementOf(scope, item)),
      );
    case 'AEXPR_NULLIF': {
      const [value, other] = both;
      if (value === undefined || other === undefined) throw refuse('unmodelled', 'NULLIF');
      return withHidden(nullIf(value, other), applyOperator(scope, node.name, both).hidden);
    }
    case 'AEXPR_DISTINCT':
    case 'AEXPR_NOT_DISTINCT':
    case 'AEXPR_IN':
      return booleanOf(scope, node, node.kind === 'AEXPR_IN' ? 'in' : 'is distinct from', left, rights);
    case 'AEXPR_LIKE':
    case 'AEXPR_ILIKE':
    case 'AEXPR_SIMILAR':
      return operation(scope, node, both);
    case 'AEXPR_BETWEEN':
    case 'AEXPR_NOT_BETWEEN':
    case 'AEXPR_BETWEEN_SYM':
    case 'AEXPR_NOT_BETWEEN_SYM':
      return between(scope, node, left, rights);
    default:
      throw refuse('unmodelled', node.kind ?? 'A_Expr');
  }
};
