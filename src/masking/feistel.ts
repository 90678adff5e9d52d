/** The rounds of FF1 (NIST SP 800-38G, algorithms 7 and 8) over the two halves of a string of numerals, each as one number. */
import { unsafe } from '@noble/ciphers/aes.js';

const rounds = 10;
const blockBytes = 16;

/** Arithmetic over halves: in doubles where these are exact, which is many times faster, else in bigints. */
interface Arithmetic<T> {
  readonly from: (value: bigint) => T;
  /** NUM and STR of SP 800-38G: numerals[from, to) as a number, and back into that place. */
  readonly read: (numerals: readonly number[], from: number, to: number, radix: number) => T;
  readonly write: (value: T, numerals: number[], from: number, to: number, radix: number) => void;
  /** Writes the number to the last bytes of the buffer, behind `start`, the highest first. */
  readonly store: (value: T, into: Uint8Array, start: number) => void;
  /** The first `count` bytes, as one number, modulo `modulus`; the count is even. */
  readonly reduce: (bytes: Uint8Array, count: number, modulus: T) => T;
  readonly add: (a: T, b: T, modulus: T) => T;
  readonly subtract: (a: T, b: T, modulus: T) => T;
}

/** Times 2^16 still exact in a double. */
const largestDouble = 2n ** 37n;

const doubles: Arithmetic<number> = {
  from: Number,
  read: (numerals, from, to, radix) => {
    let value = 0;
    for (let i = from; i < to; i += 1) value = value * radix + (numerals[i] ?? 0);
    return value;
  },
  write: (value, numerals, from, to, radix) => {
    let left = value;
    for (let i = to - 1; i >= from; i -= 1) {
      numerals[i] = left % radix;
      left = Math.floor(left / radix);
    }
  },
  store: (value, into, start) => {
    let left = value;
    for (let i = into.length - 1; i >= start; i -= 1) {
      into[i] = left % 256;
      left = Math.floor(left / 256);
    }
  },
  reduce: (bytes, count, modulus) => {
    let result = 0;
    for (let i = 0; i < count; i += 2) result = (result * 65_536 + (bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0)) % modulus;
    return result;
  },
  add: (a, b, modulus) => (a + b) % modulus,
  subtract: (a, b, modulus) => (a - b + modulus) % modulus,
};

const bigints: Arithmetic<bigint> = {
  from: (value) => value,
  read: (numerals, from, to, radix) => {
    let value = 0n;
    for (let i = from; i < to; i += 1) value = value * BigInt(radix) + BigInt(numerals[i] ?? 0);
    return value;
  },
  write: (value, numerals, from, to, radix) => {
    let left = value;
    for (let i = to - 1; i >= from; i -= 1) {
      numerals[i] = Number(left % BigInt(radix));
      left /= BigInt(radix);
    }
  },
  store: (value, into, start) => {
    let left = value;
    for (let i = into.length - 1; i >= start; i -= 1) {
      into[i] = Number(left & 255n);
      left >>= 8n;
    }
  },
  reduce: (bytes, count, modulus) => BigInt(`0x${Buffer.from(bytes.buffer, bytes.byteOffset, count).toString('hex')}`) % modulus,
  add: (a, b, modulus) => (a + b) % modulus,
  subtract: (a, b, modulus) => (a - b + modulus) % modulus,
};

/** Strings of so many numerals to that base, under a key that was expanded for AES. */
export interface Strings {
  readonly radix: number;
  readonly length: number;
  readonly key: Uint32Array;
  readonly tweak: Buffer;
}

export type Step = 'encrypt' | 'decrypt';

/** A permutation of the strings; the result is a new array. */
export type Feistel = (numerals: readonly number[], step: Step) => readonly number[];

/** Views of one buffer: blocks are combined by words, and filled by bytes. */
interface Blocks {
  readonly bytes: Uint8Array;
  readonly words: Uint32Array;
}

