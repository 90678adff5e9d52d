import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPostgresSink } from '../../../src/audit/sinks/postgres.ts';
import type { Sink } from '../../../src/audit/sinks/sink.ts';
import { startPostgres } from '../../support/postgres.ts';
import { relay } from '../../support/relay.ts';
import { statement } from '../support.ts';
import { bring, logName, sealedRecords, textOf, tools, until, watched } from './support.ts';

const port = inject('postgres')[18];
const database = 'audit_sinks';

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

  it('has the whole log once, though the server crashed and recovered in mid-run', async () => {
    const server = await startPostgres({ major: 18 });
    await server.query(`
      CREATE TABLE pgveil_audit (log text, seq bigint, hash text, time timestamptz NOT NULL, record text NOT NULL,
        PRIMARY KEY (log, seq, hash))`);
    const many = sealedRecords(Array.from({ length: 200 }, (_, index) => statement(1, index + 1)));
    const store = watched(openPostgresSink({ url: server.url(), table: 'pgveil_audit' }, tools));
    await bring(store, many, async () => {
      const { rows } = await server.query("SELECT pid FROM pg_stat_activity WHERE application_name = 'pgveil audit'");
      const [{ pid }] = rows as [{ readonly pid: number }];
      // PostgreSQL ends every session then, and recovers from its write-ahead log.
      process.kill(pid, 'SIGKILL');
    });
    const { rows } = await server.query('SELECT record FROM pgveil_audit ORDER BY seq');
    expect((rows as readonly { readonly record: string }[]).map(({ record }) => `${record}\n`).join('')).toBe(textOf(many));
    expect(await store.custody.close(5_000)).toEqual([]);
    await server.stop();
  }, 60_000);

  it('gets its records when somebody makes the table that was not there', async () => {
    const store = watched(open(undefined, 'audit.later'));
    for (const record of records) store.custody.take(record);
    await expect(store.custody.settled()).rejects.toThrow('42P01');
    await admin.query('CREATE TABLE audit.later (LIKE audit.pgveil_audit INCLUDING ALL)');
    await admin.query('GRANT INSERT ON audit.later TO audit_writer');
    await until(() => {
      try {
        store.custody.check();
        return true;
      } catch {
        return false;
      }
    });
    await store.custody.settled();
    const { rows } = await admin.query<{ record: string }>('SELECT record FROM audit.later ORDER BY seq');
    expect(rows.map(({ record }) => `${record}\n`).join('')).toBe(textOf(records));
    expect(store.reports.map((report) => report.split(':')[1])).toEqual([' failing', ' delivering']);
    await store.custody.close(5_000);
  }, 60_000);
});
