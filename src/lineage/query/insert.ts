/** INSERT, with ON CONFLICT. */
import type { InsertStmt, Node, OnConflictClause, SelectStmt } from 'libpg-query';
import type { Relation } from '../../catalog/types.ts';
import { as } from '../ast.ts';
import { readCondition, readKey } from '../expressions/predicates.ts';
import { relationItem } from '../from/relation.ts';
import { childScope, type Item, type Scope, withItems } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import { refuse } from '../unreadable.ts';
import { eitherOf } from '../value.ts';
import { withCtes } from './cte.ts';
import { readReturning } from './returning.ts';
import { returnedItem } from './rules.ts';
import { readValueRows } from './select.ts';
import { readSetList } from './update.ts';
import { type Assignment, ctesOf, recordAssignments, recordEffects, writtenItem } from './writes.ts';

/** The columns an INSERT names, else all, in order. */
export const targetNames = (relation: Relation, cols: readonly Node[] | undefined): readonly string[] =>
  cols === undefined ? relation.columns.map((column) => column.name) : cols.map((node) => as(node, 'ResTarget')?.name ?? '');

const fromRows = (scope: Scope, names: readonly string[], insert: SelectStmt): readonly Assignment[] => {
  const inner = withCtes(childScope(scope), insert.withClause);
  const rows = readValueRows(inner, insert);
  const nodes = (insert.valuesLists ?? []).map((row) => as(row, 'List')?.items ?? []);
  if (rows.some((row) => row.length > names.length)) throw refuse('unresolved', 'an INSERT of more values than columns');
  return names.map((column, index) => ({
    column,
    value: eitherOf(rows.flatMap((row) => row[index] ?? [])),
    nodes: nodes.map((row) => row[index]),
  }));
};

const selectOf = (node: Node | undefined) => as(node, 'SelectStmt');

const fromQuery = (scope: Scope, names: readonly string[], node: Node): readonly Assignment[] => {
  const columns = scope.frame.tools.query(scope, node);
  if (columns.length > names.length) throw refuse('unresolved', 'an INSERT of more values than columns');
  const targets = selectOf(node)?.targetList ?? [];
  const aligned = targets.length === columns.length;
  return columns.map((value, index) => ({
    column: names[index] ?? '',
    value,
    nodes: aligned ? [as(targets[index], 'ResTarget')?.val] : [node],
  }));
};

const assignmentsOf = (scope: Scope, names: readonly string[], node: Node | undefined): readonly Assignment[] => {
  const select = selectOf(node);
  if (node === undefined || select === undefined) return [];
  const plainRows = select.valuesLists !== undefined && select.sortClause === undefined && select.limitCount === undefined;
  return plainRows ? fromRows(scope, names, select) : fromQuery(scope, names, node);
};

/** `excluded`: the row that was proposed. */
const excludedItem = (scope: Scope, item: Item, relation: Relation, assignments: readonly Assignment[]): Item => ({
  ...writtenItem(scope, item, relation, assignments),
  alias: 'excluded',
  schema: undefined,
  columnsVisible: false,
});

const readConflict = (
  scope: Scope,
  clause: OnConflictClause,
  item: Item,
  relation: Relation,
  assignments: readonly Assignment[],
): readonly Assignment[] => {
  const target = withItems(scope, [item]);
  for (const node of clause.infer?.indexElems ?? []) {
    const element = as(node, 'IndexElem');
    const expression: Node | undefined =
      element?.expr ??
      (element?.name === undefined ? undefined : { ColumnRef: { fields: [{ String: { sval: element.name } }] } });
    if (expression !== undefined) readKey(target, scope.frame.tools.value(target, expression), 'conflict', '=');
  }
  readCondition(target, clause.infer?.whereClause, 'conflict');
  if (clause.action !== 'ONCONFLICT_UPDATE') return [];
  const both = withItems(scope, [item, excludedItem(scope, item, relation, assignments)]);
  // Unlike the arbiter, whose columns are a constraint's, this condition is the statement's own.
  readCondition(both, clause.whereClause, 'where');
  const sets = readSetList(both, clause.targetList);
  recordAssignments(scope, relation, sets);
  recordEffects(scope, relation, 'update');
  return sets;
};

export const readInsert = (parent: Scope, insert: InsertStmt): readonly OutputColumn[] => {
  const scope = withCtes(childScope(parent), insert.withClause);
  const item = relationItem(scope, insert.relation);
  const { relation } = item;
  if (relation === undefined) throw refuse('unresolved', 'the target of an INSERT');
  const names = targetNames(relation, insert.cols);
  const assignments = assignmentsOf(scope, names, insert.selectStmt);
  const select = selectOf(insert.selectStmt);
  const beside = [...(select?.fromClause ?? []), ...ctesOf(select?.withClause), ...ctesOf(insert.withClause)];
  recordAssignments(scope, relation, assignments, beside);
  recordEffects(scope, relation, 'insert');
  const updates =
    insert.onConflictClause === undefined ? [] : readConflict(scope, insert.onConflictClause, item, relation, assignments);
  const after = writtenItem(scope, item, relation, [...assignments, ...updates]);
  const returned = returnedItem(scope, relation, 'insert', item, after);
  return readReturning(scope, insert.returningClause, { before: item, after: returned, visible: [returned] });
};
