/** Masks that go by another column of the row, as a client of the gateway sees them. */
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellsOf, connectRaw } from '../support/raw-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { majors, makeDatabase, urlOf } from './fixtures.ts';

const tables = `
  CREATE TYPE sort AS ENUM ('mail', 'phone', 'site');
  CREATE TABLE patient (id int PRIMARY KEY, born date, left_at date);
  CREATE TABLE visit (at timestamptz, id bigint PRIMARY KEY, patient_id bigint, ends timestamptz);
  CREATE TABLE contact (value text, kind sort, id int PRIMARY KEY, note text, level text);
`;
const rows = `
  INSERT INTO patient SELECT i, date '1960-01-01' + i * 97, CASE WHEN i % 5 > 0 THEN date '2020-03-01' + i END FROM generate_series(1, 40) i;
  INSERT INTO visit SELECT timestamptz '2024-01-01 10:00Z' + i * interval '7 hours', i, NULLIF(1 + i % 40, 40),
    timestamptz '2024-01-01 11:00Z' + i * interval '7 hours' FROM generate_series(1, 120) i;
  INSERT INTO contact VALUES ('ann@example.org', 'mail', 1, 'a,"b', 'open'), ('+49 30 901820', 'phone', 2, E'tab\\there', 'closed'),
    ('https://example.org', 'site', 3, E'new\\nline', 'open'), ('eve@example.org', NULL, 4, NULL, NULL);
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
  moment: { mask: { date-shift: { days: 200, subject: [patient_id, id] } } }
  contact: { mask: { when: { column: kind, matches: [mail], then: email, otherwise: { partial: { first: 4 } } } } }
  note: { mask: { when: { class: level, matches: [open], then: keep } } }
  level: { mask: hash }
classification:
  columns:
    public.patient.born: moment
    public.patient.left_at: moment
    public.visit.at: moment
    public.visit.ends: moment
    public.contact.value: contact
    public.contact.note: note
    public.contact.level: level
principals:
  reader: { local: reader }
  writer: { local: writer }
grants:
  - { to: [reader], access: read, inference: open }
  - { to: [writer], access: ddl, inference: open }
`;

const day = 86_400_000;
const redactedDate = new Date('1970-01-01T00:00:00Z').getTime();

interface Visit {
  readonly id: string;
  readonly patient_id: string | null;
  readonly at: Date;
  readonly ends: Date;
}

