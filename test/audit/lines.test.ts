import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLines } from '../../src/audit/lines.ts';

const split = (chunks: readonly Buffer[], longest = 1_000): readonly string[] =>
  [...splitLines(chunks, longest)].map((line) => (line.kind === 'line' ? line.bytes.toString() : line.kind));

describe('splitLines', () => {
  it('cuts at the newline alone', () => {
    expect(split([Buffer.from('a\r\n\u2028b\n\n')])).toEqual(['a\r', '\u2028b', '']);
    expect(split([])).toEqual([]);
  });

  it('says of the last line that it has no end', () => {
    expect([...splitLines([Buffer.from('a\nb'), Buffer.from('c')], 10)].at(-1)).toEqual({
      kind: 'cut',
      bytes: Buffer.from('bc'),
    });
  });

  it('stops at a line that is too long, whether its end is there or not', () => {
    expect(split([Buffer.from('abc\nabcd\nx\n')], 3)).toEqual(['abc', 'too-long']);
    expect(split([Buffer.from('ab'), Buffer.from('cd'), Buffer.from('\nx\n')], 3)).toEqual(['too-long']);
    expect(split([Buffer.from('ab'), Buffer.from('cd\nx\n')], 3)).toEqual(['too-long']);
  });

  it('gives the same lines however the bytes come', () => {
    const text = fc.array(fc.constantFrom('a', 'bb', '\n', 'ü'), { maxLength: 40 }).map((parts) => Buffer.from(parts.join('')));
    fc.assert(
      fc.property(text, fc.array(fc.nat({ max: 60 }), { maxLength: 6 }), (bytes, cuts) => {
        const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).toSorted((a, b) => a - b), bytes.length];
        const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
        expect(split(chunks)).toEqual(split([bytes]));
      }),
    );
  });
});
