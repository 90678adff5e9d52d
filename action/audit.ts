import { verifyFile } from '../src/audit/read.ts';
import { createObserver, type Observed } from '../src/coverage/observe.ts';
import { PgveilError } from '../src/errors.ts';

const broken = (message: string): PgveilError =>
  new PgveilError('PGVEIL_AUDIT', `The audit does not verify: ${message}.`, {
    remedy: 'Something removed or changed the log, or ended the proxy: treat what the agent saw in this job as unknown.',
  });

/**
 * What a verified audit shows. Throws PGVEIL_AUDIT for one that is missing, was changed, or is not signed by
 * `publicKey` (SPKI, base64), which main had from the proxy itself.
 */
export const observeAudit = (file: string, publicKey: string | undefined): Observed => {
  if (publicKey === undefined) throw broken('the proxy has named no key that signs it');
  const observer = createObserver();
  const verdict = verifyFile(file, {
    publicKey,
    onRecord: ({ event }) => {
      observer.add(event);
    },
  });
  if (!verdict.ok) throw broken(`record ${String(verdict.record)}: ${verdict.message}`);
  return observer.result();
};
