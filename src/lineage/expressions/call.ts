/** Calling functions: which ones a name can mean, what each is allowed to do with its arguments, what comes back. */
import type { Fn, Oid } from '../../catalog/types.ts';
import { natureOf } from '../functions.ts';
import { asRead } from '../natures/row-fields.ts';
import { worse } from '../natures/worse.ts';
import { compositeOf, findFunctions } from '../names.ts';
import { choose, isPolymorphic, recordType, resultType } from '../overload.ts';
import type { Scope } from '../scope.ts';
import type { FunctionNature, OutputColumn, Source } from '../types.ts';
import { derived, eitherOf, named, plain, rowOf, union, type Value, withSources } from '../value.ts';

export interface Candidate {
  readonly fn: Fn;
  /** The parameter types, in the order of the arguments given. */
  readonly parameters: readonly Oid[];
  /** For each of the function's parameters, the place of its argument; undefined where that is the parameter's own. */
  readonly places: readonly (number | undefined)[] | undefined;
}

/** Parameters that take an argument, in order. */
export const inputsOf = (fn: Fn): readonly { readonly name: string }[] =>
  fn.allArgs.length === 0
    ? fn.argTypes.map(() => ({ name: '' }))
    : fn.allArgs.filter(({ mode }) => mode === 'i' || mode === 'b' || mode === 'v');

const byPosition = (fn: Fn, count: number): Candidate | undefined => {
  const declared = fn.argTypes.length;
  if (fn.variadic !== 0 && count >= declared - 1) {
    const fixed = fn.argTypes.slice(0, declared - 1);
    const rest = Array.from({ length: count - fixed.length }, () => fn.variadic);
    return { fn, parameters: [...fixed, ...rest], places: undefined };
  }
  if (count > declared || count < declared - fn.defaults) return undefined;
  return { fn, parameters: fn.argTypes.slice(0, count), places: undefined };
};

/** MatchNamedCall of namespace.c: arguments by position first, then by name. */
const byNames = (fn: Fn, names: readonly (string | undefined)[]): Candidate | undefined => {
  const inputs = inputsOf(fn);
  // Names of a built-in function's parameters are not known where nothing depends on them.
  if (inputs.every(({ name }) => name === '')) return byPosition(fn, names.length);
  const places: (number | undefined)[] = inputs.map(() => undefined);
  const parameters: Oid[] = [];
  for (const [place, name] of names.entries()) {
    const parameter = name === undefined ? place : inputs.findIndex((input) => input.name === name);
    const type = fn.argTypes[parameter];
    if (type === undefined || places[parameter] !== undefined) return undefined;
    places[parameter] = place;
    parameters.push(type);
  }
  return { fn, parameters, places };
};

/** How a call is written. */
export interface Notation {
  /** One for each argument, undefined for one by position; empty if all are. */
  readonly names: readonly (string | undefined)[];
  /** VARIADIC before the last argument. */
  readonly variadicArray: boolean;
}

const plainCall: Notation = { names: [], variadicArray: false };

const candidate = (fn: Fn, count: number, { names, variadicArray }: Notation): Candidate | undefined => {
  if (names.length > 0) return byNames(fn, names);
  return variadicArray && fn.variadic !== 0
    ? { fn, parameters: fn.argTypes.slice(0, count), places: undefined }
    : byPosition(fn, count);
};

/** The functions that a call with these argument types can mean. */
export const candidatesFor = (
  scope: Scope,
  schema: string | undefined,
  name: string,
  given: readonly Oid[],
  notation: Notation = plainCall,
): readonly Candidate[] => {
  const all = findFunctions(scope.frame.names, schema, name).flatMap((fn) => candidate(fn, given.length, notation) ?? []);
  return choose(scope.frame.names.catalog, all, given);
};

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

