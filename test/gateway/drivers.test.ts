/** Ordinary drivers through the gateway. */
import { pipeline } from 'node:stream/promises';
import { Readable, Writable } from 'node:stream';
import { inspect } from 'node:util';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import Cursor from 'pg-cursor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canary, majors, openStage, type Stage } from './stage.ts';

describe.each(majors)('PostgreSQL %i', (major) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(major);
  });
  afterAll(async () => stage.stop());

  const use = async <T>(principal: string, act: (client: pg.Client) => Promise<T>, config: pg.ClientConfig = {}): Promise<T> => {
    const client = await stage.client(principal, config);
    try {
      return await act(client);
    } finally {
      await client.end();
    }
  };
  const directly = async (sql: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: stage.directUrl });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows as unknown[];
  };

  it('masks by the simple protocol', async () => {
    const { rows } = await use('reader', async (client) => client.query('SELECT * FROM people ORDER BY id'));
    expect(rows).toHaveLength(20);
    expect(JSON.stringify(rows)).not.toContain(canary);
    expect(rows[2]).toMatchObject({ id: 3, score: 21, email: expect.stringMatching(/^[^@]+@[^@]+\.[a-z]+$/) as string });
  });

  it('masks by the extended protocol, in text and in binary', async () => {
    const ask = { text: 'SELECT id, name, email, ssn, score FROM people WHERE id <= $1 ORDER BY id', values: [5] };
    const texts = await use('reader', async (client) => client.query(ask));
    const binary = await use('reader', async (client) => client.query({ ...ask, binary: true } as pg.QueryConfig));
    expect(texts.rows).toHaveLength(5);
    expect(JSON.stringify(texts.rows)).not.toContain(canary);
    expect(binary.rows).toEqual(texts.rows);
  });

  it('gives the same for what is not classified, with every value type of the driver', async () => {
    const sql = 'SELECT * FROM items ORDER BY id';
    expect((await use('reader', async (client) => client.query(sql))).rows).toEqual(await directly(sql));
  });

  it('keeps the masks of a named statement over many executions', async () => {
    const seen = await use('reader', async (client) => {
      const rows: unknown[] = [];
      for (let id = 1; id <= 5; id += 1) {
        rows.push(
          ...(await client.query({ name: 'by-id', text: 'SELECT name, id FROM people WHERE id = $1', values: [id] })).rows,
        );
        rows.push(...(await client.query('SELECT 1 AS one')).rows);
      }
      return rows;
    });
    expect(JSON.stringify(seen)).not.toContain(canary);
    expect(seen.filter((_, index) => index % 2 === 0)).toMatchObject([1, 2, 3, 4, 5].map((id) => ({ id })));
  });

  it('masks what a cursor reads piece by piece', async () => {
    const { pieces, open } = await use('reader', async (client) => {
      const cursor = client.query(new Cursor<{ id: number; name: string }>('SELECT id, name FROM people ORDER BY id'));
      const read = [await cursor.read(8), await cursor.read(8), await cursor.read(8), await cursor.read(8)];
      await cursor.close();
      return { pieces: read, open: await client.query('SELECT 1 AS one') };
    });
    expect(pieces.map((piece) => piece.length)).toEqual([8, 8, 4, 0]);
    expect(pieces.flat().map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(JSON.stringify(pieces)).not.toContain(canary);
    expect(open.rows).toEqual([{ one: 1 }]);
  });

  it('masks COPY out, and leaves the rest of it', async () => {
    const out = await use('reader', async (client) => {
      const chunks: Buffer[] = [];
      const sink = new Writable({
        write: (chunk: Buffer, _, done) => {
          chunks.push(chunk);
          done();
        },
      });
      await pipeline(client.query(copyTo('COPY people (id, name, score) TO STDOUT (FORMAT csv)')), sink);
      return Buffer.concat(chunks).toString();
    });
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(20);
    expect(out).not.toContain(canary);
    expect(lines[4]).toMatch(/^5,.*,35$/);
  });

  it('takes COPY in', async () => {
    const data = Array.from({ length: 20_000 }, (_, index) => `${String(index)}\tline ${String(index)}\n`);
    const { rows } = await use('writer', async (client) => {
      await client.query('BEGIN');
      await pipeline(Readable.from(data), client.query(copyFrom('COPY scratch FROM STDIN')));
      const counted = await client.query('SELECT count(*)::int AS n, max(note) AS last FROM scratch');
      await client.query('ROLLBACK');
      return counted;
    });
    expect(rows).toEqual([{ n: 20_000, last: 'line 9999' }]);
  });

  it('refuses COPY in to a reader, and the connection goes on', async () => {
    const rows = await use('reader', async (client) => {
      const stream = client.query(copyFrom('COPY scratch FROM STDIN'));
      await expect(pipeline(Readable.from(['1\tx\n']), stream)).rejects.toMatchObject({ code: '42501' });
      return (await client.query('SELECT 1 AS one')).rows as unknown[];
    });
    expect(rows).toEqual([{ one: 1 }]);
  });

  it('serves a pool, many connections at once', async () => {
    const pool = new pg.Pool({ connectionString: stage.gateway.url('reader', stage.database), max: 25 });
    const answers = await Promise.all(
      Array.from({ length: 300 }, async (_, index) => {
        const [plain, masked] = await Promise.all([
          pool.query<{ n: number }>('SELECT $1::int + 1 AS n', [index]),
          pool.query<{ id: number; name: string }>('SELECT id, name FROM people WHERE id = $1', [(index % 20) + 1]),
        ]);
        return { n: plain.rows[0]?.n, id: masked.rows[0]?.id, name: masked.rows[0]?.name };
      }),
    );
    await pool.end();
    expect(answers.map(({ n, id }) => [n, id])).toEqual(Array.from({ length: 300 }, (_, index) => [index + 1, (index % 20) + 1]));
    expect(JSON.stringify(answers)).not.toContain(canary);
  });

  it('refuses in the middle of a transaction as the server would: it is aborted, and ROLLBACK mends it', async () => {
    const told = await use('writer', async (client) => {
      await client.query('BEGIN');
      await client.query("INSERT INTO scratch VALUES (1, 'lost')");
      await expect(client.query('DROP TABLE scratch')).rejects.toMatchObject({
        code: '42501',
        hint: expect.any(String) as string,
      });
      await expect(client.query('SELECT 1')).rejects.toMatchObject({ code: '25P02' });
      await client.query('ROLLBACK');
      return client.query("SELECT count(*)::int AS n FROM scratch WHERE note = 'lost'");
    });
    expect(told.rows).toEqual([{ n: 0 }]);
  });

  it('keeps values out of errors and notices of statements that touch a classified column', async () => {
    const errors = await use('reader', async (client) =>
      Promise.all(
        [
          'SELECT ssn::int FROM people',
          'SELECT 1/(length(ssn) - length(ssn)) FROM people',
          "SELECT (name || '')::date FROM people",
        ].map(async (sql) =>
          client.query(sql).then(
            () => 'no error',
            (error: unknown) => (error instanceof pg.DatabaseError ? `${error.code ?? ''} ${inspect(error)}` : ''),
          ),
        ),
      ),
    );
    expect(errors.map((text) => text.slice(0, 5))).toEqual(['22P02', '22012', '22007']);
    expect(errors.join('\n')).not.toContain(canary);
  });
});
