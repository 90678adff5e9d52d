import * as z from 'zod/mini';
import { temporalFamilies } from '../codec/temporal.ts';
import { hmacSha256 } from '../hmac.ts';
import { defineTransform } from './define.ts';
import { momentMask } from './moment-mask.ts';

const purpose = Buffer.from('date-shift');

export const dateShift = defineTransform({
  name: 'date-shift',
  summary:
    'Moves a date by a keyed number of days, the same for all values of the class, so that intervals and the time of day survive.',
  options: z.strictObject({
    /** The furthest that dates move, either way; they move by a day at least. */
    days: z._default(z.int().check(z.minimum(1), z.maximum(36_500)), 365),
  }),
  families: temporalFamilies,
  deterministic: true,
  joinable: true,
  reversible: true,
  givesAway:
    'intervals, order, the time of day, and the date to within the bound; all dates of the class to whoever knows one of them',
  tolerates: ['coalesce', 'case', 'min', 'max'],
  compile: (options, request) => {
    const digest = hmacSha256(request.key())(purpose, 0, purpose.length);
    const distance = 1 + (digest.readUInt32BE(0) % options.days);
    const shift = (digest.readUInt8(4) & 1) === 0 ? distance : -distance;
    return momentMask(request, ({ day, time }) => ({ day: day + shift, time }));
  },
});
