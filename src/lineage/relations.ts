/** The columns of relations as sources: inheritance, generated columns, views down to their base columns. */
import { type Catalog, type ColumnKey, columnKey, type Column, type Oid, type Relation } from '../catalog/types.ts';
import { createRecorder } from './recorder.ts';
import type { Frame } from './scope.ts';
import type { ViewReading } from './stored/index.ts';
import type { Range } from './stored/scope.ts';
import type { OutputColumn, Source } from './types.ts';
import { refuse } from './unreadable.ts';
import { named, plain, rowOf, union, type Value, withSources } from './value.ts';

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

const ownSource = (relation: Relation, column: Column, via: readonly string[]): Source => ({
  column: columnKey(relation.oid, column.attnum),
  way: 'identity',
  via,
});

/** PostgreSQL 18 computes a virtual column where it is read; a stored one holds what it was given when its row was written. */
const virtualSources = (frame: Frame, relation: Relation, column: Column, columns: readonly OutputColumn[]): Value | undefined =>
  column.generated === 'v' && column.defaultTree !== undefined
    ? frame.tools.stored.value(frame, column.defaultTree, new Map([[1, rangeOfRow(relation, columns)]]))
    : undefined;

/** A row of the relation as stored expressions refer to it: by attnum, 0 for the whole. */
export const rangeOfRow = (relation: Relation, columns: readonly OutputColumn[]): Range => ({
  columns: () => columns,
  column: (attnum) => {
    if (attnum === 0) return rowOf(columns, relation.rowType);
    return columns[relation.columns.findIndex((column) => column.attnum === attnum)] ?? plain(0);
  },
});

const tableColumns = (frame: Frame, relation: Relation): readonly OutputColumn[] => {
  const relatives = kin(frame.names.catalog, relation);
  const columns = relation.columns.map((column) =>
    named(column.name, {
      ...plain(column.type),
      sources: union([[ownSource(relation, column, [])], inherited(relatives, column.name)]),
    }),
  );
  return columns.map((column, index) => {
    const definition = relation.columns[index];
    const computed = definition === undefined ? undefined : virtualSources(frame, relation, definition, columns);
    return computed === undefined
      ? column
      : named(column.name, { ...withSources(column, computed.sources), opaque: computed.opaque });
  });
};

const nothing: ViewReading['facts'] = {
  relations: [],
  targets: [],
  touched: [],
  predicates: [],
  writes: [],
  functions: [],
  effects: [],
};

/** Row security filters the rows by conditions that the owner wrote. */
const tableFacts = (frame: Frame, relation: Relation, columns: readonly OutputColumn[]): ViewReading['facts'] => {
  if (!relation.rowSecurity || relation.policyTrees.length === 0) return nothing;
  const recorder = createRecorder();
  const row = new Map([[1, rangeOfRow(relation, columns)]]);
  for (const tree of relation.policyTrees) frame.tools.stored.condition({ ...frame, recorder, arguments: undefined }, tree, row);
  const { touched, predicates } = recorder.facts();
  return { ...nothing, touched, predicates: predicates.map((use) => ({ ...use, clause: 'policy' })) };
};

/** A class may be given to the view's own column as well as to those below it. */
const viewColumns = (frame: Frame, relation: Relation): ViewReading => {
  const { columns, facts } = frame.tools.stored.view(frame, relation);
  if (columns.length !== relation.columns.length) throw refuse('unmodelled', `the definition of view "${relation.name}"`);
  return {
    facts,
    columns: relation.columns.map((column, index) => {
      const value = columns[index] ?? plain(column.type);
      return named(column.name, { ...withSources(value, [ownSource(relation, column, ['view'])]), type: column.type });
    }),
  };
};

/** Functions that a view calls are followed by the caller's search path. */
const known = new WeakMap<Catalog, Map<string, ViewReading>>();

const isView = ({ views }: Frame, { kind, viewTree, oid }: Relation): boolean =>
  kind === 'v' || (kind === 'm' && (viewTree !== undefined || views?.(oid) !== undefined));

/** A relation's columns in order, each with all that can show in it. */
export const relationColumns = (frame: Frame, relation: Relation): readonly OutputColumn[] => {
  const { catalog, nameSpace } = frame.names;
  let inCatalog = known.get(catalog);
  if (inCatalog === undefined) {
    inCatalog = new Map();
    known.set(catalog, inCatalog);
  }
  const key = JSON.stringify([relation.oid, nameSpace.path]);
  let reading = inCatalog.get(key);
  if (reading === undefined) {
    reading = isView(frame, relation) ? viewColumns(frame, relation) : { columns: tableColumns(frame, relation), facts: nothing };
    inCatalog.set(key, reading);
    // A row-security condition may read the relation that it is on.
    if (!isView(frame, relation)) reading = { ...reading, facts: tableFacts(frame, relation, reading.columns) };
    inCatalog.set(key, reading);
  }
  if (reading.facts !== nothing) frame.recorder.absorb(reading.facts);
  return reading.columns;
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
