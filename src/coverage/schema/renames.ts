/** RENAME and SET SCHEMA. Columns keep their keys, so that views and classes by comment follow. */
import type { Node, RangeVar } from 'libpg-query';
import type { Relation, Type } from '../../catalog/types.ts';
import { as, strings } from '../../lineage/ast.ts';
import { typeOf } from '../../lineage/names.ts';
import { changeColumn } from './columns.ts';
import { ownRelation, type Context, type Handlers } from './context.ts';
import { renameIndex } from './indexes.ts';
import { functionsNamed } from './routines.ts';
import { withDescendants, type SchemaState } from './state.ts';

type Name = { readonly name?: string; readonly schema?: string };

const renameType = (state: SchemaState, type: Type | undefined, to: Name): void => {
  if (type === undefined || !state.types.byOid.has(type.oid)) return;
  state.types.put({ ...type, ...to });
  const array = state.types.byOid.get(type.array);
  const arrayTo = { ...to, ...(to.name === undefined ? {} : { name: `_${to.name}` }) };
  if (array !== undefined) state.types.put({ ...array, ...arrayTo });
};

const renameRelation = (state: SchemaState, relation: Relation, to: Name): void => {
  state.relations.put({ ...relation, ...to });
  renameType(state, state.types.byOid.get(relation.rowType), to);
};

const renameColumn = (context: Context, range: RangeVar | undefined, from: string, to: string, missingOk: boolean): void => {
  const { state, place } = context;
  const relation = ownRelation(context, range, 'RENAME COLUMN', missingOk);
  if (relation === undefined) return;
  if (!relation.columns.some(({ name }) => name === from)) {
    const full = `${relation.schema}.${relation.name}.${from}`;
    state.problem(place(), `RENAME COLUMN ${full}`, `RENAME of ${full}, which no file makes, is left out.`);
  }
  for (const one of withDescendants(state, relation)) {
    changeColumn(state, state.relations.byOid.get(one.oid) ?? one, from, (column) => ({ ...column, name: to }));
  }
};

