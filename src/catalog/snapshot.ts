/** The snapshot that lineage and policy read: the built-in layer below, the database's own above. */
import { createHash } from 'node:crypto';
import type { ServerFacts } from './draft.ts';
import { nameKey, type Index, type Layer } from './layer.ts';
import type { Catalog, Oid } from './types.ts';

interface Parts {
  readonly builtin: Layer;
  readonly own: Layer;
}

const builtinLayers = new WeakMap<Catalog, Layer>();

/** The built-in layer of that snapshot, if it is of the very same server version and its built-in objects. */
export const reusableLayer = (base: Catalog | undefined, server: ServerFacts): Layer | undefined => {
  const layer = base === undefined ? undefined : builtinLayers.get(base);
  return layer?.server.version === server.version && layer.server.builtins === server.builtins ? layer : undefined;
};

const joined = <T>(first: readonly T[], second: readonly T[]): readonly T[] =>
  first.length === 0 ? second : second.length === 0 ? first : [...first, ...second];

const none: readonly never[] = [];

const lookUp = <T>(own: Index<T>, builtin: Index<T>) => ({
  oid: (oid: Oid): T | undefined => own.byOid.get(oid) ?? builtin.byOid.get(oid),
  name: (schema: string, name: string): readonly T[] => {
    const key = nameKey(schema, name);
    return joined(own.byName.get(key) ?? none, builtin.byName.get(key) ?? none);
  },
});

export const createSnapshot = ({ builtin, own }: Parts, database: string, loadedAt: number): Catalog => {
  const relations = lookUp(own.relations, builtin.relations);
  const types = lookUp(own.types, builtin.types);
  const fns = lookUp(own.fns, builtin.fns);
  const operators = lookUp(own.operators, builtin.operators);
  const catalog: Catalog = {
    version: createHash('sha256')
      .update(JSON.stringify([database, builtin.digest, own.digest]))
      .digest('hex'),
    major: Math.floor(own.server.version / 10_000),
    database,
    loadedAt,
    schemas: own.schemas,
    tempSchema: own.server.tempSchema,
    mayUse: (role, schema) => {
      const users = own.schemaUsers.get(schema);
      return users === 'everyone' || users?.has(role) === true;
    },
    relation: relations.oid,
    relationNamed: (schema, name) => relations.name(schema, name)[0],
    *relations() {
      yield* own.relations.byOid.values();
      yield* builtin.relations.byOid.values();
    },
    type: types.oid,
    typeNamed: (schema, name) => types.name(schema, name)[0],
    fn: fns.oid,
    extensions: new Set([...own.fns.byOid.values()].flatMap(({ extension }) => extension ?? [])),
    fnsNamed: fns.name,
    operator: operators.oid,
    operatorsNamed: operators.name,
    castsFrom: (source) => joined(own.casts.get(source), builtin.casts.get(source)),
    aggregate: (fn) => own.aggregates.get(fn) ?? builtin.aggregates.get(fn),
    children: own.children.get,
  };
  builtinLayers.set(catalog, builtin);
  return catalog;
};
