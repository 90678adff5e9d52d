/** Types of the user's own: enumerations, domains, composite and range types. */
import type { DefElem, Node } from 'libpg-query';
import { as, strings } from '../../lineage/ast.ts';
import { baseType, splitName, typeOf } from '../../lineage/names.ts';
import { addType, removeType, resolveTypeName } from './column-types.ts';
import { addDefined, newRelation } from './columns.ts';
import type { Context, Handlers } from './context.ts';
import { placeForNew } from './state.ts';

/** Undefined where there is a type of that name already, as DO blocks that catch duplicate_object count on. */
const free = ({ state }: Context, names: readonly Node[] | undefined): { schema: string; name: string } | undefined => {
  const { schema, name } = splitName(names);
  const place = placeForNew(state, schema);
  return state.catalog.typeNamed(place, name) === undefined ? { schema: place, name } : undefined;
};

const subtypeOf = ({ state, place }: Context, params: readonly Node[] | undefined): number => {
  const elements: readonly DefElem[] = (params ?? []).flatMap((node) => as(node, 'DefElem') ?? []);
  const arg = elements.find(({ defname }) => defname === 'subtype')?.arg;
  return resolveTypeName(state, as(arg, 'TypeName'), place()).oid;
};

/** As makeMultirangeTypeName of pg_type.c has it, where none is given. */
const multirangeName = (range: string, params: readonly Node[] | undefined): string => {
  const elements = (params ?? []).flatMap((node) => as(node, 'DefElem') ?? []);
  const given = strings(as(elements.find(({ defname }) => defname === 'multirange_type_name')?.arg, 'TypeName')?.names).at(-1);
  return given ?? (range.includes('range') ? range.replace('range', 'multirange') : `${range}_multirange`);
};

export const typeHandlers: Handlers = {
  CreateEnumStmt: ({ typeName, vals }, context) => {
    const name = free(context, typeName);
    if (name === undefined) return;
    const firstLabel = as(vals?.[0], 'String')?.sval;
    addType(context.state, name.schema, name.name, { kind: 'e', category: 'E', firstLabel, input: 'enum_in' });
  },
  CreateDomainStmt: ({ domainname, typeName }, context) => {
    const { state, place } = context;
    const name = free(context, domainname);
    if (name === undefined) return;
    const { oid, typmod } = resolveTypeName(state, typeName, place());
    const category = baseType(state.catalog, oid)?.category ?? 'U';
    addType(state, name.schema, name.name, { kind: 'd', category, base: oid, baseTypmod: typmod, input: 'domain_in' });
  },
  CreateRangeStmt: ({ typeName, params }, context) => {
    const name = free(context, typeName);
    if (name === undefined) return;
    const subtype = subtypeOf(context, params);
    addType(context.state, name.schema, name.name, { kind: 'r', category: 'R', subtype, input: 'range_in' });
    const multirange = multirangeName(name.name, params);
    addType(context.state, name.schema, multirange, { kind: 'm', category: 'R', subtype, input: 'multirange_in' });
  },
  CompositeTypeStmt: ({ typevar, coldeflist }, context) => {
    const { state, place } = context;
    const schema = placeForNew(state, typevar?.schemaname);
    const name = typevar?.relname ?? '';
    const before = state.catalog.typeNamed(schema, name);
    if (before !== undefined && before.kind !== 'b') return;
    if (before !== undefined) removeType(state, before);
    const relation = newRelation(state, { schema, name, kind: 'c' }, place());
    for (const node of coldeflist ?? []) {
      const definition = as(node, 'ColumnDef');
      if (definition !== undefined) addDefined(context, state.relations.byOid.get(relation.oid) ?? relation, definition);
    }
  },
  AlterEnumStmt: ({ typeName, oldVal, newVal, newValNeighbor, newValIsAfter }, { state }) => {
    const type = typeOf(state.names(), { names: [...(typeName ?? [])] });
    if (type === undefined || !state.types.byOid.has(type.oid)) return;
    const first = type.firstLabel;
    const renamed = oldVal !== undefined && oldVal === first;
    const before = oldVal === undefined && newValNeighbor === first && newValIsAfter !== true;
    if ((renamed || before || first === undefined) && newVal !== undefined) state.types.put({ ...type, firstLabel: newVal });
  },
};
