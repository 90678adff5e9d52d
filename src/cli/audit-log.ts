/** What the log of a run shows, for a gate that looks at it. */
import { verifyFile } from '../audit/read.ts';
import { createObserver, type Observed } from '../coverage/observe.ts';
import { PgveilError } from '../errors.ts';

/**
 * `publicKey`: SPKI in base64, the key that must have signed it; without one anybody can have made the log. Throws
 * PGVEIL_AUDIT for a log that is missing, not whole, or signed by another key.
 */
export const observeLog = (file: string, publicKey: string | undefined): Observed => {
  const observer = createObserver();
  const verdict = verifyFile(file, {
    publicKey,
    onRecord: ({ event }) => {
      observer.add(event);
    },
  });
  if (verdict.ok) return observer.result();
  throw new PgveilError('PGVEIL_AUDIT', `the audit log does not verify: record ${String(verdict.record)}: ${verdict.message}`, {
    remedy:
      verdict.flaw === 'other-key'
        ? 'Either the log is not of that run, or --key is not the key in the ready file of its proxy.'
        : 'A log that is not whole shows nothing for certain. Leave --audit out to check the databases alone.',
  });
};
