/** Whether a mask does something on a column's type, or falls back to redaction of every value. */
import { resolveType, textType, type ResolvedType } from '../masking/codec/resolve.ts';
import { transforms } from '../masking/transforms/index.ts';
import type { CellMask, MaskSpec } from '../masking/types.ts';
import type { Catalog, Column } from '../catalog/types.ts';

const redaction: CellMask = () => true;
const someMask: CellMask = () => true;
const anyKey = Buffer.alloc(32);

/** Of a mask inside another: whether it worked on any type that it was compiled for. */
type Inner = Map<MaskSpec, boolean>;

/** A mask goes into arrays and rows, to whatever it works on there. */
const works = (mask: MaskSpec, type: ResolvedType, inner: Inner): boolean => {
  const transform = transforms.get(mask.transform);
  if (transform === undefined) return false;
  if (type.kind !== 'scalar' && transform.families !== 'any') {
    return type.kind === 'array'
      ? works(mask, type.element, inner)
      : (type.fields ?? []).filter((field) => works(mask, field.type, inner)).length > 0;
  }
  const compiled = transform.compile({
    options: mask.options,
    type: type.kind === 'scalar' ? type : textType,
    format: 0,
    key: () => anyKey,
    nested: (one, of) => {
      inner.set(one, inner.get(one) === true || isRedaction(one) || works(one, of, inner));
      return someMask;
    },
    beside: () => undefined,
    redact: redaction,
  });
  return compiled !== redaction;
};

/** That is what it says on every type. */
const isRedaction = ({ transform }: MaskSpec): boolean => transform === 'redact';

export const fits = (mask: MaskSpec, type: ResolvedType): boolean => isRedaction(mask) || works(mask, type, new Map());

type Typed = Pick<Column, 'type' | 'typmod'>;

export const maskFits = (mask: MaskSpec, column: Typed, catalog: Catalog): boolean =>
  fits(mask, resolveType(column.type, column.typmod, catalog));

/** The mask, or the first of those inside it, that does nothing but redact on the column; undefined where all do something. */
export const misfit = (mask: MaskSpec, column: Typed, catalog: Catalog): MaskSpec | undefined => {
  const inner: Inner = new Map();
  if (isRedaction(mask)) return undefined;
  if (!works(mask, resolveType(column.type, column.typmod, catalog), inner)) return mask;
  return [...inner].find(([, worked]) => !worked)?.[0];
};
