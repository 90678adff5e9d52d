import { jetstreamManager } from '@nats-io/jetstream';
import { connect, nanos } from '@nats-io/transport-node';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNatsSink } from '../../../src/audit/sinks/nats.ts';
import type { Sink } from '../../../src/audit/sinks/sink.ts';
import { freePort } from '../../support/postgres.ts';
import { statement } from '../support.ts';
import { bring, sealedRecords, textOf, tools, until, watched } from './support.ts';

const binary = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
  .map((directory) => join(directory, 'nats-server'))
  .find((path) => existsSync(path));

describe.skipIf(binary === undefined)('the NATS JetStream store (needs nats-server: apt-get install nats-server)', () => {
  let port: number;
  let server: ChildProcess | undefined;
  const directory = mkdtempSync(join(tmpdir(), 'pgveil-nats-'));

  const answers = async (): Promise<boolean> => {
    const socket = connectTcp(port, '127.0.0.1');
    try {
      await once(socket, 'data');
      return true;
    } catch {
      return false;
    } finally {
      socket.destroy();
    }
  };

  const start = async (): Promise<void> => {
    const options = ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', directory, '--auth', 's3cret'];
    server = spawn(binary ?? '', options, { stdio: 'ignore' });
    await until(answers);
  };

  const kill = async (): Promise<void> => {
    const dying = server;
    server = undefined;
    dying?.kill('SIGKILL');
    if (dying !== undefined) await once(dying, 'close');
  };

  const open = (subject: string, token = 's3cret'): Sink =>
    openNatsSink({ servers: [`nats://127.0.0.1:${String(port)}`], subject, token }, tools);

  const withManager = async <T>(use: (manager: Awaited<ReturnType<typeof jetstreamManager>>) => Promise<T>): Promise<T> => {
    const connection = await connect({ servers: `127.0.0.1:${String(port)}`, token: 's3cret' });
    try {
      return await use(await jetstreamManager(connection));
    } finally {
      await connection.close();
    }
  };

  const makeStream = async (name: string): Promise<void> => {
    await withManager(async ({ streams }) =>
      streams.add({ name, subjects: [`${name}.audit.>`], duplicate_window: nanos(120_000) }),
    );
  };

  /** Every message of the stream, with its subject. */
  const stored = async (name: string): Promise<readonly { subject: string; line: string }[]> =>
    withManager(async ({ streams }) => {
      const { state } = await streams.info(name);
      const found = [];
      for (let seq = state.first_seq; seq <= state.last_seq; seq += 1) {
        const message = await streams.getMessage(name, { seq });
        if (message !== null) found.push({ subject: message.subject, line: `${message.string()}\n` });
      }
      return found;
    });

  beforeAll(async () => {
    port = await freePort();
    await start();
  });
  afterAll(async () => {
    await kill();
    rmSync(directory, { recursive: true, force: true });
  });

  const records = sealedRecords();

  it('has each record as a message of its type, once', async () => {
    await makeStream('once');
    const sink = open('once.audit');
    await sink.deliver(records);
    await sink.deliver(records);
    await sink.close();
    const found = await stored('once');
    expect(found.map(({ line }) => line).join('')).toBe(textOf(records));
    expect(found.slice(0, 4).map(({ subject }) => subject)).toEqual([
      'once.audit.log-start',
      'once.audit.catalog',
      'once.audit.session-start',
      'once.audit.statement',
    ]);
  });

  it('says that it was not let in, once for all', async () => {
    await expect(open('once.audit', 'hunter2').deliver(records)).rejects.toMatchObject({ name: 'StoreFailure', passes: false });
  });

  it('without a stream a record is not taken', async () => {
    await expect(open('nowhere.audit').deliver(records)).rejects.toMatchObject({ name: 'StoreFailure' });
  });

  it('has the whole log once, though the server was killed and started again in mid-run', async () => {
    await makeStream('killed');
    const many = sealedRecords(Array.from({ length: 200 }, (_, index) => statement(1, index + 1)));
    const store = watched(open('killed.audit'));
    await bring(store, many, async () => {
      await kill();
      await start();
    });
    const found = (await stored('killed')).map(({ line }) => line);
    expect(found.length).toBe(many.length);
    expect(found.toSorted((a, b) => seqOf(a) - seqOf(b)).join('')).toBe(textOf(many));
    expect(await store.custody.close(5_000)).toEqual([]);
  }, 60_000);
});

const seqOf = (line: string): number => (JSON.parse(line) as { readonly seq: number }).seq;
