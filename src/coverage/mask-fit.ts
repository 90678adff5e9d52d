/** Whether a mask does something on a column's type, or falls back to redaction of every value. */
import { resolveType, textType, type ResolvedType } from '../masking/codec/resolve.ts';
import { transforms } from '../masking/transforms/index.ts';
import type { CellMask, MaskSpec } from '../masking/types.ts';
import type { Catalog, Column } from '../catalog/types.ts';

const redaction: CellMask = () => true;
const someMask: CellMask = () => true;
const anyKey = Buffer.alloc(32);

/** A mask goes into arrays and rows, to whatever it works on there. */
export const fits = (mask: MaskSpec, type: ResolvedType): boolean => {
  const transform = transforms.get(mask.transform);
  if (transform === undefined) return false;
  if (type.kind !== 'scalar' && transform.families !== 'any') {
    return type.kind === 'array' ? fits(mask, type.element) : type.fields?.some((field) => fits(mask, field.type)) === true;
  }
  const compiled = transform.compile({
    options: mask.options,
    type: type.kind === 'scalar' ? type : textType,
    format: 0,
    key: () => anyKey,
    nested: () => someMask,
    beside: () => undefined,
    redact: redaction,
  });
  return compiled !== redaction;
};

/** True for `redact`, which is what it says on every type. */
export const maskFits = (mask: MaskSpec, column: Pick<Column, 'type' | 'typmod'>, catalog: Catalog): boolean =>
  mask.transform === 'redact' || fits(mask, resolveType(column.type, column.typmod, catalog));
