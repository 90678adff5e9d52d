/** Constraints, and foreign keys whose table or key comes later. */
import type { Constraint as ConstraintNode, Node } from 'libpg-query';
import type { Constraint, Relation } from '../../catalog/types.ts';
import { as, strings } from '../../lineage/ast.ts';
import { findRelation } from '../../lineage/names.ts';
import type { Context } from './context.ts';
import { takeIndex } from './indexes.ts';
import { withDescendants, type PendingKey, type SchemaState } from './state.ts';

const kinds: Readonly<Partial<Record<NonNullable<ConstraintNode['contype']>, Constraint['kind']>>> = {
  CONSTR_PRIMARY: 'p',
  CONSTR_UNIQUE: 'u',
  CONSTR_CHECK: 'c',
  CONSTR_EXCLUSION: 'x',
  CONSTR_FOREIGN: 'f',
};

const attnumsOf = (relation: Relation, names: readonly string[]): readonly number[] =>
  names.flatMap((name) => relation.columns.find((column) => column.name === name)?.attnum ?? []);

/** A primary key takes the nulls out of its columns, in children too. */
const put = (state: SchemaState, oid: number, constraint: Constraint): void => {
  const relation = state.relations.byOid.get(oid);
  if (relation === undefined) return;
  state.relations.put({ ...relation, constraints: [...relation.constraints, constraint] });
  if (constraint.kind !== 'p') return;
  const names = relation.columns.filter(({ attnum }) => constraint.attnums.includes(attnum)).map(({ name }) => name);
  for (const { oid: one } of withDescendants(state, relation)) {
    const current = state.relations.byOid.get(one);
    const columns = current?.columns.map((column) => (names.includes(column.name) ? { ...column, notNull: true } : column));
    if (current !== undefined && columns !== undefined) state.relations.put({ ...current, columns });
  }
};

/** PRIMARY KEY or UNIQUE USING INDEX: the index becomes the constraint's, under its name. */
const promoteIndex = (
  { state, place }: Pick<Context, 'state' | 'place'>,
  relation: Relation,
  kind: Constraint['kind'],
  { indexname = '', conname, deferrable }: ConstraintNode,
): void => {
  const index = takeIndex(state, relation, indexname);
  if (index === undefined) {
    const full = `${relation.schema}.${relation.name}`;
    const message = `A key of ${full} is made of index ${indexname}, which no file makes, or over more than columns.`;
    state.problem(place(), `index ${full}.${indexname}`, message);
    return;
  }
  const { attnums } = index;
  const more = { foreignRelation: 0, foreignAttnums: [], deferrable: deferrable === true };
  put(state, relation.oid, { name: conname ?? indexname, kind, attnums, ...more });
};

/** `column`: of a constraint that stands at a column. */
export const addConstraint = ({ state, place }: Context, relation: Relation, node: Node | undefined, column?: string): void => {
  const found = as(node, 'Constraint');
  const kind = found?.contype === undefined ? undefined : kinds[found.contype];
  if (found === undefined || kind === undefined) return;
  if (found.indexname !== undefined) {
    promoteIndex({ state, place }, relation, kind, found);
    return;
  }
  const own = strings(kind === 'f' ? found.fk_attrs : found.keys);
  const names = own.length === 0 && column !== undefined ? [column] : own;
  const constraint: Constraint = {
    name: found.conname ?? `${relation.name}_${[...names, kind === 'p' ? 'pkey' : `${kind}key`].join('_')}`,
    kind,
    attnums: attnumsOf(relation, names),
    foreignRelation: 0,
    foreignAttnums: [],
    deferrable: found.deferrable === true,
  };
  if (kind !== 'f') {
    put(state, relation.oid, constraint);
    return;
  }
  const target = { schema: found.pktable?.schemaname, name: found.pktable?.relname ?? '' };
  const key = { relation: relation.oid, constraint, target, columns: strings(found.pk_attrs), place: place(found.location) };
  if (!settleKey(state, key)) state.pendingKeys.push(key);
};

/** Without columns a foreign key means the primary key of its target. */
const settleKey = (state: SchemaState, { relation, constraint, target, columns }: PendingKey): boolean => {
  const foreign = findRelation(state.names(), target.schema, target.name);
  if (foreign === undefined) return false;
  const foreignAttnums =
    columns.length > 0 ? attnumsOf(foreign, columns) : (foreign.constraints.find(({ kind }) => kind === 'p')?.attnums ?? []);
  if (foreignAttnums.length === 0) return false;
  put(state, relation, { ...constraint, foreignRelation: foreign.oid, foreignAttnums });
  return true;
};

/** At the end of the files. */
export const settleKeys = (state: SchemaState): void => {
  for (const key of state.pendingKeys) {
    const relation = state.relations.byOid.get(key.relation);
    if (relation === undefined || settleKey(state, key)) continue;
    const target = key.target.schema === undefined ? key.target.name : `${key.target.schema}.${key.target.name}`;
    state.problem(
      key.place,
      `foreign key ${relation.schema}.${relation.name}.${key.constraint.name}`,
      `A foreign key of ${relation.schema}.${relation.name} references ${target}, or a key of it, that no file makes.`,
    );
  }
};
