/** The listener of a proxy that nobody has configured yet: it is there, and lets nobody in. */
import type { Socket } from 'node:net';
import { readHello } from './client-hello.ts';
import { startDeadline } from './deadline.ts';
import { errorResponse } from '../wire/error-response.ts';
import { logText, type Log } from './log.ts';

/** Milliseconds that a client may take to say hello. */
const patience = 10_000;

export type LockedBecause = 'not configured' | 'finished';

// cannot_connect_now: clients that wait for a server to come up try again.
const refusals: Readonly<Record<LockedBecause, Buffer>> = {
  'not configured': errorResponse({
    severity: 'FATAL',
    code: '57P03',
    message: 'pgveil is locked: no policy and no credential have been given to it yet',
    hint: 'Run the pgveil step with `mode: connect` before the first step that connects, or PUT the configuration to the control port.',
  }),
  finished: errorResponse({
    severity: 'FATAL',
    code: '57P01',
    message: 'pgveil has ended: its audit is signed, and takes no more records',
    hint: 'Connect before the post step of pgveil has run.',
  }),
};

/** Tells a client why there is nobody behind the port, and ends its connection. Never rejects. */
export const refuseLocked = async (socket: Socket, because: LockedBecause, log: Log, closing: AbortSignal): Promise<void> => {
  socket.on('error', () => undefined);
  const deadline = startDeadline(patience, closing);
  try {
    const { packet } = await readHello(socket, undefined, deadline.signal);
    if (packet.type === 'StartupMessage') socket.write(refusals[because]);
    socket.end();
    socket.resume();
  } catch (error) {
    log.info(`while locked: ${logText(error)}`);
    socket.destroy();
  } finally {
    deadline.stop();
  }
};
