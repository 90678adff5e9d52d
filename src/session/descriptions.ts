/** RowDescriptions by their bytes: a statement that runs again is described again, mostly in the same words. */
import { PgveilError } from '../errors.ts';
import { decodeBackendFrame, type Message } from '../wire/backend.ts';

const mostKept = 1_000;
const longestKept = 4_096;

/** Takes frames of RowDescription. Throws PGVEIL_PROTOCOL. */
export const createDescriptions = (): ((frame: Buffer) => Message<'RowDescription'>) => {
  const known = new Map<string, Message<'RowDescription'>>();
  return (frame) => {
    const key = frame.length > longestKept ? undefined : frame.toString('latin1');
    const before = key === undefined ? undefined : known.get(key);
    if (before !== undefined) return before;
    const message = decodeBackendFrame(frame);
    if (message.type !== 'RowDescription')
      throw new PgveilError('PGVEIL_INTERNAL', `a ${message.type} was taken for a RowDescription`);
    if (key !== undefined) {
      const [oldest] = known.keys();
      if (known.size >= mostKept && oldest !== undefined) known.delete(oldest);
      known.set(key, message);
    }
    return message;
  };
};
