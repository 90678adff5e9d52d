/** Values: what is known of an expression's result, and how sources change on their way through an operation. */
import type { ColumnKey, Oid } from '../catalog/types.ts';
import { ofNoRow } from './rows.ts';
import { keepsShape } from './shapes.ts';
import type { OutputColumn, Shape, Source, Way } from './types.ts';

/** An output column without its name. */
export type Value = Omit<OutputColumn, 'name'>;

/** pg_type.dat: unknown. */
const unknownLiteral: Oid = 705;

export const scalar: Shape = { kind: 'scalar' };
const none: readonly Source[] = [];

/** A value that no column flows into. */
export const plain = (type: Oid): Value => ({ sources: none, shape: scalar, type, opaque: undefined });
export const unknownConstant: Value = plain(0);

export const opaqueValue = (why: string, sources: readonly Source[] = none): Value => ({
  sources,
  shape: scalar,
  type: 0,
  opaque: why,
});

export const named = (name: string, value: Value): OutputColumn => ({ ...value, name });

const identify = (source: Source): string => `${source.column} ${source.way} ${source.via.join(' ')}`;

/** Ways that a value can take through a short text have no end; of more than so many, their steps are not told apart. */
const mostSources = 1_000;

/** One source for each column and way, with steps of which the policy allows for none. */
const gathered = (sources: readonly Source[]): readonly Source[] => {
  const found = new Map<string, Source>();
  for (const source of sources) {
    const { column, way } = source;
    if (way === 'identity') found.set(identify(source), source);
    else found.set(`${column} ${way}`, { column, way, via: manySteps });
  }
  return [...found.values()];
};

const distinct = (lists: readonly (readonly Source[])[]): readonly Source[] => {
  const seen = new Map<string, Source>();
  for (const list of lists) for (const source of list) seen.set(identify(source), source);
  const sources = [...seen.values()];
  return sources.length > mostSources ? gathered(sources) : sources;
};

/** Union, each distinct (column, way, via) once. */
export const union = (lists: readonly (readonly Source[])[]): readonly Source[] => {
  const filled = lists.filter((list) => list.length > 0);
  return filled.length < 2 ? (filled[0] ?? none) : distinct(filled);
};

/** Longer chains keep their outermost and innermost steps; what is between has no bearing on any decision. */
const maxVia = 6;

const manySteps: readonly string[] = Array.from({ length: maxVia }, () => 'many steps');

const step = (name: string, via: readonly string[]): readonly string[] =>
  via.length < maxVia ? [name, ...via] : [name, ...via.slice(0, maxVia - 2), via[via.length - 1] ?? name];

const arrive: Record<'preserving' | 'derived' | 'count' | 'steering', Record<Way, Way>> = {
  preserving: { identity: 'preserving', preserving: 'preserving', derived: 'derived', count: 'count', steering: 'steering' },
  derived: { identity: 'derived', preserving: 'derived', derived: 'derived', count: 'count', steering: 'steering' },
  count: { identity: 'count', preserving: 'count', derived: 'count', count: 'count', steering: 'steering' },
  steering: { identity: 'steering', preserving: 'steering', derived: 'steering', count: 'steering', steering: 'steering' },
};

/** The sources after an operation of that kind; `via` names it. */
export const through = (way: keyof typeof arrive, via: string, sources: readonly Source[]): readonly Source[] => {
  if (sources.length === 0) return sources;
  const table = arrive[way];
  const out = sources.map((source) => ({ column: source.column, way: table[source.way], via: step(via, source.via) }));
  return out.length === 1 ? out : distinct([out]);
};

export const firstOpaque = (values: readonly Value[]): string | undefined => {
  for (const value of values) if (value.opaque !== undefined) return value.opaque;
  return undefined;
};

/** Any computation over these values. */
export const derived = (via: string, values: readonly Value[], type: Oid): Value => ({
  sources: through('derived', via, union(values.map((value) => value.sources))),
  shape: scalar,
  type,
  opaque: firstOpaque(values),
});

export const steering = (via: string, values: readonly Value[]): readonly Source[] =>
  through('steering', via, union(values.map((value) => value.sources)));

export const withSources = (value: Value, more: readonly Source[]): Value =>
  more.length === 0 ? value : { ...value, sources: union([value.sources, more]) };

/** Sources without the structure: for a value whose inner shape gets lost or cannot be claimed. */
export const flat = (value: Value): Value => (value.shape.kind === 'scalar' ? value : { ...value, shape: scalar });

/** A row that is not taken from a table or written down field by field, but comes as a whole out of an expression. */
export const computedRow = (value: Value): Value =>
  value.shape.kind === 'row' && value.shape.computed !== true ? { ...value, shape: { ...value.shape, computed: true } } : value;

