/** A multipart upload: begun, sent part by part, and completed or given up. */
import { createHash } from 'node:crypto';
import { refusalOf } from './http.ts';
import { StoreFailure } from './sink.ts';

export type S3Request = (
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  /** Of the object, encoded, with the query; of the bucket if it is a query alone. */
  path: string,
  options?: { readonly body?: Buffer; readonly headers?: Readonly<Record<string, string>> },
) => Promise<Response>;

interface Upload {
  readonly path: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly clock: () => number;
}

/** S3 takes no part but the last below 5 MiB. */
const partLength = 8 << 20;

const element = (xml: string, name: string): string | undefined => new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];

const unescaped = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const answer = async (response: Response, clock: () => number): Promise<Response> => {
  if (!response.ok) throw await refusalOf('the store', response, clock());
  return response;
};

const begin = async (request: S3Request, { path, headers, clock }: Upload): Promise<string> => {
  const response = await answer(await request('POST', `${path}?uploads=`, { headers }), clock);
  const id = element(await response.text(), 'UploadId');
  if (id === undefined) throw new StoreFailure('the store began no multipart upload', { passes: false });
  return encodeURIComponent(unescaped(id));
};

const sendParts = async (request: S3Request, { path, body, clock }: Upload, id: string): Promise<readonly string[]> => {
  const tags: string[] = [];
  for (let at = 0; at < body.length; at += partLength) {
    const query = `partNumber=${String(tags.length + 1)}&uploadId=${id}`;
    const part = body.subarray(at, at + partLength);
    const headers = { 'content-md5': createHash('md5').update(part).digest('base64') };
    const response = await answer(await request('PUT', `${path}?${query}`, { body: part, headers }), clock);
    await response.body?.cancel();
    const tag = response.headers.get('etag');
    if (tag === null) throw new StoreFailure('the store gave a part no ETag', { passes: false });
    tags.push(tag);
  }
  return tags;
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The answer to a completion can be 200 and hold an error (S3, CompleteMultipartUpload). */
const complete = async (request: S3Request, { path, clock }: Upload, id: string, tags: readonly string[]): Promise<void> => {
  const parts = tags.map(
    (tag, index) => `<Part><PartNumber>${String(index + 1)}</PartNumber><ETag>${escaped(tag)}</ETag></Part>`,
  );
  const body = Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`);
  const response = await request('POST', `${path}?uploadId=${id}`, { body, headers: { 'if-none-match': '*' } });
  // The object is there already, and these parts will be nothing.
  if (response.status === 412) {
    await request('DELETE', `${path}?uploadId=${id}`).catch(() => undefined);
    return;
  }
  const text = await (await answer(response, clock)).text();
  if (element(text, 'ETag') === undefined)
    throw new StoreFailure('the store did not complete a multipart upload', { passes: true });
};

/** Rejects with StoreFailure; the parts that were sent are given up then. */
export const uploadInParts = async (request: S3Request, upload: Upload): Promise<void> => {
  const id = await begin(request, upload);
  try {
    await complete(request, upload, id, await sendParts(request, upload, id));
  } catch (error) {
    await request('DELETE', `${upload.path}?uploadId=${id}`).catch(() => undefined);
    throw error;
  }
};
