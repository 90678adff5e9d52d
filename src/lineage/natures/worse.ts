import type { FunctionNature } from '../types.ts';

/** From harmless to unknown. */
const order: readonly FunctionNature[] = ['pure', 'state', 'followed', 'effect', 'reader', 'opaque'];

export const worse = (left: FunctionNature, right: FunctionNature): FunctionNature =>
  order.indexOf(left) >= order.indexOf(right) ? left : right;
