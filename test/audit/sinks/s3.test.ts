import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholeUpTo } from '../../../src/audit/sinks/s3-list.ts';
import { openS3Sink, type S3SinkOptions } from '../../../src/audit/sinks/s3.ts';
import type { Sealed, Sink } from '../../../src/audit/sinks/sink.ts';
import { accessKey, startFakeS3, type FakeS3, type Trouble } from '../../support/fake-s3.ts';
import { statement } from '../support.ts';
import { bring, logName, sealedRecords, textOf, tools, watched } from './support.ts';

let s3: FakeS3;
beforeEach(async () => {
  s3 = await startFakeS3({ lock: true });
});
afterEach(async () => s3.kill());

const open = (changes: Partial<S3SinkOptions> = {}): Sink =>
  openS3Sink(
    {
      endpoint: s3.endpoint,
      region: 'eu-central-1',
      bucket: 'audit',
      prefix: 'ci/shop',
      accessKeyId: accessKey.id,
      secretAccessKey: accessKey.secret,
      lock: { mode: 'compliance', days: 30 },
      ...changes,
    },
    tools,
  );

/** The log as the store has it: its objects, joined in the order of their names. */
const stored = (): string =>
  [...s3.objects]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { body }]) => body.toString())
    .join('');

const records = sealedRecords();

describe('the S3 store', () => {
  it('has a batch as one object that is named by its records, signed, hashed and locked', async () => {
    await open().deliver(records.slice(0, 3));
    const last = records[2] as Sealed;
    const [[name, object] = ['', undefined]] = [...s3.objects];
    expect(name).toBe(`ci/shop/${logName}/000000000001-000000000003-${last.hash.slice(0, 16)}.jsonl`);
    expect(object?.body.toString()).toBe(textOf(records.slice(0, 3)));
    expect(object?.headers['x-amz-object-lock-mode']).toBe('COMPLIANCE');
    const until = Date.parse(object?.headers['x-amz-object-lock-retain-until-date'] ?? '');
    expect(Math.round((until - Date.now()) / 86_400_000)).toBe(30);
  });

  it('has a batch once, however often it is sent', async () => {
    const sink = open();
    await sink.deliver(records);
    await sink.deliver(records);
    expect([...s3.objects.values()].map(({ versions }) => versions)).toEqual([1]);
  });

  it.each<[string, Trouble, object]>([
    ['busy, with a time to wait', { status: 503, headers: { 'retry-after': '3' } }, { passes: true, retryAfter: 3_000 }],
    ['too many requests', { status: 429 }, { passes: true }],
    [
      'an error of its own',
      { status: 500, code: 'InternalError' },
      { passes: true, message: 'the store answered 500 InternalError' },
    ],
    ['no right', { status: 403, code: 'AccessDenied' }, { passes: false, message: 'the store answered 403 AccessDenied' }],
    ['no bucket', { status: 404, code: 'NoSuchBucket' }, { passes: false }],
    ['no answer', 'cut', { passes: true }],
  ])('says what a failure is: %s', async (_, trouble, failure) => {
    s3.next.push(trouble);
    await expect(open().deliver(records)).rejects.toMatchObject({ name: 'StoreFailure', ...failure });
  });

  it('is refused with a wrong key, and says nothing of it', async () => {
    const error: unknown = await open({ secretAccessKey: 'hunter2hunter2' })
      .deliver(records)
      .catch((one: unknown) => one);
    expect(error).toMatchObject({ passes: false, message: 'the store answered 403 SignatureDoesNotMatch' });
    expect(String(error)).not.toContain('hunter2');
  });

  it('is not asked with a token that cannot be sent, and nothing of it is said', async () => {
    const error: unknown = await open({ sessionToken: 'hunter2\nx' })
      .deliver(records)
      .catch((one: unknown) => one);
    expect(error).toMatchObject({ name: 'StoreFailure', passes: false });
    expect(String(error)).not.toContain('hunter2');
  });

  it('takes what is too long for one request in parts, and again as one object', async () => {
    const long = sealedRecords([statement(1, 1, { notes: ['x'.repeat(20 << 20)] })]);
    const sink = open();
    await sink.deliver(long);
    await sink.deliver(long);
    expect(stored()).toBe(textOf(long));
    expect([...s3.objects.values()].map(({ versions }) => versions)).toEqual([1]);
    expect(s3.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(6);
    expect([...s3.unfinished]).toEqual([]);
  }, 60_000);

  it('gives up the parts of an upload that fails', async () => {
    s3.next.push('none', 'none', { status: 503 });
    const long = sealedRecords([statement(1, 1, { notes: ['x'.repeat(20 << 20)] })]);
    await expect(open().deliver(long)).rejects.toMatchObject({ passes: true });
    expect([...s3.unfinished]).toEqual([]);
  }, 60_000);

  it('has the whole log once, though it was killed and its answers were lost in mid-run', async () => {
    s3.next.push('none', 'cut-after', { status: 503, headers: { 'retry-after': '0' } });
    const many = sealedRecords(Array.from({ length: 60 }, (_, index) => statement(1, index + 1)));
    const store = watched(open());
    await bring(store, many, async () => {
      await s3.kill();
      await sleep(300);
      await s3.restart();
    });
    expect(stored()).toBe(textOf(many));
    expect([...s3.objects.values()].every(({ versions }) => versions === 1)).toBe(true);
    expect(await store.custody.close(5_000)).toEqual([]);
  }, 60_000);
});

describe('what a bucket has of a log', () => {
  it.each<[string, readonly (readonly [number, number])[], number]>([
    ['nothing', [], 0],
    [
      'all up to the end of the last object',
      [
        [1, 3],
        [4, 4],
        [5, 90],
      ],
      90,
    ],
    [
      'no more than before a gap',
      [
        [1, 3],
        [5, 9],
      ],
      3,
    ],
    ['nothing without its beginning', [[2, 9]], 0],
    [
      'objects that overlap, in any order',
      [
        [3, 8],
        [1, 4],
        [2, 2],
      ],
      8,
    ],
  ])('%s', (_, ranges, last) => {
    expect(wholeUpTo(ranges)).toBe(last);
  });
});
