/** What goes to the client, in order: messages as they are, and masked rows out of a buffer that is used again. */
import { byteSink } from '../masking/bytes.ts';
import type { ByteSink } from '../masking/types.ts';

export interface Output {
  /** For masked rows; they go out before whatever is sent next. */
  readonly sink: ByteSink;
  /** Bytes that do not change any more. */
  send(bytes: Buffer): void;
  flush(): void;
}

/** Masked rows are given on in pieces of about this size, in bytes. */
const pieceSize = 64 << 10;

export const createOutput = (write: (bytes: Buffer) => void): Output => {
  const sink = byteSink(2 * pieceSize);
  const flush = (): void => {
    if (sink.length === 0) return;
    write(Buffer.from(sink.bytes.subarray(0, sink.length)));
    sink.reset();
  };
  return {
    sink,
    send: (bytes) => {
      flush();
      write(bytes);
    },
    flush,
  };
};
