/** Column references, whole rows and fields: parse_expr.c's transformColumnRef and transformIndirection. */
import type { Node } from 'libpg-query';
import { compositeOf } from '../names.ts';
import { as, type NodeMap, stringOf, strings } from '../ast.ts';
import { findColumn, findItem, type Item, type Scope } from '../scope.ts';
import { recordType } from '../overload.ts';
import type { OutputColumn } from '../types.ts';
import { computedRow, derived, named, plain, rowOf, through, union, type Value, withSources } from '../value.ts';
import { refuse } from '../unreadable.ts';
import { callNamed } from './call.ts';

/** Not named by `*`, and found only by name: pg_attribute's negative attnums. */
const systemColumns: Readonly<Record<string, { readonly attnum: number; readonly type: number }>> = {
  ctid: { attnum: -1, type: 27 },
  xmin: { attnum: -2, type: 28 },
  cmin: { attnum: -3, type: 29 },
  xmax: { attnum: -4, type: 28 },
  cmax: { attnum: -5, type: 29 },
  tableoid: { attnum: -6, type: 26 },
};

const systemColumn = (item: Item, name: string): OutputColumn | undefined => {
  const found = systemColumns[name];
  if (found === undefined || item.relation === undefined || item.scalarRow) return undefined;
  const source = { column: `${item.relation.oid}.${found.attnum}`, way: 'identity', via: [] } as const;
  return named(name, { ...plain(found.type), sources: [source] });
};

const columnOf = (item: Item, name: string): OutputColumn | undefined => {
  const found = item.columns.filter((column) => column.name === name);
  if (found.length > 1) throw refuse('unresolved', `column reference "${name}" is ambiguous`);
  return found[0] ?? systemColumn(item, name);
};

/** The value of an item named as a whole. Rows of a named type carry that type's field names, whatever the alias renames. */
export const wholeRow = (scope: Scope, item: Item): Value => {
  const [only] = item.columns;
  if (item.scalarRow && only !== undefined) return only;
  scope.frame.recorder.touch(union(item.columns.map((column) => column.sources)));
  const composite = compositeOf(scope.frame.names.catalog, item.rowType);
  const fields =
    composite === undefined
      ? item.columns
      : composite.columns.flatMap((column, index) => {
          const value = item.columns[index];
          return value === undefined ? [] : [named(column.name, value)];
        });
  return rowOf(fields, item.rowType === 0 ? recordType : item.rowType);
};

const touched = (scope: Scope, value: Value): Value => {
  scope.frame.recorder.touch(value.sources);
  return value;
};

const argumentNamed = (scope: Scope, name: string): Value | undefined => scope.frame.arguments?.byName.get(name);

const byName = (scope: Scope, name: string): Value => {
  const column = findColumn(scope, name, (item) => systemColumn(item, name));
  if (column !== undefined) return touched(scope, column);
  const item = findItem(scope, undefined, name);
  if (item !== undefined) return wholeRow(scope, item);
  const argument = argumentNamed(scope, name);
  if (argument !== undefined) return argument;
  throw refuse('unresolved', `column "${name}"`);
};

/** `item.name`: its column, or else the function of that name applied to the whole row. */
const memberOf = (scope: Scope, item: Item, name: string): Value => {
  const column = columnOf(item, name);
  if (column !== undefined) return touched(scope, column);
  const applied = callNamed(scope, undefined, name, [wholeRow(scope, item)]);
  if (applied === undefined) throw refuse('unresolved', `column "${name}" of "${item.alias}"`);
  return applied;
};

const argumentMember = (scope: Scope, parts: readonly string[]): Value | undefined => {
  const argument = scope.frame.arguments;
  if (argument === undefined) return undefined;
  const [first = '', second = '', third] = parts;
  if (first === argument.function && argument.byName.has(second)) {
    const value = argument.byName.get(second);
    return value === undefined || third === undefined ? value : fieldOf(scope, value, third);
  }
  const value = argument.byName.get(first);
  return value === undefined ? undefined : fieldOf(scope, value, second);
};

/** The item that a qualified reference names, with what follows its name. */
export const qualifiedItem = (scope: Scope, parts: readonly string[]): Item | undefined => {
  const [first = '', second] = parts;
  if (second === undefined) return findItem(scope, undefined, first);
  if (parts.length === 3)
    return first === scope.frame.names.catalog.database ? findItem(scope, second, parts[2] ?? '') : undefined;
  return findItem(scope, first, second);
};

export const readColumnRef = (node: NodeMap['ColumnRef'], scope: Scope): Value => {
  const parts = strings(node.fields);
  const star = as(node.fields?.[node.fields.length - 1], 'A_Star') !== undefined;
  if (!star && parts.length === 1) return byName(scope, parts[0] ?? '');
  const item = qualifiedItem(scope, star ? parts : parts.slice(0, -1));
  if (item !== undefined) return star ? wholeRow(scope, item) : memberOf(scope, item, parts[parts.length - 1] ?? '');
  const argument = star ? argumentNamed(scope, parts[0] ?? '') : argumentMember(scope, parts);
  if (argument !== undefined) return argument;
  throw refuse('unresolved', `column "${parts.join('.')}"`);
};

