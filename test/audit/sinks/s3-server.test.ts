/** The S3 store before a server that others wrote: moto's. Its records are in memory, so that the way to it is cut. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openS3Sink, type S3SinkOptions } from '../../../src/audit/sinks/s3.ts';
import type { Sink } from '../../../src/audit/sinks/sink.ts';
import { freePort } from '../../support/postgres.ts';
import { relay, type Relay } from '../../support/relay.ts';
import { statement } from '../support.ts';
import { bring, logName, sealedRecords, textOf, tools, until, watched } from './support.ts';

const binary = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((directory) => join(directory, 'moto_server'))
  .find((path) => existsSync(path));

const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret', region: 'eu-central-1', service: 's3' };

describe.skipIf(binary === undefined)("the S3 store at moto (needs moto_server: pip install 'moto[server]')", () => {
  let server: ChildProcess;
  let direct: string;
  let way: Relay;
  const client = new AwsClient({ ...credentials, retries: 0 });

  const ask = async (path: string, init: RequestInit = {}): Promise<string> => {
    const response = await client.fetch(`${direct}${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${String(response.status)} ${text}`);
    return text;
  };

  const makeBucket = async (name: string, headers: Readonly<Record<string, string>> = {}): Promise<void> => {
    const where = '<CreateBucketConfiguration><LocationConstraint>eu-central-1</LocationConstraint></CreateBucketConfiguration>';
    await ask(`/${name}`, { method: 'PUT', body: where, headers });
  };

  const open = (bucket: string, more: Partial<S3SinkOptions> = {}): Sink =>
    openS3Sink({ endpoint: `http://127.0.0.1:${String(way.port)}`, bucket, prefix: 'ci', ...credentials, ...more }, tools);

  const names = async (bucket: string): Promise<readonly string[]> =>
    [...(await ask(`/${bucket}?list-type=2`)).matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) => key).sort();

  const stored = async (bucket: string): Promise<string> => {
    const texts: string[] = [];
    for (const name of await names(bucket)) texts.push(await ask(`/${bucket}/${name}`));
    return texts.join('');
  };

  beforeAll(async () => {
    const port = await freePort();
    direct = `http://127.0.0.1:${String(port)}`;
    server = spawn(binary ?? '', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    await until(async () =>
      fetch(direct).then(
        () => true,
        () => false,
      ),
    );
    way = await relay(port);
  }, 60_000);
  afterAll(async () => {
    await way.cut();
    server.kill('SIGKILL');
    await once(server, 'close');
  });

  const records = sealedRecords();

  it('has a batch once, and says up to where it has the log', async () => {
    await makeBucket('once');
    const sink = open('once');
    await sink.deliver(records.slice(0, 3));
    await sink.deliver(records.slice(0, 3));
    await sink.deliver(records.slice(3));
    expect(await names('once')).toHaveLength(2);
    expect(await stored('once')).toBe(textOf(records));
    expect(await sink.storedUpTo?.()).toBe(records.length);
  }, 60_000);

  it('locks what it writes', async () => {
    await makeBucket('locked', { 'x-amz-bucket-object-lock-enabled': 'true' });
    await open('locked', { lock: { mode: 'governance', days: 30 } }).deliver(records);
    const [name = ''] = await names('locked');
    const { headers } = await client.fetch(`${direct}/locked/${name}`, { method: 'HEAD' });
    expect(headers.get('x-amz-object-lock-mode')).toBe('GOVERNANCE');
    expect(await stored('locked')).toBe(textOf(records));
  }, 60_000);

  it('takes a long record in parts', async () => {
    await makeBucket('parts');
    const [first] = records;
    if (first === undefined) throw new Error('no record');
    const long = { ...first, line: Buffer.alloc(17 << 20, 'x') };
    await open('parts').deliver([long]);
    expect(await stored('parts')).toBe(textOf([long]));
  }, 60_000);

  it('gets its records when somebody makes the bucket that was not there', async () => {
    const store = watched(open('later'));
    for (const record of records) store.custody.take(record);
    await expect(store.custody.settled()).rejects.toThrow('404 NoSuchBucket');
    await makeBucket('later');
    await until(() => store.reports.length === 2);
    await store.custody.settled();
    expect(await stored('later')).toBe(textOf(records));
    expect(await store.custody.close(5_000)).toEqual([]);
  }, 60_000);

  it('has the whole log once, though the way to it was cut in mid-run', async () => {
    await makeBucket('cut');
    const many = sealedRecords(Array.from({ length: 100 }, (_, index) => statement(1, index + 1)));
    const store = watched(open('cut'));
    await bring(store, many, async () => {
      await way.cut();
      await sleep(300);
      await way.mend();
    });
    expect(await stored('cut')).toBe(textOf(many));
    expect((await names('cut')).every((name) => name.startsWith(`ci/${logName}/`))).toBe(true);
    expect(await store.custody.close(5_000)).toEqual([]);
  }, 60_000);
});
