/** XMLTABLE and JSON_TABLE: every column can show any part of the document. */
import type { JsonTable, Node, RangeTableFunc } from 'libpg-query';
import { as } from '../ast.ts';
import { readKey } from '../expressions/predicates.ts';
import { passed } from '../expressions/sql-json.ts';
import { typeOf } from '../names.ts';
import type { Item, Scope } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import { refuse } from '../unreadable.ts';
import { derived, named, plain, type Value } from '../value.ts';
import { aliasColumns, renamed } from './alias.ts';

const tableItem = (alias: string, columns: readonly OutputColumn[]): Item => ({
  alias,
  schema: undefined,
  columns,
  relation: undefined,
  rowType: 0,
  scalarRow: false,
  rowVisible: true,
  columnsVisible: true,
});

const readEach = (scope: Scope, nodes: readonly (Node | undefined)[]): readonly Value[] =>
  nodes.flatMap((node) => (node === undefined ? [] : [scope.frame.tools.value(scope, node)]));

/** A path picks the rows out of the document, as WHERE would. */
const rowsBy = (scope: Scope, parts: readonly Value[]): void => {
  for (const part of parts) readKey(scope, part, 'other', 'function');
};

export const readXmlTable = (range: RangeTableFunc, scope: Scope): readonly Item[] => {
  const namespaces = (range.namespaces ?? []).map((entry) => as(entry, 'ResTarget')?.val);
  const shared = readEach(scope, [range.docexpr, range.rowexpr, ...namespaces]);
  rowsBy(scope, shared);
  const columns = (range.columns ?? []).map((entry) => {
    const column = as(entry, 'RangeTableFuncCol');
    const type = typeOf(scope.frame.names, column?.typeName)?.oid ?? 0;
    const own = readEach(scope, [column?.colexpr, column?.coldefexpr]);
    return named(
      column?.colname ?? '',
      column?.for_ordinality === true ? derived('xmltable', shared, 23) : derived('xmltable', [...shared, ...own], type),
    );
  });
  return [tableItem(range.alias?.aliasname ?? 'xmltable', renamed(columns, aliasColumns(range.alias)))];
};

const jsonColumns = (scope: Scope, nodes: readonly Node[] | undefined, shared: readonly Value[]): readonly OutputColumn[] =>
  (nodes ?? []).flatMap((entry) => {
    const column = as(entry, 'JsonTableColumn');
    if (column === undefined) return [];
    if (column.columns !== undefined) return jsonColumns(scope, column.columns, shared);
    const type = typeOf(scope.frame.names, column.typeName)?.oid ?? plain(23).type;
    const own = readEach(scope, [column.on_empty?.expr, column.on_error?.expr]);
    return [named(column.name ?? '', derived('json_table', [...shared, ...own], type))];
  });

export const readJsonTable = (table: JsonTable, scope: Scope): readonly Item[] => {
  const { major } = scope.frame.names.catalog;
  if (major < 17) throw refuse('syntax', `JSON_TABLE, which PostgreSQL ${String(major)} does not have`);
  const context = table.context_item?.raw_expr;
  const shared = [...readEach(scope, [context]), ...passed(scope, table.passing)];
  rowsBy(scope, shared);
  const columns = jsonColumns(scope, table.columns, shared);
  return [tableItem(table.alias?.aliasname ?? 'json_table', renamed(columns, aliasColumns(table.alias)))];
};