describe.each(majors)('PostgreSQL %i', (major) => {
  const database = 'masking_beside';
  let gateway: TestGateway;
  let reader: pg.Client;
  let writer: pg.Client;
  let copy: pg.Client;
  let direct: pg.Client;
  beforeAll(async () => {
    await makeDatabase(major, database, `${tables}${rows}`);
    await makeDatabase(major, `${database}_copy`, tables);
    gateway = await startTestGateway({
      policy: policy(database),
      env: { URL: urlOf(major, database) },
      locals: ['reader', 'writer'],
    });
    reader = new pg.Client({ connectionString: gateway.url('reader', database) });
    writer = new pg.Client({ connectionString: gateway.url('writer', database) });
    copy = new pg.Client({ connectionString: urlOf(major, `${database}_copy`) });
    direct = new pg.Client({ connectionString: urlOf(major, database) });
    await Promise.all([reader, writer, copy, direct].map(async (client) => client.connect()));
  });
  afterAll(async () => {
    await Promise.all([reader, writer, copy, direct].map(async (client) => client.end()));
    await gateway.stop();
  });

  const visits = 'SELECT id, patient_id, at, ends FROM visit ORDER BY id';

  test('dates of one subject move alike, those of others otherwise, and those of no subject are redacted', async () => {
    const [stored, shown] = [await direct.query<Visit>(visits), await reader.query<Visit>(visits)];
    const shifts = new Map<string, Set<number>>();
    const orphans: number[] = [];
    for (const [index, row] of shown.rows.entries()) {
      const { patient_id: subject, at, ends } = stored.rows[index] as Visit;
      const moved = [row.at.getTime() - at.getTime(), row.ends.getTime() - ends.getTime()];
      if (subject === null) orphans.push(row.at.getTime(), row.ends.getTime());
      else shifts.set(subject, new Set([...(shifts.get(subject) ?? []), ...moved]));
    }
    expect(new Set(orphans)).toEqual(new Set([redactedDate]));
    expect([...shifts.values()].every((set) => set.size === 1)).toBe(true);
    const all = [...shifts.values()].flatMap((set) => [...set].map((shift) => shift / day));
    expect(all.every((shift) => Number.isInteger(shift) && shift !== 0 && Math.abs(shift) <= 200)).toBe(true);
    expect(new Set(all).size).toBeGreaterThan(20);
  });

  test('a subject moves alike in every table, whatever the type of its key', async () => {
    const sql = 'SELECT p.id, p.born, v.patient_id, v.at FROM patient p JOIN visit v ON v.patient_id = p.id ORDER BY v.id';
    interface Pair {
      readonly born: Date;
      readonly at: Date;
    }
    const [stored, shown] = [await direct.query<Pair>(sql), await reader.query<Pair>(sql)];
    const between = ({ rows: list }: pg.QueryResult<Pair>): readonly number[] =>
      list.map(({ born, at }) => Math.round((at.getTime() - born.getTime()) / day));
    expect(between(shown)).toEqual(between(stored));
    expect(shown.rows.map(({ born }) => born)).not.toEqual(stored.rows.map(({ born }) => born));
  });

  test('text and binary agree', async () => {
    const binary = await connectRaw(gateway.url('reader', database));
    const sql = 'SELECT id, patient_id, at FROM visit ORDER BY id';
    const [text, bytes] = [await reader.query<Visit>(sql), await binary.query(sql, { resultFormat: 1 })];
    await binary.end();
    // Microseconds since 2000-01-01.
    const moments = bytes.rows.map(
      (row) => Number((cellsOf(row)[2] ?? Buffer.alloc(8)).readBigInt64BE() / 1000n) + Date.UTC(2000, 0, 1),
    );
    expect(moments).toEqual(text.rows.map(({ at }) => at.getTime()));
  });

  test.each(['text', 'csv', 'binary'])('COPY in %s, where what a mask goes by comes behind it', async (format) => {
    await copy.query('TRUNCATE patient, visit, contact');
    for (const table of ['patient', 'visit', 'contact']) {
      const chunks: Buffer[] = [];
      for await (const chunk of reader.query(copyTo(`COPY ${table} TO STDOUT (FORMAT ${format})`))) chunks.push(chunk as Buffer);
      await pipeline(chunks, copy.query(copyFrom(`COPY ${table} FROM STDIN (FORMAT ${format})`)));
    }
    for (const sql of [visits, 'SELECT * FROM patient ORDER BY id', 'SELECT * FROM contact ORDER BY id']) {
      expect((await copy.query(sql)).rows).toEqual((await reader.query(sql)).rows);
    }
  });

  test('a mask is chosen by another column, or by the column of a class, as it is stored', async () => {
    const { rows: shown } = await reader.query<{ value: string; note: string; level: string }>(
      'SELECT value, kind, note, level FROM contact ORDER BY id',
    );
    expect(shown.map(({ value }) => value.replace(/^u_[0-9a-f]+@/, 'TOKEN@'))).toEqual([
      expect.stringMatching(/^TOKEN@[0-9a-z.]+$/),
      '+49 *********',
      'http***************',
      '***',
    ]);
    expect(shown.map(({ note }) => note)).toEqual(['a,"b', '***', 'new\nline', null]);
    expect(shown[0]?.level).not.toBe('open');
  });

  test.each([
    ['alone', 'SELECT at FROM visit WHERE id = 1'],
    ['beside the key of another row', 'SELECT o.patient_id, v.at FROM visit v, visit o WHERE v.id = 1 AND o.id = 2'],
    ['beside a constant of that name', 'SELECT 7 AS patient_id, at FROM visit WHERE id = 1'],
    ['beside a computed key', 'SELECT patient_id + 0 AS patient_id, at FROM visit WHERE id = 1'],
    ['beside the wrong key', 'SELECT id, at FROM visit WHERE id = 1'],
    ['computed', 'SELECT patient_id, max(at) AS at FROM visit WHERE id = 1 GROUP BY patient_id'],
    [
      'in rows out of order',
      'SELECT (unnest(array_agg(v ORDER BY id))).patient_id, (unnest(array_agg(v ORDER BY id DESC))).at FROM visit v',
    ],
    ['in a union', 'SELECT patient_id, at FROM visit WHERE id = 1 UNION ALL SELECT 5, now()'],
    [
      'twice from one WITH',
      'WITH w AS (SELECT * FROM visit) SELECT o.patient_id, v.at FROM w v, w o WHERE v.id = 1 AND o.id = 2',
    ],
  ])('redacted: %s', async (_, sql) => {
    const { rows: shown } = await reader.query<{ at: Date }>(sql);
    expect(shown.length).toBeGreaterThan(0);
    expect(new Set(shown.map(({ at }) => at.getTime()))).toEqual(new Set([redactedDate]));
  });

  test('inside of a value there is nothing beside it', async () => {
    const { rows: shown } = await reader.query<{ j: { at: string }; v: string }>(
      'SELECT json_build_object($$patient_id$$, patient_id, $$at$$, at) AS j, v::text FROM visit v WHERE id = 1',
    );
    expect(JSON.stringify(shown)).not.toContain('2024-01');
  });

  test('who may write the other column gets nothing by it', async () => {
    await writer.query('BEGIN');
    await writer.query(`UPDATE contact SET kind = 'site' WHERE id = 2`);
    const { rows: shown } = await writer.query<{ value: string }>('SELECT id, kind, value FROM contact ORDER BY id');
    const { rows: returned } = await writer.query<{ value: string }>(
      `UPDATE contact SET kind = 'mail' WHERE id = 1 RETURNING kind, value`,
    );
    await expect(writer.query('CREATE TEMP TABLE mine AS SELECT value, kind, id FROM contact')).rejects.toThrow(/flow\.store/);
    await writer.query('ROLLBACK');
    expect(new Set([...shown, ...returned].map(({ value }) => value))).toEqual(new Set(['***']));
  });
});
