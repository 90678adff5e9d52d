import * as z from 'zod/mini';
import { roundTo } from '../codec/decimal.ts';
import { numberFamilies } from '../codec/numbers.ts';
import { defineTransform } from './define.ts';
import { exactly, numberMask, step } from './number-mask.ts';

export const round = defineTransform({
  name: 'round',
  summary: 'Rounds a number to the nearest multiple of a step.',
  options: z.strictObject({ to: step }),
  families: numberFamilies,
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: 'the value to within half a step',
  tolerates: ['coalesce', 'case', 'nullif', 'min', 'max'],
  compile: (options, request) => {
    const to = exactly(options.to);
    return numberMask(request, to, (value) => roundTo(value, to));
  },
});
