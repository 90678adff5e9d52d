/** Names to catalog objects, as PostgreSQL's namespace.c looks them up. */
import type { Node, RangeVar, TypeName } from 'libpg-query';
import type { Catalog, Fn, NameSpace, Oid, Operator, Relation, Type } from '../catalog/types.ts';
import { last, strings } from './ast.ts';
import { refuse } from './unreadable.ts';

export interface Names {
  readonly catalog: Catalog;
  readonly nameSpace: NameSpace;
}

/** The schemas to look in. Functions, operators and the like are never found in the temporary schema by a bare name. */
const schemasOf = ({ nameSpace }: Names, schema: string | undefined, what: 'relation' | 'routine'): readonly string[] => {
  if (schema === undefined) {
    return what === 'relation' ? nameSpace.path : nameSpace.path.filter((entry) => entry !== nameSpace.tempSchema);
  }
  if (schema === 'pg_temp') return nameSpace.tempSchema === undefined ? [] : [nameSpace.tempSchema];
  return [schema];
};

const qualified = (schema: string | undefined, name: string): string => (schema === undefined ? name : `${schema}.${name}`);

export const findRelation = (names: Names, schema: string | undefined, name: string): Relation | undefined => {
  for (const entry of schemasOf(names, schema, 'relation')) {
    const relation = names.catalog.relationNamed(entry, name);
    if (relation !== undefined) return relation;
  }
  return undefined;
};

export const relationOf = (names: Names, range: RangeVar | undefined): Relation => {
  const name = range?.relname ?? '';
  if (range?.catalogname !== undefined && range.catalogname !== names.catalog.database) {
    throw refuse('unresolved', 'a reference to another database');
  }
  const relation = findRelation(names, range?.schemaname, name);
  if (relation === undefined) throw refuse('unresolved', `relation "${qualified(range?.schemaname, name)}"`);
  return relation;
};

/** Schema (or undefined) and name of a possibly qualified list of strings; a leading database name is dropped. */
export const splitName = (nodes: readonly Node[] | undefined): { readonly schema: string | undefined; readonly name: string } => {
  const parts = strings(nodes);
  return { schema: parts.length > 1 ? parts[parts.length - 2] : undefined, name: last(parts) ?? '' };
};

export const findFunctions = (names: Names, schema: string | undefined, name: string): readonly Fn[] =>
  schemasOf(names, schema, 'routine').flatMap((entry) => names.catalog.fnsNamed(entry, name));

export const findOperators = (names: Names, schema: string | undefined, name: string): readonly Operator[] =>
  schemasOf(names, schema, 'routine').flatMap((entry) => names.catalog.operatorsNamed(entry, name));

const findType = (names: Names, schema: string | undefined, name: string): Type | undefined => {
  for (const entry of schemasOf(names, schema, 'relation')) {
    const type = names.catalog.typeNamed(entry, name);
    if (type !== undefined) return type;
  }
  return undefined;
};

const columnType = ({ catalog, nameSpace }: Names, parts: readonly string[]): Oid => {
  const column = last(parts);
  const relation = findRelation(
    { catalog, nameSpace },
    parts.length > 2 ? parts[parts.length - 3] : undefined,
    parts[parts.length - 2] ?? '',
  );
  return relation?.columns.find((entry) => entry.name === column)?.type ?? 0;
};

/** The type that a TypeName node means, or undefined when the catalog does not have it. */
export const typeOf = (names: Names, typeName: TypeName | undefined): Type | undefined => {
  if (typeName === undefined) return undefined;
  const parts = strings(typeName.names);
  if (typeName.pct_type === true) return names.catalog.type(columnType(names, parts));
  const { schema, name } = splitName(typeName.names);
  const type = findType(names, schema, name);
  if (type === undefined || (typeName.arrayBounds?.length ?? 0) === 0) return type;
  return names.catalog.type(type.array);
};

/** The type under any domains. */
export const baseType = (catalog: Catalog, oid: Oid): Type | undefined => {
  let type = catalog.type(oid);
  for (let depth = 0; type?.kind === 'd' && depth < 32; depth += 1) type = catalog.type(type.base);
  return type;
};

/** The relation whose columns are the fields of this composite type (or of a domain over one). */
export const compositeOf = (catalog: Catalog, oid: Oid): Relation | undefined => {
  const type = baseType(catalog, oid);
  return type?.kind === 'c' ? catalog.relation(type.relation) : undefined;
};
