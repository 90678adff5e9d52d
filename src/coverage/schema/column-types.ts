/** Type names of definitions, to types of the catalog with their modifiers; and types that come into being. */
import type { TypeName } from 'libpg-query';
import type { Oid, Relation, Type } from '../../catalog/types.ts';
import { integerConstant, last, strings } from '../../lineage/ast.ts';
import { splitName, typeOf } from '../../lineage/names.ts';
import { placeForNew, type SchemaState } from './state.ts';
import type { Place } from './types.ts';

/** Not types but ways to write an integer column with a sequence. */
export const serials: Readonly<Record<string, string>> = {
  serial: 'int4',
  serial4: 'int4',
  bigserial: 'int8',
  serial8: 'int8',
  smallserial: 'int2',
  serial2: 'int2',
};

/** VARHDRSZ, which the modifiers of character and numeric types include. */
const header = 4;

/** The typmodin functions of the built-in types that have one. */
const modifiers: Readonly<Record<string, (first: number, second: number) => number>> = {
  varchar: (length) => length + header,
  bpchar: (length) => length + header,
  numeric: (precision, scale) => ((precision << 16) | (scale & 0x7ff)) + header,
  bit: (length) => length,
  varbit: (length) => length,
  timestamp: (precision) => precision,
  timestamptz: (precision) => precision,
  time: (precision) => precision,
  timetz: (precision) => precision,
};

const modifierOf = (name: string, typeName: TypeName): number => {
  const [first, second = 0] = (typeName.typmods ?? []).map((node) => integerConstant(node) ?? 0);
  return first === undefined ? -1 : (modifiers[name]?.(first, second) ?? -1);
};

type BaseFacts = Partial<Omit<Type, 'oid' | 'schema' | 'name'>>;

/** A type with the array type over it, as every type but a pseudo one has. */
export const addType = (state: SchemaState, schema: string, name: string, facts: BaseFacts): Type => {
  const [oid, array] = [state.nextOid(), state.nextOid()];
  const common = { schema, base: 0, baseTypmod: -1, relation: 0, firstLabel: undefined, subtype: 0 } as const;
  const type: Type = { ...common, oid, name, kind: 'b', category: 'U', element: 0, array, input: `${name}_in`, ...facts };
  state.types.put(type);
  state.types.put({
    ...common,
    oid: array,
    name: `_${name}`,
    kind: 'b',
    category: 'A',
    element: oid,
    array: 0,
    input: 'array_in',
  });
  return type;
};

export const removeType = (state: SchemaState, { oid, array }: Type): void => {
  state.types.remove(oid);
  state.types.remove(array);
};

/** The row type of a relation, which has its name. */
export const addRowType = (state: SchemaState, relation: Pick<Relation, 'oid' | 'schema' | 'name'>): Oid =>
  addType(state, relation.schema, relation.name, { kind: 'c', category: 'C', relation: relation.oid, input: 'record_in' }).oid;

export interface ResolvedTypeName {
  readonly oid: Oid;
  readonly typmod: number;
}

/** A type that nothing defines becomes one of which only the name is known, and a problem. */
export const resolveTypeName = (state: SchemaState, typeName: TypeName | undefined, place: Place): ResolvedTypeName => {
  if (typeName === undefined) return { oid: 0, typmod: -1 };
  const written = last(strings(typeName.names)) ?? '';
  const serial = strings(typeName.names).length === 1 ? serials[written] : undefined;
  const found = serial === undefined ? typeOf(state.names(), typeName) : state.catalog.typeNamed('pg_catalog', serial);
  const typmod = modifierOf(written, typeName);
  if (found !== undefined) return { oid: found.oid, typmod };
  const { schema, name } = splitName(typeName.names);
  const known = typeOf(state.names(), { ...typeName, arrayBounds: [] });
  if (known === undefined) {
    state.problem(place, `type ${name}`, `Type ${name} is made by no file: what its columns hold is not known.`);
  }
  const type = known ?? addType(state, placeForNew(state, schema), name, {});
  return { oid: (typeName.arrayBounds?.length ?? 0) > 0 ? type.array : type.oid, typmod: -1 };
};
