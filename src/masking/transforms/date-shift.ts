import * as z from 'zod/mini';
import { temporalFamilies } from '../codec/temporal.ts';
import { hmacSha256 } from '../hmac.ts';
import { defineTransform } from './define.ts';
import { momentMask } from './moment-mask.ts';

const purpose = Buffer.from('date-shift');
/** Which no purpose holds. */
const separator = Buffer.of(0);

const columnName = z.string().check(z.minLength(1), z.maxLength(63));

export const dateShift = defineTransform({
  name: 'date-shift',
  summary:
    'Moves a date by a keyed number of days, the same for all values of the class or of a subject, so that intervals and the time of day survive.',
  options: z.strictObject({
    /** The furthest that dates move, either way; they move by a day at least. */
    days: z._default(z.int().check(z.minimum(1), z.maximum(36_500)), 365),
    /** The column of the table that says whose date it is, or several, of which the first that a table has counts. */
    subject: z.optional(z.union([columnName, z.array(columnName).check(z.minLength(1))])),
  }),
  families: temporalFamilies,
  deterministic: true,
  joinable: true,
  reversible: true,
  givesAway:
    'intervals, order, the time of day, and the date to within the bound; all dates of the class, or with `subject` of the subject, to whoever knows one of them. With `subject`, equality, joins, intervals and order hold within one subject only. Infinity stays as it is',
  tolerates: ['coalesce', 'case', 'min', 'max'],
  compile: (options, request) => {
    const hmac = hmacSha256(request.key());
    const shiftOf = (message: Buffer): number => {
      const digest = hmac(message, 0, message.length);
      const distance = 1 + (digest.readUInt32BE(0) % options.days);
      return (digest.readUInt8(4) & 1) === 0 ? distance : -distance;
    };
    if (options.subject === undefined) {
      const shift = shiftOf(purpose);
      return momentMask(request, ({ day, time }) => ({ day: day + shift, time }));
    }
    let shift = 0;
    const shifted = momentMask(request, ({ day, time }) => ({ day: day + shift, time }));
    return (source, start, end, out) => {
      const subject = request.beside();
      if (subject === undefined) return request.redact(source, start, end, out);
      shift = shiftOf(Buffer.concat([purpose, separator, subject]));
      return shifted(source, start, end, out);
    };
  },
  beside: ({ subject }) => (subject === undefined ? undefined : { names: [subject].flat() }),
});
