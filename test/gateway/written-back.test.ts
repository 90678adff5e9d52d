/** Rows written back as they were read: the real values stay, in every way that a statement can be given its values. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../src/audit/types.ts';
import type { FrontendMessage } from '../../src/wire/frontend.ts';
import { majors, openStage, type Stage } from './stage.ts';
import { bind, errorsOf, execute, parse, query, sync, trace, type WireClient } from './wire-client.ts';

const inBinary = (value: string): FrontendMessage => ({
  type: 'Bind',
  portal: '',
  statement: '',
  parameterFormats: [1],
  parameters: [Buffer.from(value)],
  resultFormats: [],
});

describe.each(majors)('PostgreSQL %i', (major) => {
  let stage: Stage;
  let client: WireClient;
  let token = '';
  const events: AuditEvent[] = [];
  const people = async (): Promise<unknown> => (await stage.admin('SELECT * FROM people ORDER BY id')).rows;
  let before: unknown;

  beforeAll(async () => {
    stage = await openStage(major, { onAppend: (event) => events.push(event) });
    client = await stage.connect('writer');
    const rows = trace(await client.query('SELECT email FROM people WHERE id = 1'));
    token = rows.find((line) => line.startsWith('D '))?.slice(2) ?? '';
    before = await people();
  });
  afterAll(async () => {
    await client.end();
    await stage.stop();
  });
  beforeEach(() => {
    events.length = 0;
  });

  const outcome = async (...messages: readonly FrontendMessage[]): Promise<unknown> => {
    client.send(...messages);
    const received = await client.until('ReadyForQuery');
    const said = `${received.map((one) => one.bytes.toString('latin1')).join('')} ${JSON.stringify(events)}`;
    return {
      errors: errorsOf(received).map((fields) => /\(rule (.*)\)$/.exec(fields.get('M') ?? '')?.[1]),
      records: events.splice(0).flatMap((event) => (event.type === 'statement' ? [event.refusal?.rule] : [])),
      says: said.includes(token),
      rows: await people(),
    };
  };
  const refused = (): unknown => ({ errors: ['write.masked'], records: ['write.masked'], says: false, rows: before });

  it('shows tokens', () => {
    expect(token).toMatch(/^u_[0-9a-f]{12}@masked\.invalid$/);
  });

  it('as a constant', async () => {
    expect(await outcome(query(`UPDATE people SET email = '${token}' WHERE id = 1`))).toEqual(refused());
    expect(await outcome(query("INSERT INTO people (id, name) VALUES (30, 'x'), (31, '***')"))).toEqual(refused());
    const values = `UPDATE people p SET email = v.e FROM (VALUES (1, '${token}')) v(i, e) WHERE p.id = v.i`;
    expect(await outcome(query(values))).toEqual(refused());
  });

  it.each([
    ['UPDATE people SET email = $1 WHERE id = 1'],
    ['UPDATE people SET email = $1::text WHERE id = 1'],
    ['UPDATE people SET email = coalesce($1, email) WHERE id = 1'],
    ['INSERT INTO people (id, email) SELECT 30, $1'],
    ['WITH w AS (UPDATE people SET email = $1 WHERE id = 1 RETURNING id) SELECT * FROM w'],
    ['UPDATE people SET email = v.e FROM (VALUES (1, $1)) v(i, e) WHERE id = v.i'],
    ['WITH v(e) AS (SELECT $1) UPDATE people SET email = v.e FROM v WHERE id = 1'],
    ['INSERT INTO people (id, email) SELECT 30, v.e FROM (VALUES ($1)) v(e)'],
    ['MERGE INTO people p USING (VALUES (1, $1)) v(i, e) ON p.id = v.i WHEN MATCHED THEN UPDATE SET email = v.e'],
  ])('as a parameter: %s', async (sql) => {
    expect(await outcome(parse('', sql), bind('', '', [token]), execute(''), sync)).toEqual(refused());
    expect(await outcome(parse('', sql), inBinary(token), execute(''), sync)).toEqual(refused());
  });

  it('in a list or a document that is bound, from which the statement takes values', async () => {
    const list = 'INSERT INTO people (id, email) SELECT i, e FROM unnest($1::int[], $2::text[]) v(i, e)';
    expect(await outcome(parse('', list), bind('', '', ['{30,31}', `{x@example.org,${token}}`]), execute(''), sync)).toEqual(
      refused(),
    );
    const json = 'UPDATE people p SET email = v.email FROM json_to_recordset($1) v(id int, email text) WHERE p.id = v.id';
    const document = JSON.stringify([{ id: 1, email: token }]);
    expect(await outcome(parse('', json), bind('', '', [document]), execute(''), sync)).toEqual(refused());
  });

  it('as one of several values of a prepared statement, at any Bind', async () => {
    const sql = 'UPDATE people SET score = $1, name = $2 WHERE id = $3';
    client.send(parse('several', sql, [23, 25, 23]), bind('', 'several', ['7', 'canary name 1', '1']), execute(''), sync);
    expect(trace(await client.until('ReadyForQuery'))).toContain('C UPDATE 1');
    events.length = 0;
    expect(await outcome(bind('', 'several', ['7', '***', '1']), execute(''), sync)).toEqual(refused());
  });

  it('as an argument of EXECUTE', async () => {
    await client.query('PREPARE by_name AS UPDATE people SET email = $1 WHERE id = $2');
    events.length = 0;
    expect(await outcome(query(`EXECUTE by_name('${token}', 1)`))).toEqual(refused());
  });

  it('and the messages behind a refused Bind are skipped, as after any error', async () => {
    const sql = 'UPDATE people SET email = $1 WHERE id = 1';
    expect(
      await outcome(parse('', sql), bind('', '', [token]), execute(''), parse('', 'SELECT 1'), bind('', ''), execute(''), sync),
    ).toEqual(refused());
    expect(trace(await client.query('SELECT 1'))).toContain('D 1');
  });

  it.each([
    ['another text', 'UPDATE people SET email = $1 WHERE id = 20', ['canary20@example.com']],
    ['NULL', 'UPDATE people SET score = $2 WHERE email = $1', [null, '1']],
    ['a text that is like another mask', 'UPDATE people SET email = $1 WHERE id = -1', ['*** urgent ***']],
    ['in a condition of a subquery', 'UPDATE people SET email = s.note FROM scratch s WHERE s.note = $1', ['***']],
    ['in a condition', 'UPDATE people SET score = 140 WHERE id = 20 AND email = $1', ['***']],
    ['in a column without a class', 'UPDATE scratch SET note = $1', ['***']],
  ] as const)('%s passes', async (_, sql, values) => {
    client.send(parse('', sql), bind('', '', values), execute(''), sync);
    expect(errorsOf(await client.until('ReadyForQuery'))).toEqual([]);
  });
});
