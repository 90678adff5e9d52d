import { createHash } from 'node:crypto';
import type { Finding } from './types.ts';

/** The same finding has the same fingerprint wherever it stands in a file: SHA-256 of its check and subject, in hex. */
export const fingerprint = ({ id, subject }: Pick<Finding, 'id' | 'subject'>): string =>
  createHash('sha256').update(`${id}\0${subject}`).digest('hex');
