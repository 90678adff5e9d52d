/** CREATE TABLE in all its forms. */
import type { ColumnDef, CreateStmt, Node, TableLikeClause } from 'libpg-query';
import { columnKey, type Column, type Relation, type RelationKind } from '../../catalog/types.ts';
import { as } from '../../lineage/ast.ts';
import { compositeOf, findRelation } from '../../lineage/names.ts';
import { resolveTypeName } from './column-types.ts';
import { appendColumns, defineColumn, finishGenerated, newRelation, type NewColumn } from './columns.ts';
import { addConstraint } from './constraints.ts';
import { shown, type Context, type Handlers } from './context.ts';
import { dropRelation } from './drops.ts';
import { placeForNew } from './state.ts';

/** TableLikeOption of parsenodes.h. */
const likeOption = { comments: 1, generated: 16, indexes: 64 } as const;

/** The column as another relation takes it over; its place is where that relation was made. */
const copied = (column: Column, keep: { readonly comment: boolean; readonly generated: boolean }): Omit<Column, 'attnum'> => {
  const { attnum: _attnum, generatedFrom, ...rest } = column;
  return {
    ...rest,
    comment: keep.comment ? column.comment : undefined,
    ...(keep.generated ? {} : { generated: '' as const }),
    ...(keep.generated && generatedFrom !== undefined ? { generatedFrom } : {}),
  };
};

const copyColumns = (
  { state, place }: Context,
  from: Relation,
  to: Relation,
  keep: { readonly comment: boolean; readonly generated: boolean },
): void => {
  const added = from.columns.map((column) => ({ column: copied(column, keep), place: place() }));
  appendColumns(state, state.relations.byOid.get(to.oid) ?? to, added);
};

const copyKeys = ({ state }: Context, from: Relation, to: number): void => {
  const relation = state.relations.byOid.get(to);
  if (relation === undefined) return;
  const attnumOf = (attnum: number): readonly number[] => {
    const name = from.columns.find((column) => column.attnum === attnum)?.name;
    return relation.columns.filter((column) => column.name === name).map((column) => column.attnum);
  };
  const keys = from.constraints.filter(({ kind }) => kind === 'p' || kind === 'u' || kind === 'x');
  const copies = keys.map((key) => ({ ...key, attnums: key.attnums.flatMap(attnumOf) }));
  const uniqueIndexes = (from.uniqueIndexes ?? []).map((index) => ({ ...index, attnums: index.attnums.flatMap(attnumOf) }));
  state.relations.put({ ...relation, constraints: [...relation.constraints, ...copies], uniqueIndexes });
};

const copyLike = (context: Context, relation: Relation, { relation: range, options = 0 }: TableLikeClause): void => {
  const { state, place } = context;
  const from = findRelation(state.names(), range?.schemaname, range?.relname ?? '');
  if (from === undefined) {
    state.problem(
      place(),
      `LIKE ${shown(range)}`,
      `${relation.name} takes its columns from ${shown(range)}, which no file makes.`,
    );
    return;
  }
  const generated = (options & likeOption.generated) !== 0;
  copyColumns(context, from, relation, { comment: (options & likeOption.comments) !== 0, generated });
  if ((options & likeOption.indexes) !== 0) copyKeys(context, from, relation.oid);
};

const inherit = (context: Context, relation: Relation, nodes: readonly Node[] | undefined): void => {
  const { state, place } = context;
  for (const node of nodes ?? []) {
    const range = as(node, 'RangeVar');
    const parent = findRelation(state.names(), range?.schemaname, range?.relname ?? '');
    if (parent === undefined) {
      const message = `${relation.name} inherits from ${shown(range)}, which no file makes.`;
      state.problem(place(), `parent ${shown(range)}`, message);
      continue;
    }
    const current = state.relations.byOid.get(relation.oid) ?? relation;
    state.relations.put({ ...current, parents: [...current.parents, parent.oid] });
    copyColumns(context, parent, relation, { comment: false, generated: true });
  }
};

/** Columns that a child defines itself, be it that its parents have them too. */
const markLocal = ({ state }: Context, relation: Relation, definitions: readonly ColumnDef[]): void => {
  for (const { name, attnum } of relation.columns) {
    if (definitions.some(({ colname }) => colname === name)) state.localColumns.add(columnKey(relation.oid, attnum));
  }
};

const createTable = (stmt: CreateStmt, context: Context, kind: RelationKind): void => {
  const { state, place } = context;
  const schema = placeForNew(state, stmt.relation?.relpersistence === 't' ? 'pg_temp' : stmt.relation?.schemaname);
  const name = stmt.relation?.relname ?? '';
  const before = state.catalog.relationNamed(schema, name);
  if (before !== undefined) {
    if (stmt.if_not_exists === true) return;
    state.problem(place(), `table ${schema}.${name} again`, `${schema}.${name} is made a second time: this one is taken.`);
    dropRelation(state, before, true);
  }
  const relation = newRelation(state, { schema, name, kind: stmt.partspec === undefined ? kind : 'p' }, place());
  const current = (): Relation => state.relations.byOid.get(relation.oid) ?? relation;
  inherit(context, relation, stmt.inhRelations);
  if (stmt.ofTypename !== undefined) {
    const type = resolveTypeName(state, stmt.ofTypename, place());
    const composite = compositeOf(state.catalog, type.oid);
    if (composite !== undefined) copyColumns(context, composite, relation, { comment: false, generated: true });
  }
  const definitions: ColumnDef[] = [];
  let pending: NewColumn[] = [];
  const settle = (): void => {
    if (pending.length > 0) appendColumns(state, current(), pending);
    pending = [];
  };
  for (const element of stmt.tableElts ?? []) {
    const definition = as(element, 'ColumnDef');
    const like = as(element, 'TableLikeClause');
    if (like !== undefined) {
      settle();
      copyLike(context, current(), like);
    }
    if (definition?.typeName === undefined) continue;
    definitions.push(definition);
    pending.push(defineColumn(context, definition));
  }
  settle();
  if (current().parents.length > 0 && stmt.partbound === undefined) markLocal(context, current(), definitions);
  finishGenerated(context, current(), definitions);
  for (const definition of definitions) {
    for (const node of definition.constraints ?? []) addConstraint(context, current(), node, definition.colname);
  }
  for (const element of [...(stmt.tableElts ?? []), ...(stmt.constraints ?? [])]) addConstraint(context, current(), element);
};

/** Every column of a relation that has none of its own gets the place of the relation. */
export const placeColumns = ({ state, place }: Context, relation: Relation): void => {
  for (const { attnum } of relation.columns) state.places.set(columnKey(relation.oid, attnum), place());
};

export const tableHandlers: Handlers = {
  CreateStmt: (stmt, context) => {
    createTable(stmt, context, 'r');
  },
  CreateForeignTableStmt: ({ base }, context) => {
    if (base !== undefined) createTable(base, context, 'f');
  },
};
