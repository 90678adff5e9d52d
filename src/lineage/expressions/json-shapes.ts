/** What the JSON builders make of SQL values, exactly as json.c and jsonb.c do, so that the result can be masked inside. */
import { keepsShape } from '../shapes.ts';
import type { OutputColumn, Shape } from '../types.ts';
import { firstOpaque, named, scalar, through, union, type Value } from '../value.ts';

const json = 114;
const jsonb = 3802;

/** jsonb orders an object's keys by their length in bytes, then by bytes; of equal ones the last given stays. */
const jsonbMembers = (members: readonly OutputColumn[]): readonly OutputColumn[] => {
  const byName = new Map(members.map((member) => [member.name, member]));
  return [...byName.values()].sort((left, right) => {
    const a = Buffer.from(left.name);
    const b = Buffer.from(right.name);
    return a.length - b.length || Buffer.compare(a, b);
  });
};

const asShape = (shape: Shape, binary: boolean): Shape => {
  if (shape.kind === 'row') return members(shape.fields, binary);
  if (shape.kind === 'json-object') return binary ? members(shape.members, true) : shape;
  if (shape.kind === 'json-array') return { kind: 'json-array', items: shape.items.map((item) => asJson(item, binary)) };
  return shape.kind === 'each' ? { kind: 'each', json: true, item: asJson(shape.item, binary) } : shape;
};

/** A value as it stands inside a JSON value. */
export const asJson = (column: OutputColumn, binary: boolean): OutputColumn => ({
  ...column,
  shape: asShape(column.shape, binary),
});

const members = (fields: readonly OutputColumn[], binary: boolean): Shape => {
  const all = fields.map((field) => asJson(field, binary));
  return { kind: 'json-object', members: binary ? jsonbMembers(all) : all };
};

const built = (via: string, parts: readonly Value[], shape: Shape, binary: boolean): Value => ({
  sources: through('derived', via, union(parts.map((part) => part.sources))),
  shape,
  type: binary ? jsonb : json,
  opaque: firstOpaque(parts),
});

export const jsonObject = (via: string, fields: readonly OutputColumn[], binary: boolean): Value =>
  built(via, fields, keepsShape(fields) ? members(fields, binary) : scalar, binary);

export const jsonArray = (via: string, items: readonly Value[], binary: boolean): Value => {
  if (!keepsShape(items)) return jsonOf(via, items, binary);
  return built(via, items, { kind: 'json-array', items: items.map((item) => asJson(named('', item), binary)) }, binary);
};

/** An array of as many equal items as there are rows. */
export const jsonEach = (via: string, item: Value, binary: boolean): Value =>
  built(via, [item], { kind: 'each', json: true, item: asJson(named('', item), binary) }, binary);

/** to_json and its like: a row becomes an object, an array an array; a scalar one JSON value. */
export const toJson = (via: string, value: Value, binary: boolean): Value =>
  built(via, [value], asShape(value.shape, binary), binary);

/** A JSON value whose parts cannot be told. */
export const jsonOf = (via: string, parts: readonly Value[], binary: boolean): Value => built(via, parts, scalar, binary);
