/** CREATE EXTENSION: the objects of those that ship with PostgreSQL, and the types of some that do not. */
import { extensionLayer } from '../../catalog/builtin/index.ts';
import type { Layer } from '../../catalog/layer.ts';
import { firstNormalOid } from '../../catalog/system.ts';
import type { Fn, Oid } from '../../catalog/types.ts';
import { as, stringOf } from '../../lineage/ast.ts';
import { addType } from './column-types.ts';
import { newRelation } from './columns.ts';
import type { Context, Handlers } from './context.ts';
import { foreignExtension, type ForeignExtension } from './foreign-extensions.ts';
import { placeForNew, type SchemaState } from './state.ts';
import type { Place } from './types.ts';

/** Copies the layer's objects under oids of the schema's own, into `schema` where they were in `public`. */
const install = (state: SchemaState, layer: Layer, schema: string, place: Place): void => {
  const oids = new Map<Oid, Oid>();
  const oid = (from: Oid): Oid => {
    if (from < firstNormalOid) return from;
    const known = oids.get(from) ?? state.nextOid();
    oids.set(from, known);
    return known;
  };
  const where = (from: string): string => (from === 'public' ? schema : from);
  const tables = new Set([...layer.relations.byOid.values()].filter(({ kind }) => kind !== 'c').map(({ rowType }) => rowType));
  for (const type of layer.types.byOid.values()) {
    // A table that is made anew gets a row type of its own.
    if (tables.has(type.oid) || tables.has(type.element)) continue;
    const { element, array, base, relation, subtype } = type;
    const links = { element: oid(element), array: oid(array), base: oid(base), relation: relation === 0 ? 0 : oid(relation) };
    state.types.put({ ...type, ...links, subtype: oid(subtype), oid: oid(type.oid), schema: where(type.schema) });
  }
  for (const fn of layer.fns.byOid.values()) {
    state.fns.put({
      ...fn,
      oid: oid(fn.oid),
      schema: where(fn.schema),
      argTypes: fn.argTypes.map(oid),
      allArgs: fn.allArgs.map((arg) => ({ ...arg, type: oid(arg.type) })),
      variadic: oid(fn.variadic),
      returnType: oid(fn.returnType),
    });
  }
  for (const operator of layer.operators.byOid.values()) {
    const { left, right, result } = operator;
    const links = { left: oid(left), right: oid(right), result: oid(result), function: oid(operator.function) };
    state.operators.put({ ...operator, ...links, oid: oid(operator.oid), schema: where(operator.schema) });
  }
  for (const [fn, { transition, final, others }] of layer.aggregates) {
    state.aggregates.set(oid(fn), { transition: oid(transition), final: oid(final), others: others.map(oid) });
  }
  for (const [, casts] of layer.casts.entries()) {
    for (const cast of casts) {
      const source = oid(cast.source);
      const own = { ...cast, source, target: oid(cast.target), function: oid(cast.function) };
      state.casts.set(source, [...(state.casts.get(source) ?? []), own]);
    }
  }
  // Its views read through functions in C: as far as masking goes they are tables.
  for (const relation of layer.relations.byOid.values()) {
    const columns = relation.columns.map((column) => ({ ...column, type: oid(column.type) }));
    const { name, kind } = relation;
    const head = { schema: where(relation.schema), columns };
    if (kind === 'c') state.relations.put({ ...relation, ...head, oid: oid(relation.oid), rowType: oid(relation.rowType) });
    else if ('rvm'.includes(kind)) newRelation(state, { ...head, name, kind: 'f' }, place);
  }
};

/** pg_type.dat. */
const anyType = 2276;

/** A function of whatever arguments. */
const opaqueFunction = (extension: string, schema: string, name: string, returnType: Oid): Omit<Fn, 'oid'> => ({
  schema,
  name,
  kind: 'f',
  argTypes: [anyType],
  allArgs: [],
  defaults: 0,
  variadic: anyType,
  returnType,
  returnsSet: false,
  volatility: 'i',
  language: 'c',
  securityDefiner: false,
  source: undefined,
  sqlBody: undefined,
  config: [],
  builtin: false,
  extension,
});

const installForeign = (
  state: SchemaState,
  extension: string,
  schema: string,
  { types, functions = {} }: ForeignExtension,
): void => {
  for (const type of types) if (state.catalog.typeNamed(schema, type) === undefined) addType(state, schema, type, {});
  for (const [type, names] of Object.entries(functions)) {
    const returns = (state.catalog.typeNamed(schema, type) ?? state.catalog.typeNamed('pg_catalog', type))?.oid ?? 0;
    for (const name of names.split(/\s+/)) {
      state.fns.put({ ...opaqueFunction(extension, schema, name, returns), oid: state.nextOid() });
    }
  }
};

const createExtension = ({ state, place }: Context, name: string, given: string | undefined): void => {
  if (state.extensions.has(name)) return;
  state.extensions.add(name);
  const schema = placeForNew(state, given);
  const layer = extensionLayer(name);
  if (layer !== undefined) {
    // Those that need another have its objects in their layer.
    if (name === 'earthdistance') {
      if (state.extensions.has('cube')) return;
      state.extensions.add('cube');
    }
    install(state, layer, schema, place());
  }
  const foreign = foreignExtension(name);
  if (foreign !== undefined) installForeign(state, name, schema, foreign);
  else if (layer === undefined) {
    state.problem(place(), `extension ${name}`, `What extension ${name} makes is not known: it can have tables of its own.`);
  }
};

export const extensionHandlers: Handlers = {
  CreateExtensionStmt: ({ extname = '', options }, context) => {
    const schema = (options ?? []).map((node) => as(node, 'DefElem')).find((element) => element?.defname === 'schema');
    createExtension(context, extname, stringOf(schema?.arg));
  },
};
