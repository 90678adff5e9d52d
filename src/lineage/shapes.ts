/** The structure of values: its parts, and how much of it is kept. */
import type { OutputColumn, Shape } from './types.ts';

/** The parts of a value, in order; none for a scalar. */
export const membersOf = (shape: Shape): readonly OutputColumn[] => {
  if (shape.kind === 'row') return shape.fields;
  if (shape.kind === 'json-object') return shape.members;
  if (shape.kind === 'json-array') return shape.items;
  return shape.kind === 'each' ? [shape.item] : [];
};

/** In values, those within others included. A short text can ask for a structure that doubles with each of its words. */
const largest = 4_000;

const sizes = new WeakMap<Shape, number>();

const sizeOf = (shape: Shape): number => {
  const known = shape.kind === 'scalar' ? 1 : sizes.get(shape);
  if (known !== undefined) return known;
  const size = membersOf(shape).reduce((sum, part) => sum + sizeOf(part.shape), 1);
  sizes.set(shape, size);
  return size;
};

/** Whether a value that is made of these keeps their structure. */
export const keepsShape = (parts: readonly { readonly shape: Shape }[]): boolean =>
  parts.reduce((sum, { shape }) => sum + sizeOf(shape), 1) <= largest;
