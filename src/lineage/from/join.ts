/** Joins: which columns they merge, and what stays visible of their sides. transformFromClauseItem in parse_clause.c. */
import type { JoinExpr } from 'libpg-query';
import { strings } from '../ast.ts';
import { preserving } from '../expressions/core.ts';
import { compareValues } from '../expressions/predicates.ts';
import { handedOn } from '../rows.ts';
import { type Item, type Scope, withItems } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import { refuse } from '../unreadable.ts';
import { either, named, union } from '../value.ts';
import { aliasColumns, renamed } from './alias.ts';

export type ReadItems = (scope: Scope, node: JoinExpr['larg']) => readonly Item[];

const visibleColumns = (items: readonly Item[]): readonly OutputColumn[] =>
  items.flatMap((item) => (item.columnsVisible ? item.columns : []));

const only = (columns: readonly OutputColumn[], name: string): OutputColumn => {
  const found = columns.filter((column) => column.name === name);
  const [column] = found;
  if (column === undefined || found.length > 1) throw refuse('unresolved', `column "${name}" in USING`);
  return column;
};

const mergedColumn = (join: JoinExpr, name: string, left: OutputColumn, right: OutputColumn): OutputColumn => {
  if (join.jointype === 'JOIN_FULL') return named(name, preserving('coalesce', either(left, right)));
  const kept = join.jointype === 'JOIN_RIGHT' ? right : left;
  return handedOn(kept, named(name, kept));
};

const usingNames = (join: JoinExpr, left: readonly OutputColumn[], right: readonly OutputColumn[]): readonly string[] => {
  if (join.isNatural !== true) return strings(join.usingClause);
  const others = new Set(right.map((column) => column.name));
  return left.map((column) => column.name).filter((name) => others.has(name));
};

interface Merged {
  readonly shared: readonly OutputColumn[];
  readonly all: readonly OutputColumn[];
}

const merge = (scope: Scope, join: JoinExpr, lefts: readonly OutputColumn[], rights: readonly OutputColumn[]): Merged => {
  const names = usingNames(join, lefts, rights);
  const shared = names.map((name) => {
    const left = only(lefts, name);
    const right = only(rights, name);
    scope.frame.recorder.touch(union([left.sources, right.sources]));
    compareValues(scope, 'join', '=', left, right);
    return mergedColumn(join, name, left, right);
  });
  const rest = (columns: readonly OutputColumn[]): readonly OutputColumn[] =>
    columns.filter((column) => !names.includes(column.name));
  return { shared, all: [...shared, ...rest(lefts), ...rest(rights)] };
};

const joinItem = (
  alias: string,
  columns: readonly OutputColumn[],
  visible: { readonly row: boolean; readonly columns: boolean },
): Item => ({
  alias,
  schema: undefined,
  columns,
  relation: undefined,
  rowType: 0,
  scalarRow: false,
  rowVisible: visible.row,
  columnsVisible: visible.columns,
});

/** `scope` sees what stands to the left of the whole join, for LATERAL. */
export const readJoin = (join: JoinExpr, scope: Scope, read: ReadItems): readonly Item[] => {
  const left = read(scope, join.larg);
  const right = read(withItems(scope, [...scope.items, ...left]), join.rarg);
  const both = [...left, ...right];
  const merging = join.isNatural === true || join.usingClause !== undefined;
  const merged = merging
    ? merge(scope, join, visibleColumns(left), visibleColumns(right))
    : { shared: [], all: visibleColumns(both) };
  scope.frame.tools.condition(withItems(scope, both), join.quals, 'join');
  if (join.alias !== undefined) {
    return [joinItem(join.alias.aliasname ?? '', renamed(merged.all, aliasColumns(join.alias)), { row: true, columns: true })];
  }
  if (!merging) return both;
  const hidden = both.map((item) => ({ ...item, columnsVisible: false }));
  const using = join.join_using_alias?.aliasname;
  return [
    ...hidden,
    joinItem('', merged.all, { row: false, columns: true }),
    ...(using === undefined ? [] : [joinItem(using, merged.shared, { row: true, columns: false })]),
  ];
};
