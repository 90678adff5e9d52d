/**
 * An S3 of one bucket, in memory, that is stricter than most: it checks each request's signature (AWS Signature
 * Version 4) and content hash by itself, knows If-None-Match, object lock and multipart uploads.
 */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';

export interface StoredObject {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** How often it was written. */
  readonly versions: number;
}

export interface FakeS3 {
  readonly endpoint: string;
  readonly objects: ReadonlyMap<string, StoredObject>;
  readonly unfinished: ReadonlySet<string>;
  readonly requests: readonly string[];
  /** What the next requests get instead of an answer: a status with headers, or the connection cut before or after. */
  readonly next: (Trouble | 'none')[];
  kill(): Promise<void>;
  restart(): Promise<void>;
}

export type Trouble =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly code?: string }
  | 'cut'
  | 'cut-after';

export const accessKey = { id: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
const region = 'eu-central-1';
const bucket = 'audit';

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** AWS Signature Version 4, as its specification puts it together. */
const signatureFits = (request: IncomingMessage, url: URL, bodyHash: string): boolean => {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  const [, id, date = '', given = '', signed = '', signature] = match ?? [];
  const amzDate = request.headers['x-amz-date'];
  if (id !== accessKey.id || given !== region || typeof amzDate !== 'string' || !amzDate.startsWith(date)) return false;
  const names = signed.split(';');
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name))) return false;
  // Nothing that matters may be unsigned.
  const own = Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'));
  if (!own.every((name) => names.includes(name))) return false;
  const headers = names.map((name) => `${name}:${String(request.headers[name]).trim().replaceAll(/ +/g, ' ')}\n`).join('');
  const query = [...url.searchParams]
    .map(([key, value]) => `${encode(key)}=${encode(value)}`)
    .sort()
    .join('&');
  const canonical = [request.method, url.pathname, query, headers, signed, bodyHash].join('\n');
  const scope = `${date}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', amzDate, scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${accessKey.secret}`, date), region), 's3'), 'aws4_request');
  return hmac(key, text).toString('hex') === signature;
};

const fail = (response: ServerResponse, status: number, code: string, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/xml', ...headers });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>m</Message></Error>`);
};

