/** Statements that change how later names are read, and SELECTs, which can call what makes columns. */
import type { Node } from 'libpg-query';
import { splitIdentifiers } from '../../catalog/resolve-path.ts';
import { as, stringOf, strings, textConstant } from '../../lineage/ast.ts';
import { findFunctions, splitName } from '../../lineage/names.ts';
import type { Context, Handlers } from './context.ts';
import { defaultPath, tempSchema, type SchemaState } from './state.ts';
import { selectInto } from './views.ts';

/** `local`: until the transaction ends. */
const setPath = (state: SchemaState, entries: readonly string[], local: boolean): void => {
  state.pathAfter = local ? (state.pathAfter ?? state.searchPath) : undefined;
  if (entries.includes('pg_temp')) state.addSchema(tempSchema);
  state.searchPath = entries
    .filter((entry) => entry !== '$user' && entry !== '')
    .map((entry) => (entry === 'pg_temp' ? tempSchema : entry));
};

/** Every call in an expression or a query. */
const callsIn = (
  node: unknown,
  found: { readonly schema: string | undefined; readonly name: string; readonly args: readonly Node[] }[],
): void => {
  if (typeof node !== 'object' || node === null) return;
  const call = as(node as Node, 'FuncCall');
  if (call !== undefined) found.push({ ...splitName(call.funcname), args: call.args ?? [] });
  for (const child of Object.values(node)) callsIn(child, found);
};

/** As parse_bool of bool.c, of which only what is used is taken. */
const isOn = (node: Node | undefined): boolean => /^(?:on|true|yes|1)$/i.test(textConstant(node) ?? stringOf(node) ?? '');

/** `false` or 'f', as the third argument of set_config. */
const isFalse = (node: Node | undefined): boolean => {
  const constant = as(node, 'A_Const');
  return constant?.boolval !== undefined
    ? constant.boolval.boolval !== true
    : /^(?:f|false|off|no|0)$/i.test(textConstant(node) ?? '');
};

const readsStrings = (setting: string | undefined): boolean => setting?.toLowerCase() === 'standard_conforming_strings';

const stringsProblem = ({ state, place }: Pick<Context, 'state' | 'place'>): void => {
  const message = 'Backslashes in strings are made to mean something: where strings end is read as if they did not.';
  state.problem(place(), 'standard_conforming_strings', message);
};

/** What a call does cannot be told unless the function is one of the system's. */
export const judgeCalls = ({ state, place }: Context, node: unknown): void => {
  const calls: Parameters<typeof callsIn>[1] = [];
  callsIn(node, calls);
  for (const { schema, name, args } of calls) {
    if (name === 'set_config' && textConstant(args[0])?.toLowerCase() === 'search_path') {
      const value = textConstant(args[1]);
      const entries = value === undefined ? undefined : splitIdentifiers(value);
      if (entries === undefined)
        state.problem(place(), 'set_config search_path', 'The search path is set to a value that is not known.');
      else setPath(state, entries, !isFalse(args[2]));
      continue;
    }
    if (name === 'set_config' && readsStrings(textConstant(args[0]))) stringsProblem({ state, place });
    const candidates = findFunctions(state.names(), schema, name);
    const harmless = candidates.some((fn) => fn.builtin || fn.volatility !== 'v' || fn.extension !== undefined);
    if (harmless) continue;
    const full = schema === undefined ? name : `${schema}.${name}`;
    state.problem(place(), `call of ${full}`, `${full} is called: whether that changes columns cannot be told.`);
  }
};

export const sessionHandlers: Handlers = {
  VariableSetStmt: ({ kind, name, args, is_local: isLocal }, context) => {
    const { state } = context;
    if (readsStrings(name) && kind === 'VAR_SET_VALUE' && !isOn(args?.[0])) stringsProblem(context);
    if (kind === 'VAR_RESET_ALL') state.searchPath = defaultPath;
    if (name?.toLowerCase() !== 'search_path') return;
    if (kind !== 'VAR_SET_VALUE') setPath(state, defaultPath, isLocal === true);
    else {
      const entries = (args ?? []).flatMap((node) => textConstant(node) ?? stringOf(node) ?? []);
      setPath(state, entries, isLocal === true);
    }
  },
  TransactionStmt: ({ kind }, { state }) => {
    if (kind !== 'TRANS_STMT_COMMIT') return;
    state.searchPath = state.pathAfter ?? state.searchPath;
    state.pathAfter = undefined;
  },
  DiscardStmt: (_stmt, { state }) => {
    state.searchPath = defaultPath;
  },
  SelectStmt: (select, context) => {
    if (!selectInto({ SelectStmt: select }, context)) judgeCalls(context, select);
  },
  CallStmt: ({ funccall }, context) => {
    const name = strings(funccall?.funcname).join('.');
    context.state.problem(context.place(), `call of ${name}`, `${name} is called: whether that changes columns cannot be told.`);
  },
};
