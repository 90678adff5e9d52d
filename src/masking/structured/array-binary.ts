/** The binary form of an array (array_send): dimensions, a has-nulls flag, element type, bounds, then the elements. */
import { append, appendInt32 } from '../bytes.ts';
import type { Oid } from '../../catalog/types.ts';
import type { CellMask } from '../types.ts';

const maxDimensions = 6;

/**
 * Masks every element that is not NULL. Returns false, with part of the value appended, on anything but an array of
 * that element type.
 */
export const maskArrayBinary =
  (mask: CellMask, elementOid: Oid): CellMask =>
  (source, start, end, out) => {
    if (end - start < 12) return false;
    const dimensions = source.readInt32BE(start);
    const header = 12 + 8 * dimensions;
    if (dimensions < 0 || dimensions > maxDimensions || end - start < header) return false;
    const flag = source.readUInt32BE(start + 4);
    if (flag > 1 || source.readUInt32BE(start + 8) !== elementOid) return false;
    let count = dimensions === 0 ? 0 : 1;
    for (let i = 0; i < dimensions; i += 1) {
      const size = source.readInt32BE(start + 12 + 8 * i);
      if (size < 1) return false;
      count *= size;
    }
    const flagAt = out.length + 4;
    append(out, source, start, start + header);
    let at = start + header;
    for (let index = 0; index < count; index += 1) {
      if (end - at < 4) return false;
      const length = source.readInt32BE(at);
      const stop = at + 4 + Math.max(0, length);
      if (length < -1 || stop > end) return false;
      const lengthAt = out.length;
      appendInt32(out, -1);
      if (length >= 0 && mask(source, at + 4, stop, out)) out.bytes.writeInt32BE(out.length - lengthAt - 4, lengthAt);
      else out.bytes.writeInt32BE(1, flagAt);
      at = stop;
    }
    return at === end;
  };
