/** How stored conditions use columns. */
import type { TreeNode } from '../../catalog/node-tree.ts';
import { compareValues, readKey } from '../expressions/predicates.ts';
import type { PredicateUse } from '../types.ts';
import type { StoredScope } from './scope.ts';
import { nodeIn, nodesIn, numberIn, textIn } from './tree.ts';

const operatorName = (stored: StoredScope, node: TreeNode): string => {
  const name = stored.scope.frame.names.catalog.operator(numberIn(node, 'opno'))?.name ?? 'function';
  if (node.tag === 'DISTINCTEXPR') return 'is-distinct-from';
  return node.tag === 'SCALARARRAYOPEXPR' && name === '=' && textIn(node, 'useOr') === 'true' ? 'in' : name;
};

const comparisons: ReadonlySet<string> = new Set(['OPEXPR', 'DISTINCTEXPR', 'SCALARARRAYOPEXPR']);

export const storedCondition = (stored: StoredScope, node: TreeNode | undefined, clause: PredicateUse['clause']): void => {
  if (node === undefined) return;
  if (node.tag === 'BOOLEXPR') {
    for (const arm of nodesIn(node, 'args')) storedCondition(stored, arm, clause);
    return;
  }
  const value = stored.tools.value(stored, node);
  const [left, right] = nodesIn(node, 'args');
  if (comparisons.has(node.tag) && left !== undefined && right !== undefined) {
    const sides = [left, right].map((side) => stored.tools.value(stored, side));
    const [first, second] = sides;
    if (first !== undefined && second !== undefined) {
      compareValues(stored.scope, stored.clause(clause), operatorName(stored, node), first, second);
      return;
    }
  }
  const operator =
    node.tag === 'VAR' ? 'is-true' : node.tag === 'SUBLINK' && nodeIn(node, 'testexpr') === undefined ? 'subquery' : 'function';
  readKey(stored.scope, value, stored.clause(clause), operator);
};