export const startFakeS3 = async ({ lock = false } = {}): Promise<FakeS3> => {
  const objects = new Map<string, StoredObject>();
  const uploads = new Map<
    string,
    { readonly key: string; readonly headers: StoredObject['headers']; readonly parts: Map<number, Buffer> }
  >();
  const unfinished = new Set<string>();
  const requests: string[] = [];
  const next: (Trouble | 'none')[] = [];
  let port = 0;
  let server: Server | undefined;

  const lockMissing = (headers: StoredObject['headers']): boolean =>
    lock &&
    (headers['x-amz-object-lock-mode'] === undefined ||
      Date.parse(headers['x-amz-object-lock-retain-until-date'] ?? '') < Date.now());

  const write = (key: string, body: Buffer, headers: StoredObject['headers'], response: ServerResponse): void => {
    const known = objects.get(key);
    if (known !== undefined && headers['if-none-match'] === '*') {
      fail(response, 412, 'PreconditionFailed');
      return;
    }
    objects.set(key, { body, headers, versions: (known?.versions ?? 0) + 1 });
    response.writeHead(200, { etag: `"${sha256(body).slice(0, 32)}"` });
  };

  const put = (key: string, url: URL, body: Buffer, request: IncomingMessage, response: ServerResponse): void => {
    const headers = request.headers as StoredObject['headers'];
    const upload = uploads.get(url.searchParams.get('uploadId') ?? '');
    if (upload !== undefined) {
      upload.parts.set(Number(url.searchParams.get('partNumber')), body);
      response.writeHead(200, { etag: `"${sha256(body)}&"` });
      response.end();
      return;
    }
    const checksum = headers['x-amz-checksum-sha256'];
    if (lockMissing(headers) || checksum !== createHash('sha256').update(body).digest('base64')) {
      fail(response, 400, 'InvalidRequest');
      return;
    }
    write(key, body, headers, response);
    if (!response.writableEnded) response.end();
  };

  const post = (key: string, url: URL, body: Buffer, request: IncomingMessage, response: ServerResponse): void => {
    const headers = request.headers as StoredObject['headers'];
    if (url.searchParams.has('uploads')) {
      const id = `${randomUUID()}&a`;
      uploads.set(id, { key, headers, parts: new Map() });
      unfinished.add(id);
      response.end(`<R><UploadId>${id.replace('&', '&amp;')}</UploadId></R>`);
      return;
    }
    const id = url.searchParams.get('uploadId') ?? '';
    const upload = uploads.get(id);
    const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>&quot;([0-9a-f]{64})&amp;&quot;<\/ETag>/g)];
    const parts = named.map(([, number]) => upload?.parts.get(Number(number)) ?? Buffer.alloc(0));
    const small = parts.slice(0, -1).some((part) => part.length < 5 << 20);
    const wrong = named.some(([, , tag], index) => sha256(parts[index] ?? '') !== tag);
    if (upload?.key !== key || small || wrong || named.length === 0) {
      fail(response, 400, 'InvalidPart');
      return;
    }
    write(key, Buffer.concat(parts), { ...upload.headers, 'if-none-match': headers['if-none-match'] }, response);
    if (response.writableEnded) return;
    uploads.delete(id);
    unfinished.delete(id);
    response.end('<R><ETag>"whole"</ETag></R>');
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    const url = new URL(request.url ?? '', `http://${request.headers.host ?? ''}`);
    requests.push(`${request.method ?? ''} ${url.pathname}${url.search === '' ? '' : '?…'}`);
    const trouble = next.shift() ?? 'none';
    if (trouble === 'cut') return void request.socket.destroy();
    if (typeof trouble === 'object') return fail(response, trouble.status, trouble.code ?? 'SlowDown', trouble.headers);
    const hash = sha256(body);
    if (request.headers['x-amz-content-sha256'] !== hash) return fail(response, 400, 'XAmzContentSHA256Mismatch');
    if (!signatureFits(request, url, hash)) return fail(response, 403, 'SignatureDoesNotMatch');
    const [, name, ...rest] = decodeURIComponent(url.pathname).split('/');
    if (name !== bucket) return fail(response, 404, 'NoSuchBucket');
    if (trouble === 'cut-after') response.end = () => (request.socket.destroy(), response);
    const key = rest.join('/');
    if (request.method === 'GET' && url.searchParams.get('list-type') === '2') {
      const prefix = url.searchParams.get('prefix') ?? '';
      const keys = [...objects.keys()].filter((one) => one.startsWith(prefix)).sort();
      const from = Number(url.searchParams.get('continuation-token') ?? 0);
      const page = keys.slice(from, from + 2).map((one) => `<Contents><Key>${one}</Key></Contents>`);
      const token = from + 2 < keys.length ? `<NextContinuationToken>${String(from + 2)}</NextContinuationToken>` : '';
      response.end(`<ListBucketResult>${page.join('')}${token}</ListBucketResult>`);
    } else if (request.method === 'PUT') put(key, url, body, request, response);
    else if (request.method === 'POST') post(key, url, body, request, response);
    else {
      unfinished.delete(url.searchParams.get('uploadId') ?? '');
      response.writeHead(204).end();
    }
    return undefined;
  };

  const restart = async (): Promise<void> => {
    server = createServer((request, response) => void handle(request, response).catch(() => request.socket.destroy()));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address !== null && typeof address !== 'string') ({ port } = address);
  };
  await restart();
  return {
    endpoint: `http://127.0.0.1:${String(port)}`,
    objects,
    unfinished,
    requests,
    next,
    restart,
    kill: async () => {
      const dying = server;
      server = undefined;
      dying?.closeAllConnections();
      dying?.close();
      if (dying !== undefined) await once(dying, 'close');
    },
  };
};
