import type { IncomingMessage, ServerResponse } from 'node:http';
import { inflateRawSync } from 'node:zlib';

/** GitHub's artifact service: the two twirp calls, and the blob store that takes the zip in blocks. */
export interface FakeArtifacts {
  /** Finished artifacts: the files in each by name. */
  readonly uploaded: ReadonlyMap<string, ReadonlyMap<string, Buffer>>;
  /** The `expiresAt` that each was made with, if any. */
  readonly expires: ReadonlyMap<string, string | undefined>;
  handle(request: IncomingMessage, response: ServerResponse, body: Buffer): boolean;
}

const service = '/twirp/github.actions.results.api.v1.ArtifactService/';

/** The entries of a zip, read through its central directory (APPNOTE 4.3.12). */
export const unzip = (zip: Buffer): Map<string, Buffer> => {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0) throw new Error('no zip');
  let at = zip.readUInt32LE(end + 16);
  for (let entry = 0; entry < zip.readUInt16LE(end + 10); entry += 1) {
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + size);
    files.set(name, method === 0 ? data : inflateRawSync(data));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
};

interface ArtifactCall {
  readonly name: string;
  readonly expires_at?: string;
  readonly expiresAt?: string;
}

export const createFakeArtifacts = (origin: () => string, runtimeToken: string): FakeArtifacts => {
  const uploaded = new Map<string, Map<string, Buffer>>();
  const expires = new Map<string, string | undefined>();
  const blobs = new Map<string, { blocks: Map<string, Buffer>; content: Buffer }>();

  const json = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };

  const call = (method: string, { name, ...rest }: ArtifactCall, response: ServerResponse): void => {
    if (method === 'CreateArtifact') {
      if (expires.has(name)) {
        json(response, 409, { code: 'already_exists', msg: 'an artifact with this name already exists on the workflow run' });
        return;
      }
      expires.set(name, rest.expires_at ?? rest.expiresAt);
      blobs.set(name, { blocks: new Map(), content: Buffer.alloc(0) });
      json(response, 200, { ok: true, signed_upload_url: `${origin()}/blob/${encodeURIComponent(name)}?sig=fake` });
      return;
    }
    const blob = blobs.get(name);
    if (blob === undefined) {
      json(response, 404, { code: 'not_found', msg: 'no such artifact' });
      return;
    }
    uploaded.set(name, unzip(blob.content));
    json(response, 200, { ok: true, artifact_id: String(uploaded.size) });
  };

  const put = (url: URL, body: Buffer, response: ServerResponse): void => {
    const blob = blobs.get(decodeURIComponent(url.pathname.slice('/blob/'.length)));
    if (blob === undefined) {
      response.writeHead(404).end();
      return;
    }
    const block = url.searchParams.get('blockid');
    if (url.searchParams.get('comp') === 'block' && block !== null) blob.blocks.set(block, body);
    else if (url.searchParams.get('comp') === 'blocklist') {
      const ids = [...body.toString().matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)].map((match) => match[1] ?? '');
      blob.content = Buffer.concat(ids.map((id) => blob.blocks.get(id) ?? Buffer.alloc(0)));
    } else blob.content = body;
    response.writeHead(201, { etag: '"1"', 'x-ms-request-id': '1', 'x-ms-version': '2025-01-05' }).end();
  };

  return {
    uploaded,
    expires,
    handle: (request, response, body) => {
      const url = new URL(request.url ?? '/', origin());
      if (url.pathname.startsWith('/blob/') && request.method === 'PUT') {
        put(url, body, response);
        return true;
      }
      if (!url.pathname.startsWith(service)) return false;
      if (request.headers.authorization !== `Bearer ${runtimeToken}`) {
        json(response, 401, { code: 'unauthenticated', msg: 'bad runtime token' });
        return true;
      }
      call(url.pathname.slice(service.length), JSON.parse(body.toString()) as ArtifactCall, response);
      return true;
    },
  };
};