const blocksOf = (bytes: number): Blocks => {
  const buffer = new ArrayBuffer(bytes);
  return { bytes: new Uint8Array(buffer), words: new Uint32Array(buffer) };
};

/** CBC-MAC's step, in place, with the block of the source that begins at that word. */
const absorb = (key: Uint32Array, { bytes, words }: Blocks, source: Uint32Array, at: number): void => {
  for (let i = 0; i < 4; i += 1) words[i] = (words[i] ?? 0) ^ (source[at + i] ?? 0);
  unsafe.encryptBlock(key, bytes);
};

const compile = <T>({ radix, length, key, tweak }: Strings, arithmetic: Arithmetic<T>): Feistel => {
  const u = Math.floor(length / 2);
  const v = length - u;
  const bytes = Math.ceil((BigInt(radix) ** BigInt(v) - 1n).toString(2).length / 8);
  const wanted = 4 * Math.ceil(bytes / 4) + 4;
  const ofU = arithmetic.from(BigInt(radix) ** BigInt(u));
  const ofV = arithmetic.from(BigInt(radix) ** BigInt(v));

  // P and Q of step 6; the blocks before the last ones are the same in every round, and so is what CBC-MAC makes of them.
  const size = blockBytes + Math.ceil((tweak.length + 1 + bytes) / blockBytes) * blockBytes;
  const message = blocksOf(size);
  const view = Buffer.from(message.bytes.buffer);
  view.set([1, 2, 1]);
  view.writeUIntBE(radix, 3, 3);
  view.set([rounds, u % 256], 6);
  view.writeUInt32BE(length, 8);
  view.writeUInt32BE(tweak.length, 12);
  tweak.copy(view, blockBytes);
  const roundAt = size - bytes - 1;
  const firstWord = Math.floor(roundAt / blockBytes) * 4;
  const fixed = blocksOf(blockBytes);
  for (let word = 0; word < firstWord; word += 4) absorb(key, fixed, message.words, word);

  const state = blocksOf(blockBytes);
  const stream = blocksOf(Math.ceil(wanted / blockBytes) * blockBytes);

  /** Steps 6i to 6v: y, modulo what it is added to. */
  const round = (i: number, half: T, modulus: T): T => {
    message.bytes[roundAt] = i;
    arithmetic.store(half, message.bytes, size - bytes);
    state.words.set(fixed.words);
    for (let word = firstWord; word < message.words.length; word += 4) absorb(key, state, message.words, word);
    if (wanted <= blockBytes) return arithmetic.reduce(state.bytes, wanted, modulus);
    stream.bytes.set(state.bytes);
    for (let at = blockBytes; at < stream.bytes.length; at += blockBytes) {
      const block = stream.bytes.subarray(at, at + blockBytes);
      block.set(state.bytes);
      block[blockBytes - 1] = (block[blockBytes - 1] ?? 0) ^ (at / blockBytes);
      unsafe.encryptBlock(key, block);
    }
    return arithmetic.reduce(stream.bytes, wanted, modulus);
  };

  return (numerals, step) => {
    let a = arithmetic.read(numerals, 0, u, radix);
    let b = arithmetic.read(numerals, u, length, radix);
    for (let count = 0; count < rounds; count += 1) {
      const i = step === 'encrypt' ? count : rounds - 1 - count;
      const modulus = i % 2 === 0 ? ofU : ofV;
      if (step === 'encrypt') [a, b] = [b, arithmetic.add(a, round(i, b, modulus), modulus)];
      else [a, b] = [arithmetic.subtract(b, round(i, a, modulus), modulus), a];
    }
    const out = Array.from<number>({ length });
    arithmetic.write(a, out, 0, u, radix);
    arithmetic.write(b, out, u, length, radix);
    return out;
  };
};

/** `numerals` have to be as many as `length` says, and each below `radix`. */
export const feistel = (strings: Strings): Feistel =>
  BigInt(strings.radix) ** BigInt(Math.ceil(strings.length / 2)) <= largestDouble
    ? compile(strings, doubles)
    : compile(strings, bigints);
