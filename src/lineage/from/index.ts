/** The FROM clause: its items from left to right, each seeing those before it if it is LATERAL. */
import type { Node } from 'libpg-query';
import { as, tagOf } from '../ast.ts';
import { type Item, type Scope, withItems } from '../scope.ts';
import { unmodelled } from '../unreadable.ts';
import type { RangeSubselect } from 'libpg-query';
import { aliasColumns, renamed } from './alias.ts';
import { readRangeFunction } from './function.ts';
import { readJoin } from './join.ts';
import { readRangeVar } from './relation.ts';
import { readJsonTable, readXmlTable } from './table-functions.ts';

const readSubselect = (range: RangeSubselect, scope: Scope): readonly Item[] => {
  const parent = range.lateral === true ? scope : withItems(scope, []);
  const columns = renamed(scope.frame.tools.query(parent, range.subquery), aliasColumns(range.alias));
  const alias = range.alias?.aliasname;
  return [
    {
      alias: alias ?? '',
      schema: undefined,
      columns,
      relation: undefined,
      rowType: 0,
      scalarRow: false,
      rowVisible: alias !== undefined,
      columnsVisible: true,
    },
  ];
};

const readItems = (scope: Scope, node: Node | undefined): readonly Item[] => {
  if (node === undefined) return [];
  const range = as(node, 'RangeVar');
  if (range !== undefined) return readRangeVar(range, scope);
  const subselect = as(node, 'RangeSubselect');
  if (subselect !== undefined) return readSubselect(subselect, scope);
  const fn = as(node, 'RangeFunction');
  if (fn !== undefined) return readRangeFunction(fn, scope);
  const join = as(node, 'JoinExpr');
  if (join !== undefined) return readJoin(join, scope, readItems);
  const xml = as(node, 'RangeTableFunc');
  if (xml !== undefined) return readXmlTable(xml, scope);
  const json = as(node, 'JsonTable');
  if (json !== undefined) return readJsonTable(json, scope);
  const sample = as(node, 'RangeTableSample');
  if (sample === undefined) throw unmodelled(tagOf(node));
  for (const arg of [...(sample.args ?? []), sample.repeatable]) scope.frame.tools.condition(scope, arg, 'other');
  return readItems(scope, sample.relation);
};

/** `scope` has the query's CTEs and, for DML, the items that FROM may refer to. */
export const readFrom = (scope: Scope, nodes: readonly Node[] | undefined): readonly Item[] => {
  let found: readonly Item[] = [];
  for (const node of nodes ?? []) found = [...found, ...readItems(withItems(scope, [...scope.items, ...found]), node)];
  return found;
};
