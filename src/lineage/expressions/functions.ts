/** Function calls. */
import type { Node } from 'libpg-query';
import { as, type NodeMap } from '../ast.ts';
import { compositeOf, splitName } from '../names.ts';
import type { Scope } from '../scope.ts';
import { refuse } from '../unreadable.ts';
import { derived, firstOpaque, steering, type Value, withSources } from '../value.ts';
import type { Source } from '../types.ts';
import { type Candidate, callFunctions, candidatesFor } from './call.ts';
import { fieldOf } from './columns.ts';
import { values } from './core.ts';
import { constantText } from './pinned.ts';
import { specialFunction } from './special-functions.ts';
import { readCondition, readKey } from './predicates.ts';
import { recordSetting } from './set-config.ts';
import { readWindow } from './windows.ts';

const orderKeys = (scope: Scope, node: NodeMap['FuncCall']): readonly Value[] =>
  (node.agg_order ?? []).map((entry) => scope.frame.tools.value(scope, as(entry, 'SortBy')?.node));

/** What steers an aggregate or window call beside its arguments. */
const steered = (scope: Scope, node: NodeMap['FuncCall'], keys: readonly Value[]): readonly Source[] => {
  const found: Source[] = [];
  if (node.agg_filter !== undefined) {
    found.push(...steering('filter', [scope.frame.tools.value(scope, node.agg_filter)]));
    readCondition(scope, node.agg_filter, 'filter');
  }
  if (node.agg_within_group !== true) {
    for (const key of keys) readKey(scope, key, 'order', 'order');
    found.push(...steering('order', keys));
  }
  if (node.over !== undefined) found.push(...steering('over', readWindow(scope, node.over)));
  return found;
};

/** f(x) where x is a row that has a column f. */
const asField = (scope: Scope, name: string, args: readonly Value[]): Value | undefined => {
  const [row] = args;
  if (row === undefined || args.length !== 1) return undefined;
  const fields = row.shape.kind === 'row' ? row.shape.fields : (compositeOf(scope.frame.names.catalog, row.type)?.columns ?? []);
  return fields.some((field) => field.name === name) ? fieldOf(scope, row, name) : undefined;
};

/** The value of a type named as a function: `text(x)`, an old spelling of a cast. */
const asCast = (scope: Scope, name: string, args: readonly Value[]): Value | undefined => {
  const { catalog, nameSpace } = scope.frame.names;
  if (args.length !== 1) return undefined;
  const type = nameSpace.path.map((schema) => catalog.typeNamed(schema, name)).find((found) => found !== undefined);
  return type === undefined ? undefined : derived(name, args, type.oid);
};

/** The parser knows JSON_OBJECT as PostgreSQL 16 does, where it always means the built-in function. */
const nameOf = (scope: Scope, node: NodeMap['FuncCall']): ReturnType<typeof splitName> => {
  const found = splitName(node.funcname);
  return found.name === 'json_object' && scope.frame.names.catalog.major < 16 ? { ...found, schema: undefined } : found;
};

const voidType = 2278;

/** Parameters of type void, which drivers send in place of OUT parameters, are no arguments (parse_func.c). */
const withoutVoid = (scope: Scope, node: NodeMap['FuncCall']): NodeMap['FuncCall'] => {
  const { arguments: given, parameterTypes } = scope.frame;
  if (given !== undefined || !parameterTypes.includes(voidType)) return node;
  const isVoid = (arg: Node): boolean => parameterTypes[(as(arg, 'ParamRef')?.number ?? 0) - 1] === voidType;
  return { ...node, args: (node.args ?? []).filter((arg) => !isVoid(arg)) };
};

/** The candidates of a call in an expression or in FROM, with the values of its arguments. */
export const resolveCall = (
  scope: Scope,
  call: NodeMap['FuncCall'],
): {
  readonly name: string;
  readonly args: readonly Value[];
  readonly candidates: readonly Candidate[];
  readonly builtinOnly: boolean;
} => {
  const node = withoutVoid(scope, call);
  const { schema, name } = nameOf(scope, node);
  const written = node.args ?? [];
  const named = written.map((arg) => as(arg, 'NamedArgExpr'));
  const direct = written.map((arg, index) => named[index]?.arg ?? arg);
  const ordered = node.agg_within_group === true ? orderKeys(scope, node) : [];
  const args = [...values(scope, direct), ...ordered];
  const given = args.map((arg) => arg.type);
  const candidates = candidatesFor(scope, schema, name, given, {
    names: named.some((arg) => arg !== undefined) ? named.map((arg) => arg?.name) : [],
    variadicArray: node.func_variadic === true,
  });
  const builtinOnly = candidates.length > 0 && candidates.every(({ fn }) => fn.builtin);
  return { name, args, candidates, builtinOnly };
};

export const readFunction = (call: NodeMap['FuncCall'], scope: Scope): Value => {
  const node = withoutVoid(scope, call);
  const { name, args, candidates, builtinOnly } = resolveCall(scope, node);
  const keys = orderKeys(scope, node);
  const extra = steered(scope, node, keys);
  const result = callFunctions(scope, candidates, args);
  if (result === undefined) {
    const other = asField(scope, name, args) ?? asCast(scope, name, args);
    if (other === undefined) throw refuse('unresolved', `function ${name} with ${args.length} arguments`);
    return withSources(other, extra);
  }
  const special = builtinOnly
    ? specialFunction(name, {
        scope,
        args,
        keys: (node.args ?? []).map((arg) => constantText(scope, arg)),
        variadic: node.func_variadic === true,
        withinGroup: node.agg_within_group === true,
        distinct: node.agg_distinct === true,
      })
    : undefined;
  if (name === 'set_config' && builtinOnly) recordSetting(scope, node.args ?? []);
  const value = special === undefined ? result.value : { ...special, opaque: special.opaque ?? result.value.opaque };
  return withSources(
    { ...value, type: value.type === 0 ? result.value.type : value.type, opaque: value.opaque ?? firstOpaque(args) },
    extra,
  );
};
