/** Calling functions: which ones a name can mean, what each is allowed to do with its arguments, what comes back. */
import type { Fn, Oid } from '../../catalog/types.ts';
import { natureOf } from '../functions.ts';
import { asRead } from '../natures/row-fields.ts';
import { compositeOf, findFunctions } from '../names.ts';
import { choose, isPolymorphic, recordType, resultType } from '../overload.ts';
import type { Scope } from '../scope.ts';
import type { FunctionNature, OutputColumn } from '../types.ts';
import { derived, eitherOf, named, plain, rowOf, union, type Value } from '../value.ts';

export interface Candidate {
  readonly fn: Fn;
  readonly parameters: readonly Oid[];
}

const parametersFor = (fn: Fn, count: number): readonly Oid[] | undefined => {
  const declared = fn.argTypes.length;
  if (fn.variadic !== 0 && count >= declared - 1) {
    const fixed = fn.argTypes.slice(0, declared - 1);
    return [...fixed, ...Array.from({ length: count - fixed.length }, () => fn.variadic)];
  }
  return count <= declared && count >= declared - fn.defaults ? fn.argTypes.slice(0, count) : undefined;
};

/** The functions that a call with these argument types can mean. `named` arguments are matched by number alone. */
export const candidatesFor = (
  scope: Scope,
  schema: string | undefined,
  name: string,
  given: readonly Oid[],
  options: { readonly namedArguments: boolean; readonly variadicArray: boolean },
): readonly Candidate[] => {
  const all: Candidate[] = [];
  for (const fn of findFunctions(scope.frame.names, schema, name)) {
    const parameters =
      options.variadicArray && fn.variadic !== 0 ? fn.argTypes.slice(0, given.length) : parametersFor(fn, given.length);
    if (parameters !== undefined) all.push({ fn, parameters });
  }
  return options.namedArguments ? all : choose(scope.frame.names.catalog, all, given);
};

/** From harmless to unknown: of several candidates the last in this order counts. */
const order: readonly FunctionNature[] = ['pure', 'state', 'followed', 'effect', 'reader', 'opaque'];

export interface CallResult {
  readonly value: Value;
  /** For a function in FROM: its columns, where they are known from its body. */
  readonly columns: readonly OutputColumn[] | undefined;
  readonly nature: FunctionNature;
}

const bare = (fn: Fn): string => `${fn.schema}.${fn.name}`;

/** Parameters that are part of the result. */
export const outputsOf = (fn: Fn): Fn['allArgs'] => fn.allArgs.filter(({ mode }) => mode === 'o' || mode === 'b' || mode === 't');

/** What a body's columns are as the function's one result. */
const rowFrom = (columns: readonly OutputColumn[], fn: Fn, scope: Scope): Value => {
  const [only] = columns;
  const composite = compositeOf(scope.frame.names.catalog, fn.returnType);
  if (composite === undefined && fn.returnType !== recordType) {
    return only === undefined ? plain(fn.returnType) : { ...only, type: fn.returnType };
  }
  if (columns.length === 1 && only?.shape.kind === 'row') return { ...only, type: fn.returnType };
  const declared = outputsOf(fn);
  const names = (composite?.columns ?? declared).map(({ name }) => name);
  if (names.length !== columns.length) return derived(fn.name, columns, fn.returnType);
  return rowOf(
    columns.map((column, index) => named(names[index] ?? column.name, column)),
    fn.returnType,
  );
};

/** A record whose fields are the OUT parameters: each can show any argument. */
const recordOf = (fn: Fn, value: Value): Value => {
  const declared = outputsOf(fn);
  if (fn.returnType !== recordType || declared.length < 2) return value;
  return { ...value, shape: { kind: 'row', fields: declared.map(({ name, type }) => named(name, { ...value, type })) } };
};

/** A call of one function that is known. */
export const callFunction = (scope: Scope, fn: Fn, given: readonly Value[]): CallResult => {
  const args = given.map((argument) => asRead(fn, argument));
  const { recorder } = scope.frame;
  const sources = union(args.map((arg) => arg.sources));
  const known = natureOf(scope.frame.names.catalog, fn);
  const columns =
    known === 'followed' || (known === 'opaque' && !fn.builtin) ? scope.frame.tools.follow(scope, fn, args) : undefined;
  const nature = columns === undefined ? (known === 'followed' ? 'opaque' : known) : 'followed';
  recorder.fn(fn, nature, sources);
  if (nature === 'effect') recorder.effect({ kind: 'function', name: bare(fn), sources });
  if (columns !== undefined) return { value: rowFrom(columns, fn, scope), columns, nature };
  const computed = derived(fn.name, args, fn.returnType);
  const hidden = nature === 'opaque' || nature === 'reader' ? bare(fn) : undefined;
  return { value: recordOf(fn, { ...computed, opaque: hidden ?? computed.opaque }), columns: undefined, nature };
};

/** The call's result over all candidates: every source of each, and the worst nature. Undefined without candidates. */
export const callFunctions = (scope: Scope, candidates: readonly Candidate[], args: readonly Value[]): CallResult | undefined => {
  const given = args.map((arg) => arg.type);
  const results = candidates.map(({ fn, parameters }) => {
    const result = callFunction(scope, fn, args);
    const type = isPolymorphic(fn.returnType)
      ? resultType(scope.frame.names.catalog, fn.returnType, parameters, given)
      : result.value.type;
    return { ...result, value: { ...result.value, type } };
  });
  const [first] = results;
  if (first === undefined) return undefined;
  if (results.length === 1) return first;
  const worst = results.reduce((worse, next) => (order.indexOf(next.nature) > order.indexOf(worse.nature) ? next : worse));
  return { value: eitherOf(results.map((result) => result.value)), columns: undefined, nature: worst.nature };
};

/** A call by name and values alone, e.g. `row.name`, an operator's function, a cast's. */
export const callNamed = (scope: Scope, schema: string | undefined, name: string, args: readonly Value[]): Value | undefined => {
  const given = args.map((arg) => arg.type);
  const candidates = candidatesFor(scope, schema, name, given, { namedArguments: false, variadicArray: false });
  return callFunctions(scope, candidates, args)?.value;
};

/** A call of one function that is known, or of none: the reason why its result cannot be followed, if there is one. */
export const callKnown = (scope: Scope, oid: Oid, args: readonly Value[]): string | undefined => {
  const fn = scope.frame.names.catalog.fn(oid);
  if (fn === undefined) return oid === 0 ? undefined : `function ${oid}`;
  if (fn.builtin && natureOf(scope.frame.names.catalog, fn) === 'pure') return undefined;
  return callFunction(scope, fn, args).value.opaque;
};