const ofRelations: ReadonlySet<string> = new Set(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW', 'OBJECT_FOREIGN_TABLE']);
const ofRoutines: ReadonlySet<string> = new Set(['OBJECT_FUNCTION', 'OBJECT_PROCEDURE', 'OBJECT_ROUTINE', 'OBJECT_AGGREGATE']);

/** Names of objects that are not modelled, or that nothing refers to by name. */
const without: ReadonlySet<string> = new Set([
  'OBJECT_DOMCONSTRAINT',
  'OBJECT_TRIGGER',
  'OBJECT_RULE',
  'OBJECT_POLICY',
  'OBJECT_ROLE',
  'OBJECT_DATABASE',
  'OBJECT_TABLESPACE',
  'OBJECT_COLLATION',
  'OBJECT_STATISTIC_EXT',
  'OBJECT_EVENT_TRIGGER',
  'OBJECT_PUBLICATION',
  'OBJECT_FOREIGN_SERVER',
  'OBJECT_FDW',
  'OBJECT_EXTENSION',
  'OBJECT_OPERATOR',
  'OBJECT_TSCONFIGURATION',
  'OBJECT_TSDICTIONARY',
  'OBJECT_TSPARSER',
  'OBJECT_TSTEMPLATE',
  'OBJECT_OPCLASS',
  'OBJECT_OPFAMILY',
  'OBJECT_CONVERSION',
]);

const typeNamed = ({ state }: Context, node: Node | undefined): Type | undefined => {
  const names = as(node, 'List')?.items;
  return names === undefined ? undefined : typeOf(state.names(), { names });
};

const renameSchema = ({ state }: Context, from: string, to: string): void => {
  state.addSchema(to);
  for (const relation of state.relations.byOid.values()) {
    if (relation.schema === from) state.relations.put({ ...relation, schema: to });
  }
  for (const type of state.types.byOid.values()) if (type.schema === from) state.types.put({ ...type, schema: to });
  for (const fn of state.fns.byOid.values()) if (fn.schema === from) state.fns.put({ ...fn, schema: to });
  state.removeSchema(from);
};

const renameConstraint = (context: Context, range: RangeVar | undefined, from: string, to: string): void => {
  const relation = ownRelation(context, range, 'RENAME CONSTRAINT');
  if (relation === undefined) return;
  const constraints = relation.constraints.map((one) => (one.name === from ? { ...one, name: to } : one));
  context.state.relations.put({ ...relation, constraints });
};

const notFollowed = ({ state, place }: Context, what: string, kind: string): void => {
  state.problem(place(), `${what} ${kind}`, `${what} of ${kind.replace('OBJECT_', '').toLowerCase()} is not followed.`);
};

export const renameHandlers: Handlers = {
  RenameStmt: (
    { renameType: kind = '', relation: range, object, subname = '', newname = '', missing_ok: missingOk },
    context,
  ) => {
    const { state } = context;
    if (kind === 'OBJECT_COLUMN' || kind === 'OBJECT_ATTRIBUTE')
      renameColumn(context, range, subname, newname, missingOk === true);
    else if (kind === 'OBJECT_TABCONSTRAINT') renameConstraint(context, range, subname, newname);
    else if (ofRelations.has(kind) || kind === 'OBJECT_INDEX' || kind === 'OBJECT_SEQUENCE') {
      // ALTER INDEX and ALTER SEQUENCE rename whatever relation has the name; their own kinds are not modelled.
      const relation = ownRelation(context, range, 'RENAME', missingOk === true || !ofRelations.has(kind));
      if (relation !== undefined) renameRelation(state, relation, { name: newname });
      else if (kind === 'OBJECT_INDEX') renameIndex(state, range?.schemaname, range?.relname ?? '', newname);
    } else if (kind === 'OBJECT_TYPE' || kind === 'OBJECT_DOMAIN') {
      const type = typeNamed(context, object);
      const composite = type === undefined ? undefined : state.relations.byOid.get(type.relation);
      if (composite === undefined) renameType(state, type, { name: newname });
      else renameRelation(state, composite, { name: newname });
    } else if (kind === 'OBJECT_SCHEMA') renameSchema(context, subname, newname);
    else if (ofRoutines.has(kind)) {
      for (const fn of functionsNamed(state, as(object, 'ObjectWithArgs'))) state.fns.put({ ...fn, name: newname });
    } else if (!without.has(kind)) notFollowed(context, 'RENAME', kind);
  },
  AlterObjectSchemaStmt: ({ objectType: kind = '', relation: range, object, newschema = '', missing_ok: missingOk }, context) => {
    const { state } = context;
    state.addSchema(newschema);
    if (ofRelations.has(kind)) {
      const relation = ownRelation(context, range, 'SET SCHEMA', missingOk);
      if (relation !== undefined) renameRelation(state, relation, { schema: newschema });
    } else if (kind === 'OBJECT_TYPE' || kind === 'OBJECT_DOMAIN') {
      const type = typeNamed(context, object);
      const composite = type === undefined ? undefined : state.relations.byOid.get(type.relation);
      if (composite === undefined) renameType(state, type, { schema: newschema });
      else renameRelation(state, composite, { schema: newschema });
    } else if (ofRoutines.has(kind)) {
      for (const fn of functionsNamed(state, as(object, 'ObjectWithArgs'))) state.fns.put({ ...fn, schema: newschema });
    } else if (kind === 'OBJECT_EXTENSION') {
      const name = strings(object === undefined ? [] : [object])[0];
      for (const fn of state.fns.byOid.values()) if (fn.extension === name) state.fns.put({ ...fn, schema: newschema });
    } else if (!without.has(kind) && kind !== 'OBJECT_SEQUENCE') notFollowed(context, 'SET SCHEMA', kind);
  },
};
