/** Functions, procedures and aggregates, as far as following them takes. */
import type { CreateFunctionStmt, DefElem, FunctionParameter, ObjectWithArgs } from 'libpg-query';
import type { Fn, Oid } from '../../catalog/types.ts';
import { as, last, strings } from '../../lineage/ast.ts';
import { findFunctions, splitName, typeOf } from '../../lineage/names.ts';
import { addType, resolveTypeName } from './column-types.ts';
import type { Context, Handlers } from './context.ts';
import { sqlBodyText } from './sql-bodies.ts';
import { placeForNew, type SchemaState } from './state.ts';

const voidType = 2278;
const recordType = 2249;

const modes: Readonly<Record<string, string>> = {
  FUNC_PARAM_IN: 'i',
  FUNC_PARAM_DEFAULT: 'i',
  FUNC_PARAM_OUT: 'o',
  FUNC_PARAM_INOUT: 'b',
  FUNC_PARAM_VARIADIC: 'v',
  FUNC_PARAM_TABLE: 't',
};

const isInput = (mode: string): boolean => mode === 'i' || mode === 'b' || mode === 'v';

/** Undefined where the option does not stand there. */
const option = (options: readonly DefElem[], name: string): string | undefined => {
  const arg = options.find((one) => one.defname === name)?.arg;
  const boolean = as(arg, 'Boolean');
  return boolean === undefined ? as(arg, 'String')?.sval : String(boolean.boolval === true);
};

const settings = (options: readonly DefElem[]): readonly string[] =>
  options.flatMap(({ defname, arg }) => {
    const set = defname === 'set' ? as(arg, 'VariableSetStmt') : undefined;
    const value = (set?.args ?? []).map((node) => as(node, 'A_Const')?.sval?.sval ?? '').join(', ');
    return set?.name === undefined ? [] : [`${set.name}=${value}`];
  });

interface Parameter {
  readonly type: Oid;
  readonly mode: string;
  readonly name: string;
  readonly hasDefault: boolean;
}

const parametersOf = ({ state, place }: Context, nodes: CreateFunctionStmt['parameters']): readonly Parameter[] =>
  (nodes ?? []).flatMap((node) => {
    const found: FunctionParameter | undefined = as(node, 'FunctionParameter');
    if (found === undefined) return [];
    return {
      type: resolveTypeName(state, found.argType, place()).oid,
      mode: modes[found.mode ?? 'FUNC_PARAM_IN'] ?? 'i',
      name: found.name ?? '',
      hasDefault: found.defexpr !== undefined,
    };
  });

const returned = (context: Context, stmt: CreateFunctionStmt, parameters: readonly Parameter[]): Oid => {
  if (stmt.returnType !== undefined) return resolveTypeName(context.state, stmt.returnType, context.place()).oid;
  const outputs = parameters.filter(({ mode }) => mode !== 'i' && mode !== 'v');
  return outputs.length > 1 ? recordType : (outputs[0]?.type ?? voidType);
};

const putFunction = (state: SchemaState, fn: Omit<Fn, 'oid' | 'builtin' | 'extension'>): void => {
  const same = state.catalog.fnsNamed(fn.schema, fn.name).find(({ argTypes }) => argTypes.join(' ') === fn.argTypes.join(' '));
  state.fns.put({ ...fn, oid: same?.oid ?? state.nextOid(), builtin: false, extension: undefined });
};

const pathSetting = ({ searchPath }: SchemaState): string =>
  `search_path=${searchPath.map((schema) => `"${schema.replaceAll('"', '""')}"`).join(', ')}`;

