/** Built-in functions of which more is known than that their result depends on their arguments: one table. */
import { unknownType } from '../overload.ts';
import type { Scope } from '../scope.ts';
import type { OutputColumn } from '../types.ts';
import { computedRow, derived, either, named, plain, steering, through, union, type Value, withSources } from '../value.ts';
import { arrayOf, preserving } from './core.ts';
import { jsonArray, jsonEach, jsonObject, jsonOf, toJson } from './json-shapes.ts';

export interface Call {
  readonly scope: Scope;
  readonly args: readonly Value[];
  /** The arguments that are text constants, by place. */
  readonly keys: readonly (string | undefined)[];
  /** VARIADIC before the last argument. */
  readonly variadic: boolean;
  readonly withinGroup: boolean;
  /** An aggregate of each value once. */
  readonly distinct: boolean;
}

/** Undefined: nothing special about this call of it. */
type Reading = (name: string, call: Call) => Value | undefined;

/**
 * The first argument's text with letters' case or its ends changed, steered by the others. As long as the input, in the
 * same alphabet: the class's mask applied to it hides as much as applied to the stored value.
 */
const likeItsInput: Reading = (name, { args }) => {
  const [value, ...others] = args;
  return value === undefined
    ? undefined
    : withSources(preserving(name, value), through('derived', name, union(others.map((other) => other.sources))));
};

/** One of the rows' values, unchanged. */
const oneOfThem: Reading = (name, { args }) => {
  const [value] = args;
  return value === undefined ? undefined : preserving(name, value);
};

/** lag and lead: a value of another row, or the default given. */
const ofAnotherRow: Reading = (name, { args }) => {
  const [value, offset, otherwise] = args;
  if (value === undefined) return undefined;
  const chosen = otherwise === undefined ? value : either(value, otherwise);
  return withSources(preserving(name, chosen), offset === undefined ? [] : steering(name, [offset]));
};

/** percentile_disc and mode WITHIN GROUP: one of the values that are sorted. */
const ofTheSorted: Reading = (name, { withinGroup, args }) => {
  const value = args[args.length - 1];
  if (!withinGroup || value === undefined || value.type === unknownType) return undefined;
  const value2 = preserving(name, value);
  return args.length === 1
    ? value2
    : withSources(
        { ...value2, shape: { kind: 'scalar' } },
        through('derived', name, union(args.slice(0, -1).map((arg) => arg.sources))),
      );
};

const presence: Reading = (name, { args }) => ({
  ...plain(20),
  sources: through('count', name, union(args.map((arg) => arg.sources))),
});

/** DISTINCT sorts: what is collected shows the values' order. */
const toCollect = ({ args, distinct }: Call): Value | undefined => {
  const [value] = args;
  return value === undefined || !distinct ? value : preserving('distinct', value);
};

const collected: Reading = (_, call) => {
  const value = toCollect(call);
  return value === undefined ? undefined : arrayOf(call.scope, [value]);
};

const fieldsFromPairs = ({ keys, variadic, args }: Call): readonly OutputColumn[] | undefined => {
  if (args.length % 2 !== 0 || variadic) return undefined;
  const fields: OutputColumn[] = [];
  for (let index = 0; index < args.length; index += 2) {
    const key = keys[index];
    const value = args[index + 1];
    if (key === undefined || value === undefined) return undefined;
    fields.push(named(key, value));
  }
  return fields;
};

const objectFromPairs: Reading = (name, call) => {
  const fields = fieldsFromPairs(call);
  const binary = name.startsWith('jsonb');
  return fields === undefined ? jsonOf(name, call.args, binary) : jsonObject(name, fields, binary);
};

const arrayFromItems: Reading = (name, { variadic, args }) =>
  variadic ? undefined : jsonArray(name, args, name.startsWith('jsonb'));

const fromValue: Reading = (name, { args }) => {
  const [value] = args;
  return value === undefined || args.length > 2 ? undefined : toJson(name, value, name.endsWith('jsonb'));
};

const aggregatedJson: Reading = (name, call) => {
  const value = toCollect(call);
  return value === undefined ? undefined : jsonEach(name, value, name.startsWith('jsonb'));
};

/** The elements of an array that was built here keep what is known of them. */
const unnested: Reading = (name, { args }) => {
  const [value] = args;
  if (value === undefined || args.length !== 1) return undefined;
  return value.shape.kind === 'each' && !value.shape.json ? computedRow(value.shape.item) : derived(name, args, 0);
};

const specials: Readonly<Record<string, Reading>> = {
  lower: likeItsInput,
  upper: likeItsInput,
  initcap: likeItsInput,
  btrim: likeItsInput,
  ltrim: likeItsInput,
  rtrim: likeItsInput,
  min: oneOfThem,
  max: oneOfThem,
  any_value: oneOfThem,
  first_value: oneOfThem,
  last_value: oneOfThem,
  nth_value: ofAnotherRow,
  lag: ofAnotherRow,
  lead: ofAnotherRow,
  percentile_disc: ofTheSorted,
  mode: ofTheSorted,
  count: presence,
  num_nulls: presence,
  num_nonnulls: presence,
  array_agg: collected,
  unnest: unnested,
  json_build_object: objectFromPairs,
  jsonb_build_object: objectFromPairs,
  json_build_array: arrayFromItems,
  jsonb_build_array: arrayFromItems,
  to_json: fromValue,
  to_jsonb: fromValue,
  row_to_json: fromValue,
  array_to_json: fromValue,
  json_agg: aggregatedJson,
  jsonb_agg: aggregatedJson,
  json_agg_strict: aggregatedJson,
  jsonb_agg_strict: aggregatedJson,
};

/** The value of a call that resolves to built-in functions only. */
export const specialFunction = (name: string, call: Call): Value | undefined =>
  Object.hasOwn(specials, name) ? specials[name]?.(name, call) : undefined;
