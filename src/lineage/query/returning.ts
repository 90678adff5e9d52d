/** RETURNING, with the old and new rows of PostgreSQL 18. */
import type { ReturningClause } from 'libpg-query';
import { as } from '../ast.ts';
import { type Item, type Scope, withItems } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import { readTargets } from './targets.ts';

export interface Rows {
  /** The target as it was, as it is now, and what else RETURNING may name, in the order of `*`. */
  readonly before: Item;
  readonly after: Item;
  readonly visible: readonly Item[];
}

const transition = (alias: string, item: Item): Item => ({ ...item, alias, schema: undefined, columnsVisible: false });

/** Undefined for a statement that returns no rows. */
export const readReturning = (scope: Scope, clause: ReturningClause | undefined, rows: Rows): readonly OutputColumn[] => {
  if (clause === undefined) return [];
  let old = 'old';
  let fresh = 'new';
  for (const node of clause.options ?? []) {
    const option = as(node, 'ReturningOption');
    if (option?.option === 'RETURNING_OPTION_OLD') old = option.value ?? old;
    if (option?.option === 'RETURNING_OPTION_NEW') fresh = option.value ?? fresh;
  }
  const taken = new Set(rows.visible.map((item) => item.alias));
  const both = [transition(old, rows.before), transition(fresh, rows.after)].filter((item) => !taken.has(item.alias));
  const hasTransitions = scope.frame.names.catalog.major >= 18;
  return readTargets(withItems(scope, hasTransitions ? [...rows.visible, ...both] : rows.visible), clause.exprs);
};
