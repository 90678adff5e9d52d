/**
 * Which outputs are stored values of one and the same row of a table, so that one may say how another is masked. This is
 * known beside the columns, by their identity as objects: whatever computes a value makes a new object, which is of no row,
 * and only what hands a stored value on unchanged says so.
 */
import { type ColumnKey, columnKey, type Relation } from '../catalog/types.ts';
import type { OutputColumn } from './types.ts';

type Value = Omit<OutputColumn, 'name'>;

interface Place {
  /** One for each time that the table is in a FROM clause. */
  readonly row: object;
  readonly column: ColumnKey;
}

const places = new WeakMap<Value, Place>();

const put = <T extends Value>(place: Place | undefined, value: T): T => {
  if (place !== undefined) places.set(value, place);
  return value;
};

/** Tables, partitioned and foreign ones: what a view shows need not be stored. */
const storesRows = ({ kind }: Relation): boolean => 'rpf'.includes(kind);

/** The columns of one occurrence of the relation, in its order. */
export const ofOneRow = (relation: Relation, columns: readonly OutputColumn[]): readonly OutputColumn[] => {
  if (!storesRows(relation)) return columns;
  const row = {};
  return columns.map((column, index) => {
    const definition = relation.columns[index];
    const place = definition?.generated === '' ? { row, column: columnKey(relation.oid, definition.attnum) } : undefined;
    return put(place, { ...column });
  });
};

/** `to` is `from` under another name. */
export const handedOn = (from: Value, to: OutputColumn): OutputColumn => put(places.get(from), to);

/** The same columns once more, as for a second reference to a WITH query: its rows are others than those of the first. */
export const onceMore = (columns: readonly OutputColumn[]): readonly OutputColumn[] => {
  const rows = new Map<object, object>();
  return columns.map((column) => {
    const place = places.get(column);
    if (place === undefined) return column;
    const row = rows.get(place.row) ?? {};
    rows.set(place.row, row);
    return put({ row, column: place.column }, { ...column });
  });
};

/** The same columns, of which no two are known to be of one row. */
export const ofNoRow = (columns: readonly OutputColumn[]): readonly OutputColumn[] =>
  columns.map((column) => (places.has(column) ? { ...column } : column));

/** The columns with what is known, as data: rows are numbered as they come. */
export const withRows = (columns: readonly OutputColumn[]): readonly OutputColumn[] => {
  const numbers = new Map<object, number>();
  return columns.map((column) => {
    const place = places.get(column);
    if (place === undefined) return column;
    const row = numbers.get(place.row) ?? numbers.size;
    numbers.set(place.row, row);
    return { ...column, stored: { row, column: place.column } };
  });
};
