/** Casts. */
import type { Catalog } from '../../catalog/types.ts';
import { as, type NodeMap } from '../ast.ts';
import { baseType, compositeOf, splitName, typeOf } from '../names.ts';
import { unknownType } from '../overload.ts';
import type { Scope } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import { refuse } from '../unreadable.ts';
import { blankConstant, computedRow, derived, named, nullConstant, plain, rowOf, type Value } from '../value.ts';
import { callHidden, withHidden } from './call.ts';
import { preserving } from './core.ts';
import { asJson } from './json-shapes.ts';

const text = 'S';
const jsonTypes: ReadonlySet<number> = new Set([114, 3802]);

/**
 * A row as another row type. The fields of a record go by their order; those of a table's row by their names, since it
 * can only become a row of the table's parent, which may have them in another order (coerce_type, convert_tuples_by_name).
 */
export const castRow = (scope: Scope, value: Value, type: number): Value | undefined => {
  const { catalog } = scope.frame.names;
  const composite = compositeOf(catalog, type);
  const own = compositeOf(catalog, value.type);
  if (composite === undefined || value.shape.kind !== 'row') return undefined;
  const given = value.shape.fields;
  if (own === undefined && given.length !== composite.columns.length) return undefined;
  const fields: OutputColumn[] = [];
  for (const [index, column] of composite.columns.entries()) {
    const field = own === undefined || own === composite ? given[index] : given.find(({ name }) => name === column.name);
    if (field === undefined) return undefined;
    fields.push(named(column.name, castTo(scope, field, column.type)));
  }
  return rowOf(fields, type);
};

/** "char" and name hold a part of what is cast to them. */
const truncating: ReadonlySet<number> = new Set([18, 19]);

/** A domain over varchar(7) cuts off what is longer. */
const hasLength = (catalog: Catalog, type: number): boolean => {
  let domain = catalog.type(type);
  for (let depth = 0; domain?.kind === 'd' && depth < 32; depth += 1) {
    if (domain.baseTypmod !== -1) return true;
    domain = catalog.type(domain.base);
  }
  return truncating.has(type);
};

/**
 * `cuts`: the cast names a length, a precision or the like. Then the result is a part of the value: a mask that leaves
 * the last digits of a number would leave its first ones.
 */
export const castTo = (scope: Scope, value: Value, type: number, cuts = false): Value => {
  const { catalog } = scope.frame.names;
  const from = baseType(catalog, value.type);
  const to = baseType(catalog, type);
  if (value.sources.length > 0 && (cuts || (value.type !== type && hasLength(catalog, type))))
    return derived('cast', [value], type);
  if (value.type === type && type !== 0) return value;
  if (value.sources.length === 0 && value.opaque === undefined) return { ...value, shape: plain(0).shape, type };
  const row = castRow(scope, value, type);
  if (row !== undefined) return row;
  if (from !== undefined && to !== undefined) {
    if (from.oid === to.oid) return { ...value, type };
    if (from.category === text && to.category === text) return { ...preserving('cast', value), type };
    if (jsonTypes.has(from.oid) && jsonTypes.has(to.oid)) return { ...asJson(named('', value), to.oid === 3802), type };
  }
  const cast =
    from === undefined || value.type === unknownType
      ? undefined
      : catalog.castsFrom(from.oid).find((entry) => entry.target === type || entry.target === to?.oid);
  const result = derived('cast', [value], type);
  return cast === undefined || cast.function === 0 ? result : withHidden(result, callHidden(scope, cast.function, [value]));
};

export const readCast = (node: NodeMap['TypeCast'], scope: Scope): Value => {
  const type = typeOf(scope.frame.names, node.typeName);
  if (type === undefined) throw refuse('unresolved', `type "${splitName(node.typeName?.names).name}"`);
  const value = scope.frame.tools.value(scope, node.arg);
  if (value === nullConstant) return blankConstant(type.oid);
  const cast = castTo(scope, value, type.oid, (node.typeName?.typmods?.length ?? 0) > 0);
  // A row constructor is built with the other type; another row is converted as a whole.
  return cast === value || as(node.arg, 'RowExpr') !== undefined ? cast : computedRow(cast);
};
