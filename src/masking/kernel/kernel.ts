/** The WebAssembly kernel: one instance for the process, whose memory holds one message and one key's pads at a time, or four. */
import { hmacWasm } from './hmac-wasm.ts';

export interface Kernel {
  readonly memory: Uint8Array;
  /** The same memory in words of the machine. */
  readonly words: Uint32Array;
  /** Whose pads the memory holds. */
  pads: Uint32Array | undefined;
  /** Sets the inner (0) or outer (32) pad's state from the block at the message's place. */
  readonly pad: (slot: 0 | 32) => void;
  /** HMAC of the message of that length. */
  readonly hmac: (length: number) => void;
  /** The digits of the HMACs of four blocks, padded already, each under the pads of its lane. */
  readonly lanes: () => void;
}

/** Byte offsets in its memory, as in scripts/build-kernel.ts. */
export const kernelAt = { padStates: 0, digest: 96, message: 384 } as const;

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly pad: (slot: number) => void;
  readonly hmac: (length: number) => void;
  readonly lanes: () => void;
}

/** What of WebAssembly is used; the types of Node do not have it. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Exports };
}

const load = (): Kernel | undefined => {
  const { WebAssembly } = globalThis as { readonly WebAssembly?: WebAssemblyApi };
  if (WebAssembly === undefined) return undefined;
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(hmacWasm, 'base64')));
    const { memory, pad, hmac, lanes } = exports;
    return { memory: new Uint8Array(memory.buffer), words: new Uint32Array(memory.buffer), pads: undefined, pad, hmac, lanes };
  } catch {
    // Not allowed here, or without bulk memory or vectors: node:crypto does the same.
    return undefined;
  }
};

let loaded: { readonly kernel: Kernel | undefined } | undefined;

/** Undefined where the runtime has no WebAssembly (`node --jitless`). */
export const kernel = (): Kernel | undefined => (loaded ??= { kernel: load() }).kernel;
