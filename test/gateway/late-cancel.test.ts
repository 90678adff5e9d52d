/** A request to cancel that takes long to reach the server does not hit a later statement. */
import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeStartup } from '../../src/wire/startup.ts';
import { majors, openStage, type Stage } from './stage.ts';
import { query, trace } from './wire-client.ts';

/** CancelRequest's code (protocol.h). */
const cancelCode = 80_877_102;

const delay = 300;

describe.each(majors)('PostgreSQL %i', (major) => {
  let stage: Stage;
  let slowWay: Server;

  beforeAll(async () => {
    stage = await openStage(major, {
      more: 'limits: { rows: 5 }',
      through: async (port) => {
        slowWay = createServer({ allowHalfOpen: true }, (client) => {
          client.on('error', () => undefined);
          const server = connect(port, '127.0.0.1');
          server.on('error', () => undefined);
          server.pipe(client);
          let sent = Promise.resolve();
          client.on('data', (chunk: Buffer) => {
            const wait = chunk.length === 16 && chunk.readInt32BE(4) === cancelCode ? delay : 0;
            sent = sent.then(async () => sleep(wait)).then(() => void server.write(chunk));
          });
          client.on('end', () => {
            void sent.then(() => server.end());
          });
        });
        slowWay.listen(0, '127.0.0.1');
        await once(slowWay, 'listening');
        const address = slowWay.address();
        return typeof address === 'object' && address !== null ? address.port : 0;
      },
    });
  });
  afterAll(async () => {
    await stage.stop();
    slowWay.close();
  });

  const waits = `SELECT pg_sleep(${String((2 * delay) / 1000)})`;

  it('when a limit ends a result', async () => {
    const client = await stage.connect();
    expect(trace(await client.query('SELECT id FROM items')).slice(-2)).toEqual(['E 54000', 'Z I']);
    expect(trace(await client.query(waits)).slice(-2)).toEqual(['C SELECT 1', 'Z I']);
    await client.end();
  });

  it('when the client cancels a statement that ends by itself', async () => {
    const client = await stage.connect();
    client.send(query('SELECT pg_sleep(0.05)'));
    const socket = connect(stage.gateway.gateway.port, '127.0.0.1');
    socket.resume();
    socket.write(encodeStartup({ type: 'CancelRequest', processId: client.processId, secretKey: client.secretKey }));
    await once(socket, 'close');
    expect(trace(await client.until('ReadyForQuery')).at(-1)).toBe('Z I');
    expect(trace(await client.query(waits)).slice(-2)).toEqual(['C SELECT 1', 'Z I']);
    await client.end();
  });
});
