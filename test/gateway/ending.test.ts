/** Ends of sessions: by either side, by pgveil, by what is no protocol. */
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { majors, openStage, type Stage } from './stage.ts';
import { describePortal, errorsOf, parse, query, sync, trace, type WireClient } from './wire-client.ts';

const major = majors.at(-1) ?? 0;
const slow = 'SELECT count(*) FROM items a, items b, items c, items d, items e, items f, items g';

describe.skipIf(majors.length === 0)('endings', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(major);
  });
  afterAll(async () => stage.stop());

  const active = (client: WireClient): string =>
    `SELECT 1 FROM pg_stat_activity WHERE pid = ${String(client.processId)} AND state = 'active'`;
  const gone = (client: WireClient): string =>
    `SELECT 1 WHERE NOT EXISTS (SELECT FROM pg_stat_activity WHERE pid = ${String(client.processId)})`;
  const closed = async (client: WireClient): Promise<void> => {
    if (!client.closed) await once(client.socket, 'close');
  };
  const lastOf = (type: string) => stage.gateway.events.findLast((event) => event.type === type);

  it('a client that says goodbye', async () => {
    const client = await stage.connect();
    await client.query('SELECT 1');
    await client.end();
    await stage.until(gone(client));
    expect(lastOf('session-end')).toMatchObject({ reason: 'client', statements: 1 });
  });

  it('a client that dies while its statement runs: the server stops it', async () => {
    const client = await stage.connect();
    client.send(query(slow));
    await stage.until(active(client));
    client.socket.destroy();
    await stage.until(gone(client));
    expect(lastOf('session-end')).toMatchObject({ reason: 'client' });
    expect(lastOf('result')).toMatchObject({ sqlstate: '08006' });
  });

  it('a client that dies in a transaction: nothing of it stays', async () => {
    const client = await stage.connect('writer');
    await client.query("BEGIN; INSERT INTO scratch VALUES (77, 'x')");
    client.socket.destroy();
    await stage.until(gone(client));
    expect((await stage.admin('SELECT count(*)::int AS n FROM scratch WHERE id = 77')).rows).toEqual([{ n: 0 }]);
  });

  it.each(['in the middle of a statement', 'between statements'])('a server that ends the session %s', async (when) => {
    const [client, other] = [await stage.connect(), await stage.connect()];
    if (when.startsWith('in')) {
      client.send(query(slow));
      await stage.until(active(client));
    }
    await stage.admin(`SELECT pg_terminate_backend(${String(client.processId)})`);
    await closed(client);
    expect(errorsOf(client.received).map((fields) => `${fields.get('S') ?? ''} ${fields.get('C') ?? ''}`)).toEqual([
      'FATAL 57P01',
    ]);
    expect(lastOf('session-end')).toMatchObject({ reason: 'server' });
    expect(trace(await other.query('SELECT 1'))).toContain('D 1');
    await other.end();
  });

  it.each([
    ['an unknown message type', Buffer.from([0x01, 0, 0, 0, 4])],
    ['a length below four', Buffer.from([0x51, 0, 0, 0, 3])],
    ['a message longer than any', Buffer.from([0x51, 0x7f, 0xff, 0xff, 0xff])],
    ['a Sync that is too long', Buffer.from([0x53, 0, 0, 0, 5, 0])],
    ['a Query without its end', Buffer.from([0x51, 0, 0, 0, 5, 0x41])],
    ['a Query with bytes behind its end', Buffer.from([0x51, 0, 0, 0, 7, 0x41, 0, 0x42])],
    ['a text that is not UTF-8', Buffer.from([0x51, 0, 0, 0, 6, 0xff, 0])],
    ['a Bind cut short', Buffer.from([0x42, 0, 0, 0, 7, 0, 0, 0])],
    ['a Describe of neither kind', Buffer.from([0x44, 0, 0, 0, 6, 0x58, 0])],
    ['a second start-up packet', Buffer.from([0, 0, 0, 8, 4, 0xd2, 0x16, 0x2f])],
    ['a password in the middle', Buffer.from([0x70, 0, 0, 0, 5, 0])],
  ])('what is no protocol: %s', async (_, bytes) => {
    const [client, other] = [await stage.connect(), await stage.connect()];
    client.send(query('SELECT 1'), bytes, query('SELECT 2'));
    await closed(client);
    const last = client.received.at(-1);
    expect(trace(last === undefined ? [] : [last])).toEqual(['E 08P01']);
    expect(trace(client.received)).not.toContain('D 2');
    expect(trace(await other.query('SELECT 1'))).toContain('D 1');
    await other.end();
    await stage.until(gone(client));
  });

  it('a message within copy data that does not belong there', async () => {
    const client = await stage.connect('writer');
    client.send(query('COPY scratch FROM STDIN'));
    await client.until('CopyInResponse');
    client.send(query('SELECT 1'));
    await closed(client);
    expect(trace(client.received)).toEqual(['CopyInResponse', 'E 08P01']);
  });

  it('a fastpath function call is refused, and the connection goes on', async () => {
    const client = await stage.connect();
    client.send({ type: 'FunctionCall', function: 1598, argumentFormats: [], arguments: [], resultFormat: 0 });
    expect(trace(await client.until('ReadyForQuery'))).toEqual(['E 0A000', 'Z I']);
    expect(trace(await client.query('SELECT 1'))).toContain('D 1');
    await client.end();
  });

  it('an own name that a client guesses is of no use', async () => {
    const client = await stage.connect();
    client.send(parse('pgveil_own', 'SELECT 1'), parse('pgveil refused', 'SELECT 1'), describePortal('pgveil refused'), sync);
    await client.until('ReadyForQuery');
    await client.query('SET search_path = plain');
    expect(trace(await client.query('SELECT note FROM notes WHERE id = 1'))).toContain('D plain note 1');
    await client.end();
  });

  it('pgveil that shuts down: every client is told, every session has its end', async () => {
    const own = await openStage(major);
    const clients = await Promise.all(Array.from({ length: 5 }, async () => own.connect()));
    const [busy] = clients;
    busy?.send(query(slow));
    await own.until(`SELECT 1 FROM pg_stat_activity WHERE pid = ${String(busy?.processId)} AND state = 'active'`);
    await own.gateway.stop();
    await Promise.all(clients.map(closed));
    for (const client of clients) expect(errorsOf(client.received).map((fields) => fields.get('C'))).toEqual(['57P01']);
    const ends = own.gateway.events.filter(({ type }) => type === 'session-end');
    expect(ends).toHaveLength(5);
    expect(new Set(ends.map((event) => (event.type === 'session-end' ? event.reason : '')))).toEqual(new Set(['shutdown']));
    await expect(own.connect()).rejects.toMatchObject({ code: 'PGVEIL_UPSTREAM' });
    await own.stop();
  });
});
