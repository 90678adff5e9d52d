import * as z from 'zod/mini';
import { append, appendString } from '../bytes.ts';
import { floatText } from '../codec/floats.ts';
import { defineTransform } from './define.ts';

/** Bytes before the coordinates in the binary form, by type oid; what follows are all float8. */
const headers: ReadonlyMap<number, number> = new Map([
  [600, 0], // point
  [601, 0], // lseg
  [602, 5], // path: closed, number of points
  [603, 0], // box
  [604, 4], // polygon: number of points
  [718, 0], // circle
]);

const number = /-?(?:\d+(?:\.\d+)?(?:e[-+]\d+)?|Infinity)|NaN/g;

/** What stands between the numbers. */
const frame = /^[()[\]<>,]*$/;

export const coarsen = defineTransform({
  name: 'coarsen',
  summary:
    'Rounds the coordinates of a point, path, polygon, box, segment or circle to some decimals; one decimal of a degree is about 11 km.',
  options: z.strictObject({ decimals: z._default(z.int().check(z.minimum(0), z.maximum(6)), 1) }),
  families: ['geometric'],
  deterministic: true,
  joinable: false,
  reversible: false,
  givesAway: 'the place to within half a step, and the number of points',
  tolerates: ['coalesce', 'case', 'nullif'],
  compile: (options, request) => {
    const header = headers.get(request.type.oid);
    if (header === undefined) return request.redact;
    const factor = 10 ** options.decimals;
    const round = (value: number): number => {
      const scaled = Math.round(value * factor) / factor;
      // Beyond what scaling holds there are no decimals. Minus zero would tell the sign.
      return (Number.isFinite(scaled) ? scaled : value) + 0;
    };
    if (request.format === 0) {
      return (source, start, end, out) => {
        const text = source.toString('latin1', start, end);
        if (!frame.test(text.replaceAll(number, ''))) return request.redact(source, start, end, out);
        const coarse = text.replaceAll(number, (match) => floatText(round(Number(match)), 8));
        appendString(out, coarse);
        return true;
      };
    }
    const binary = Buffer.alloc(8);
    return (source, start, end, out) => {
      const bytes = end - start - header;
      const fits = bytes >= 0 && (header === 0 ? bytes % 8 === 0 : source.readUInt32BE(start + header - 4) * 16 === bytes);
      if (!fits) return request.redact(source, start, end, out);
      append(out, source, start, start + header);
      for (let at = start + header; at < end; at += 8) {
        binary.writeDoubleBE(round(source.readDoubleBE(at)));
        append(out, binary, 0, 8);
      }
      return true;
    };
  },
});
