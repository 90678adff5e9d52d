/** The WebAssembly kernel: one instance for the process, whose memory holds one message and one key's pads at a time. */
import { hmacWasm } from './hmac-wasm.ts';

export interface Kernel {
  readonly memory: Uint8Array;
  /** Whose pads the memory holds. */
  pads: Buffer | undefined;
  /** Sets the inner (0) or outer (32) pad's state from the block at the message's place. */
  readonly pad: (slot: 0 | 32) => void;
  /** HMAC of the message of that length. */
  readonly hmac: (length: number) => void;
}

/** Byte offsets in its memory, as in scripts/build-kernel.ts. */
export const kernelAt = { padStates: 0, digest: 96, message: 384 } as const;

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly pad: (slot: number) => void;
  readonly hmac: (length: number) => void;
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
    return { memory: new Uint8Array(exports.memory.buffer), pads: undefined, pad: exports.pad, hmac: exports.hmac };
  } catch {
    // Not allowed here, or without bulk memory: node:crypto does the same.
    return undefined;
  }
};

let loaded: { readonly kernel: Kernel | undefined } | undefined;

/** Undefined where the runtime has no WebAssembly (`node --jitless`). */
export const kernel = (): Kernel | undefined => (loaded ??= { kernel: load() }).kernel;
