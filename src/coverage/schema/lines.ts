/** From offsets to lines. */
import type { Place } from './types.ts';

/** Gives the place of an offset (UTF-16 units) in a file. */
export const placesIn = (file: string, text: string): ((offset: number) => Place) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
};

/** UTF-16 units before a byte offset of a text, which is how the parser counts. */
export const unitsBefore = (text: string, bytes: number): number =>
  Buffer.byteLength(text) === text.length ? bytes : Buffer.from(text).subarray(0, bytes).toString().length;
