/** Results wait until the audit's required stores have the record of their statement. */
import type { Custody } from '../audit/sinks/custody.ts';
import type { AuditEvent } from '../audit/types.ts';
import type { Valve } from './pump.ts';

type Append = (event: AuditEvent) => void;

/** What begins something that the stores must be able to hear of. */
const begins = (event: AuditEvent): boolean =>
  event.type === 'session-start' || (event.type === 'statement' && event.verdict === 'forward');

/** Throws PGVEIL_AUDIT for a beginning while a required store fails; what ends or is refused is recorded all the same. */
export const guardedAppend =
  (append: Append, custody: Custody | undefined): Append =>
  (event) => {
    if (begins(event)) custody?.check();
    append(event);
  };

/**
 * Appends, and reads nothing more from the server until the stores have the record of a statement that is forwarded: the
 * server works meanwhile, and its answer waits in the socket. `failed` gets what a store that fails says, and gives whether
 * the session goes on without the answer.
 */
export const holdingAppend =
  (append: Append, custody: Custody | undefined, server: Valve, failed: (error: unknown) => boolean): Append =>
  (event) => {
    append(event);
    if (event.type !== 'statement' || event.verdict === 'refuse') return;
    const settled = custody?.settled();
    if (settled === undefined) return;
    server.hold();
    settled.then(
      () => {
        server.release();
      },
      (error: unknown) => {
        if (failed(error)) server.release();
      },
    );
  };
