/** Unique indexes: a constraint can be made of one, and of two equal masked values they let one in only. */
import type { Relation, UniqueIndex } from '../../catalog/types.ts';
import { as } from '../../lineage/ast.ts';
import { ownRelation, type Context, type Handlers } from './context.ts';
import type { SchemaState } from './state.ts';

const change = (
  state: SchemaState,
  relation: Relation,
  to: (indexes: readonly UniqueIndex[]) => readonly UniqueIndex[],
): void => {
  const current = state.relations.byOid.get(relation.oid);
  if (current !== undefined) state.relations.put({ ...current, uniqueIndexes: to(current.uniqueIndexes ?? []) });
};

/** An index is named within its relation's schema. */
const holderOf = (state: SchemaState, schema: string | undefined, name: string): Relation | undefined => {
  const schemas = schema === undefined ? state.nameSpace().path : [schema];
  const having = [...state.relations.byOid.values()].filter(({ uniqueIndexes }) =>
    uniqueIndexes?.some((one) => one.name === name),
  );
  return schemas.flatMap((one) => having.find((relation) => relation.schema === one) ?? [])[0];
};

export const renameIndex = (state: SchemaState, schema: string | undefined, from: string, to: string): void => {
  const relation = holderOf(state, schema, from);
  if (relation === undefined) return;
  change(state, relation, (all) => all.map((one) => (one.name === from ? { ...one, name: to } : one)));
};

export const dropIndex = (state: SchemaState, schema: string | undefined, name: string): void => {
  const relation = holderOf(state, schema, name);
  if (relation !== undefined) change(state, relation, (all) => all.filter((one) => one.name !== name));
};

/** Takes the index out, as a constraint is made of it; undefined where the relation has no such unique index. */
export const takeIndex = (state: SchemaState, { oid }: Relation, name: string): UniqueIndex | undefined => {
  const relation = state.relations.byOid.get(oid);
  const found = relation?.uniqueIndexes?.find((one) => one.name === name);
  if (relation !== undefined && found !== undefined) change(state, relation, (all) => all.filter((one) => one !== found));
  return found;
};

const freeName = (relation: Relation, columns: readonly string[]): string => {
  const base = [relation.name, ...columns, 'idx'].join('_');
  const taken = new Set(relation.uniqueIndexes?.map(({ name }) => name));
  let name = base;
  for (let number = 1; taken.has(name); number += 1) name = `${base}${String(number)}`;
  return name;
};

/** One with a condition or over an expression holds for some rows, or for what is made of them. */
const createIndex: NonNullable<Handlers['IndexStmt']> = (stmt, context: Context) => {
  if (stmt.unique !== true) return;
  const relation = ownRelation(context, stmt.relation, 'CREATE INDEX', true);
  if (relation === undefined || stmt.whereClause !== undefined) return;
  const columns = (stmt.indexParams ?? []).map((node) => as(node, 'IndexElem')?.name ?? '');
  const attnums = columns.flatMap((name) => relation.columns.find((column) => column.name === name)?.attnum ?? []);
  if (attnums.length !== columns.length) return;
  const name = stmt.idxname ?? freeName(relation, columns);
  if (relation.uniqueIndexes?.some((one) => one.name === name)) return;
  change(context.state, relation, (all) => [...all, { name, attnums }]);
};

export const indexHandlers: Handlers = { IndexStmt: createIndex };
