/** What a WHERE clause says of a column's value, for calls whose meaning hangs on a constant. */
import type { Node } from 'libpg-query';
import { as, strings, textConstant } from '../ast.ts';
import type { Scope } from '../scope.ts';

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
  const value = textConstant(expression.rexpr) ?? textConstant(expression.lexpr);
  return column === undefined || value === undefined ? new Map() : new Map([[column, value]]);
};

/** A text constant, or a column that is pinned to one. */
export const constantAt = (scope: Scope, node: Node | undefined): string | undefined =>
  textConstant(node) ?? scope.pinned.get(written(node) ?? '');
