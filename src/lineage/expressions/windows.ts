/** OVER clauses and named windows. */
import type { WindowDef } from 'libpg-query';
import { as } from '../ast.ts';
import type { Scope } from '../scope.ts';
import type { Value } from '../value.ts';
import { refuse } from '../unreadable.ts';
import { readKey } from './predicates.ts';

const namedWindow = (scope: Scope, name: string): WindowDef => {
  const found = scope.windows.get(name);
  if (found === undefined) throw refuse('unresolved', `window "${name}"`);
  return found;
};

/** The values that partition, order and frame a window; recorded as uses of their columns. */
export const readWindow = (scope: Scope, window: WindowDef): readonly Value[] => {
  const { tools } = scope.frame;
  const inherited =
    window.refname ?? (window.partitionClause === undefined && window.orderClause === undefined ? window.name : undefined);
  const base =
    inherited === undefined || scope.windows.get(inherited) === window ? [] : readWindow(scope, namedWindow(scope, inherited));
  const partition = (window.partitionClause ?? []).map((node) => tools.value(scope, node));
  const order = (window.orderClause ?? []).map((node) => tools.value(scope, as(node, 'SortBy')?.node));
  const frame = [window.startOffset, window.endOffset].flatMap((node) => (node === undefined ? [] : [tools.value(scope, node)]));
  for (const value of partition) readKey(scope, value, 'window', 'group');
  for (const value of [...order, ...frame]) readKey(scope, value, 'window', 'order');
  return [...base, ...partition, ...order, ...frame];
};
