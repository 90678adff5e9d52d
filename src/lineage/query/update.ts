/** UPDATE and DELETE. */
import type { DeleteStmt, Node, UpdateStmt } from 'libpg-query';
import type { Relation } from '../../catalog/types.ts';
import { as } from '../ast.ts';
import { fieldsOf } from '../expressions/columns.ts';
import { readFrom } from '../from/index.ts';
import { relationItem } from '../from/relation.ts';
import { childScope, type Item, type Scope, withItems } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import { refuse } from '../unreadable.ts';
import { derived, type Value } from '../value.ts';
import { withCtes } from './cte.ts';
import { readReturning } from './returning.ts';
import { returnedItem } from './rules.ts';
import { type Assignment, ctesOf, recordAssignments, recordEffects, writtenItem } from './writes.ts';

/** One column of `(a, b) = ROW(..)` or `(a, b) = (SELECT ..)`. */
const multiple = (
  scope: Scope,
  source: Node | undefined,
  index: number,
): { readonly value: Value; readonly node: Node | undefined } => {
  const row = as(source, 'RowExpr');
  const link = as(source, 'SubLink');
  if (row !== undefined) {
    const value = fieldsOf(scope, scope.frame.tools.value(scope, source))?.[index];
    if (value !== undefined) return { value, node: row.args?.[index] };
  }
  if (link !== undefined) {
    const value = scope.frame.tools.query(scope, link.subselect)[index];
    if (value !== undefined) return { value, node: link.subselect };
  }
  throw refuse('unmodelled', 'an assignment to several columns at once');
};

/** The assignments of SET. An assignment to a field or element counts as one to its column, which keeps the rest. */
export const readSetList = (scope: Scope, targets: readonly Node[] | undefined): readonly Assignment[] =>
  (targets ?? []).map((node) => {
    const target = as(node, 'ResTarget');
    const column = target?.name ?? '';
    const several = as(target?.val, 'MultiAssignRef');
    const { value, node: assigned } =
      several === undefined
        ? { value: scope.frame.tools.value(scope, target?.val), node: target?.val }
        : multiple(scope, several.source, (several.colno ?? 1) - 1);
    const places = (target?.indirection ?? []).flatMap((part) => {
      const indices = as(part, 'A_Indices');
      return [indices?.lidx, indices?.uidx].flatMap((index) =>
        index === undefined ? [] : [scope.frame.tools.value(scope, index)],
      );
    });
    return { column, value: places.length === 0 ? value : derived('assigned', [value, ...places], 0), nodes: [assigned] };
  });

export const relationTarget = (item: Item): Relation => {
  if (item.relation === undefined) throw refuse('unresolved', 'the target of the statement');
  return item.relation;
};

export const readUpdate = (parent: Scope, update: UpdateStmt): readonly OutputColumn[] => {
  const scope = withCtes(childScope(parent), update.withClause);
  const item = relationItem(scope, update.relation);
  const relation = relationTarget(item);
  const others = readFrom(withItems(scope, [item]), update.fromClause);
  const all = withItems(scope, [item, ...others]);
  all.frame.tools.condition(all, update.whereClause, 'where');
  const sets = readSetList(all, update.targetList);
  recordAssignments(scope, relation, sets, [...(update.fromClause ?? []), ...ctesOf(update.withClause)]);
  recordEffects(scope, relation, 'update');
  const after = writtenItem(scope, item, relation, sets);
  const returned = returnedItem(scope, relation, 'update', item, after);
  return readReturning(scope, update.returningClause, { before: item, after: returned, visible: [returned, ...others] });
};

export const readDelete = (parent: Scope, stmt: DeleteStmt): readonly OutputColumn[] => {
  const scope = withCtes(childScope(parent), stmt.withClause);
  const item = relationItem(scope, stmt.relation);
  const relation = relationTarget(item);
  const others = readFrom(withItems(scope, [item]), stmt.usingClause);
  const all = withItems(scope, [item, ...others]);
  all.frame.tools.condition(all, stmt.whereClause, 'where');
  recordEffects(scope, relation, 'delete');
  const returned = returnedItem(scope, relation, 'delete', item, item);
  return readReturning(scope, stmt.returningClause, { before: returned, after: returned, visible: [returned, ...others] });
};
