import { hash } from 'node:crypto';
import { type Kernel, kernel, kernelAt } from './kernel/kernel.ts';
import type { PadStates } from './kernel/lanes.ts';

const blockBytes = 64;
const digestBytes = 32;

/** HMAC-SHA256 of source[start, end) under a fixed key. The digest is the caller's until any other is computed. */
export interface Hmac {
  (source: Buffer, start: number, end: number): Buffer;
  /** The key as the kernel has it; absent without the kernel. */
  readonly pads?: PadStates;
}

/** The key as a block of its own (RFC 2104). */
const keyBlock = (key: Buffer): Buffer => {
  const block = Buffer.alloc(blockBytes);
  (key.length > blockBytes ? hash('sha256', key, 'buffer') : key).copy(block);
  return block;
};

const padded = (block: Buffer, pad: number): Buffer => Buffer.from(block.map((byte) => byte ^ pad));

/**
 * By node:crypto, as two one-shot hashes, which cost about half of createHmac for a cell of a few bytes. The message is
 * copied behind the inner pad, in a buffer that is reused.
 */
export const nodeHmac = (key: Buffer): Hmac => {
  const block = keyBlock(key);
  const innerPad = padded(block, 0x36);
  let inner = Buffer.alloc(blockBytes + 192);
  innerPad.copy(inner);
  const outer = Buffer.concat([padded(block, 0x5c), Buffer.alloc(digestBytes)]);
  return (source, start, end) => {
    const length = end - start;
    let message = inner;
    if (blockBytes + length > inner.length) {
      message = Buffer.alloc(blockBytes + length);
      innerPad.copy(message);
      // A single huge cell does not keep its buffer.
      if (message.length <= 1 << 16) inner = message;
    }
    source.copy(message, blockBytes, start, end);
    hash('sha256', message.subarray(0, blockBytes + length), 'buffer').copy(outer, blockBytes);
    return hash('sha256', outer, 'buffer');
  };
};

/** Longer messages are OpenSSL's, which has the processor's own instructions. */
const longestInKernel = 400;

/** By the WebAssembly kernel: both pads are compressed once a key, and two to four blocks are left a cell. */
const kernelHmac = (loaded: Kernel, key: Buffer): Hmac => {
  const { memory } = loaded;
  const { padStates, digest, message } = kernelAt;
  const block = keyBlock(key);
  memory.set(padded(block, 0x36), message);
  loaded.pad(0);
  memory.set(padded(block, 0x5c), message);
  loaded.pad(32);
  loaded.pads = undefined;
  const pads = loaded.words.slice(padStates / 4, (padStates + 2 * digestBytes) / 4);
  const result = Buffer.from(memory.buffer, digest, digestBytes);
  const viaNode = nodeHmac(key);
  const hmac = (source: Buffer, start: number, end: number): Buffer => {
    const length = end - start;
    if (length > longestInKernel) return viaNode(source, start, end);
    if (loaded.pads !== pads) {
      loaded.words.set(pads, padStates / 4);
      loaded.pads = pads;
    }
    for (let i = 0; i < length; i += 1) memory[message + i] = source[start + i] ?? 0;
    loaded.hmac(length);
    return result;
  };
  return Object.assign(hmac, { pads });
};

export const hmacSha256 = (key: Buffer): Hmac => {
  const loaded = kernel();
  return loaded === undefined ? nodeHmac(key) : kernelHmac(loaded, key);
};
