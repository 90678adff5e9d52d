/** Generated columns hold what their expression makes of other columns of the same relation. */
import { columnKey, type Column, type ColumnKey, type Relation } from '../catalog/types.ts';

/**
 * The columns that a generation expression reads, from its pg_node_tree. Constants are printed there as bytes, so that
 * no text of theirs can look like a Var node; an expression can refer to its own relation only.
 */
const columnsRead = (relation: Relation, tree: string): readonly ColumnKey[] =>
  [...tree.matchAll(/\{VAR :varno \d+ :varattno (-?\d+)/g)].map(([, attnum]) => columnKey(relation.oid, Number(attnum)));

const readBy = (relation: Relation, { defaultTree, generatedFrom }: Column): readonly ColumnKey[] =>
  defaultTree === undefined
    ? (generatedFrom ?? []).map((attnum) => columnKey(relation.oid, attnum))
    : columnsRead(relation, defaultTree);

export const generatedFrom = (
  relation: Relation,
): readonly { readonly column: ColumnKey; readonly from: readonly ColumnKey[] }[] =>
  relation.columns.flatMap((column) =>
    column.generated === '' ? [] : [{ column: columnKey(relation.oid, column.attnum), from: readBy(relation, column) }],
  );
