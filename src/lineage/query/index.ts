/** The statements that can be a query: on their own, in FROM, in WITH. */
import type { Node } from 'libpg-query';
import { as, tagOf } from '../ast.ts';
import type { Scope } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import { unmodelled } from '../unreadable.ts';
import { readInsert } from './insert.ts';
import { readMerge } from './merge.ts';
import { readSelectIn } from './select.ts';
import { readDelete, readUpdate } from './update.ts';

export const readQuery = (parent: Scope, node: Node | undefined): readonly OutputColumn[] => {
  const select = as(node, 'SelectStmt');
  if (select !== undefined) return readSelectIn(parent, select);
  const insert = as(node, 'InsertStmt');
  if (insert !== undefined) return readInsert(parent, insert);
  const update = as(node, 'UpdateStmt');
  if (update !== undefined) return readUpdate(parent, update);
  const del = as(node, 'DeleteStmt');
  if (del !== undefined) return readDelete(parent, del);
  const merge = as(node, 'MergeStmt');
  if (merge !== undefined) return readMerge(parent, merge);
  throw unmodelled(node === undefined ? 'an empty query' : tagOf(node));
};
