/** What goes to either side, in order: messages as they are, and masked rows out of a buffer that is used again. */
import { byteSink } from '../masking/bytes.ts';
import type { ByteSink } from '../masking/types.ts';

export interface Lane {
  /** Bytes that do not change any more. */
  readonly send: (bytes: Buffer) => void;
  /** From now on what is sent is gathered, up to `release`. */
  readonly hold: () => void;
  /** Gives on what was gathered: in one write, unless there is much of it. */
  readonly release: () => void;
  /** Gives on what was gathered so far. */
  readonly flush: () => void;
}

export interface Output extends Lane {
  /** For masked rows; they go out before whatever is sent next. */
  readonly sink: ByteSink;
}

/** Up to so many bytes in pieces are copied together: that costs less than a write for each. */
const mostToJoin = 64 << 10;

/** Masked rows are given on in pieces of about this size, in bytes. */
const pieceSize = 64 << 10;

/** One buffer over both, where the second lies right behind the first. */
const joined = (first: Buffer | undefined, second: Buffer): Buffer | undefined =>
  first !== undefined && first.buffer === second.buffer && first.byteOffset + first.length === second.byteOffset
    ? Buffer.from(first.buffer, first.byteOffset, first.length + second.length)
    : undefined;

export const createLane = (write: (bytes: Buffer) => void): Lane => {
  let held = false;
  let pieces: Buffer[] = [];
  const flush = (): void => {
    const [first] = pieces;
    if (first === undefined) return;
    const all = pieces;
    pieces = [];
    if (all.length === 1) write(first);
    else if (all.reduce((sum, { length }) => sum + length, 0) <= mostToJoin) write(Buffer.concat(all));
    else for (const piece of all) write(piece);
  };
  return {
    send: (bytes) => {
      if (!held) {
        write(bytes);
        return;
      }
      const longer = joined(pieces.at(-1), bytes);
      if (longer === undefined) pieces.push(bytes);
      else pieces[pieces.length - 1] = longer;
    },
    hold: () => {
      held = true;
    },
    release: () => {
      held = false;
      flush();
    },
    flush,
  };
};

export const createOutput = (write: (bytes: Buffer) => void): Output => {
  const lane = createLane(write);
  const sink = byteSink(2 * pieceSize);
  const takeRows = (): void => {
    if (sink.length === 0) return;
    lane.send(Buffer.from(sink.bytes.subarray(0, sink.length)));
    sink.reset();
  };
  return {
    sink,
    send: (bytes) => {
      takeRows();
      lane.send(bytes);
    },
    hold: lane.hold,
    release: () => {
      takeRows();
      lane.release();
    },
    flush: () => {
      takeRows();
      lane.flush();
    },
  };
};
