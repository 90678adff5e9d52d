/**
 * Hexadecimal tokens computed four at once, which takes little more than one alone. Their places in the output are left
 * and filled when four have come together, or by `settleTokens`.
 */
import type { ByteSink } from '../types.ts';
import { type Kernel, kernel } from './kernel.ts';

const laneCount = 4;
const blockBytes = 64;

/** A message that leaves room for its padding in one block (FIPS 180-4, 5.1.1). */
export const longestInLane = blockBytes - 9;

/** Byte offsets in the kernel's memory, as in scripts/kernel-lanes.ts; states are transposed, word by word. */
const at = { blocks: 1024, inner: 1280, outer: 1408, digits: 1664 } as const;

const stateWords = 8;

/** Both states after the pads of one key, inner before outer, as words. */
export type PadStates = Uint32Array;

export interface Lanes {
  /**
   * Leaves room for the first `digits` hexadecimal digits of the HMAC of source[start, end), at most 64, and moves the
   * sink's length behind them. The message has at most `longestInLane` bytes. The places hold `0` until they are filled.
   */
  append(pads: PadStates, source: Buffer, start: number, end: number, digits: number, out: ByteSink): void;
  /** Fills all places that are left. To be called before anybody reads, moves or takes back what was appended. */
  settle(): void;
}

interface Place {
  sink: ByteSink | undefined;
  at: number;
  digits: number;
  /** Bytes of the lane's block that may not be zero, its length word aside. */
  used: number;
  pads: PadStates | undefined;
}

const digestDigits = 64;
const zero = 0x30;

const createLanes = ({ memory, words, lanes }: Kernel): Lanes => {
  const places = Array.from({ length: laneCount }, (): Place => ({
    sink: undefined,
    at: 0,
    digits: 0,
    used: 0,
    pads: undefined,
  }));
  let waiting = 0;

  const load = (lane: number, pads: PadStates): void => {
    for (let word = 0; word < stateWords; word += 1) {
      words[at.inner / 4 + word * laneCount + lane] = pads[word] ?? 0;
      words[at.outer / 4 + word * laneCount + lane] = pads[stateWords + word] ?? 0;
    }
  };

  const settle = (): void => {
    if (waiting === 0) return;
    lanes();
    for (let lane = 0; lane < waiting; lane += 1) {
      const place = places[lane];
      if (place?.sink === undefined) continue;
      const { bytes } = place.sink;
      const from = at.digits + lane * digestDigits;
      const to = place.at;
      const { digits } = place;
      for (let i = 0; i < digits; i += 1) bytes[to + i] = memory[from + i] ?? zero;
      place.sink = undefined;
    }
    waiting = 0;
  };

  return {
    append: (pads, source, start, end, digits, out) => {
      const lane = waiting;
      const place = places[lane];
      if (place === undefined) return;
      if (place.pads !== pads) {
        load(lane, pads);
        place.pads = pads;
      }
      const length = end - start;
      const block = at.blocks + lane * blockBytes;
      for (let i = 0; i < length; i += 1) memory[block + i] = source[start + i] ?? 0;
      memory[block + length] = 0x80;
      for (let i = length + 1; i < place.used; i += 1) memory[block + i] = 0;
      place.used = length + 1;
      // The length in bits, of the pad's block as well; it has at most ten bits.
      const bits = (blockBytes + length) * 8;
      memory[block + blockBytes - 2] = bits >> 8;
      memory[block + blockBytes - 1] = bits & 255;
      out.reserve(digits);
      const { bytes, length: from } = out;
      for (let i = 0; i < digits; i += 1) bytes[from + i] = zero;
      place.sink = out;
      place.at = from;
      place.digits = digits;
      out.length = from + digits;
      waiting = lane + 1;
      if (waiting === laneCount) settle();
    },
    settle,
  };
};

let made: { readonly lanes: Lanes | undefined } | undefined;

/** Undefined where the runtime has no WebAssembly with vectors. One for the process. */
export const tokenLanes = (): Lanes | undefined => {
  if (made === undefined) {
    const loaded = kernel();
    made = { lanes: loaded === undefined ? undefined : createLanes(loaded) };
  }
  return made.lanes;
};

export const settleTokens = (): void => made?.lanes?.settle();
