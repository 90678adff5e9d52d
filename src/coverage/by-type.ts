/** Remembers what a mask does on a type: a schema has many columns and few types. */
import type { Catalog, Column } from '../catalog/types.ts';
import type { MaskSpec } from '../masking/types.ts';

type Typed = Pick<Column, 'type' | 'typmod'>;

/** `judge` has to depend on nothing but what it is given. */
export const byType = <T>(
  judge: (mask: MaskSpec, className: string, column: Typed, catalog: Catalog) => T,
): ((mask: MaskSpec, className: string, column: Typed, catalog: Catalog) => T) => {
  const known = new WeakMap<Catalog, Map<MaskSpec, Map<string, T>>>();
  return (mask, className, column, catalog) => {
    const masks = known.get(catalog) ?? new Map<MaskSpec, Map<string, T>>();
    known.set(catalog, masks);
    const types = masks.get(mask) ?? new Map<string, T>();
    masks.set(mask, types);
    const key = `${String(column.type)} ${String(column.typmod)} ${className}`;
    const before = types.get(key);
    if (before !== undefined || types.has(key)) return before as T;
    const found = judge(mask, className, column, catalog);
    types.set(key, found);
    return found;
  };
};
