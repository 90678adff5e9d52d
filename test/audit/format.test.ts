import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { linesOf, sessionEvents, temporaryDirectory, writeLog } from './support.ts';

/** A second reader, written from docs/audit-format.md without pgveil's own chain. */

const { path, remove } = temporaryDirectory();
afterAll(remove);

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

interface Written {
  readonly seq: number;
  readonly time: string;
  readonly prev: string;
  readonly hash: string;
  readonly event: { readonly type: string; readonly records?: number; readonly root?: string; readonly signature?: string };
}

it('a log is what docs/audit-format.md says', () => {
  const { bytes, publicKey } = writeLog(path('log'), sessionEvents(6), { checkpointEvery: 4 });
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  const hashes = [sha256('pgveil audit genesis v1\0')];
  for (const [index, line] of linesOf(bytes).entries()) {
    const { seq, time, prev, hash, event } = JSON.parse(line) as Written;
    const before = hashes[index] ?? Buffer.alloc(0);
    expect([seq, prev]).toEqual([index + 1, before.toString('hex')]);
    const own = sha256('pgveil audit record v1\0', before, line.slice(0, line.lastIndexOf(',"hash":')));
    expect(hash).toBe(own.toString('hex'));
    hashes.push(own);

    expect(event.type === 'checkpoint').toBe(seq % 5 === 0);
    if (event.signature === undefined) continue;
    const count = Buffer.alloc(8);
    count.writeBigUInt64BE(BigInt(index));
    const root = sha256('pgveil audit root v1\0', count, before).toString('hex');
    expect(event).toMatchObject({ records: index, root });
    const text = `pgveil audit ${event.type} v1\n${String(index)}\n${root}\n${time}\n`;
    expect(verify(null, Buffer.from(text), key, Buffer.from(event.signature, 'base64'))).toBe(true);
  }
  const types = linesOf(bytes).map((line) => (JSON.parse(line) as Written).event.type);
  expect(types.filter((type) => type === 'checkpoint').length).toBeGreaterThan(2);
  expect([types[0], types.at(-1)]).toEqual(['log-start', 'head']);
});
