/** SELECT, VALUES and set operations. */
import type { SelectStmt, WindowDef } from 'libpg-query';
import { as } from '../ast.ts';
import { pinnedBy } from '../expressions/pinned.ts';
import { compareValues, readKey } from '../expressions/predicates.ts';
import { readFrom } from '../from/index.ts';
import { expandedValues } from '../expressions/core.ts';
import { childScope, type Item, type Scope, withItems } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import { refuse } from '../unreadable.ts';
import { computedRow, either, eitherOf, named, steering, type Value, withSources } from '../value.ts';
import { withCtes } from './cte.ts';
import { readDistinct, readGroup, readOrder } from './keys.ts';
import { readTargets } from './targets.ts';

const windowsOf = (select: SelectStmt): ReadonlyMap<string, WindowDef> => {
  const found = new Map<string, WindowDef>();
  for (const node of select.windowClause ?? []) {
    const window = as(node, 'WindowDef');
    if (window?.name !== undefined) found.set(window.name, window);
  }
  return found;
};

const readLimits = (scope: Scope, select: SelectStmt): void => {
  for (const node of [select.limitCount, select.limitOffset]) {
    if (node !== undefined) readKey(scope, scope.frame.tools.value(scope, node), 'limit', 'limit');
  }
};

/** FOR UPDATE and its like lock rows: the relations count as targets. */
const readLocking = (scope: Scope, select: SelectStmt, items: readonly Item[]): void => {
  if (select.lockingClause === undefined) return;
  for (const { relation } of items) if (relation !== undefined) scope.frame.recorder.target(relation.oid);
};

const readSimple = (outer: Scope, select: SelectStmt): readonly OutputColumn[] => {
  const items = readFrom(outer, select.fromClause);
  const visible: Scope = { ...withItems(outer, items), windows: windowsOf(select) };
  const scope: Scope = { ...visible, pinned: pinnedBy(visible, select.whereClause) };
  scope.frame.tools.condition(scope, select.whereClause, 'where');
  const outputs = readTargets(scope, select.targetList);
  readGroup(scope, select.groupClause, outputs);
  scope.frame.tools.condition(scope, select.havingClause, 'having');
  readDistinct(scope, select.distinctClause, outputs);
  readOrder(scope, select.sortClause, outputs);
  readLimits(outer, select);
  readLocking(scope, select, items);
  return outputs;
};

/** The rows of a VALUES list, as values by column. */
export const readValueRows = (scope: Scope, select: SelectStmt): readonly (readonly Value[])[] =>
  (select.valuesLists ?? []).map((row) => expandedValues(scope, as(row, 'List')?.items));

const readValues = (outer: Scope, select: SelectStmt): readonly OutputColumn[] => {
  const rows = readValueRows(outer, select);
  const [first = []] = rows;
  const outputs = first.map((_, index) => {
    const column = rows.flatMap((row) => {
      const value = row[index];
      return value === undefined ? [] : [value];
    });
    return named(`column${index + 1}`, computedRow(eitherOf(column)));
  });
  readOrder(outer, select.sortClause, outputs);
  readLimits(outer, select);
  return outputs;
};

/** Left and right as one: the names of the left; of EXCEPT the right only decides which rows stay. */
export const combine = (
  select: SelectStmt,
  left: readonly OutputColumn[],
  right: readonly OutputColumn[],
): readonly OutputColumn[] => {
  if (left.length !== right.length) throw refuse('unresolved', 'a set operation of different numbers of columns');
  return left.map((column, index) => {
    const other = right[index] ?? column;
    return named(
      column.name,
      select.op === 'SETOP_EXCEPT' ? computedRow(withSources(column, steering('except', [other]))) : either(column, other),
    );
  });
};

const readSetOperation = (outer: Scope, select: SelectStmt): readonly OutputColumn[] => {
  const left = select.larg === undefined ? [] : readSelectIn(outer, select.larg);
  const right = select.rarg === undefined ? [] : readSelectIn(outer, select.rarg);
  const outputs = combine(select, left, right);
  if (select.all !== true || select.op !== 'SETOP_UNION') {
    for (const [index, column] of left.entries()) compareValues(outer, 'setop', 'setop', column, right[index] ?? column);
  }
  readOrder(outer, select.sortClause, outputs);
  readLimits(outer, select);
  return outputs;
};

/** `parent` is what the query can refer to from outside of itself. */
export const readSelectIn = (parent: Scope, select: SelectStmt): readonly OutputColumn[] => {
  if (select.intoClause !== undefined) throw refuse('unmodelled', 'SELECT INTO inside a query');
  const outer = withCtes(childScope(parent), select.withClause);
  if (select.op !== undefined && select.op !== 'SETOP_NONE') return readSetOperation(outer, select);
  return select.valuesLists === undefined ? readSimple(outer, select) : readValues(outer, select);
};
