/** The columns of relations as sources: inheritance, generated columns, views down to their base columns. */
import { type Catalog, type ColumnKey, columnKey, type Column, type Oid, type Relation } from '../catalog/types.ts';
import type { Frame } from './scope.ts';
import type { OutputColumn, Source } from './types.ts';
import { named, plain, union } from './value.ts';

/** All that is above and below a relation by inheritance or partitioning, itself left out. */
const kin = (catalog: Catalog, relation: Relation): readonly Relation[] => {
  const found = new Map<Oid, Relation>();
  const walk = (of: Relation, next: (of: Relation) => readonly Oid[]): void => {
    for (const oid of next(of)) {
      const other = catalog.relation(oid);
      if (other === undefined || found.has(oid)) continue;
      found.set(oid, other);
      walk(other, next);
    }
  };
  walk(relation, (of) => of.parents);
  walk(relation, (of) => catalog.children(of.oid));
  return [...found.values()];
};

/** The same column in parents and children: a class given to one of them counts for all. */
const inherited = (relatives: readonly Relation[], name: string): readonly Source[] =>
  relatives.flatMap((relation): readonly Source[] => {
    const column = relation.columns.find((entry) => entry.name === name);
    return column === undefined ? [] : [{ column: columnKey(relation.oid, column.attnum), way: 'identity', via: ['inherited'] }];
  });

const ownSource = (relation: Relation, column: Column): Source => ({
  column: columnKey(relation.oid, column.attnum),
  way: 'identity',
  via: [],
});

const tableColumns = (catalog: Catalog, relation: Relation): readonly OutputColumn[] => {
  const relatives = kin(catalog, relation);
  return relation.columns.map((column) =>
    named(column.name, {
      ...plain(column.type),
      sources: union([[ownSource(relation, column)], inherited(relatives, column.name)]),
    }),
  );
};

const known = new WeakMap<Catalog, Map<Oid, readonly OutputColumn[]>>();

/** A relation's columns in order, each with all that can show in it. */
export const relationColumns = (frame: Frame, relation: Relation): readonly OutputColumn[] => {
  const { catalog } = frame.names;
  let inCatalog = known.get(catalog);
  if (inCatalog === undefined) {
    inCatalog = new Map();
    known.set(catalog, inCatalog);
  }
  let columns = inCatalog.get(relation.oid);
  if (columns === undefined) {
    columns = tableColumns(catalog, relation);
    inCatalog.set(relation.oid, columns);
  }
  return columns;
};

/** The base columns that an assignment to a view's column reaches. */
export const writtenBelow = (frame: Frame, relation: Relation, name: string): readonly ColumnKey[] => {
  if (relation.kind !== 'v') return [];
  const column = relationColumns(frame, relation).find((entry) => entry.name === name);
  return (column?.sources ?? []).filter((source) => source.way === 'identity').map((source) => source.column);
};

/** The relations that a write to a view reaches. */
export const writtenRelations = (frame: Frame, relation: Relation): readonly Relation[] => {
  if (relation.kind !== 'v') return [];
  const oids = new Set(
    relationColumns(frame, relation).flatMap((column) =>
      column.sources.filter((source) => source.way === 'identity').map((source) => Number(source.column.split('.')[0])),
    ),
  );
  return [...oids].flatMap((oid) => frame.names.catalog.relation(oid) ?? []);
};
