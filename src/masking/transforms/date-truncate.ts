import * as z from 'zod/mini';
import { civilOf, dayOf, dayRange, type Moment, temporalFamilies } from '../codec/temporal.ts';
import { defineTransform } from './define.ts';
import { momentMask } from './moment-mask.ts';

const hour = 3_600_000_000;

const firstOf = (day: number, months: number): Moment => {
  const { year, month } = civilOf(day);
  return { day: dayOf({ year, month: month - ((month - 1) % months), date: 1 }), time: 0 };
};

/** 2000-01-03 was a Monday. */
const mondayBefore = (day: number): number => day - ((((day - 2) % 7) + 7) % 7);

const units = {
  year: ({ day }) => firstOf(day, 12),
  quarter: ({ day }) => firstOf(day, 3),
  month: ({ day }) => firstOf(day, 1),
  week: ({ day }) => ({ day: mondayBefore(day), time: 0 }),
  day: ({ day }) => ({ day, time: 0 }),
  hour: ({ day, time }) => ({ day, time: time - (time % hour) }),
} satisfies Record<string, (moment: Moment) => Moment>;

export const dateTruncate = defineTransform({
  name: 'date-truncate',
  summary: 'Cuts a date or timestamp down to the start of its year, quarter, month, week, day or hour; timestamptz in UTC.',
  options: z.strictObject({ to: z._default(z.enum(['year', 'quarter', 'month', 'week', 'day', 'hour']), 'month') }),
  families: temporalFamilies,
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: 'the year, quarter, month, week, day or hour; infinity stays as it is',
  tolerates: ['coalesce', 'case', 'nullif', 'min', 'max'],
  compile: (options, request) => {
    // Of a date nothing would be cut.
    if (request.type.scalar.family === 'date' && (options.to === 'day' || options.to === 'hour')) return request.redact;
    const { least } = dayRange(request.type);
    const truncate = units[options.to];
    return momentMask(request, (moment) => {
      const { day, time } = truncate(moment);
      return { day: Math.max(day, least), time };
    });
  },
});
