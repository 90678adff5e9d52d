/** CancelRequest: the server's process id, a secret of pgveil's own. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeStartup } from '../../src/wire/startup.ts';
import { majors, openStage, type Stage } from './stage.ts';
import { query, trace } from './wire-client.ts';

describe.each(majors)('PostgreSQL %i', (major) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(major);
  });
  afterAll(async () => stage.stop());

  /** Sends a CancelRequest; gives what came back. */
  const cancel = async (processId: number, secretKey: Buffer): Promise<string> => {
    const socket = connect(stage.gateway.gateway.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.write(encodeStartup({ type: 'CancelRequest', processId, secretKey }));
    await once(socket, 'close');
    return answer;
  };
  const slow = 'SELECT count(*) FROM items a, items b, items c, items d, items e, items f, items g';

  it.each([
    [0, 4],
    [2, 32],
  ])(
    'under protocol 3.%i the secret has %i bytes, the process id is the real one, and both together cancel',
    async (protocolMinor, bytes) => {
      const client = await stage.connect('reader', { protocolMinor });
      expect(client.secretKey).toHaveLength(bytes);
      expect(trace(await client.query('SELECT pg_backend_pid()'))).toContain(`D ${String(client.processId)}`);
      client.send(query(slow));
      await stage.until(`SELECT 1 FROM pg_stat_activity WHERE pid = ${String(client.processId)} AND state = 'active'`);
      expect(await cancel(client.processId, client.secretKey)).toBe('');
      expect(trace(await client.until('ReadyForQuery')).slice(-2)).toEqual(['E 57014', 'Z I']);
      expect(trace(await client.query('SELECT 1'))).toEqual(['RowDescription', 'D 1', 'C SELECT 1', 'Z I']);
      await client.end();
    },
  );

  it('does nothing with a wrong secret, a wrong process id, or those of a session that is over', async () => {
    const [one, other] = [await stage.connect(), await stage.connect()];
    one.send(query(slow));
    await stage.until(`SELECT 1 FROM pg_stat_activity WHERE pid = ${String(one.processId)} AND state = 'active'`);
    await cancel(one.processId, Buffer.alloc(4, 1));
    await cancel(other.processId, one.secretKey);
    await cancel(one.processId, other.secretKey);
    expect(one.received).toEqual([]);
    await cancel(one.processId, one.secretKey);
    expect(trace(await one.until('ReadyForQuery')).slice(-2)).toEqual(['E 57014', 'Z I']);
    await one.end();
    expect(await cancel(one.processId, one.secretKey)).toBe('');
    expect(trace(await other.query('SELECT 1')).at(-1)).toBe('Z I');
    await other.end();
  });

  it('the secret is not the one of the server', async () => {
    const client = await stage.connect();
    client.send(query(slow));
    await stage.until(`SELECT 1 FROM pg_stat_activity WHERE pid = ${String(client.processId)} AND state = 'active'`);
    const port = new URL(stage.superUrl).port;
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(encodeStartup({ type: 'CancelRequest', processId: client.processId, secretKey: client.secretKey }));
    socket.resume();
    await once(socket, 'close');
    expect(client.received).toEqual([]);
    await cancel(client.processId, client.secretKey);
    expect(trace(await client.until('ReadyForQuery')).slice(-2)).toEqual(['E 57014', 'Z I']);
    await client.end();
  });

  it('in the middle of a pipeline ends that group only', async () => {
    const client = await stage.connect();
    client.send(query('SELECT 1'), query(slow), query('SELECT 2'));
    await stage.until(`SELECT 1 FROM pg_stat_activity WHERE pid = ${String(client.processId)} AND query LIKE '%count%'`);
    await cancel(client.processId, client.secretKey);
    const messages = trace(await client.until('ReadyForQuery', 3));
    expect(messages.filter((line) => !line.startsWith('Row'))).toEqual([
      'D 1',
      'C SELECT 1',
      'Z I',
      'E 57014',
      'Z I',
      'D 2',
      'C SELECT 1',
      'Z I',
    ]);
    await client.end();
  });
});
