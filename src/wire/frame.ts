/** From a stream of bytes that is cut anywhere to frames: type byte, Int32 length that counts itself, body. */
import { PgveilError } from '../errors.ts';
import type { FrameRule } from './message-table.ts';
import { malformed, unknownMessage } from './malformed.ts';

/**
 * What becomes of a frame. `pass`: its bytes are handed on as they lie, its body is never gathered. `collect`: it is
 * handed over whole. `skip`: it is dropped, whatever its length.
 */
export type Disposal = 'pass' | 'collect' | 'skip';

export interface FrameConsumer {
  /**
   * Offered the frame that begins at `start`, before its header is judged: may take it and those behind it that lie
   * whole in the chunk. Gives where the first frame begins that it has not taken.
   */
  run?(source: Buffer, start: number): number;
  /** Decides about a frame once its header is known, after all collected frames before it were handed over. */
  begin(type: number, bodyLength: number): Disposal;
  /** Bytes of passed frames with their headers, in order; frames that lie side by side come as one range. */
  pass(source: Buffer, start: number, end: number): void;
  /**
   * A collected frame: type byte at `start`, body from `start + 5` to `end`. `source` is the chunk where the frame lies
   * whole within it, else a buffer of the frame's own. False: stop behind this frame.
   */
  frame(source: Buffer, start: number, end: number): boolean;
}

export interface FrameScanner {
  /**
   * Takes chunk[from, its end). Gives the index behind the last byte that was taken: the chunk's length, or less when
   * `frame` said stop; then call again with the same chunk and that index. Nothing of the chunk is kept but copies.
   * Throws PgveilError PGVEIL_PROTOCOL on a header that cannot be, after everything before it was handed over; the
   * scanner is of no use from then on. Not to be called from the consumer.
   */
  push(chunk: Buffer, from?: number): number;
  /**
   * Where the stream stands between pushes. Bytes of pgveil's own may go in between whenever it is not `pass`;
   * a stream that ends is cut short unless it is `boundary`.
   */
  readonly within: 'boundary' | 'header' | Disposal;
}

export interface FrameScannerOptions {
  /** frontendMessages or backendMessages. */
  readonly table: { readonly sender: 'client' | 'server'; rule(byte: number): FrameRule | undefined };
  readonly consumer: FrameConsumer;
  /** The longest body to collect, in bytes, by message name; the table's own caps where a name is missing. */
  readonly limits?: Readonly<Record<string, number>>;
}

const headerLength = 5;

/** A frame that is cut is gathered in steps of its arrival, so that a header alone claims no memory. */
const firstStep = 64 << 10;

