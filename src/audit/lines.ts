/** Bytes cut into lines at the newline alone, in bounded memory. */
export type Line =
  | { readonly kind: 'line'; readonly bytes: Buffer }
  /** The input ended without a newline. */
  | { readonly kind: 'cut'; readonly bytes: Buffer }
  /** Longer than the longest; nothing comes after it. */
  | { readonly kind: 'too-long' };

const newline = 0x0a;

/** A line's bytes are a view into a chunk where they can be: the chunks must not be written to again. */
export const splitLines = function* (chunks: Iterable<Buffer>, longest: number): Generator<Line, void> {
  let held: Buffer[] = [];
  let length = 0;
  for (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      const piece = chunk.subarray(from, at);
      from = at + 1;
      if (length + piece.length > longest) {
        yield { kind: 'too-long' };
        return;
      }
      yield { kind: 'line', bytes: held.length === 0 ? piece : Buffer.concat([...held, piece]) };
      held = [];
      length = 0;
    }
    const rest = chunk.subarray(from);
    length += rest.length;
    if (length > longest) {
      yield { kind: 'too-long' };
      return;
    }
    if (rest.length > 0) held.push(rest);
  }
  if (held.length > 0) yield { kind: 'cut', bytes: Buffer.concat(held) };
};
