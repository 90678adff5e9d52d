/** Hexadecimal digits of an HMAC as part of a cell: written at once, or together with those of other cells. */
import { appendHex } from '../bytes.ts';
import type { Hmac } from '../hmac.ts';
import { longestInLane, tokenLanes } from '../kernel/lanes.ts';
import type { ByteSink, CellMask } from '../types.ts';

/** Appends the first `digits` digits, at most 64, of the HMAC of source[start, end). */
export type AppendToken = (source: Buffer, start: number, end: number, digits: number, out: ByteSink) => void;

/** `make` has to append all its tokens by what it is given, and to take nothing back. */
export const keyedMask = (hmac: Hmac, make: (append: AppendToken) => CellMask): CellMask => {
  const now: AppendToken = (source, start, end, digits, out) => {
    appendHex(out, hmac(source, start, end), digits);
  };
  const { pads } = hmac;
  const lanes = tokenLanes();
  if (pads === undefined || lanes === undefined) return make(now);
  const later: AppendToken = (source, start, end, digits, out) => {
    if (end - start > longestInLane) now(source, start, end, digits, out);
    else lanes.append(pads, source, start, end, digits, out);
  };
  return Object.assign(make(now), { later: make(later) });
};
