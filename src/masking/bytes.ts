import type { ByteSink } from './types.ts';

/** Capacity above which a reused buffer is given back after a large cell. */
const keepAtMost = 1 << 20;

/** A native copy of a short run costs more than a loop over it. */
const shortRun = 48;

/** A sink that callers empty with `reset`; it gives back what a single huge cell made it take. */
export interface Scratch extends ByteSink {
  reset(): void;
}

export const byteSink = (initial = 4096): Scratch => {
  const sink: Scratch = {
    bytes: Buffer.allocUnsafeSlow(initial),
    length: 0,
    reserve(n) {
      const needed = sink.length + n;
      if (needed <= sink.bytes.length) return;
      const grown = Buffer.allocUnsafeSlow(Math.max(needed, Math.min(sink.bytes.length * 2, sink.bytes.length + (64 << 20))));
      sink.bytes.copy(grown, 0, 0, sink.length);
      sink.bytes = grown;
    },
    reset() {
      sink.length = 0;
      if (sink.bytes.length > keepAtMost) sink.bytes = Buffer.allocUnsafeSlow(initial);
    },
  };
  return sink;
};

/** Appends source[start, end). */
export const append = (out: ByteSink, source: Buffer, start: number, end: number): void => {
  const n = end - start;
  out.reserve(n);
  const { bytes, length } = out;
  if (n < shortRun) {
    for (let i = 0; i < n; i += 1) bytes[length + i] = source[start + i] ?? 0;
  } else {
    source.copy(bytes, length, start, end);
  }
  out.length = length + n;
};

export const appendAll = (out: ByteSink, source: Buffer): void => append(out, source, 0, source.length);

export const appendByte = (out: ByteSink, byte: number): void => {
  out.reserve(1);
  out.bytes[out.length] = byte;
  out.length += 1;
};

/** As Buffer's readInt32BE, without its checks: the caller has made sure that the four bytes are there. */
export const int32At = (source: Buffer, at: number): number =>
  ((source[at] ?? 0) << 24) | ((source[at + 1] ?? 0) << 16) | ((source[at + 2] ?? 0) << 8) | (source[at + 3] ?? 0);

/** As Buffer's writeInt32BE, without its checks. */
export const setInt32 = (bytes: Buffer, at: number, value: number): void => {
  bytes[at] = value >> 24;
  bytes[at + 1] = value >> 16;
  bytes[at + 2] = value >> 8;
  bytes[at + 3] = value;
};

export const appendInt32 = (out: ByteSink, value: number): void => {
  out.reserve(4);
  setInt32(out.bytes, out.length, value);
  out.length += 4;
};

/** Appends the same byte n times. */
export const appendRun = (out: ByteSink, byte: number, n: number): void => {
  if (n <= 0) return;
  out.reserve(n);
  out.bytes.fill(byte, out.length, out.length + n);
  out.length += n;
};

/** Appends a string as UTF-8. */
export const appendString = (out: ByteSink, text: string): void => {
  out.reserve(text.length * 3);
  out.length += out.bytes.write(text, out.length, 'utf8');
};

const hexDigits = Buffer.from('0123456789abcdef', 'latin1');

/** Appends the first `digits` hexadecimal digits of the bytes, in lower case. */
export const appendHex = (out: ByteSink, source: Buffer, digits: number): void => {
  out.reserve(digits);
  const { bytes, length } = out;
  for (let i = 0; i < digits; i += 1) {
    const byte = source[i >> 1] ?? 0;
    bytes[length + i] = hexDigits[(i & 1) === 0 ? byte >> 4 : byte & 15] ?? 0;
  }
  out.length = length + digits;
};

/** The first place of a byte in source[start, end), or -1; bytes behind `end` are not looked at. */
export const indexOfByte = (source: Buffer, byte: number, start: number, end: number): number => {
  for (let i = start; i < end; i += 1) if (source[i] === byte) return i;
  return -1;
};

/** The last place of a byte in source[start, end), or -1. */
export const lastIndexOfByte = (source: Buffer, byte: number, start: number, end: number): number => {
  for (let i = end - 1; i >= start; i -= 1) if (source[i] === byte) return i;
  return -1;
};

/** Whether source[start, end) holds exactly these bytes. */
export const sameBytes = (source: Buffer, start: number, end: number, expected: Buffer): boolean =>
  end - start === expected.length && source.compare(expected, 0, expected.length, start, end) === 0;
