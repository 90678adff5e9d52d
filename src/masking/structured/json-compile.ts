/** From a treated shape to the mask of a json or jsonb cell. */
import { append, appendByte, byteSink } from '../bytes.ts';
import { type ScalarType, scalarType, textType } from '../codec/resolve.ts';
import { numericScalar, oids } from '../codec/scalars.ts';
import type { CellMask, MaskSpec, TreatedShape, Treatment } from '../types.ts';
import { skipSpace } from './json-cursor.ts';
import {
  arrayMask,
  eachMask,
  type JsonMask,
  leafMask,
  memberName,
  namedObjectMask,
  orderedObjectMask,
  passJson,
} from './json-mask.ts';

/** Compiles a mask for the text form of a type. */
type Leaf = (mask: MaskSpec, type: ScalarType) => CellMask;

export interface JsonForm {
  /** jsonb: the server sorts members and drops repeated names. */
  readonly sorted: boolean;
  /** A version byte 1 precedes the text (jsonb_send). */
  readonly versioned: boolean;
  leaf(mask: MaskSpec, className: string, type: ScalarType): CellMask;
}

export const redactedSpec: MaskSpec = { transform: 'redact', options: {} };

/** A number inside JSON is a numeric without limits, whatever type it came from. */
const numberType = scalarType(oids.numeric, -1, numericScalar);

/** The mask of a JSON value of any kind under one transform. */
export const jsonLeaf = (mask: MaskSpec, leaf: Leaf): JsonMask =>
  leafMask({ text: leaf(mask, textType), number: leaf(mask, numberType), nullify: mask.transform === 'null' }, byteSink(256));

const leafOf = (mask: MaskSpec, className: string, form: JsonForm): JsonMask =>
  jsonLeaf(mask, (spec, type) => form.leaf(spec, className, type));

const compile = (treatment: Treatment, form: JsonForm): JsonMask => {
  if (treatment.kind === 'pass') return passJson;
  if (treatment.kind === 'redact') return leafOf(redactedSpec, '', form);
  if (treatment.kind === 'mask') return leafOf(treatment.mask, treatment.class, form);
  return compileShape(treatment.shape, form);
};

const compileObject = (shape: TreatedShape & { kind: 'json-object' }, form: JsonForm): JsonMask => {
  const members = shape.members.map(({ name, treatment }) => ({ name, mask: compile(treatment, form) }));
  if (!form.sorted) return orderedObjectMask(members.map(({ name, mask }) => ({ name: memberName(name), mask })));
  const byName = new Map<string, JsonMask>();
  for (const { name, mask } of members) {
    // Which of several members of one name the value comes from is the server's business: unless all pass, redact.
    const other = byName.get(name);
    byName.set(name, other === undefined || (other === passJson && mask === passJson) ? mask : leafOf(redactedSpec, '', form));
  }
  return namedObjectMask(byName);
};

const compileShape = (shape: TreatedShape, form: JsonForm): JsonMask => {
  if (shape.kind === 'json-object') return compileObject(shape, form);
  if (shape.kind === 'json-array') return arrayMask(shape.items.map((item) => compile(item, form)));
  if (shape.kind === 'each') return eachMask(compile(shape.item, form));
  // The names that a record's fields get in JSON are not known here.
  return leafOf(redactedSpec, '', form);
};

/** Returns false, with part of the value appended, where the value is not what the mask expects. */
export const jsonCell =
  (mask: JsonMask, versioned: boolean): CellMask =>
  (source, start, end, out) => {
    let at = start;
    if (versioned) {
      if (source[at] !== 1) return false;
      appendByte(out, 1);
      at += 1;
    }
    const first = skipSpace(source, at, end);
    append(out, source, at, first);
    const stop = mask(source, first, end, out);
    if (stop < 0 || skipSpace(source, stop, end) !== end) return false;
    append(out, source, stop, end);
    return true;
  };

/** Returns false, with part of the value appended, where the value has not the shape. */
export const compileJsonCell = (shape: TreatedShape, form: JsonForm): CellMask =>
  jsonCell(compileShape(shape, form), form.versioned);
