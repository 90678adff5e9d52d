/** MERGE. */
import type { MergeStmt, MergeWhenClause, Node } from 'libpg-query';
import { as } from '../ast.ts';
import { readFrom } from '../from/index.ts';
import { relationItem } from '../from/relation.ts';
import { childScope, type Scope, withItems } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import { withCtes } from './cte.ts';
import { targetNames } from './insert.ts';
import { readReturning } from './returning.ts';
import { readSetList, relationTarget } from './update.ts';
import { type Assignment, ctesOf, recordAssignments, recordEffects, writtenItem } from './writes.ts';

const inserted = (scope: Scope, names: readonly string[], values: readonly Node[] | undefined): readonly Assignment[] =>
  (values ?? []).map((node, index) => ({
    column: names[index] ?? '',
    value: scope.frame.tools.value(scope, node),
    nodes: [node],
  }));

export const readMerge = (parent: Scope, merge: MergeStmt): readonly OutputColumn[] => {
  const scope = withCtes(childScope(parent), merge.withClause);
  const item = relationItem(scope, merge.relation);
  const relation = relationTarget(item);
  const source = readFrom(scope, merge.sourceRelation === undefined ? [] : [merge.sourceRelation]);
  const all = withItems(scope, [item, ...source]);
  const { tools } = scope.frame;
  tools.condition(all, merge.joinCondition, 'join');
  const written: Assignment[] = [];
  const act = (clause: MergeWhenClause): void => {
    const within = clause.commandType === 'CMD_INSERT' ? withItems(scope, source) : all;
    tools.condition(clause.matchKind === 'MERGE_WHEN_MATCHED' ? all : within, clause.condition, 'where');
    if (clause.commandType === 'CMD_INSERT') {
      written.push(...inserted(within, targetNames(relation, clause.targetList), clause.values));
      recordEffects(scope, relation, 'insert');
    } else if (clause.commandType === 'CMD_UPDATE') {
      written.push(...readSetList(all, clause.targetList));
      recordEffects(scope, relation, 'update');
    } else if (clause.commandType === 'CMD_DELETE') {
      recordEffects(scope, relation, 'delete');
    }
  };
  for (const node of merge.mergeWhenClauses ?? []) {
    const clause = as(node, 'MergeWhenClause');
    if (clause !== undefined) act(clause);
  }
  recordAssignments(scope, relation, written, [merge.sourceRelation, ...ctesOf(merge.withClause)]);
  const after = writtenItem(scope, item, relation, written);
  return readReturning(scope, merge.returningClause, { before: item, after, visible: [...source, after] });
};
