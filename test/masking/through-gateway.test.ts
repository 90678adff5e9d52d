/** Masked columns as a client of the gateway sees them: rows, COPY and joins, for columns with limits of their own. */
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { majors, makeDatabase, urlOf } from './fixtures.ts';

const tables = `
  CREATE TABLE customer (code varchar(10) PRIMARY KEY, tag char(12) NOT NULL, card text, mail varchar(24), amount numeric(6,2), born date,
    profile jsonb, tags text[], nick text DEFAULT 'secretab91');
  CREATE TABLE purchase (id int PRIMARY KEY, code varchar(10) REFERENCES customer, place point);
`;
const rows = `
  INSERT INTO customer (code, tag, card, mail, amount, born, profile, tags) SELECT 'C' || i, 't' || i % 3, '4111 1111 1111 1111', 'user' || i || '@example.org', i * 1.5, date '1980-01-01' + i,
    jsonb_build_object('mail', 'user' || i || '@example.org', 'n', i), ARRAY['x' || i, NULL] FROM generate_series(1, 30) i;
  INSERT INTO purchase SELECT i, 'C' || 1 + i % 20, point(52.5 + i / 1000.0, 13.4) FROM generate_series(1, 60) i;
`;

const policy = (database: string): string => `
version: 1
databases:
  ${database}:
    credentials:
      main: { url: "\${env:URL}" }
    allow-superuser: true
identity:
  local: { verifiers: verifiers }
classes:
  code: { mask: hash }
  tag: { mask: hash }
  card: { mask: card-token }
  mail: { mask: email }
  amount: { mask: { bucket: { width: 10 } } }
  born: { mask: { date-truncate: { to: year } } }
  profile: { mask: { json: { paths: { $.mail: email }, others: keep } } }
  tags: { mask: { partial: { first: 1 } } }
  place: { mask: coarsen }
  nick: { mask: { partial: { first: 2, last: 2 } } }
classification:
  columns:
    public.customer.code: code
    public.purchase.code: code
    public.customer.tag: tag
    public.customer.card: card
    public.customer.mail: mail
    public.customer.amount: amount
    public.customer.born: born
    public.customer.profile: profile
    public.customer.tags: tags
    public.purchase.place: place
    public.customer.nick: nick
principals:
  reader: { local: reader }
grants:
  - { to: [reader], access: read }
`;

const download = async (client: pg.Client, sql: string): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of client.query(copyTo(sql))) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

describe.each(majors)('through the gateway, PostgreSQL %i', (major) => {
  const database = 'masking_gateway';
  let gateway: TestGateway;
  let reader: pg.Client;
  let copy: pg.Client;
  beforeAll(async () => {
    await makeDatabase(major, database, `${tables}${rows}`);
    await makeDatabase(major, `${database}_copy`, tables);
    gateway = await startTestGateway({ policy: policy(database), env: { URL: urlOf(major, database) }, locals: ['reader'] });
    reader = new pg.Client({ connectionString: gateway.url('reader', database) });
    copy = new pg.Client({ connectionString: urlOf(major, `${database}_copy`) });
    await Promise.all([reader.connect(), copy.connect()]);
  });
  afterAll(async () => {
    await Promise.all([reader.end(), copy.end()]);
    await gateway.stop();
  });

  test.each(['text', 'csv', 'binary'])('COPY in %s goes into tables of the same definition, keys and all', async (format) => {
    await copy.query('TRUNCATE customer, purchase');
    for (const table of ['customer', 'purchase']) {
      const data = await download(reader, `COPY ${table} TO STDOUT (FORMAT ${format})`);
      expect(data.includes('example.org')).toBe(false);
      await pipeline([data], copy.query(copyFrom(`COPY ${table} FROM STDIN (FORMAT ${format})`)));
    }
    const shown = await reader.query('SELECT * FROM customer');
    const loaded = await copy.query('SELECT * FROM customer');
    const sorted = (list: readonly unknown[]): readonly string[] => list.map((row) => JSON.stringify(row)).sort();
    expect(sorted(loaded.rows)).toEqual(sorted(shown.rows));
  });

  test('a cast that cuts the value is no mask of another part of it', async () => {
    const { rows } = await reader.query(
      'SELECT nick::varchar(4) AS a, nick::char(5) AS b, nick::name AS c, nick::text AS d FROM customer LIMIT 1',
    );
    expect(rows).toEqual([{ a: '***', b: '***  ', c: '***', d: 'se******91' }]);
  });

  test('masked keys join as the stored ones do', async () => {
    const sql = 'SELECT p.id, count(*)::int AS n FROM purchase p JOIN customer c ON c.code = p.code GROUP BY p.id ORDER BY p.id';
    const [customers, purchases] = [
      await reader.query<{ code: string }>('SELECT code FROM customer'),
      await reader.query<{ id: number; code: string }>('SELECT id, code FROM purchase ORDER BY id'),
    ];
    const codes = new Set(customers.rows.map((row) => row.code));
    expect(codes.size).toBe(30);
    expect(purchases.rows.filter((row) => codes.has(row.code)).map((row) => row.id)).toEqual(
      (await reader.query<{ id: number }>(sql)).rows.map((row) => row.id),
    );
  });
});
