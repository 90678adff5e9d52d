/** Stored queries: target lists, set operations, conditions. The fields are those of struct Query in parsenodes.h. */
import type { TreeNode } from '../../catalog/node-tree.ts';
import { readKey } from '../expressions/predicates.ts';
import type { OutputColumn, PredicateUse } from '../types.ts';
import { refuse, unmodelled } from '../unreadable.ts';
import { computedRow, either, named, steering, type Value, withSources } from '../value.ts';
import { storedCtes } from './cte.ts';
import { rangeOf } from './range.ts';
import type { Range, StoredScope, Within } from './scope.ts';
import { flagIn, nodeIn, nodesIn, numberIn, textIn } from './tree.ts';

const select = 1;
const union = 1;
const except = 3;

const openQuery = (within: Within, query: TreeNode): StoredScope => {
  const entries = nodesIn(query, 'rtable');
  const ranges = new Map<number, Range>(within.given);
  const stored: StoredScope = {
    ...within,
    query,
    ctes: new Map(),
    known: new Map(),
    range: (varno) => {
      const before = ranges.get(varno);
      if (before !== undefined) return before;
      const entry = entries[varno - 1];
      if (entry === undefined) throw refuse('unmodelled', 'a stored reference to no table');
      const range = rangeOf(stored, entry);
      ranges.set(varno, range);
      return range;
    },
  };
  return stored;
};

export const visibleTargets = (query: TreeNode, list: string): readonly TreeNode[] =>
  nodesIn(query, list)
    .filter((target) => !flagIn(target, 'resjunk'))
    .sort((left, right) => numberIn(left, 'resno') - numberIn(right, 'resno'));

const targetValue = (stored: StoredScope, target: TreeNode): Value => {
  const expression = nodeIn(target, 'expr');
  if (expression === undefined) throw refuse('unmodelled', 'a stored target without an expression');
  return stored.tools.value(stored, expression);
};

const key = (stored: StoredScope, value: Value, clause: PredicateUse['clause'], operator: string): void => {
  readKey(stored.scope, value, stored.clause(clause), operator);
};

/** The expressions that a sort, group or distinct clause refers to. */
export const referred = (stored: StoredScope, clauses: readonly TreeNode[]): readonly Value[] =>
  clauses.flatMap((clause) => {
    const reference = numberIn(clause, 'tleSortGroupRef');
    const target = nodesIn(stored.query, 'targetList').find((entry) => numberIn(entry, 'ressortgroupref') === reference);
    return target === undefined ? [] : [targetValue(stored, target)];
  });

/** The values that partition, order and frame a window. */
export const windowValues = (stored: StoredScope, window: TreeNode): readonly Value[] => {
  const partition = referred(stored, nodesIn(window, 'partitionClause'));
  const order = [
    ...referred(stored, nodesIn(window, 'orderClause')),
    ...[nodeIn(window, 'startOffset'), nodeIn(window, 'endOffset')].flatMap((node) =>
      node === undefined ? [] : [stored.tools.value(stored, node)],
    ),
  ];
  for (const value of partition) key(stored, value, 'window', 'group');
  for (const value of order) key(stored, value, 'window', 'order');
  return [...partition, ...order];
};

const joinTree = (stored: StoredScope, node: TreeNode): void => {
  if (node.tag === 'FROMEXPR') {
    for (const item of nodesIn(node, 'fromlist')) joinTree(stored, item);
    stored.tools.condition(stored, nodeIn(node, 'quals'), 'where');
  } else if (node.tag === 'JOINEXPR') {
    for (const side of ['larg', 'rarg']) {
      const item = nodeIn(node, side);
      if (item !== undefined) joinTree(stored, item);
    }
    stored.tools.condition(stored, nodeIn(node, 'quals'), 'join');
  } else if (node.tag === 'RANGETBLREF') {
    // A sub-select is read even where no column of it is used: its conditions count.
    stored.range(numberIn(node, 'rtindex')).columns();
  } else throw unmodelled(node.tag);
};

const conditions = (stored: StoredScope): void => {
  const { query } = stored;
  const from = nodeIn(query, 'jointree');
  if (from !== undefined) joinTree(stored, from);
  stored.tools.condition(stored, nodeIn(query, 'havingQual'), 'having');
  for (const value of referred(stored, nodesIn(query, 'groupClause'))) key(stored, value, 'group', 'group');
  for (const value of referred(stored, nodesIn(query, 'distinctClause'))) key(stored, value, 'distinct', 'distinct');
  for (const value of referred(stored, nodesIn(query, 'sortClause'))) key(stored, value, 'order', 'order');
  for (const limit of ['limitOffset', 'limitCount']) {
    const node = nodeIn(query, limit);
    if (node !== undefined) key(stored, stored.tools.value(stored, node), 'limit', 'limit');
  }
};

const setOperation = (stored: StoredScope, node: TreeNode): readonly OutputColumn[] => {
  if (node.tag === 'RANGETBLREF') return stored.range(numberIn(node, 'rtindex')).columns();
  const [left, right] = ['larg', 'rarg'].map((side) => {
    const arm = nodeIn(node, side);
    return arm === undefined ? [] : setOperation(stored, arm);
  });
  const operation = numberIn(node, 'op');
  const compares = !(flagIn(node, 'all') && operation === union);
  return (left ?? []).map((column, index) => {
    const other = right?.[index];
    if (other === undefined) throw refuse('unmodelled', 'a stored set operation of different numbers of columns');
    if (compares) for (const side of [column, other]) key(stored, side, 'setop', 'setop');
    return named(
      column.name,
      operation === except ? computedRow(withSources(column, steering('except', [other]))) : either(column, other),
    );
  });
};

/** The output columns of a stored SELECT; its conditions and functions go to the recorder. */
export const readStoredQuery = (within: Within, query: TreeNode): readonly OutputColumn[] => {
  if (query.tag !== 'QUERY' || numberIn(query, 'commandType') !== select)
    throw refuse('unmodelled', 'a stored statement that is no SELECT');
  const stored = openQuery(within, query);
  storedCtes(stored);
  const operations = nodeIn(query, 'setOperations');
  const targets = visibleTargets(query, 'targetList');
  const combined = operations === undefined ? undefined : setOperation(stored, operations);
  conditions(stored);
  return targets.map((target, index) => named(textIn(target, 'resname'), combined?.[index] ?? targetValue(stored, target)));
};

export { openQuery };
