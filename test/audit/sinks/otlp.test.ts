import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOtlpSink } from '../../../src/audit/sinks/otlp.ts';
import type { Sink } from '../../../src/audit/sinks/sink.ts';
import { bring, logName, sealedRecords, textOf, tools, watched } from './support.ts';

interface LogRecord {
  readonly timeUnixNano: string;
  readonly eventName: string;
  readonly body: { readonly stringValue: string };
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, string>> }[];
}

interface Sent {
  readonly resourceLogs: readonly { readonly scopeLogs: readonly { readonly logRecords: readonly LogRecord[] }[] }[];
}

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

let server: Server;
let port = 0;
let taken: LogRecord[];
let seen: { path: string | undefined; headers: IncomingHttpHeaders }[];
let answers: Answer[];

const start = async (): Promise<void> => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      seen.push({ path: request.url, headers: request.headers });
      const { status, headers, body: said } = answers.shift() ?? { status: 200, body: '{"partialSuccess":{}}' };
      if (status === 200) {
        const sent = JSON.parse(body) as Sent;
        taken.push(...sent.resourceLogs.flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords)));
      }
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(said);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address !== null && typeof address !== 'string') ({ port } = address);
};

const stop = async (): Promise<void> => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
};

beforeEach(async () => {
  [taken, seen, answers, port] = [[], [], [], 0];
  await start();
});
afterEach(stop);

const open = (): Sink =>
  openOtlpSink({ endpoint: `http://127.0.0.1:${String(port)}/`, headers: { authorization: 'Bearer t' } }, tools);
const records = sealedRecords();

describe('the OTLP collector', () => {
  it('gets one log record for each record, with its identity and its bytes', async () => {
    await open().deliver(records);
    expect(seen).toMatchObject([
      { path: '/v1/logs', headers: { authorization: 'Bearer t', 'content-type': 'application/json' } },
    ]);
    expect(taken.map(({ body }) => `${body.stringValue}\n`).join('')).toBe(textOf(records));
    const [first] = taken;
    expect(first).toMatchObject({ eventName: 'pgveil.log-start', timeUnixNano: '1795600800000000000' });
    expect(first?.attributes).toEqual([
      { key: 'pgveil.log', value: { stringValue: logName } },
      { key: 'pgveil.seq', value: { intValue: '1' } },
      { key: 'pgveil.hash', value: { stringValue: records[0]?.hash } },
      { key: 'pgveil.type', value: { stringValue: 'log-start' } },
    ]);
  });

  it.each<[string, Answer, object]>([
    ['throttled', { status: 429, headers: { 'retry-after': '2' } }, { passes: true, retryAfter: 2_000 }],
    ['unavailable', { status: 503 }, { passes: true }],
    ['not let in', { status: 401, body: 'Bearer t is wrong' }, { passes: false, message: 'the collector answered 401' }],
    ['moved', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, { passes: true }],
    [
      'a part was rejected',
      { status: 200, body: '{"partialSuccess":{"rejectedLogRecords":"2"}}' },
      { passes: false, message: 'the collector rejected 2 records of a batch' },
    ],
  ])('says what a failure is: %s', async (_, answer, failure) => {
    answers.push(answer);
    await expect(open().deliver(records)).rejects.toMatchObject({ name: 'StoreFailure', ...failure });
  });

  it('is not asked with a header that cannot be sent, and nothing of it is said', async () => {
    const sink = openOtlpSink({ endpoint: `http://127.0.0.1:${String(port)}`, headers: { authorization: 'hunter2\nx' } }, tools);
    const store = watched(sink);
    for (const record of records) store.custody.take(record);
    const error: unknown = await Promise.resolve(store.custody.settled()).catch((one: unknown) => one);
    expect(error).toMatchObject({ code: 'PGVEIL_AUDIT', message: expect.stringContaining('no request can be made') as string });
    expect(store.reports).toHaveLength(1);
    expect(`${String(error)} ${store.reports.join()}`).not.toContain('hunter2');
    expect(seen).toEqual([]);
    await store.custody.close(100);
  });

  it('gets every record, though it was killed in mid-run; what comes twice has the same identity', async () => {
    const store = watched(open());
    await bring(store, records, async () => {
      await stop();
      await sleep(300);
      await start();
    });
    const lines = [...new Set(taken.map(({ body }) => `${body.stringValue}\n`))];
    expect(lines.join('')).toBe(textOf(records));
    expect(await store.custody.close(5_000)).toEqual([]);
  }, 60_000);
});
