/** A client that only counts: it asks by the protocol and drops the answer, so that a benchmark measures what lies before it. */
import { Socket, type SocketConstructorOpts, type TcpSocketConnectOpts } from 'node:net';
import pg from 'pg';
import { encodeFrontend } from '../../src/wire/frontend.ts';

export interface Drain {
  /** Sends the bytes; resolves with the number of bytes that came up to ReadyForQuery. Rejects if there was an error. */
  run(request: Buffer): Promise<number>;
  end(): void;
}

export const simpleQuery = (query: string): Buffer => encodeFrontend({ type: 'Query', query });

/** The query by the extended protocol, all columns in binary. */
export const binaryQuery = (query: string): Buffer =>
  Buffer.concat([
    encodeFrontend({ type: 'Parse', name: '', query, parameterTypes: [] }),
    encodeFrontend({ type: 'Bind', portal: '', statement: '', parameterFormats: [], parameters: [], resultFormats: [1] }),
    encodeFrontend({ type: 'Describe', target: 'P', name: '' }),
    encodeFrontend({ type: 'Execute', portal: '', maxRows: 0 }),
    encodeFrontend({ type: 'Sync' }),
  ]);

const ready = Buffer.from([0x5a, 0, 0, 0, 5]);
const readyLength = 6;

/** As much as is read at once. */
const readSize = 256 << 10;

/** Logs in with `pg` over a socket that reads into one buffer, then takes it over. */
export const openDrain = async (url: string): Promise<Drain> => {
  let take = (chunk: Buffer): void => {
    // `pg` keeps pieces of what it reads.
    stream.emit('data', Buffer.from(chunk));
  };
  const options: SocketConstructorOpts & Pick<TcpSocketConnectOpts, 'onread'> = {
    onread: {
      buffer: Buffer.allocUnsafeSlow(readSize),
      callback: (length, buffer) => {
        take(Buffer.from(buffer.buffer, buffer.byteOffset, length));
        return true;
      },
    },
  };
  const stream = new Socket(options);
  const client = new pg.Client({ connectionString: url, stream: () => stream });
  // Its socket is taken away from it.
  client.on('error', () => undefined);
  await client.connect();
  return {
    run: async (request) =>
      new Promise((resolve, reject) => {
        let bytes = 0;
        let first = -1;
        const tail = Buffer.alloc(readyLength);
        take = (chunk) => {
          if (first < 0) [first = 0] = chunk;
          bytes += chunk.length;
          const kept = Math.min(readyLength, chunk.length);
          tail.copyWithin(0, kept);
          chunk.copy(tail, readyLength - kept, chunk.length - kept);
          if (!tail.subarray(0, ready.length).equals(ready)) return;
          stream.removeListener('close', closed);
          if (first === 0x45) reject(new Error('the server answered with an error'));
          else resolve(bytes);
        };
        const closed = (): void => reject(new Error('the connection was closed'));
        stream.once('close', closed);
        stream.write(request);
      }),
    end: () => stream.destroy(),
  };
};
