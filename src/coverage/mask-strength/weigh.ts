/** What a transform's weakness is judged by, and words that several of them share. */
import { numericLimits } from '../../masking/codec/neutral-typmod.ts';
import type { ScalarType } from '../../masking/codec/resolve.ts';
import { transforms } from '../../masking/transforms/index.ts';
import type { MaskSpec } from '../../masking/types.ts';
import type { DetectedClass } from '../detection/types.ts';

export interface Weighed {
  /** With the defaults of the transform. */
  readonly options: MaskSpec['options'];
  readonly type: ScalarType;
  /** What the class holds, where its name tells that. */
  readonly kind: DetectedClass | undefined;
  /** Weakness of a mask among the options. */
  readonly nested: (mask: MaskSpec, type: ScalarType, kind: DetectedClass | undefined) => string | undefined;
}

/** Why the mask gives too much away, as the end of a sentence; undefined where it does not. */
export type Weigh = (weighed: Weighed) => string | undefined;

/** The options of a mask inside another come as they were written. */
export const defaulted = ({ transform, options }: MaskSpec): MaskSpec['options'] =>
  transforms.get(transform)?.options.parse(options) ?? options;

export const numberOf = ({ options }: Weighed, name: string): number => {
  const value = options[name];
  return typeof value === 'number' ? value : 0;
};

/** Digits behind the point that the type holds; 0 of whole numbers, undefined where the type sets no bound. */
export const fractionDigits = ({ scalar, typmod }: ScalarType): number | undefined => {
  if (scalar.family === 'int2' || scalar.family === 'int4' || scalar.family === 'int8') return 0;
  return scalar.family === 'numeric' ? numericLimits(typmod)?.scale : undefined;
};

export const told = (kind: DetectedClass): string => kind.replaceAll('_', ' ');
