/** Dates and timestamps as the server counts them: days and microseconds from 2000-01-01 (datatype/timestamp.h). */
import { append, appendString } from '../bytes.ts';
import type { ByteSink } from '../types.ts';
import type { ScalarType } from './resolve.ts';
import type { Family } from './scalars.ts';

export const temporalFamilies: readonly Family[] = ['date', 'timestamp', 'timestamptz'];

/** A moment; `day` counts from 2000-01-01, in UTC for timestamptz. */
export interface Moment {
  readonly day: number;
  /** Microseconds of the day. */
  readonly time: number;
}

export interface Civil {
  /** Astronomical: 0 is 1 BC. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
}

export const dayMicroseconds = 86_400_000_000;

/** Days from 0000-03-01 of the proleptic Gregorian calendar to 2000-01-01. */
const epochShift = 730_425;
const eraDays = 146_097;

/** Howard Hinnant's days_from_civil. */
export const dayOf = ({ year, month, date }: Civil): number => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * eraDays + dayOfEra - epochShift;
};

/** civil_from_days, its inverse. */
export const civilOf = (day: number): Civil => {
  const z = day + epochShift;
  const era = Math.floor(z / eraDays);
  const dayOfEra = z - era * eraDays;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / (eraDays - 1))) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
};

const form = /^(\d{4,7})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?)?(?:([-+])(\d\d)(?::(\d\d))?(?::(\d\d))?)?( BC)?$/;

/** DateStyle ISO; undefined for any other. */
const momentFromText = (text: string): Moment | undefined => {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, year, month, date, hours, minutes, seconds, fraction = '', sign, zoneHours, zoneMinutes, zoneSeconds, bc] = match;
  const count = (digits: string | undefined): number => Number(digits ?? 0);
  const civilYear = bc === undefined ? count(year) : 1 - count(year);
  const zone = (count(zoneHours) * 3_600 + count(zoneMinutes) * 60 + count(zoneSeconds)) * (sign === '-' ? -1 : 1);
  const local =
    (count(hours) * 3_600 + count(minutes) * 60 + count(seconds) - zone) * 1_000_000 + Number(fraction.padEnd(6, '0'));
  const days = Math.floor(local / dayMicroseconds);
  return {
    day: dayOf({ year: civilYear, month: count(month), date: count(date) }) + days,
    time: local - days * dayMicroseconds,
  };
};

const two = (value: number): string => String(value).padStart(2, '0');

const textOf = ({ day, time }: Moment, family: Family): string => {
  const { year, month, date } = civilOf(day);
  const civil = `${String(year > 0 ? year : 1 - year).padStart(4, '0')}-${two(month)}-${two(date)}`;
  const era = year > 0 ? '' : ' BC';
  if (family === 'date') return `${civil}${era}`;
  const seconds = Math.floor(time / 1_000_000);
  const fraction =
    time % 1_000_000 === 0
      ? ''
      : `.${String(time % 1_000_000)
          .padStart(6, '0')
          .replace(/0+$/, '')}`;
  const clock = `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction}`;
  return `${civil} ${clock}${family === 'timestamptz' ? '+00' : ''}${era}`;
};

const infinities = {
  date: { least: -0x80000000, most: 0x7fffffff },
  stamp: { least: -(2n ** 63n), most: 2n ** 63n - 1n },
} as const;

/** datatype/timestamp.h: both begin on 4714-11-24 BC; a date ends with 5874897-12-31, a timestamp with 294276-12-31. */
const ranges = {
  date: { least: -2_451_545, most: 2_145_031_948 },
  stamp: { least: -2_451_545, most: 106_751_982 },
} as const;

/** The first and the last day that the type holds. */
export const dayRange = ({ scalar: { family } }: ScalarType): { readonly least: number; readonly most: number } =>
  family === 'date' ? ranges.date : ranges.stamp;

/** Undefined for text that is not in DateStyle ISO, and for bytes that are no value of the type. */
export type ReadMoment = (source: Buffer, start: number, end: number) => Moment | 'infinite' | undefined;

const infinite = /^-?infinity$/;

export const momentReader = ({ scalar: { family } }: ScalarType, format: 0 | 1): ReadMoment => {
  if (format === 0) {
    return (source, start, end) => {
      const text = source.toString('latin1', start, end);
      return infinite.test(text) ? 'infinite' : momentFromText(text);
    };
  }
  if (family === 'date') {
    return (source, start, end) => {
      if (end - start !== 4) return undefined;
      const day = source.readInt32BE(start);
      return day === infinities.date.least || day === infinities.date.most ? 'infinite' : { day, time: 0 };
    };
  }
  return (source, start, end) => {
    if (end - start !== 8) return undefined;
    const stamp = source.readBigInt64BE(start);
    if (stamp === infinities.stamp.least || stamp === infinities.stamp.most) return 'infinite';
    const time = Number(((stamp % BigInt(dayMicroseconds)) + BigInt(dayMicroseconds)) % BigInt(dayMicroseconds));
    return { day: Number((stamp - BigInt(time)) / BigInt(dayMicroseconds)), time };
  };
};

/** For moments within the range of the type. */
export type WriteMoment = (moment: Moment, out: ByteSink) => void;

export const momentWriter = ({ scalar: { family } }: ScalarType, format: 0 | 1): WriteMoment => {
  const binary = Buffer.alloc(8);
  return (moment, out) => {
    if (format === 0) appendString(out, textOf(moment, family));
    else if (family === 'date') {
      binary.writeInt32BE(moment.day);
      append(out, binary, 0, 4);
    } else {
      binary.writeBigInt64BE(BigInt(moment.day) * BigInt(dayMicroseconds) + BigInt(moment.time));
      append(out, binary, 0, 8);
    }
  };
};
