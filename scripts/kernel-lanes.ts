/** The part of the kernel that computes four HMACs at once: each 32-bit lane of a vector is one message of one block. */

/**
 * Byte offsets in the kernel's memory; src/masking/kernel/lanes.ts has those that it uses. A state is eight vectors, word
 * by word; a block is 64 bytes for each lane, one lane behind the other, and so are the digits of a digest.
 */
const at = { blocks: 1024, inner: 1280, outer: 1408, digests: 1536, digits: 1664, schedule: 2048, constants: 3072 } as const;

const get = (name: string): string => `(local.get $${name})`;
const set = (name: string, value: string): string => `(local.set $${name} ${value})`;
const zero = '(i32.const 0)';
const load = (offset: number): string => `(v128.load offset=${String(offset)} ${zero})`;
const store = (offset: number, value: string): string => `(v128.store offset=${String(offset)} ${zero} ${value})`;
const splat = (value: number | string): string => `(i32x4.splat (i32.const ${String(value)}))`;
const sum = (...terms: readonly string[]): string => terms.reduce((left, right) => `(i32x4.add ${left} ${right})`);
const xor = (...terms: readonly string[]): string => terms.reduce((left, right) => `(v128.xor ${left} ${right})`);
const shift = (value: string, bits: number): string => `(i32x4.shr_u ${value} (i32.const ${String(bits)}))`;
const rotate = (value: string, bits: number): string =>
  `(v128.or ${shift(value, bits)} (i32x4.shl ${value} (i32.const ${String(32 - bits)})))`;
/** Bits of the first where the condition has ones, of the second elsewhere. */
const select = (first: string, second: string, condition: string): string => `(v128.bitselect ${first} ${second} ${condition})`;

const each = (count: number, make: (i: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join('\n');

const letters = 'abcdefgh';
const locals = Array.from(letters, (letter) => `(local $${letter} v128)`).join(' ');

/** FIPS 180-4, 6.2.2, as in build-kernel.ts: the variables are renamed, not moved. */
const round = (i: number): string => {
  const name = (k: number): string => letters.charAt((k - (i % 8) + 8) % 8);
  const [a, b, c] = [get(name(0)), get(name(1)), get(name(2))];
  const [d, e, f, g, h] = [get(name(3)), get(name(4)), get(name(5)), get(name(6)), get(name(7))];
  const constant = `(v128.load32_splat offset=${String(at.constants + 4 * i)} ${zero})`;
  return [
    set('t', sum(h, load(at.schedule + 16 * i), constant, select(f, g, e), xor(rotate(e, 6), rotate(e, 11), rotate(e, 25)))),
    set(name(3), sum(d, get('t'))),
    set(name(7), sum(get('t'), select(c, b, xor(a, b)), xor(rotate(a, 2), rotate(a, 13), rotate(a, 22)))),
  ].join('\n');
};

const expand = (i: number): string => {
  const word = (back: number): string => load(at.schedule + 16 * (i - back));
  const [x, y] = [get('x'), get('y')];
  return [
    set('x', word(15)),
    set('y', word(2)),
    store(
      at.schedule + 16 * i,
      sum(word(16), word(7), xor(rotate(x, 7), rotate(x, 18), shift(x, 3)), xor(rotate(y, 17), rotate(y, 19), shift(y, 10))),
    ),
  ].join('\n');
};

const swapped = (words: string): string => `(i8x16.shuffle 3 2 1 0 7 6 5 4 11 10 9 8 15 14 13 12 ${words} ${words})`;

/** Word i of the four blocks, turned to the machine's order of bytes. */
const gather = (i: number): string => {
  const lane = (number: number, onto: string): string =>
    `(v128.load32_lane offset=${String(at.blocks + 64 * number + 4 * i)} ${String(number)} ${zero} ${onto})`;
  const words = [1, 2, 3].reduce((onto, number) => lane(number, onto), lane(0, get('zeros')));
  return [set('x', words), store(at.schedule + 16 * i, swapped(get('x')))].join('\n');
};

/** The eight hexadecimal digits of word i of each digest: the upper halves of its bytes and the lower ones in turns. */
const writeDigits = (i: number): string => {
  const halves = `(i8x16.shr_u ${get('x')} (i32.const 4)) (v128.and ${get('x')} (i8x16.splat (i32.const 15)))`;
  const digits = (turns: string): string => `(i8x16.swizzle ${get('letters')} (i8x16.shuffle ${turns} ${halves}))`;
  const place = (lane: number): string =>
    `(v128.store64_lane offset=${String(at.digits + 64 * lane + 8 * i)} ${String(lane % 2)} ${zero} ${get('y')})`;
  return [
    set('x', load(at.digests + 16 * i)),
    set('x', swapped(get('x'))),
    set('y', digits('0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23')),
    place(0),
    place(1),
    set('y', digits('8 24 9 25 10 26 11 27 12 28 13 29 14 30 15 31')),
    place(2),
    place(3),
  ].join('\n');
};

/** 0 to 9 and a to f. */
const hexLetters = `(v128.const i8x16 ${Array.from('0123456789abcdef', (digit) => String(digit.charCodeAt(0))).join(' ')})`;

const littleEndian = (word: string): string =>
  [24, 16, 8, 0]
    .map((bits) => `\\${((Number(word) >>> bits) & 255).toString(16).padStart(2, '0')}`)
    .toReversed()
    .join('');

/** `constants` are those of FIPS 180-4, 4.2.2. */
export const lanesText = (constants: readonly string[]): string => `
  (data (i32.const ${String(at.constants)}) "${constants.map(littleEndian).join('')}")

  (; Expands the schedule's first sixteen words and compresses, from the state at that place to the digests' place. ;)
  (func $compress_lanes (param $from i32) (local $t v128) (local $x v128) (local $y v128) ${locals}
    ${each(48, (i) => expand(i + 16))}
    ${each(8, (i) => set(letters.charAt(i), `(v128.load offset=${String(16 * i)} ${get('from')})`))}
    ${each(64, round)}
    ${each(8, (i) => store(at.digests + 16 * i, sum(get(letters.charAt(i)), `(v128.load offset=${String(16 * i)} ${get('from')})`)))})

  (; HMAC of the four blocks, which are padded already, under the pads of each lane: its digits. ;)
  (func (export "lanes") (local $x v128) (local $y v128) (local $zeros v128) (local $letters v128)
    ${each(16, gather)}
    (call $compress_lanes (i32.const ${String(at.inner)}))
    ${each(8, (i) => store(at.schedule + 16 * i, load(at.digests + 16 * i)))}
    ${store(at.schedule + 16 * 8, splat('0x80000000'))}
    ${each(6, (i) => store(at.schedule + 16 * (9 + i), get('zeros')))}
    ${store(at.schedule + 16 * 15, splat((64 + 32) * 8))}
    (call $compress_lanes (i32.const ${String(at.outer)}))
    ${set('letters', hexLetters)}
    ${each(8, writeDigits)})`;
