/** Masks that work on a date or timestamp. */
import { append } from '../bytes.ts';
import { dayRange, type Moment, momentReader, momentWriter } from '../codec/temporal.ts';
import type { CellMask } from '../types.ts';
import type { CompileRequest } from './define.ts';

/**
 * The infinities stay, which are no dates of anything. A day beyond what the type holds is counted on from the other end of
 * its range, so that moments that are moved alike stay apart. Text that is not in DateStyle ISO is redacted.
 */
export const momentMask = (request: CompileRequest, make: (moment: Moment) => Moment): CellMask => {
  const read = momentReader(request.type, request.format);
  const write = momentWriter(request.type, request.format);
  const { least, most } = dayRange(request.type);
  const days = most - least + 1;
  const within = (day: number): number => (day < least || day > most ? least + ((((day - least) % days) + days) % days) : day);
  return (source, start, end, out) => {
    const moment = read(source, start, end);
    if (moment === undefined) return request.redact(source, start, end, out);
    if (moment === 'infinite') append(out, source, start, end);
    else {
      const { day, time } = make(moment);
      write({ day: within(day), time }, out);
    }
    return true;
  };
};
