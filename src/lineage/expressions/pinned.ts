/** What a WHERE clause says of a column's value, for calls whose meaning hangs on a constant. */
import type { Node } from 'libpg-query';
import { as, strings } from '../ast.ts';
import { typeOf } from '../names.ts';
import type { Scope } from '../scope.ts';

/** pg_type.dat: text and unknown; varchar where no length cuts it. A domain that is called so may change what it holds. */
const keepsText = { text: 25, unknown: 705, varchar: 1043 } as const;

/** The text that an expression of constants has, else undefined. */
export const constantText = (scope: Scope, node: Node | undefined): string | undefined => {
  const constant = as(node, 'A_Const');
  if (constant !== undefined) return constant.sval === undefined ? undefined : (constant.sval.sval ?? '');
  const cast = as(node, 'TypeCast');
  const type = cast === undefined ? undefined : typeOf(scope.frame.names, cast.typeName)?.oid;
  const keeps =
    type === keepsText.text ||
    type === keepsText.unknown ||
    (type === keepsText.varchar && cast?.typeName?.typmods === undefined);
  return keeps ? constantText(scope, cast?.arg) : undefined;
};

/** A column reference as it is written: equal texts in one scope mean one column. */
const written = (node: Node | undefined): string | undefined => {
  const fields = strings(as(node, 'ColumnRef')?.fields);
  return fields.length === 0 ? undefined : fields.join('\0');
};

/** `=` is the server's own only where pg_catalog is searched first. */
const isOwnEquality = (scope: Scope, node: Node): boolean => {
  const expression = as(node, 'A_Expr');
  const { path, tempSchema } = scope.frame.names.nameSpace;
  const first = path.find((schema) => schema !== tempSchema);
  return expression?.kind === 'AEXPR_OP' && strings(expression.name).join('.') === '=' && first === 'pg_catalog';
};

/** Columns that every row of the query has equal to a text constant. */
export const pinnedBy = (scope: Scope, where: Node | undefined): ReadonlyMap<string, string> => {
  if (where === undefined) return new Map();
  const all = as(where, 'BoolExpr');
  if (all?.boolop === 'AND_EXPR') return new Map((all.args ?? []).flatMap((arg) => [...pinnedBy(scope, arg)]));
  const expression = as(where, 'A_Expr');
  if (expression === undefined || !isOwnEquality(scope, where)) return new Map();
  const column = written(expression.lexpr) ?? written(expression.rexpr);
  const value = constantText(scope, expression.rexpr) ?? constantText(scope, expression.lexpr);
  return column === undefined || value === undefined ? new Map() : new Map([[column, value]]);
};

/** A text constant, or a column that is pinned to one. */
export const constantAt = (scope: Scope, node: Node | undefined): string | undefined =>
  constantText(scope, node) ?? scope.pinned.get(written(node) ?? '');
