/** The end of a connection: the last word, and time to read it. */
import type { Socket } from 'node:net';
import { errorResponse } from '../wire/error-response.ts';
import type { Refused } from './access.ts';

/** How long a side may take to read what is on its way, in milliseconds. */
const patience = 5_000;

/** Lets a socket finish writing, and then not wait for the other side for ever. */
export const finish = (socket: Socket): void => {
  if (socket.destroyed) return;
  socket.end();
  // Only a socket that is read notices that the other side has closed.
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), patience);
  timer.unref();
  socket.once('close', () => {
    clearTimeout(timer);
  });
};

/** Ends a client's connection with a FATAL. */
export const sayFatal = (socket: Socket, { sqlstate, message, hint }: Refused): void => {
  if (socket.destroyed) return;
  if (!socket.writableEnded) socket.write(errorResponse({ severity: 'FATAL', code: sqlstate, message, hint }));
  finish(socket);
};
