/** The binary form of a composite value (record_send): field count, then per field its type, length and bytes. */
import type { Oid } from '../../catalog/types.ts';
import { append, appendInt32 } from '../bytes.ts';
import type { CellMask } from '../types.ts';

/** The mask of a field for the type that its header names; undefined passes. */
export type FieldMask = (type: Oid) => CellMask | undefined;

/** Returns false, with part of the value appended, where the bytes are not a record of as many fields. */
export const maskRecordBinary =
  (fields: readonly FieldMask[]): CellMask =>
  (source, start, end, out) => {
    if (end - start < 4 || source.readInt32BE(start) !== fields.length) return false;
    appendInt32(out, fields.length);
    let at = start + 4;
    for (const field of fields) {
      if (end - at < 8) return false;
      const type = source.readUInt32BE(at);
      const length = source.readInt32BE(at + 4);
      const stop = at + 8 + Math.max(0, length);
      if (length < -1 || stop > end) return false;
      const mask = length < 0 ? undefined : field(type);
      if (mask === undefined) append(out, source, at, stop);
      else {
        append(out, source, at, at + 4);
        const lengthAt = out.length;
        appendInt32(out, -1);
        if (mask(source, at + 8, stop, out)) out.bytes.writeInt32BE(out.length - lengthAt - 4, lengthAt);
      }
      at = stop;
    }
    return at === end;
  };
