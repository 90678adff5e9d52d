/** Carries bytes between a client, its session and a server; a side that reads slowly makes the other one wait. */
import type { Socket } from 'node:net';
import type { Session } from '../session/session.ts';

/** Pauses a socket as long as anyone holds it. Starts held by its maker. */
export interface Valve {
  hold(): void;
  release(): void;
}

export const createValve = (socket: Socket): Valve => {
  let holds = 1;
  socket.pause();
  return {
    hold: () => {
      holds += 1;
      socket.pause();
    },
    release: () => {
      holds -= 1;
      if (holds === 0) socket.resume();
    },
  };
};

/**
 * A way to write to `target`: until the system has taken all of it, the valve of what feeds it is held, whose memory may
 * be used again from then on.
 */
export const createLane = (target: Socket, source: Valve): ((bytes: Buffer) => void) => {
  let waiting = false;
  const written = (): void => {
    if (!waiting || target.writableLength > 0) return;
    waiting = false;
    source.release();
  };
  return (bytes) => {
    if (target.destroyed || target.writableEnded) return;
    target.write(bytes, written);
    if (target.writableLength === 0 || waiting) return;
    waiting = true;
    source.hold();
  };
};

export interface Ends {
  readonly client: Socket;
  readonly clientValve: Valve;
  readonly server: Socket;
  readonly serverValve: Valve;
}

export interface PumpEvents {
  /** A peer sent what cannot be, or pgveil failed: the connection has to end. */
  readonly failed: (error: unknown) => void;
  readonly closed: (side: 'client' | 'server') => void;
}

/** Starts both directions. `early` is what came from either side before. */
export const pump = (
  { client, clientValve, server, serverValve }: Ends,
  session: Session,
  early: { readonly client: Buffer; readonly server: Buffer },
  events: PumpEvents,
): void => {
  const takeClient = (chunk: Buffer): void => {
    try {
      const wait = session.fromClient(chunk);
      if (wait === undefined) return;
      // The session asks the server something first: what the client says next has to wait.
      clientValve.hold();
      wait.then(() => clientValve.release(), events.failed);
    } catch (error) {
      events.failed(error);
    }
  };
  const takeServer = (chunk: Buffer): void => {
    try {
      session.fromServer(chunk);
    } catch (error) {
      events.failed(error);
    }
  };
  client.on('data', takeClient);
  server.on('data', takeServer);
  client.pause();
  server.pause();
  for (const [side, socket] of [
    ['client', client],
    ['server', server],
  ] as const) {
    socket.on('error', () => undefined);
    socket.once('end', () => {
      events.closed(side);
    });
    socket.once('close', () => {
      events.closed(side);
    });
  }
  if (early.server.length > 0) takeServer(early.server);
  serverValve.release();
  if (early.client.length > 0) takeClient(early.client);
  clientValve.release();
};
