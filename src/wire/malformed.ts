import { PgveilError } from '../errors.ts';

const remedy = 'Check what speaks at the other end: pgveil expects a PostgreSQL client or server of protocol 3.';

/** A message that is not as the protocol says. `message` is its name, `what` never holds a value out of it. */
export const malformed = (message: string, what: string): PgveilError =>
  new PgveilError('PGVEIL_PROTOCOL', `malformed ${message} message: ${what}`, { remedy });

/** Bytes that no known message begins with. */
export const unknownMessage = (sender: string, byte: number): PgveilError =>
  new PgveilError('PGVEIL_PROTOCOL', `the ${sender} sent an unknown message of type 0x${byte.toString(16).padStart(2, '0')}`, {
    remedy,
  });

/** A message that this side was to send and that has no form on the wire. */
export const unencodable = (message: string, what: string): PgveilError =>
  new PgveilError('PGVEIL_INTERNAL', `${message} cannot be encoded: ${what}`);
