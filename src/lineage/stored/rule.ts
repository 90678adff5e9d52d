/** What a rule's action returns in place of the rows of the statement that it is a rule on. rewriteHandler.c, rewriteRuleAction. */
import type { TreeNode } from '../../catalog/node-tree.ts';
import { rangeOfRow, relationColumns } from '../relations.ts';
import type { OutputColumn } from '../types.ts';
import { named, plain, through, type Value, withSources } from '../value.ts';
import { openQuery, visibleTargets } from './query.ts';
import type { Range, StoredScope, Within } from './scope.ts';
import { nodeIn, nodesIn, numberIn, textIn } from './tree.ts';

const valueOf = (stored: StoredScope, target: TreeNode): Value => {
  const expression = nodeIn(target, 'expr');
  return expression === undefined ? plain(0) : stored.tools.value(stored, expression);
};

/** The action's own target, with what the action assigns to it. */
const writtenRange = (stored: StoredScope, action: TreeNode): Range | undefined => {
  const entry = nodesIn(action, 'rtable')[numberIn(action, 'resultRelation') - 1];
  const relation = entry === undefined ? undefined : stored.scope.frame.names.catalog.relation(numberIn(entry, 'relid'));
  if (relation === undefined) return undefined;
  const assigned = visibleTargets(action, 'targetList');
  const columns = relationColumns(stored.scope.frame, relation).map((column, index) => {
    const attnum = relation.columns[index]?.attnum;
    const into = assigned
      .filter((target) => numberIn(target, 'resno') === attnum)
      .flatMap((target) => valueOf(stored, target).sources);
    return named(column.name, withSources(column, through('derived', 'assigned', into)));
  });
  return rangeOfRow(relation, columns);
};

/** Columns in the order of the relation that has the rule; undefined for an action without RETURNING. */
export const readRuleReturning = (within: Within, action: TreeNode): readonly OutputColumn[] | undefined => {
  const targets = visibleTargets(action, 'returningList');
  if (action.tag !== 'QUERY' || targets.length === 0) return undefined;
  const written = writtenRange(openQuery(within, action), action);
  const given = new Map(within.given);
  if (written !== undefined) given.set(numberIn(action, 'resultRelation'), written);
  const stored = openQuery({ ...within, given }, action);
  return targets.map((target) => named(textIn(target, 'resname'), valueOf(stored, target)));
};
