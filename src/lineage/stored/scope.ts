/** One stored query as it is read: its range table, the CTEs that it may name, and the query around it. */
import type { TreeNode } from '../../catalog/node-tree.ts';
import type { Scope } from '../scope.ts';
import type { OutputColumn, PredicateUse } from '../types.ts';
import { refuse } from '../unreadable.ts';
import type { Value } from '../value.ts';

/** An entry of a range table. */
export interface Range {
  /** By attnum; 0 is the whole row. */
  readonly column: (attnum: number) => Value;
  readonly columns: () => readonly OutputColumn[];
}

/** The readers that call one another. */
export interface StoredTools {
  readonly value: (stored: StoredScope, node: TreeNode) => Value;
  readonly condition: (stored: StoredScope, node: TreeNode | undefined, clause: PredicateUse['clause']) => void;
  readonly query: (within: Within, node: TreeNode) => readonly OutputColumn[];
}

/** What does not change from query to query. */
export interface Within {
  /** Names, recorder and function arguments of the place where the tree is used. */
  readonly scope: Scope;
  readonly tools: StoredTools;
  readonly parent: StoredScope | undefined;
  /** The clause under which uses in conditions are recorded: a view's are its owner's, whatever clause they stand in. */
  readonly clause: (clause: PredicateUse['clause']) => PredicateUse['clause'];
  /** Items that the tree refers to by number without holding their definition: a rule's OLD and NEW. */
  readonly given: ReadonlyMap<number, Range>;
}

export interface StoredScope extends Within {
  readonly query: TreeNode;
  readonly range: (varno: number) => Range;
  readonly ctes: Map<string, () => readonly OutputColumn[]>;
  readonly known: Map<TreeNode, Value>;
}

export const above = (stored: StoredScope, levels: number): StoredScope => {
  let at = stored;
  for (let left = levels; left > 0; left -= 1) {
    if (at.parent === undefined) throw refuse('unmodelled', 'a stored reference to an outer query that is not there');
    at = at.parent;
  }
  return at;
};

/** A query inside this one. */
export const inside = (stored: StoredScope): Within => ({
  scope: stored.scope,
  tools: stored.tools,
  parent: stored,
  clause: stored.clause,
  given: new Map(),
});