/** A field of a row: its own value, and of a computed row all that the row was made of. */
export const ofRow = (row: Value, field: Value): Value =>
  row.shape.kind === 'row' && row.shape.computed === true ? withSources(field, through('derived', 'field', row.sources)) : field;

/** `(value).name`. */
export const fieldOf = (scope: Scope, value: Value, name: string): Value => {
  if (value.shape.kind === 'row') {
    const field = value.shape.fields.find((entry) => entry.name === name);
    if (field !== undefined) return ofRow(value, field);
  }
  const composite = compositeOf(scope.frame.names.catalog, value.type);
  const column = composite?.columns.find((entry) => entry.name === name);
  if (column !== undefined) return derived('field', [value], column.type);
  const applied = callNamed(scope, undefined, name, [value]);
  if (applied !== undefined) return applied;
  return derived('field', [value], 0);
};

/** The fields of `(value).*`, or undefined if they cannot be known. */
export const fieldsOf = (scope: Scope, value: Value): readonly OutputColumn[] | undefined => {
  if (value.shape.kind === 'row') return value.shape.fields.map((field) => named(field.name, ofRow(value, field)));
  const composite = compositeOf(scope.frame.names.catalog, value.type);
  return composite?.columns.map((column) => named(column.name, derived('field', [value], column.type)));
};

const subscripted = (scope: Scope, value: Value, indices: NodeMap['A_Indices']): Value => {
  const index = [indices.lidx, indices.uidx].flatMap((node) =>
    node === undefined ? [] : [scope.frame.tools.value(scope, node)],
  );
  const element = scope.frame.names.catalog.type(value.type)?.element ?? 0;
  const base = derived('subscript', [value, ...index], indices.is_slice === true || element === 0 ? value.type : element);
  if (value.shape.kind !== 'each' || value.shape.json || index.some((entry) => entry.sources.length > 0)) return base;
  return indices.is_slice === true ? { ...value, sources: base.sources } : computedRow(value.shape.item);
};

/** `(item).name` goes by the names of the item's alias, which its row type does not have. */
const aliasedField = (scope: Scope, node: NodeMap['A_Indirection']): Value | undefined => {
  const [first = ''] = strings(as(node.arg, 'ColumnRef')?.fields);
  const name = stringOf(node.indirection?.[0]);
  if (name === undefined || (as(node.arg, 'ColumnRef')?.fields?.length ?? 0) !== 1 || findColumn(scope, first) !== undefined)
    return undefined;
  const item = findItem(scope, undefined, first);
  return item === undefined || item.scalarRow ? undefined : columnOf(item, name);
};

export const readIndirection = (node: NodeMap['A_Indirection'], scope: Scope): Value => {
  const [head, ...rest] = node.indirection ?? [];
  const aliased = aliasedField(scope, node);
  let value = aliased === undefined ? scope.frame.tools.value(scope, node.arg) : touched(scope, aliased);
  for (const part of aliased === undefined && head !== undefined ? [head, ...rest] : rest) {
    const name = stringOf(part);
    const indices = as(part, 'A_Indices');
    if (name !== undefined) value = fieldOf(scope, value, name);
    else if (indices !== undefined) value = subscripted(scope, value, indices);
    // `(row).*` outside of a list of expressions is the row itself.
  }
  return value;
};

/** What `*`, `t.*` and `(row).*` stand for in a list of expressions; undefined for any other expression. */
export const starred = (scope: Scope, node: Node | undefined): readonly OutputColumn[] | undefined => {
  const reference = as(node, 'ColumnRef');
  if (reference !== undefined) return starredReference(scope, reference);
  const indirection = as(node, 'A_Indirection');
  const parts = indirection?.indirection ?? [];
  if (indirection === undefined || as(parts[parts.length - 1], 'A_Star') === undefined) return undefined;
  const row = readIndirection({ ...indirection, indirection: parts.slice(0, -1) }, scope);
  const fields = fieldsOf(scope, row);
  if (fields === undefined) throw refuse('unmodelled', 'the fields of a row whose type is not known');
  return fields;
};

const starredReference = (scope: Scope, { fields }: NodeMap['ColumnRef']): readonly OutputColumn[] | undefined => {
  if (as(fields?.[fields.length - 1], 'A_Star') === undefined) return undefined;
  const parts = strings(fields);
  const found = parts.length === 0 ? scope.items.filter((item) => item.columnsVisible) : [qualifiedItem(scope, parts)];
  const columns = found.flatMap((item) => {
    if (item !== undefined) return item.columns.slice(0, item.columns.length - (item.unexpanded ?? 0));
    const argument = argumentNamed(scope, parts[0] ?? '');
    const inner = argument === undefined ? undefined : fieldsOf(scope, argument);
    if (inner === undefined) throw refuse('unresolved', `table reference "${parts.join('.')}"`);
    return inner;
  });
  for (const column of columns) scope.frame.recorder.touch(column.sources);
  return columns;
};
