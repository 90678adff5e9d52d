/** Much data: memory stays bounded, order is kept. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { majors, openStage, type Stage } from './stage.ts';
import { connectWire, errorsOf, query, trace } from './wire-client.ts';
import { connectUpstream } from '../../src/gateway/upstream.ts';
import { parseDatabaseUrl } from '../../src/gateway/upstream-url.ts';
import { encodeFrontend } from '../../src/wire/frontend.ts';
import { once } from 'node:events';

const major = majors.at(-1) ?? 0;
const megabyte = 1 << 20;

describe.skipIf(majors.length === 0)('bulk', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(major, {
      sql: `CREATE TABLE files (id int, name text, body text); GRANT ALL ON files TO PUBLIC`,
      policy: withFiles,
    });
  });
  afterAll(async () => stage.stop());

  /** Counts the bytes of an answer, reading only every so many milliseconds; nothing is kept. */
  const measure = async (sql: string, pause: number) => {
    const { target, credential } = parseDatabaseUrl(stage.gateway.url('reader', stage.database));
    const parameters = new Map([
      ['client_encoding', 'UTF8'],
      ['standard_conforming_strings', 'on'],
    ]);
    const { socket } = await connectUpstream({ target, credential, parameters, protocolMinor: 0 });
    const before = process.memoryUsage().rss;
    let [bytes, most, tail] = [0, 0, Buffer.alloc(0)];
    socket.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      tail = Buffer.concat([tail, chunk]).subarray(-64);
      most = Math.max(most, process.memoryUsage().rss - before);
      if (pause === 0) return;
      socket.pause();
      setTimeout(() => socket.resume(), pause);
    });
    socket.resume();
    socket.write(encodeFrontend({ type: 'Query', query: sql }));
    // ReadyForQuery, idle.
    while (!tail.subarray(-6).equals(Buffer.from('Z\0\0\0\u0005I'))) await once(socket, 'data');
    socket.destroy();
    return { bytes, growth: most, tail: tail.toString('latin1') };
  };

  it.each([
    ['a row of 150 MB that nothing masks', `SELECT repeat('0123456789', 15 * ${String(megabyte)})`, 150 * megabyte, 'SELECT 1\0'],
    ['200 MB of rows', `SELECT i, repeat('x', 1000) FROM generate_series(1, 200000) i`, 200_000_000, 'SELECT 200000\0'],
    [
      '100 MB of masked rows',
      `SELECT f.id, f.name, repeat('x', 1000) FROM (SELECT 1 AS id, NULL::text AS name UNION ALL SELECT id, name FROM files) f, generate_series(1, 100000)`,
      100_000_000,
      'SELECT 100000\0',
    ],
  ])('passes %s in bounded memory', async (_, sql, bytes, tag) => {
    const result = await measure(sql, 0);
    expect(result.bytes).toBeGreaterThan(bytes);
    expect(result.tail).toContain(tag);
    expect(result.growth).toBeLessThan(250 * megabyte);
  });

  it('waits for a slow reader', async () => {
    const result = await measure(`SELECT i, repeat('x', 10000) FROM generate_series(1, 6000) i`, 2);
    expect(result.tail).toContain('SELECT 6000\0');
    expect(result.growth).toBeLessThan(150 * megabyte);
  });

  it('keeps the order of a large answer that is read slowly, masked and not', async () => {
    const client = await connectWire(stage.gateway.url('reader', stage.database));
    await stage.admin(`INSERT INTO files SELECT i, 'canary ' || i, repeat('y', 500) FROM generate_series(1, 20000) i`);
    client.socket.pause();
    client.send(query('SELECT id, name, body FROM files ORDER BY id'), query('SELECT id, body FROM files ORDER BY id'));
    const reading = setInterval(() => {
      if (client.socket.isPaused()) client.socket.resume();
      else client.socket.pause();
    }, 2);
    const messages = trace(await client.until('ReadyForQuery', 2));
    clearInterval(reading);
    client.socket.resume();
    const ids = messages.filter((line) => line.startsWith('D ')).map((line) => Number.parseInt(line.slice(2), 10));
    const once20000 = Array.from({ length: 20_000 }, (_, index) => index + 1);
    expect(ids).toEqual([...once20000, ...once20000]);
    expect(messages.join('\n')).not.toContain('canary');
    await client.end();
  });

  it('a row that has to be masked and is too large is an error, and the connection goes on', async () => {
    const client = await stage.connect();
    const messages = await client.query(`SELECT name, repeat('x', 70 * ${String(megabyte)}) FROM files LIMIT 1`);
    expect(trace(messages).slice(-2)).toEqual(['E 54000', 'Z I']);
    expect(errorsOf(messages)[0]?.get('M')).toContain('limit.row-size');
    expect(trace(await client.query('SELECT 1'))).toContain('D 1');
    await client.end();
  });

  it('takes a text of a size that it does not read', async () => {
    const client = await stage.connect();
    const messages = await client.query(`SELECT ${String(1)} /* ${'x'.repeat(2 * megabyte)} */`);
    expect(trace(messages).at(-1)).toBe('Z I');
    expect(errorsOf(messages)).toHaveLength(1);
    await client.end();
  });
});

function withFiles(database: string): string {
  return `
version: 1
databases: { ${database}: { credentials: { main: { url: "\${env:MAIN_URL}" } } } }
identity: { local: { verifiers: verifiers } }
principals: { reader: { local: reader } }
grants: [{ to: [reader], access: read, inference: open }]
classes: { name: { mask: redact } }
classification: { columns: { public.files.name: name } }`;
}