const commonFields = (left: readonly OutputColumn[], right: readonly OutputColumn[]): readonly OutputColumn[] | undefined => {
  if (left.length !== right.length) return undefined;
  const fields: OutputColumn[] = [];
  for (const [index, field] of left.entries()) {
    const other = right[index];
    if (other === undefined || other.name !== field.name) return undefined;
    fields.push(named(field.name, either(field, other)));
  }
  return fields;
};

const commonShape = (left: Value, right: Value): Shape => {
  const a = left.shape;
  const b = right.shape;
  if (a === b) return a;
  if (!keepsShape([left, right])) return scalar;
  // A constant beside a structured value (`coalesce(json_agg(t), '[]')`): what does not have the shape is redacted whole.
  if (isConstant(left)) return b;
  if (isConstant(right)) return a;
  if (a.kind === 'row' && b.kind === 'row') {
    const fields = commonFields(a.fields, b.fields);
    return fields === undefined ? scalar : { kind: 'row', fields };
  }
  if (a.kind === 'json-object' && b.kind === 'json-object') {
    const members = commonFields(a.members, b.members);
    return members === undefined ? scalar : { kind: 'json-object', members };
  }
  if (a.kind === 'json-array' && b.kind === 'json-array') {
    const items = commonFields(a.items, b.items);
    return items === undefined ? scalar : { kind: 'json-array', items };
  }
  if (a.kind === 'each' && b.kind === 'each' && a.json === b.json) {
    return { kind: 'each', json: a.json, item: named(a.item.name, either(a.item, b.item)) };
  }
  return scalar;
};

/** select_common_type of parse_coerce.c, as far as it needs no look at the types: literals and NULL take on the other's. */
const commonType = (left: Value, right: Value): Oid => {
  if (left.type === right.type) return left.type;
  if (isNullConstant(left) || left.type === unknownLiteral) return right.type;
  return isNullConstant(right) || right.type === unknownLiteral ? left.type : 0;
};

/** The step of a value that is one of several, where another is of no column: the statement's author may have chosen it. */
export const besideConstant = 'constant';

const beside = (sources: readonly Source[]): readonly Source[] => {
  const marked = sources.map((source) =>
    source.via.includes(besideConstant) ? [source] : through('preserving', besideConstant, [source]),
  );
  return union(marked);
};

const besideField = (field: OutputColumn): OutputColumn =>
  named(field.name, { ...field, sources: beside(field.sources), shape: besideShape(field.shape) });

const besideShape = (shape: Shape): Shape => {
  switch (shape.kind) {
    case 'row':
      return { ...shape, fields: shape.fields.map(besideField) };
    case 'json-object':
      return { ...shape, members: shape.members.map(besideField) };
    case 'json-array':
      return { ...shape, items: shape.items.map(besideField) };
    case 'each':
      return { ...shape, item: besideField(shape.item) };
    case 'scalar':
      return shape;
    default:
      return shape satisfies never;
  }
};

const isChosen = (value: Value): boolean => isConstant(value) && value.blank !== true;

/** One of two values, neither changed: the arms of a CASE, of COALESCE, of a set operation. */
export const either = (one: Value, other: Value): Value => {
  const left =
    isChosen(other) && !isConstant(one) ? { ...one, sources: beside(one.sources), shape: besideShape(one.shape) } : one;
  const right =
    isChosen(one) && !isConstant(other) ? { ...other, sources: beside(other.sources), shape: besideShape(other.shape) } : other;
  return oneOf(left, right);
};

const oneOf = (left: Value, right: Value): Value =>
  computedRow({
    sources: union([left.sources, right.sources]),
    shape: commonShape(left, right),
    type: commonType(left, right),
    opaque: left.opaque ?? right.opaque,
    ...(left.blank === true && right.blank === true ? { blank: true } : {}),
  });

/** NULL of no type: takes on the other arm's shape and type. Compared by identity. */
export const nullConstant: Value = { ...plain(0), blank: true };

/** A literal in which no guess can be: an empty text, array or object. */
export const blankConstant = (type: Oid): Value => ({ ...plain(type), blank: true });
const isConstant = (value: Value): boolean =>
  value.sources.length === 0 && value.opaque === undefined && value.shape.kind === 'scalar';
const isNullConstant = (value: Value): boolean => value === nullConstant;

export const eitherOf = (values: readonly Value[]): Value => {
  const [first, ...others] = values;
  return others.reduce((left, right) => either(left, right), first ?? unknownConstant);
};

/** The columns among the sources whose value (not only its presence) can show. */
export const columnsOf = (sources: readonly Source[]): readonly ColumnKey[] => [
  ...new Set(sources.map((source) => source.column)),
];

/** A row of these columns. What flows through the row as a whole counts as derived; its fields keep their own ways. */
export const rowOf = (fields: readonly OutputColumn[], type: Oid): Value => ({
  sources: through('derived', 'row', union(fields.map((field) => field.sources))),
  shape: keepsShape(fields) ? { kind: 'row', fields: ofNoRow(fields) } : scalar,
  type,
  opaque: firstOpaque(fields),
});
