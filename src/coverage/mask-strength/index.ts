/** What a mask gives away on one column, where its options, the column's type or its class make that too much. */
import { resolveType, type ResolvedType, type ScalarType } from '../../masking/codec/resolve.ts';
import type { MaskSpec } from '../../masking/types.ts';
import type { TypeFacts } from '../../masking/codec/facts.ts';
import type { Column } from '../../catalog/types.ts';
import { kindOf } from '../class-names.ts';
import type { DetectedClass } from '../detection/types.ts';
import { fits } from '../mask-fit.ts';
import { strengths } from './transforms.ts';
import { defaulted } from './weigh.ts';

const ofScalar = (mask: MaskSpec, type: ScalarType, kind: DetectedClass | undefined): string | undefined =>
  fits(mask, type) ? strengths[mask.transform]?.weigh({ options: defaulted(mask), type, kind, nested: ofScalar }) : undefined;

/** A mask goes into arrays and rows, to whatever it works on there. */
const ofType = (mask: MaskSpec, type: ResolvedType, kind: DetectedClass | undefined): string | undefined => {
  if (type.kind === 'scalar') return ofScalar(mask, type, kind);
  if (type.kind === 'array') return ofType(mask, type.element, kind);
  for (const field of type.fields ?? []) {
    const weakness = ofType(mask, field.type, kind);
    if (weakness !== undefined) return weakness;
  }
  return undefined;
};

/** The end of a sentence. Undefined where the mask gives away no more than docs/masks.md says of it, or redacts all. */
export const weaknessOf = (
  mask: MaskSpec,
  className: string,
  column: Pick<Column, 'type' | 'typmod'>,
  types: TypeFacts,
): string | undefined => ofType(mask, resolveType(column.type, column.typmod, types), kindOf(className));
