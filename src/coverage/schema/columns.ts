/** Columns of relations: made from their definitions, added, changed and taken away, in children too. */
import type { ColumnDef, Node } from 'libpg-query';
import { columnKey, type Column, type Relation } from '../../catalog/types.ts';
import { as, strings } from '../../lineage/ast.ts';
import { addRowType, resolveTypeName, serials } from './column-types.ts';
import type { Context } from './context.ts';
import { withDescendants, type SchemaState } from './state.ts';
import type { Place } from './types.ts';

/** Columns that an expression names; of a qualified name the last part. */
const namesIn = (node: unknown, found: Set<string>): void => {
  if (typeof node !== 'object' || node === null) return;
  const reference = as(node as Node, 'ColumnRef');
  if (reference !== undefined) for (const name of strings(reference.fields).slice(-1)) found.add(name);
  else for (const child of Object.values(node)) namesIn(child, found);
};

const attnumsIn = (expression: Node | undefined, columns: readonly Column[]): readonly number[] => {
  const names = new Set<string>();
  namesIn(expression, names);
  return columns.filter(({ name }) => names.has(name)).map(({ attnum }) => attnum);
};

export const newRelation = (
  state: SchemaState,
  head: Pick<Relation, 'schema' | 'name' | 'kind'> & Partial<Relation>,
  place: Place,
): Relation => {
  const oid = state.nextOid();
  const relation: Relation = {
    oid,
    persistence: 'p',
    owner: '',
    columns: [],
    rowType: 0,
    rowSecurity: false,
    comment: undefined,
    viewTree: undefined,
    rules: [],
    triggers: [],
    constraints: [],
    parents: [],
    policyTrees: [],
    indexTrees: [],
    ...head,
  };
  const typed = { ...relation, rowType: addRowType(state, relation) };
  state.relations.put(typed);
  state.relationPlaces.set(oid, place);
  state.attnums.set(oid, typed.columns.length + 1);
  return typed;
};

export interface NewColumn {
  readonly column: Omit<Column, 'attnum'>;
  readonly place: Place;
}

/** The columns under the relation's next attnums; one of a name that it has already, as by inheritance, stays as it is. */
export const appendColumns = (state: SchemaState, relation: Relation, added: readonly NewColumn[]): Relation => {
  const columns = [...relation.columns];
  const names = new Set(columns.map(({ name }) => name));
  let attnum = state.attnums.get(relation.oid) ?? columns.length + 1;
  for (const { column, place } of added) {
    if (names.has(column.name)) continue;
    names.add(column.name);
    columns.push({ ...column, attnum });
    state.places.set(columnKey(relation.oid, attnum), place);
    attnum += 1;
  }
  state.attnums.set(relation.oid, attnum);
  const changed = { ...relation, columns };
  state.relations.put(changed);
  return changed;
};

export const changeColumn = (
  state: SchemaState,
  relation: Relation,
  name: string,
  change: (column: Column) => Column | undefined,
): void => {
  state.relations.put({
    ...relation,
    columns: relation.columns.flatMap((column) => (column.name === name ? (change(column) ?? []) : column)),
  });
};

const plain = { generated: '', defaultTree: undefined, comment: undefined } as const;

/** The generation expression of a definition. */
const generationOf = (definition: ColumnDef): { readonly kind: 's' | 'v'; readonly expression: Node | undefined } | undefined => {
  for (const node of definition.constraints ?? []) {
    const constraint = as(node, 'Constraint');
    if (constraint?.contype === 'CONSTR_GENERATED') {
      return { kind: constraint.generated_kind === 'v' ? 'v' : 's', expression: constraint.raw_expr };
    }
  }
  return undefined;
};

const isNotNull = (definition: ColumnDef): boolean =>
  definition.is_not_null === true ||
  serials[strings(definition.typeName?.names).join('.')] !== undefined ||
  (definition.constraints ?? []).some((node) => {
    const type = as(node, 'Constraint')?.contype;
    return type === 'CONSTR_NOTNULL' || type === 'CONSTR_PRIMARY' || type === 'CONSTR_IDENTITY';
  });

/** The expression of a generated column is read by `finishGenerated`, once all columns are there. */
export const defineColumn = ({ state, ...context }: Context, definition: ColumnDef): NewColumn => {
  const place = context.place(definition.location);
  const { oid, typmod } = resolveTypeName(state, definition.typeName, place);
  const generated = generationOf(definition)?.kind ?? '';
  const name = definition.colname ?? '';
  return { place, column: { ...plain, name, type: oid, typmod, notNull: isNotNull(definition), generated } };
};

/** Adds a defined column to the relation and to its children. */
export const addDefined = (context: Context, relation: Relation, definition: ColumnDef): void => {
  const { state } = context;
  const added = [defineColumn(context, definition)];
  for (const one of withDescendants(state, relation)) {
    appendColumns(state, state.relations.byOid.get(one.oid) ?? one, added);
  }
};

/** What a generated column reads can stand after it. */
export const finishGenerated = ({ state }: Context, relation: Relation, definitions: readonly ColumnDef[]): void => {
  for (const definition of definitions) {
    const generation = generationOf(definition);
    if (generation === undefined) continue;
    for (const one of withDescendants(state, relation)) {
      const current = state.relations.byOid.get(one.oid) ?? one;
      changeColumn(state, current, definition.colname ?? '', (column) => ({
        ...column,
        generatedFrom: attnumsIn(generation.expression, current.columns),
      }));
    }
  }
};

export const generationExpression = (relation: Relation, expression: Node | undefined): readonly number[] =>
  attnumsIn(expression, relation.columns);
