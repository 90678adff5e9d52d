/** Masks that work on the value as a string. */
import { appendString } from '../bytes.ts';
import { fitText } from '../codec/fit-text.ts';
import { oids } from '../codec/scalars.ts';
import type { CellMask } from '../types.ts';
import type { CompileRequest } from './define.ts';

/**
 * `make` gets the value without the spaces that fill char(n) up; what it gives is cut to the length that the column
 * allows. Undefined makes the cell redacted, and so does "char", which holds no text.
 */
export const textMask = (request: CompileRequest, make: (value: string) => string | undefined): CellMask => {
  const { type, redact } = request;
  if (type.oid === oids.char) return redact;
  return (source, start, end, out) => {
    let last = end;
    if (type.padded) while (last > start && source[last - 1] === 0x20) last -= 1;
    const masked = make(source.toString('utf8', start, last));
    if (masked === undefined) return redact(source, start, end, out);
    appendString(out, fitText(masked, type));
    return true;
  };
};
