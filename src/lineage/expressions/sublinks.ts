/** Sub-selects inside expressions. */
import type { NodeMap } from '../ast.ts';
import type { Scope } from '../scope.ts';
import { recordType } from '../overload.ts';
import { computedRow, derived, plain, rowOf, type Value } from '../value.ts';
import { withHidden } from './call.ts';
import { arrayOf } from './core.ts';
import { applyOperator } from './operators.ts';

const boolean = 16;
const equals = [{ String: { sval: '=' } }] as const;

/** `x IN (SELECT ..)` and `x op ANY|ALL (SELECT ..)`. */
const quantified = (scope: Scope, node: NodeMap['SubLink'], columns: readonly Value[]): Value => {
  const test = scope.frame.tools.value(scope, node.testexpr);
  const tests: readonly Value[] = test.shape.kind === 'row' ? test.shape.fields : [test];
  return columns
    .map((column, index) => applyOperator(scope, node.operName ?? [...equals], [tests[index] ?? test, column]).hidden)
    .reduce(withHidden, derived('subquery', [test, ...columns], boolean));
};

export const readSubLink = (node: NodeMap['SubLink'], scope: Scope): Value => {
  const columns = scope.frame.tools.query(scope, node.subselect);
  const [first] = columns;
  switch (node.subLinkType) {
    case 'EXISTS_SUBLINK':
      return plain(boolean);
    case 'EXPR_SUBLINK':
      // Several columns are one row, to compare with another.
      return columns.length > 1 ? rowOf(columns, recordType) : computedRow(first ?? plain(0));
    case 'ARRAY_SUBLINK':
      return first === undefined ? plain(0) : arrayOf(scope, [first]);
    case 'ANY_SUBLINK':
    case 'ALL_SUBLINK':
      return quantified(scope, node, columns);
    default: {
      const test = scope.frame.tools.value(scope, node.testexpr);
      return derived('subquery', [test, ...columns], boolean);
    }
  }
};