/** One row for each element or member of the argument: how many there are says no more of a value that holds them. */
const perElement: ReadonlySet<string> = new Set(
  [
    'unnest',
    'array_elements',
    'array_elements_text',
    'each',
    'each_text',
    'object_keys',
    'to_recordset',
    'populate_recordset',
  ].flatMap((name) => (name === 'unnest' ? [name] : [`json_${name}`, `jsonb_${name}`])),
);

const isStored = ({ way }: Source): boolean => way === 'identity' || way === 'count';

/** How many rows a set-returning function gives depends on its arguments, as in WHERE: regexp_matches gives none without a match. */
const recordRowCount = (scope: Scope, fn: Fn, args: readonly Value[]): void => {
  for (const { sources, shape } of args) {
    for (const source of sources) {
      const counts = fn.builtin && perElement.has(fn.name) && (shape.kind !== 'scalar' || isStored(source));
      const operator = counts ? 'is-null' : 'function';
      scope.frame.recorder.predicate({ column: source.column, clause: 'other', operator, against: 'none', others: [], times: 1 });
    }
  }
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
  if (fn.returnsSet) recordRowCount(scope, fn, args);
  const computed = derived(fn.name, args, fn.returnType);
  const hidden = nature === 'opaque' || nature === 'reader' ? bare(fn) : undefined;
  return { value: recordOf(fn, { ...computed, opaque: hidden ?? computed.opaque }), columns: undefined, nature };
};

/** The call's result over all candidates: every source of each, and the worst nature. Undefined without candidates. */
export const callFunctions = (scope: Scope, candidates: readonly Candidate[], args: readonly Value[]): CallResult | undefined => {
  const given = args.map((arg) => arg.type);
  const results = candidates.map(({ fn, parameters, places }) => {
    const arranged =
      places === undefined ? args : places.map((place) => (place === undefined ? undefined : args[place]) ?? plain(0));
    const result = callFunction(scope, fn, arranged);
    const type = isPolymorphic(fn.returnType)
      ? resultType(scope.frame.names.catalog, fn.returnType, parameters, given)
      : result.value.type;
    return { ...result, value: { ...result.value, type } };
  });
  const [first] = results;
  if (first === undefined) return undefined;
  if (results.length === 1) return first;
  const nature = results.map((result) => result.nature).reduce(worse);
  return { value: eitherOf(results.map((result) => result.value)), columns: undefined, nature };
};

/** A call by name and values alone, e.g. `row.name`, an operator's function, a cast's. */
export const callNamed = (scope: Scope, schema: string | undefined, name: string, args: readonly Value[]): Value | undefined => {
  const given = args.map((arg) => arg.type);
  const candidates = candidatesFor(scope, schema, name, given);
  return callFunctions(scope, candidates, args)?.value;
};

/** What a function behind an operator or a cast adds to a value that is computed of its operands. */
export interface Hidden {
  readonly sources: readonly Source[];
  readonly opaque: string | undefined;
}

const nothingHidden: Hidden = { sources: [], opaque: undefined };

/** A call that is not written as one. What its body reads flows into the result, too. */
export const callHidden = (scope: Scope, oid: Oid, args: readonly Value[]): Hidden => {
  const fn = scope.frame.names.catalog.fn(oid);
  if (fn === undefined) return oid === 0 ? nothingHidden : { sources: [], opaque: `function ${String(oid)}` };
  if (fn.builtin && natureOf(scope.frame.names.catalog, fn) === 'pure') return nothingHidden;
  const { value } = callFunction(scope, fn, args);
  return { sources: value.sources, opaque: value.opaque };
};

export const withHidden = (value: Value, { sources, opaque }: Hidden): Value =>
  sources.length === 0 && opaque === undefined ? value : { ...withSources(value, sources), opaque: value.opaque ?? opaque };

export const bothHidden = (left: Hidden, right: Hidden): Hidden => ({
  sources: union([left.sources, right.sources]),
  opaque: left.opaque ?? right.opaque,
});
