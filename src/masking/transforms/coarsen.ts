import * as z from 'zod/mini';
import { append, appendString } from '../bytes.ts';
import { floatText } from '../codec/floats.ts';
import { defineTransform, orRedacted } from './define.ts';

/** Of the binary form, by type oid: bytes before the coordinates, which are all float8, and bytes in all where that is fixed. */
const forms: ReadonlyMap<number, { readonly header: number; readonly size?: number }> = new Map([
  [600, { header: 0, size: 16 }], // point
  [601, { header: 0, size: 32 }], // lseg
  [602, { header: 5 }], // path: closed, number of points
  [603, { header: 0, size: 32 }], // box
  [604, { header: 4 }], // polygon: number of points
  [718, { header: 0, size: 24 }], // circle
]);

/** Beyond any map's units; far beyond, numbers have no decimals to round away. */
const furthest = 1e9;

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
  givesAway: 'the place to within half a step, and the number of points; a coordinate beyond 10^9 makes the value redacted',
  tolerates: ['coalesce', 'case', 'nullif'],
  compile: (options, request) => {
    const form = forms.get(request.type.oid);
    if (form === undefined) return request.redact;
    const factor = 10 ** options.decimals;
    // Minus zero would tell the sign.
    const round = (value: number): number => Math.round(value * factor) / factor + 0;
    const isPlace = (value: number): boolean => Math.abs(value) <= furthest;
    if (request.format === 0) {
      return orRedacted((source, start, end, out) => {
        const text = source.toString('latin1', start, end);
        const isWhole =
          frame.test(text.replaceAll(number, '')) && (text.match(number) ?? []).every((one) => isPlace(Number(one)));
        if (isWhole)
          appendString(
            out,
            text.replaceAll(number, (one) => floatText(round(Number(one)), 8)),
          );
        return isWhole;
      }, request.redact);
    }
    const { header, size } = form;
    const binary = Buffer.alloc(8);
    return orRedacted((source, start, end, out) => {
      const bytes = end - start - header;
      if (bytes < 0 || bytes !== (size ?? source.readUInt32BE(start + header - 4) * 16)) return false;
      append(out, source, start, start + header);
      for (let at = start + header; at < end; at += 8) {
        const value = source.readDoubleBE(at);
        if (!isPlace(value)) return false;
        binary.writeDoubleBE(round(value));
        append(out, binary, 0, 8);
      }
      return true;
    }, request.redact);
  },
});
