/** ORDER BY, GROUP BY and DISTINCT ON: expressions that may name output columns. findTargetlistEntrySQL92. */
import type { Node } from 'libpg-query';
import { as, integerConstant, stringOf } from '../ast.ts';
import { readKey } from '../expressions/predicates.ts';
import { findColumn, type Scope } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import type { Value } from '../value.ts';

const bareName = (node: Node): string | undefined => {
  const fields = as(node, 'ColumnRef')?.fields ?? [];
  return fields.length === 1 ? stringOf(fields[0]) : undefined;
};

/** Output names come first in ORDER BY and DISTINCT ON, input columns in GROUP BY. */
const keyValue = (scope: Scope, node: Node, outputs: readonly OutputColumn[], clause: 'order' | 'group' | 'distinct'): Value => {
  const place = integerConstant(node);
  const placed = place === undefined ? undefined : outputs[place - 1];
  if (placed !== undefined) return placed;
  const name = bareName(node);
  if (name !== undefined && (clause !== 'group' || findColumn({ ...scope, parent: undefined }, name) === undefined)) {
    const output = outputs.find((column) => column.name === name);
    if (output !== undefined) return output;
  }
  return scope.frame.tools.value(scope, node);
};

const groupNodes = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node): readonly Node[] => {
    const set = as(node, 'GroupingSet');
    if (set !== undefined) return groupNodes(set.content ?? []);
    const row = as(node, 'RowExpr') ?? undefined;
    return row?.row_format === 'COERCE_IMPLICIT_CAST' ? groupNodes(row.args ?? []) : [node];
  });

export const readGroup = (scope: Scope, nodes: readonly Node[] | undefined, outputs: readonly OutputColumn[]): void => {
  for (const node of groupNodes(nodes ?? [])) readKey(scope, keyValue(scope, node, outputs, 'group'), 'group', 'group');
};

export const readOrder = (scope: Scope, nodes: readonly Node[] | undefined, outputs: readonly OutputColumn[]): void => {
  for (const entry of nodes ?? []) {
    const node = as(entry, 'SortBy')?.node;
    if (node !== undefined) readKey(scope, keyValue(scope, node, outputs, 'order'), 'order', 'order');
  }
};

/** Plain DISTINCT is a list with one empty node. */
export const readDistinct = (scope: Scope, nodes: readonly Node[] | undefined, outputs: readonly OutputColumn[]): void => {
  if (nodes === undefined) return;
  const on = nodes.filter((node) => Object.keys(node).length > 0);
  const keys: readonly Value[] = on.length === 0 ? outputs : on.map((node) => keyValue(scope, node, outputs, 'distinct'));
  for (const key of keys) readKey(scope, key, 'distinct', 'distinct');
};
