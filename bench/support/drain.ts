/** A client that only counts: it asks by the protocol and drops the answer, so that a benchmark measures what lies before it. */
import { once } from 'node:events';
import type { Socket } from 'node:net';
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

/** Logs in with `pg`, then takes its socket over. */
export const openDrain = async (url: string): Promise<Drain> => {
  const client = new pg.Client({ connectionString: url });
  // Its socket is taken away from it.
  client.on('error', () => undefined);
  await client.connect();
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  stream.removeAllListeners('data');
  return {
    run: async (request) => {
      let bytes = 0;
      let tail: Buffer = Buffer.alloc(0);
      let first = -1;
      stream.write(request);
      for (;;) {
        const [chunk] = (await once(stream, 'data')) as [Buffer];
        if (first < 0) [first = 0] = chunk;
        bytes += chunk.length;
        tail = chunk.length >= readyLength ? chunk.subarray(-readyLength) : Buffer.concat([tail, chunk]).subarray(-readyLength);
        if (tail.length === readyLength && tail.subarray(0, 5).equals(ready)) break;
      }
      if (first === 0x45) throw new Error('the server answered with an error');
      return bytes;
    },
    end: () => stream.destroy(),
  };
};
