/** The end of a session, once, for whatever reason: the client is told, the server is left, the record is closed. */
import type { Socket } from 'node:net';
import type { AuditEvent, SessionEnd } from '../audit/types.ts';
import type { Recorder } from '../session/run.ts';
import type { Session } from '../session/session.ts';
import { encodeFrontend } from '../wire/frontend.ts';
import type { Refused } from './access.ts';
import { finish, sayFatal } from './farewell.ts';
import { logText, type Log } from './log.ts';

export interface Ending {
  readonly reason: SessionEnd['reason'];
  /** Said to the client as its last message. */
  readonly fatal?: Refused;
}

export interface SessionEndOptions {
  readonly number: number;
  readonly session: Session;
  readonly recorder: Recorder;
  readonly client: Socket;
  readonly server: Socket;
  readonly cancel: () => void;
  readonly append: (event: AuditEvent) => void;
  readonly log: Log;
  readonly closing: AbortSignal;
  readonly onEnded: () => void;
}

const shutdown: Refused = {
  sqlstate: '57P01',
  message: 'terminating connection due to administrator command',
  hint: 'pgveil is shutting down.',
};

export const createSessionEnd = (options: SessionEndOptions): { now(ending: Ending): void } => {
  const { client, server, session, recorder, number, closing } = options;
  let ended = false;
  const onClosing = (): void => {
    now({ reason: 'shutdown', fatal: shutdown });
  };
  const record = (reason: SessionEnd['reason'], sqlstate: string): void => {
    try {
      session.end(sqlstate);
      options.append({ type: 'session-end', session: number, reason, statements: recorder.statements });
    } catch (error) {
      options.log.error(`session ${String(number)}: ${logText(error)}`);
    }
  };
  const now = ({ reason, fatal }: Ending): void => {
    if (ended) return;
    ended = true;
    closing.removeEventListener('abort', onClosing);
    // A server notices that a client is gone only when it writes to it.
    if (session.busy && !server.destroyed) options.cancel();
    record(reason, fatal?.sqlstate ?? '08006');
    if (fatal === undefined) finish(client);
    else sayFatal(client, fatal);
    if (!server.destroyed) server.write(encodeFrontend({ type: 'Terminate' }));
    finish(server);
    options.onEnded();
  };
  closing.addEventListener('abort', onClosing);
  if (closing.aborted) onClosing();
  return { now };
};
