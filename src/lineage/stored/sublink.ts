/** Stored sub-selects in expressions; enum SubLinkType of primnodes.h. */
import type { TreeNode } from '../../catalog/node-tree.ts';
import { compareValues } from '../expressions/predicates.ts';
import { arrayOf } from '../expressions/core.ts';
import { unmodelled } from '../unreadable.ts';
import { computedRow, derived, plain, rowOf, type Value } from '../value.ts';
import { inside, type StoredScope } from './scope.ts';
import { nodeIn, numberIn } from './tree.ts';

const boolean = 16;
const kinds = { exists: 0, expression: 4, array: 6 } as const;

export const storedSubLink = (stored: StoredScope, node: TreeNode): Value => {
  const query = nodeIn(node, 'subselect');
  if (query === undefined) throw unmodelled('SUBLINK');
  const columns = stored.tools.query(inside(stored), query);
  const [first = plain(0)] = columns;
  switch (numberIn(node, 'subLinkType')) {
    case kinds.exists:
      return plain(boolean);
    case kinds.expression:
      return columns.length > 1 ? rowOf(columns, 2249) : computedRow(first);
    case kinds.array:
      return arrayOf(stored.scope, [first]);
    default: {
      const test = nodeIn(node, 'testexpr');
      const tested = test === undefined ? plain(boolean) : stored.tools.value(stored, test);
      for (const column of columns) compareValues(stored.scope, stored.clause('where'), 'in', tested, column);
      return derived('subquery', [tested, ...columns], boolean);
    }
  }
};
