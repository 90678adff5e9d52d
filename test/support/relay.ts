/** A way to a server that can be cut, for tests of what happens then. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Relay {
  readonly port: number;
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
}

/** To that port of loopback: what was under way is lost in both directions. */
export const relay = async (to: number): Promise<Relay> => {
  const sockets = new Set<Socket>();
  let own = 0;
  let server: Server;
  const mend = async (): Promise<void> => {
    server = createServer((client) => {
      const upstream = connect(to, '127.0.0.1');
      for (const socket of [client, upstream]) {
        sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          client.destroy();
          upstream.destroy();
        });
      }
      client.pipe(upstream).pipe(client);
    });
    server.listen(own, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address !== null && typeof address !== 'string') own = address.port;
  };
  await mend();
  return {
    port: own,
    mend,
    cut: async () => {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      server.close();
      await once(server, 'close');
    },
  };
};
