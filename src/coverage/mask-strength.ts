/** What a mask gives away on one column, where the column's type makes that more than the mask says of itself. */
import type { Catalog, Column } from '../catalog/types.ts';
import { resolveType, type ScalarType } from '../masking/codec/resolve.ts';
import type { MaskSpec } from '../masking/types.ts';

/** Of so many characters or fewer, what a part of them leaves hidden can be tried out. */
const longestGuessable = 8;

/** Of numeric(p,s) the digits behind the point; 0 of whole numbers; undefined where the type sets no bound. */
const fractionDigits = ({ scalar, typmod }: ScalarType): number | undefined => {
  if (scalar.family === 'int2' || scalar.family === 'int4' || scalar.family === 'int8') return 0;
  return scalar.family === 'numeric' && typmod >= 4 ? (typmod - 4) & 0x7ff : undefined;
};

const optionOf = ({ options }: MaskSpec, name: string): number => {
  const value = options[name];
  return typeof value === 'number' ? value : 0;
};

const showsHalf = (mask: MaskSpec, { limit }: ScalarType): string | undefined => {
  const kept = optionOf(mask, 'first') + optionOf(mask, 'last');
  // Of a value of which more than half would show, nothing does.
  return limit !== undefined && limit <= longestGuessable && kept > 0 && kept * 2 <= limit
    ? `of at most ${String(limit)} characters ${String(kept)} can show, and those that are hidden can be tried out`
    : undefined;
};

/** The type holds no value so near to another: what is moved by less than `share` of its last digit is rounded back. */
const leavesValues =
  (option: string, share = 1) =>
  (mask: MaskSpec, type: ScalarType): string | undefined => {
    const digits = fractionDigits(type);
    const step = optionOf(mask, option);
    return digits !== undefined && step > 0 && step <= share * 10 ** -digits
      ? `${option}: ${String(step)} is too little for the last digit that the type holds, so that values stay as they are`
      : undefined;
  };

/** One entry for each transform whose options can be too weak for a type. */
const weaknesses: Readonly<Record<string, (mask: MaskSpec, type: ScalarType) => string | undefined>> = {
  partial: showsHalf,
  round: leavesValues('to'),
  bucket: leavesValues('width'),
  noise: leavesValues('amount', 0.5),
};

/** Undefined where the mask gives away no more than its description says. */
export const weaknessOf = (mask: MaskSpec, column: Pick<Column, 'type' | 'typmod'>, catalog: Catalog): string | undefined => {
  const type = resolveType(column.type, column.typmod, catalog);
  if (type.kind !== 'scalar') return undefined;
  return weaknesses[mask.transform]?.(mask, type);
};
