/** Classes that a column has of others: of the same column in a parent or child, of the key that it references. */
import { columnKey, type Catalog, type ColumnKey, type Relation } from '../catalog/types.ts';
import type { Classified } from './types.ts';

export interface Spreading {
  readonly found: Map<ColumnKey, Classified>;
  /** Columns of which the policy says that they have no class. */
  readonly exempt: ReadonlySet<ColumnKey>;
}

type Pair = readonly [from: ColumnKey, to: ColumnKey, origin: (known: Classified) => Classified['origin']];

/** Columns of the same name. */
const inherited = (from: Relation, to: Relation): readonly Pair[] =>
  from.columns.flatMap((column): readonly Pair[] => {
    const other = to.columns.find(({ name }) => name === column.name);
    return other === undefined
      ? []
      : [[columnKey(from.oid, column.attnum), columnKey(to.oid, other.attnum), ({ origin }) => origin]];
  });

const referenced = (catalog: Catalog, relation: Relation): readonly Pair[] =>
  relation.constraints.flatMap(({ kind, attnums, foreignRelation, foreignAttnums }) => {
    const target = kind === 'f' ? catalog.relation(foreignRelation) : undefined;
    return target === undefined
      ? []
      : attnums.flatMap((attnum, index): readonly Pair[] => {
          const there = target.columns.find((column) => column.attnum === foreignAttnums[index]);
          if (there === undefined) return [];
          const text = `references ${target.schema}.${target.name}.${there.name}`;
          return [
            [
              columnKey(target.oid, there.attnum),
              columnKey(relation.oid, attnum),
              ({ origin: { file, line, column } }) => ({ source: 'foreign-key', file, line, column, text }),
            ],
          ];
        });
  });

/** Rows of a child or a partition are read through its parent too, so that its classes go both ways; until nothing changes. */
export const spread = (catalog: Catalog, { found, exempt }: Spreading, foreignKeys: boolean): void => {
  const pairs: Pair[] = [];
  for (const relation of catalog.relations()) {
    for (const oid of relation.parents) {
      const parent = catalog.relation(oid);
      if (parent !== undefined) pairs.push(...inherited(parent, relation), ...inherited(relation, parent));
    }
    if (foreignKeys) pairs.push(...referenced(catalog, relation));
  }
  let changed = pairs.length > 0;
  while (changed) {
    changed = false;
    for (const [from, to, origin] of pairs) {
      const known = found.get(from);
      if (known === undefined || found.has(to) || exempt.has(to)) continue;
      found.set(to, { column: to, class: known.class, origin: origin(known) });
      changed = true;
    }
  }
};
