import * as z from 'zod/mini';
import { add, type Decimal, decimalFrom, decimalText, floorTo } from '../codec/decimal.ts';
import { defineTransform } from './define.ts';
import { exactly, step } from './number-mask.ts';
import { textMask } from './text-mask.ts';

const rangeOf = (value: Decimal, width: Decimal): string => {
  const least = floorTo(value, width);
  const { scale } = width;
  const least0 = { unscaled: least.unscaled / 10n ** BigInt(least.scale - scale), scale };
  return `[${decimalText(least0)},${decimalText(add(least0, width))})`;
};

export const range = defineTransform({
  name: 'range',
  summary: 'Replaces a number that is stored as text by the range it is in, [20,30); of number columns use bucket.',
  options: z.strictObject({ width: step }),
  families: ['text'],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: 'the range; what is no number, or no room for the range, is redacted',
  tolerates: ['coalesce', 'case', 'nullif', 'min', 'max'],
  compile: (options, request) => {
    const width = exactly(options.width);
    return textMask(request, (text) => {
      const value = decimalFrom(text);
      if (value === undefined) return undefined;
      const found = rangeOf(value, width);
      return found.length > (request.type.limit ?? found.length) ? undefined : found;
    });
  },
  recognises: (options) => {
    const width = exactly(options.width);
    return (text) => {
      const least = decimalFrom(/^\[([^,]+),/.exec(text)?.[1] ?? '');
      return least !== undefined && rangeOf(least, width) === text;
    };
  },
});
