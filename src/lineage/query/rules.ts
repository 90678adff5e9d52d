/** RETURNING through rules: an INSTEAD rule's own RETURNING list gives the rows. */
import type { Relation, Rule } from '../../catalog/types.ts';
import { rangeOfRow } from '../relations.ts';
import type { Item, Scope } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import { either, named } from '../value.ts';

/** Rules refer to the old row as relation 1, and to the new row as relation 2. */
const returnedBy = (
  scope: Scope,
  relation: Relation,
  rule: Rule,
  before: Item,
  after: Item,
): readonly OutputColumn[] | undefined =>
  scope.frame.tools.stored.rule(
    scope.frame,
    rule.tree,
    new Map([
      [1, rangeOfRow(relation, before.columns)],
      [2, rangeOfRow(relation, after.columns)],
    ]),
  );

/** The rows that RETURNING sees: those written, or those that a rule gives instead. */
export const returnedItem = (scope: Scope, relation: Relation, event: Rule['event'], before: Item, after: Item): Item => {
  let { columns } = after;
  for (const rule of relation.rules) {
    if (rule.event !== event || !rule.instead) continue;
    const instead = returnedBy(scope, relation, rule, before, after);
    columns = columns.map((column, index) => {
      const other = instead?.[index];
      return other === undefined ? column : named(column.name, { ...either(column, other), type: column.type });
    });
  }
  return columns === after.columns ? after : { ...after, columns };
};
