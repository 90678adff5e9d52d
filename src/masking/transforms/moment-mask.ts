/** Masks that work on a date or timestamp. */
import { type Moment, momentReader, momentWriter } from '../codec/temporal.ts';
import type { CellMask } from '../types.ts';
import type { CompileRequest } from './define.ts';

/** Infinities, text that is not in DateStyle ISO and results out of range are redacted. */
export const momentMask = (request: CompileRequest, make: (moment: Moment) => Moment): CellMask => {
  const read = momentReader(request.type, request.format);
  const write = momentWriter(request.type, request.format);
  return (source, start, end, out) => {
    const moment = read(source, start, end);
    return (moment !== undefined && write(make(moment), out)) || request.redact(source, start, end, out);
  };
};