const createFunction = (stmt: CreateFunctionStmt, context: Context): void => {
  const { state } = context;
  const { schema, name } = splitName(stmt.funcname);
  const parameters = parametersOf(context, stmt.parameters);
  const options = (stmt.options ?? []).flatMap((node) => as(node, 'DefElem') ?? []);
  const body = strings(as(options.find((one) => one.defname === 'as')?.arg, 'List')?.items);
  const volatility = option(options, 'volatility')?.charAt(0);
  const isProcedure = stmt.is_procedure === true;
  const sqlBody = stmt.sql_body === undefined ? undefined : sqlBodyText(state.parser, context.text, stmt.sql_body);
  putFunction(state, {
    schema: placeForNew(state, schema),
    name,
    kind: isProcedure ? 'p' : 'f',
    argTypes: parameters.filter(({ mode }) => isInput(mode) || isProcedure).map(({ type }) => type),
    allArgs: parameters.map(({ type, mode, name: parameter }) => ({ type, mode, name: parameter })),
    defaults: parameters.filter(({ hasDefault }) => hasDefault).length,
    variadic: parameters.find(({ mode }) => mode === 'v')?.type ?? 0,
    returnType: returned(context, stmt, parameters),
    returnsSet: stmt.returnType?.setof === true || parameters.some(({ mode }) => mode === 't'),
    volatility: volatility === 'i' || volatility === 's' ? volatility : 'v',
    language: option(options, 'language')?.toLowerCase() ?? (stmt.sql_body === undefined ? '' : 'sql'),
    securityDefiner: option(options, 'security') === 'true',
    source: body[0] ?? sqlBody ?? '',
    sqlBody: undefined,
    // Names of a body without quotes mean what they do here, whoever calls it.
    config: [...(sqlBody === undefined ? [] : [pathSetting(state)]), ...settings(options)],
  });
};

const createAggregate = (
  context: Context,
  names: CreateFunctionStmt['funcname'],
  args: unknown,
  elements: readonly DefElem[],
): void => {
  const { state, place } = context;
  const { schema, name } = splitName(names);
  const typeIn = (option: string): Oid => {
    const arg = elements.find((one) => one.defname === option)?.arg;
    return resolveTypeName(state, as(arg, 'TypeName'), place()).oid;
  };
  const fnIn = (option: string): Fn | undefined => {
    const arg = elements.find((one) => one.defname === option)?.arg;
    const called = splitName(as(arg, 'TypeName')?.names);
    return findFunctions(state.names(), called.schema, called.name)[0];
  };
  const [list] = Array.isArray(args) ? (args as CreateFunctionStmt['parameters'] & object) : [];
  const parameters = parametersOf(context, as(list, 'List')?.items);
  const [transition, final] = [fnIn('sfunc'), fnIn('finalfunc')];
  const state0 = typeIn('stype');
  putFunction(state, {
    schema: placeForNew(state, schema),
    name,
    kind: 'a',
    argTypes: parameters.map(({ type }) => type),
    allArgs: [],
    defaults: 0,
    variadic: 0,
    returnType: final?.returnType ?? state0,
    returnsSet: false,
    volatility: 'i',
    language: 'internal',
    securityDefiner: false,
    source: undefined,
    sqlBody: undefined,
    config: [],
  });
  const made = last(state.catalog.fnsNamed(placeForNew(state, schema), name));
  if (made !== undefined) {
    state.aggregates.set(made.oid, { transition: transition?.oid ?? 0, final: final?.oid ?? 0, others: [] });
  }
};

/** The functions that DROP or ALTER means: all of that name where it gives no arguments. */
export const functionsNamed = (state: SchemaState, object: ObjectWithArgs | undefined): readonly Fn[] => {
  const { schema, name } = splitName(object?.objname);
  const candidates = findFunctions(state.names(), schema, name).filter((fn) => state.fns.byOid.has(fn.oid));
  if (object?.args_unspecified === true) return candidates;
  const types = (object?.objargs ?? []).map((node) => typeOf(state.names(), as(node, 'TypeName'))?.oid ?? 0);
  return candidates.filter(({ argTypes }) => argTypes.join(' ') === types.join(' '));
};

/** DefineStmt of what changes no column. */
const harmless: ReadonlySet<string> = new Set([
  'OBJECT_COLLATION',
  'OBJECT_OPERATOR',
  'OBJECT_TSCONFIGURATION',
  'OBJECT_TSDICTIONARY',
  'OBJECT_TSPARSER',
  'OBJECT_TSTEMPLATE',
]);

export const routineHandlers: Handlers = {
  CreateFunctionStmt: createFunction,
  DefineStmt: ({ kind = '', defnames, args, definition }, context) => {
    const { state, place } = context;
    const elements = (definition ?? []).flatMap((node) => as(node, 'DefElem') ?? []);
    const { schema, name } = splitName(defnames);
    if (kind === 'OBJECT_AGGREGATE') createAggregate(context, defnames, args, elements);
    else if (kind === 'OBJECT_TYPE') addType(state, placeForNew(state, schema), name, {});
    else if (!harmless.has(kind))
      state.problem(place(), `CREATE ${kind}`, `CREATE ${kind.replace('OBJECT_', '').toLowerCase()} is not followed.`);
  },
};
