/** What goes to either side, in order: messages as they are, and masked rows out of a buffer that is used again. */
import { byteSink } from '../masking/bytes.ts';
import type { ByteSink } from '../masking/types.ts';

export interface Lane {
  /** Bytes that do not change before what is gathered has been given on. */
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

/** Copying fewer bytes costs less than to see whether they lie behind those before. */
const cheapToCopy = 4 << 10;

/** One buffer over both, where there is something to gain and the second lies right behind the first. */
const joined = (first: Buffer | undefined, second: Buffer): Buffer | undefined =>
  first !== undefined &&
  first.length + second.length > cheapToCopy &&
  first.buffer === second.buffer &&
  first.byteOffset + first.length === second.byteOffset
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

/** `write` gets bytes that may change once more is sent after a `release`: until then they are whole. */
export const createOutput = (write: (bytes: Buffer) => void): Output => {
  const lane = createLane(write);
  const sink = byteSink(2 * pieceSize);
  /** Up to here the sink's rows have been given on. */
  let taken = 0;
  const takeRows = (): void => {
    if (sink.length === taken) return;
    lane.send(sink.bytes.subarray(taken, sink.length));
    taken = sink.length;
  };
  const reuse = (): void => {
    sink.reset();
    taken = 0;
  };
  return {
    sink,
    send: (bytes) => {
      takeRows();
      lane.send(bytes);
    },
    hold: () => {
      reuse();
      lane.hold();
    },
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
