/** DROP, with what goes along. */
import type { Node } from 'libpg-query';
import { columnKey, type Column, type Relation } from '../../catalog/types.ts';
import { as, strings } from '../../lineage/ast.ts';
import { findRelation, splitName, typeOf } from '../../lineage/names.ts';
import { removeType } from './column-types.ts';
import { ownRelation, type Context, type Handlers } from './context.ts';
import { dropIndex } from './indexes.ts';
import { functionsNamed } from './routines.ts';
import { withDescendants, type SchemaState } from './state.ts';

/** The relations whose columns a view's query mentions, views on the way included. */
const readsFrom = (state: SchemaState, view: Relation, oid: number): boolean => {
  const reading = state.views.get(view.oid);
  return (
    reading?.ok === true &&
    reading.statements.some(
      (statement) => statement.relations.includes(oid) || statement.touched.some((key) => key.startsWith(`${String(oid)}.`)),
    )
  );
};

/** Views that read the relation, and those over them. */
export const dropDependents = (state: SchemaState, { oid }: Relation): void => {
  for (const viewOid of state.views.keys()) {
    const view = state.relations.byOid.get(viewOid);
    if (view !== undefined && readsFrom(state, view, oid)) dropRelation(state, view, true);
  }
};

/** Children of a table go too; foreign keys to it end. The server has refused what it does not allow without CASCADE. */
export const dropRelation = (state: SchemaState, relation: Relation, views: boolean): void => {
  if (!state.relations.byOid.has(relation.oid)) return;
  const rowType = state.types.byOid.get(relation.rowType);
  if (rowType !== undefined) removeType(state, rowType);
  const children = state.children(relation.oid);
  state.relations.remove(relation.oid);
  state.views.delete(relation.oid);
  for (const child of children) dropRelation(state, child, views);
  for (const other of state.relations.byOid.values()) {
    if (!other.constraints.some(({ foreignRelation }) => foreignRelation === relation.oid)) continue;
    const constraints = other.constraints.filter(({ foreignRelation }) => foreignRelation !== relation.oid);
    state.relations.put({ ...other, constraints });
  }
  if (views) dropDependents(state, relation);
};

/** Whether a child keeps a column that goes from `gone`: because it is its own too, or another parent's. */
const keepsColumn = (state: SchemaState, child: Relation, name: string, gone: ReadonlySet<number>): boolean => {
  const own = child.columns.find((column) => column.name === name);
  if (own !== undefined && state.localColumns.has(columnKey(child.oid, own.attnum))) return true;
  return child.parents.some(
    (oid) => !gone.has(oid) && state.relations.byOid.get(oid)?.columns.some((column) => column.name === name) === true,
  );
};

/** With the views that read it, the keys that it is part of, and, unless it is ONLY that relation's, what children have of it. */
export const dropColumnOf = (state: SchemaState, relation: Relation, { name, attnum }: Column, only = false): void => {
  const key = columnKey(relation.oid, attnum);
  for (const [oid, reading] of state.views) {
    const reads =
      reading.ok &&
      reading.statements.some((statement) => statement.relations.includes(relation.oid) && statement.touched.includes(key));
    const view = reads ? state.relations.byOid.get(oid) : undefined;
    if (view !== undefined) dropRelation(state, view, true);
  }
  const gone = new Set([relation.oid]);
  for (const one of only ? [relation] : withDescendants(state, relation)) {
    const current = state.relations.byOid.get(one.oid);
    const own = current?.columns.find((column) => column.name === name);
    if (current === undefined || own === undefined) continue;
    if (one.oid !== relation.oid && (!one.parents.some((oid) => gone.has(oid)) || keepsColumn(state, one, name, gone))) continue;
    gone.add(one.oid);
    state.relations.put({
      ...current,
      columns: current.columns.filter((column) => column !== own),
      constraints: current.constraints.filter(({ attnums }) => !attnums.includes(own.attnum)),
      ...(current.uniqueIndexes === undefined
        ? {}
        : { uniqueIndexes: current.uniqueIndexes.filter(({ attnums }) => !attnums.includes(own.attnum)) }),
    });
  }
};

const relationKinds: Readonly<Record<string, string>> = {
  OBJECT_TABLE: 'DROP TABLE',
  OBJECT_VIEW: 'DROP VIEW',
  OBJECT_MATVIEW: 'DROP MATERIALIZED VIEW',
  OBJECT_FOREIGN_TABLE: 'DROP FOREIGN TABLE',
};

const dropNamedRelation = (context: Context, node: Node, what: string, missingOk: boolean): void => {
  const { schema, name } = splitName(as(node, 'List')?.items);
  const range = { relname: name, ...(schema === undefined ? {} : { schemaname: schema }) };
  const relation = ownRelation(context, range, what, missingOk);
  if (relation !== undefined) dropRelation(context.state, relation, true);
};

