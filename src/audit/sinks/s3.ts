/**
 * An S3-compatible store: one object for each batch, named by its records, `PREFIX/LOG/000000000001-000000000040-HASH.jsonl`.
 * Joined in the order of their names, a log's objects are the log. `If-None-Match: *` (RFC 9110, 13.1.2) makes a batch
 * that is sent again change nothing.
 */
import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { answerTime, ask, refusalOf } from './http.ts';
import { storedUpTo } from './s3-list.ts';
import { uploadInParts, type S3Request } from './s3-parts.ts';
import { lastOf, type Sealed, type Sink, type SinkTools } from './sink.ts';

export interface S3SinkOptions {
  /** `https://s3.eu-central-1.amazonaws.com`; the bucket is the first part of the path. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Without slashes at its ends. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  /** Object lock: nobody can remove or replace an object for so many days. */
  readonly lock?: { readonly mode: 'governance' | 'compliance'; readonly days: number } | undefined;
}

/** A batch above this is sent in parts; only single long records make one. */
const mostAtOnce = 16 << 20;

const day = 86_400_000;

const sha256 = (body: Buffer, encoding: 'hex' | 'base64'): string => createHash('sha256').update(body).digest(encoding);

const padded = (seq: number): string => String(seq).padStart(12, '0');

export const objectName = (prefix: string, log: string, records: readonly Sealed[]): string => {
  const { seq, hash } = lastOf(records);
  const name = `${padded(records[0]?.seq ?? seq)}-${padded(seq)}-${hash.slice(0, 16)}.jsonl`;
  return [prefix, log, name].filter((part) => part !== '').join('/');
};

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

export const openS3Sink = (options: S3SinkOptions, { fetch, clock, log }: SinkTools): Sink => {
  const { endpoint, region, bucket, prefix, accessKeyId, secretAccessKey, sessionToken, lock } = options;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    retries: 0,
    ...(sessionToken === undefined ? {} : { sessionToken }),
  });
  const base = `${endpoint.replace(/\/$/, '')}/${encodeURIComponent(bucket)}`;

  const request: S3Request = async (method, path, { body = Buffer.alloc(0), headers = {} } = {}) => {
    const address = path.startsWith('?') ? `${base}${path}` : `${base}/${path}`;
    const init = {
      method,
      headers: { ...headers, 'x-amz-content-sha256': sha256(body, 'hex') },
      ...(method === 'DELETE' || method === 'GET' ? {} : { body: new Uint8Array(body) }),
      aws: { datetime: new Date(clock()).toISOString().replaceAll(/[:-]|\.\d{3}/g, '') },
    };
    return ask('the store', async () =>
      fetch(await client.sign(address, init), { redirect: 'error', signal: AbortSignal.timeout(answerTime) }),
    );
  };

  const objectHeaders = (): Record<string, string> => ({
    'content-type': 'application/x-ndjson',
    ...(lock === undefined
      ? {}
      : {
          'x-amz-object-lock-mode': lock.mode.toUpperCase(),
          'x-amz-object-lock-retain-until-date': new Date(clock() + lock.days * day).toISOString(),
        }),
  });

  return {
    deliver: async (records) => {
      const body = Buffer.concat(records.map(({ line }) => line));
      const path = encoded(objectName(prefix, log, records));
      if (body.length > mostAtOnce) {
        await uploadInParts(request, { path, body, headers: objectHeaders(), clock });
        return;
      }
      const headers = {
        ...objectHeaders(),
        'if-none-match': '*',
        // Object lock wants a checksum, and its algorithm by name (S3 API, PutObject).
        'x-amz-sdk-checksum-algorithm': 'SHA256',
        'x-amz-checksum-sha256': sha256(body, 'base64'),
      };
      const response = await request('PUT', path, { body, headers });
      // 412: the object is there, and its name says that it is this one.
      if (!response.ok && response.status !== 412) throw await refusalOf('the store', response, clock());
      await response.body?.cancel();
    },
    storedUpTo: async () =>
      storedUpTo(request, [prefix, log, ''].filter((part, index) => part !== '' || index === 2).join('/'), clock),
    close: async () => undefined,
  };
};
