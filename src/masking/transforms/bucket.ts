import * as z from 'zod/mini';
import { floorTo } from '../codec/decimal.ts';
import { numberFamilies } from '../codec/numbers.ts';
import { defineTransform } from './define.ts';
import { exactly, numberMask, step } from './number-mask.ts';

export const bucket = defineTransform({
  name: 'bucket',
  summary: 'Replaces a number by the lower end of its bucket: the largest multiple of the width that is not above it.',
  options: z.strictObject({ width: step }),
  families: numberFamilies,
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: 'the bucket, and with it the order of values in different buckets',
  tolerates: ['coalesce', 'case', 'nullif', 'min', 'max'],
  compile: (options, request) => {
    const width = exactly(options.width);
    return numberMask(request, width, (value) => floorTo(value, width));
  },
});