/** A column whose type goes, goes with it. */
const dropType = ({ state }: Context, node: Node): void => {
  const typeName = as(node, 'TypeName');
  const type = typeName === undefined ? undefined : typeOf(state.names(), typeName);
  if (type === undefined || !state.types.byOid.has(type.oid)) return;
  for (const relation of state.relations.byOid.values()) {
    const using = relation.columns.filter((column) => column.type === type.oid || column.type === type.array);
    for (const column of using) dropColumnOf(state, state.relations.byOid.get(relation.oid) ?? relation, column);
  }
  const composite = state.relations.byOid.get(type.relation);
  if (composite !== undefined) state.relations.remove(composite.oid);
  removeType(state, type);
};

const dropSchema = ({ state }: Context, name: string): void => {
  for (const relation of state.relations.byOid.values()) if (relation.schema === name) dropRelation(state, relation, true);
  for (const type of state.types.byOid.values()) if (type.schema === name) state.types.remove(type.oid);
  for (const fn of state.fns.byOid.values()) if (fn.schema === name) state.fns.remove(fn.oid);
  state.removeSchema(name);
};

const dropFunction = ({ state }: Context, node: Node): void => {
  const object = as(node, 'ObjectWithArgs');
  for (const fn of functionsNamed(state, object)) state.fns.remove(fn.oid);
};

/** Objects that hang on a relation: named by it and a name of their own. */
const dropOfRelation = ({ state }: Context, node: Node, list: 'triggers' | 'rules'): void => {
  const parts = strings(as(node, 'List')?.items);
  const [schema, name] = parts.length > 2 ? [parts.at(-3), parts.at(-2)] : [undefined, parts.at(-2)];
  const relation = findRelation(state.names(), schema, name ?? '');
  if (relation === undefined || !state.relations.byOid.has(relation.oid)) return;
  const keep = (entry: { readonly name: string }): boolean => entry.name !== parts.at(-1);
  state.relations.put(
    list === 'triggers'
      ? { ...relation, triggers: relation.triggers.filter(keep) }
      : { ...relation, rules: relation.rules.filter(keep) },
  );
};

/** What can be dropped without a trace in what is modelled. */
const without: ReadonlySet<string> = new Set([
  'OBJECT_SEQUENCE',
  'OBJECT_EXTENSION',
  'OBJECT_POLICY',
  'OBJECT_COLLATION',
  'OBJECT_CONVERSION',
  'OBJECT_STATISTIC_EXT',
  'OBJECT_EVENT_TRIGGER',
  'OBJECT_PUBLICATION',
  'OBJECT_FOREIGN_SERVER',
  'OBJECT_FDW',
  'OBJECT_LANGUAGE',
  'OBJECT_ACCESS_METHOD',
  'OBJECT_OPCLASS',
  'OBJECT_OPFAMILY',
  'OBJECT_TSCONFIGURATION',
  'OBJECT_TSDICTIONARY',
  'OBJECT_TSPARSER',
  'OBJECT_TSTEMPLATE',
  'OBJECT_TRANSFORM',
  'OBJECT_CAST',
  'OBJECT_OPERATOR',
]);

export const dropHandlers: Handlers = {
  DropStmt: ({ objects, removeType: kind = '', missing_ok: missingOk }, context) => {
    const what = relationKinds[kind];
    for (const node of objects ?? []) {
      if (what !== undefined) dropNamedRelation(context, node, what, missingOk === true);
      else if (kind === 'OBJECT_TYPE' || kind === 'OBJECT_DOMAIN') dropType(context, node);
      else if (kind === 'OBJECT_INDEX') {
        const { schema, name } = splitName(as(node, 'List')?.items);
        dropIndex(context.state, schema, name);
      } else if (kind === 'OBJECT_SCHEMA') dropSchema(context, as(node, 'String')?.sval ?? '');
      else if (['OBJECT_FUNCTION', 'OBJECT_PROCEDURE', 'OBJECT_ROUTINE', 'OBJECT_AGGREGATE'].includes(kind))
        dropFunction(context, node);
      else if (kind === 'OBJECT_TRIGGER') dropOfRelation(context, node, 'triggers');
      else if (kind === 'OBJECT_RULE') dropOfRelation(context, node, 'rules');
      else if (!without.has(kind)) {
        context.state.problem(
          context.place(),
          `DROP ${kind}`,
          `DROP of ${kind.replace('OBJECT_', '').toLowerCase()} is not followed.`,
        );
      }
    }
  },
};