export const createFrameScanner = ({ table, consumer, limits = {} }: FrameScannerOptions): FrameScanner => {
  let within: FrameScanner['within'] = 'boundary';
  /** Bytes of the cut frame that are still to come; within a header, of the header. */
  let missing = 0;
  let gathered: Buffer = Buffer.alloc(0);
  let gatheredLength = 0;
  let broken = false;

  const decide = (type: number, length: number): Disposal => {
    const rule = table.rule(type);
    if (rule === undefined) throw unknownMessage(table.sender, type);
    const body = length - 4;
    if (body < 0) throw malformed(rule.name, `its length is ${String(length)}`);
    if (body > rule.limit) throw malformed(rule.name, `its ${String(body)} bytes are more than ${String(rule.limit)}`);
    const disposal = consumer.begin(type, body);
    const cap = limits[rule.name] ?? rule.collect;
    if (disposal === 'collect' && body > cap)
      throw malformed(rule.name, `its ${String(body)} bytes are more than the limit of ${String(cap)}`);
    return disposal;
  };

  /** Appends chunk[from, to) to the cut frame, of which `missing` bytes were to come before. */
  const gather = (chunk: Buffer, from: number, to: number): void => {
    const needed = gatheredLength + to - from;
    if (needed > gathered.length) {
      const whole = gatheredLength + missing;
      const grown = Buffer.allocUnsafe(Math.min(whole, Math.max(needed, gathered.length * 2, firstStep)));
      gathered.copy(grown, 0, 0, gatheredLength);
      gathered = grown;
    }
    chunk.copy(gathered, gatheredLength, from, to);
    gatheredLength = needed;
    missing -= to - from;
  };

  /** Starts a frame, or a header, of which the chunk has no more than the first bytes. */
  const cut = (next: 'header' | 'collect', chunk: Buffer, from: number, length: number): void => {
    within = next;
    missing = length;
    gathered = Buffer.alloc(0);
    gatheredLength = 0;
    gather(chunk, from, chunk.length);
  };

  const scan = (chunk: Buffer, from: number): number => {
    const { length } = chunk;
    let at = from;
    /** chunk[passFrom, at) is to be passed and has not been yet. */
    let passFrom = from;
    const flush = (): void => {
      const start = passFrom;
      passFrom = at;
      if (at > start) consumer.pass(chunk, start, at);
    };
    const moveTo = (to: number): void => {
      at = to;
      passFrom = to;
    };

    const resumeHeader = (): void => {
      const to = Math.min(length, at + missing);
      gather(chunk, at, to);
      moveTo(to);
      if (missing > 0) return;
      const header = gathered;
      const word = header.readInt32BE(1);
      within = decide(header.readUInt8(0), word);
      missing = word - 4;
      if (within === 'pass') consumer.pass(header, 0, headerLength);
    };

    /** False: the consumer said stop. */
    const resumeCollect = (): boolean => {
      const to = Math.min(length, at + missing);
      gather(chunk, at, to);
      moveTo(to);
      if (missing > 0) return true;
      within = 'boundary';
      const frame = gathered;
      gathered = Buffer.alloc(0);
      return consumer.frame(frame, 0, gatheredLength);
    };

    const resumeBody = (): void => {
      const to = Math.min(length, at + missing);
      missing -= to - at;
      if (within === 'skip') moveTo(to);
      else at = to;
      if (missing === 0) within = 'boundary';
    };

    /** Takes one frame whose header may lie in the chunk. False: the consumer said stop. */
    const next = (): boolean => {
      if (length - at < headerLength) {
        flush();
        cut('header', chunk, at, headerLength);
        moveTo(length);
        return true;
      }
      // Only where nothing waits to be passed, which would otherwise go out behind it.
      const taken = at === passFrom ? (consumer.run?.(chunk, at) ?? at) : at;
      if (taken > at) {
        moveTo(taken);
        return true;
      }
      const start = at;
      const word = chunk.readInt32BE(start + 1);
      const disposal = decide(chunk.readUInt8(start), word);
      const end = start + 1 + word;
      if (disposal !== 'pass') flush();
      if (disposal === 'collect') {
        if (end > length) {
          cut('collect', chunk, start, end - start);
          moveTo(length);
          return true;
        }
        moveTo(end);
        return consumer.frame(chunk, start, end);
      }
      const to = Math.min(end, length);
      if (disposal === 'skip') moveTo(to);
      else at = to;
      if (end > length) {
        within = disposal;
        missing = end - length;
      }
      return true;
    };

    try {
      if (within === 'header') resumeHeader();
      if (within === 'collect' && !resumeCollect()) return at;
      if (within === 'pass' || within === 'skip') resumeBody();
      for (;;) {
        if (at >= length || !next()) return at;
      }
    } finally {
      flush();
    }
  };

  return {
    get within() {
      return within;
    },
    push: (chunk, from = 0) => {
      if (broken) throw new PgveilError('PGVEIL_INTERNAL', 'a frame scanner was used after it had failed');
      if (from >= chunk.length) return chunk.length;
      broken = true;
      const taken = scan(chunk, from);
      broken = false;
      return taken;
    },
  };
};
