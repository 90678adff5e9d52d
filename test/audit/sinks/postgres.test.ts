import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPostgresSink } from '../../../src/audit/sinks/postgres.ts';
import type { Sink } from '../../../src/audit/sinks/sink.ts';
import { statement } from '../support.ts';
import { bring, logName, sealedRecords, textOf, tools, watched } from './support.ts';

const port = inject('postgres')[18];
const database = 'audit_sinks';

/** A way to the server that can be cut: what was under way is lost in both directions. */
const relay = async (to: number): Promise<{ port: number; cut: () => Promise<void>; mend: () => Promise<void> }> => {
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

describe.skipIf(port === undefined)('the PostgreSQL table', () => {
  let admin: pg.Client;
  const url = (at = port ?? 0): string => `postgres://audit_writer:pw@127.0.0.1:${String(at)}/${database}`;
  const open = (at?: number, table = 'audit.pgveil_audit'): Sink => openPostgresSink({ url: url(at), table }, tools);
  const stored = async (): Promise<string> => {
    const { rows } = await admin.query<{ log: string; record: string }>(
      'SELECT log, record FROM audit.pgveil_audit ORDER BY seq',
    );
    expect(rows.every(({ log }) => log === logName)).toBe(true);
    return rows.map(({ record }) => `${record}\n`).join('');
  };

  beforeAll(async () => {
    const server = new pg.Client({ connectionString: `postgres://postgres:pw@127.0.0.1:${String(port)}/postgres` });
    await server.connect();
    await server.query(`DROP DATABASE IF EXISTS ${database}`);
    await server.query(`CREATE DATABASE ${database}`);
    await server.end();
    admin = new pg.Client({ connectionString: `postgres://postgres:pw@127.0.0.1:${String(port)}/${database}` });
    await admin.connect();
    await admin.query(`
      DROP ROLE IF EXISTS audit_writer;
      CREATE ROLE audit_writer LOGIN PASSWORD 'pw';
      CREATE SCHEMA audit;
      GRANT USAGE ON SCHEMA audit TO audit_writer;
      CREATE TABLE audit.pgveil_audit (log text, seq bigint, hash text, time timestamptz NOT NULL, record text NOT NULL,
        PRIMARY KEY (log, seq, hash));
      GRANT INSERT ON audit.pgveil_audit TO audit_writer`);
  });
  afterAll(async () => {
    await admin.query('DROP SCHEMA audit CASCADE; DROP ROLE audit_writer');
    await admin.end();
  });

  const records = sealedRecords();

  it('takes records from a role that may only insert, each once, byte for byte', async () => {
    const sink = open();
    await sink.deliver(records);
    await sink.deliver(records);
    expect(await stored()).toBe(textOf(records));
    await sink.close();
    await expect(
      (async () => {
        const client = new pg.Client({ connectionString: url() });
        await client.connect();
        try {
          await client.query('SELECT * FROM audit.pgveil_audit');
        } finally {
          await client.end();
        }
      })(),
    ).rejects.toMatchObject({ code: '42501' });
    await admin.query('TRUNCATE audit.pgveil_audit');
  });

  it.each<[string, () => Sink, object]>([
    ['no table', () => open(undefined, 'audit.nowhere'), { passes: false, message: 'the database answered 42P01' }],
    [
      'a wrong password',
      () => openPostgresSink({ url: url().replace(':pw@', ':hunter2@'), table: 'audit.pgveil_audit' }, tools),
      { passes: false, message: 'the database answered 28P01' },
    ],
    ['no server', () => open(1), { passes: true, message: 'the database does not answer' }],
  ])('says what a failure is: %s', async (_, make, failure) => {
    await expect(make().deliver(records)).rejects.toMatchObject({ name: 'StoreFailure', ...failure });
  });

  it('goes on when its session was ended', async () => {
    const sink = open();
    await sink.deliver(records.slice(0, 2));
    await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'audit_writer'`);
    const store = watched(sink);
    for (const record of records) store.custody.take(record);
    await store.custody.settled();
    expect(await stored()).toBe(textOf(records));
    await store.custody.close(5_000);
    await admin.query('TRUNCATE audit.pgveil_audit');
  });

  it('has the whole log once, though the way to it was cut in mid-run', async () => {
    const way = await relay(port ?? 0);
    const many = sealedRecords(Array.from({ length: 200 }, (_, index) => statement(1, index + 1)));
    const store = watched(open(way.port));
    await bring(store, many, async () => {
      await way.cut();
      await sleep(300);
      await way.mend();
    });
    expect(await stored()).toBe(textOf(many));
    expect(await store.custody.close(5_000)).toEqual([]);
    await way.cut();
  }, 60_000);
});
