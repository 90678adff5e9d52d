/** The audit beside the session: before the first byte, or not at all. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../src/audit/types.ts';
import { PgveilError } from '../../src/errors.ts';
import { canary, majors, openStage, type Stage } from './stage.ts';
import { bind, closePortal, errorsOf, execute, extended, parse, query, sync, trace, type WireClient } from './wire-client.ts';

const major = majors.at(-1) ?? 0;

const lateNote = `SET check_function_bodies = off; CREATE FUNCTION late_note() RETURNS text LANGUAGE sql VOLATILE AS 'SELECT note FROM notes LIMIT 1'`;
const callsLate = [parse('s', 'SELECT late_note()'), bind('p', 's')];
const movesPath = [parse('', 'SET search_path TO vault, public'), bind('', ''), execute('')];

describe.skipIf(majors.length === 0)('records', () => {
  let stage: Stage;
  let client: WireClient | undefined;
  /** What the client had got when each record was made. */
  let seen: { readonly event: AuditEvent; readonly bytes: number }[] = [];
  let fails = (_event: AuditEvent): boolean => false;
  beforeAll(async () => {
    stage = await openStage(major, {
      onAppend: (event) => {
        if (fails(event)) throw new PgveilError('PGVEIL_AUDIT', 'the disk is full');
        seen.push({ event, bytes: client?.received.length ?? 0 });
      },
      sql: lateNote,
    });
  });
  afterAll(async () => stage.stop());
  beforeEach(() => {
    fails = () => false;
    seen = [];
    client = undefined;
  });

  const open = async (principal = 'reader'): Promise<WireClient> => {
    client = await stage.connect(principal);
    seen = [];
    return client;
  };
  const kinds = (): readonly string[] => seen.map(({ event }) => event.type);

  it.each([
    ['simple', [query('SELECT name FROM people')]],
    ['extended', [...extended('SELECT name FROM people'), sync]],
    ['COPY', [query('COPY people TO STDOUT')]],
  ] as const)('a statement is on record before its first byte leaves: %s', async (_, messages) => {
    const { send, until, end } = await open();
    send(...messages);
    await until('ReadyForQuery');
    await end();
    expect(kinds().slice(0, 2)).toEqual(['statement', 'result']);
    expect(seen[0]?.bytes).toBe(0);
    expect(JSON.stringify(seen)).not.toContain(canary);
  });

  it('every statement of a text, and of a pipeline, has its record and its result', async () => {
    const { send, until, end } = await open();
    send(
      query('SELECT 1; SELECT 2; SELECT 1/0; SELECT 4'),
      ...extended('SELECT 5'),
      ...extended('SELECT 1/0'),
      ...extended('SELECT 7'),
      sync,
    );
    await until('ReadyForQuery', 2);
    await end();
    const results = seen.flatMap(({ event }) =>
      event.type === 'result' ? [[event.statement, event.tag ?? event.sqlstate]] : [],
    );
    expect(results).toEqual([
      [1, 'SELECT 1'],
      [2, 'SELECT 1'],
      [3, '22012'],
      [4, '22012'],
      [5, 'SELECT 1'],
      [6, '22012'],
      [7, '22012'],
    ]);
    expect(seen.flatMap(({ event }) => (event.type === 'statement' ? [event.statement] : []))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('a portal that is read in part has its result when it is closed, when its name is taken, and when its transaction ends', async () => {
    const { send, until, end } = await open();
    send(query('BEGIN'), parse('s', 'SELECT id FROM items'), bind('a', 's'), execute('a', 5), closePortal('a'), sync);
    await until('ReadyForQuery', 2);
    send(bind('', 's'), execute('', 6), bind('', 's'), execute('', 7), sync);
    await until('ReadyForQuery');
    send(query('COMMIT'));
    await until('ReadyForQuery');
    const rows = seen.flatMap(({ event }) => (event.type === 'result' && event.tag === undefined ? [event.rows] : []));
    expect(rows).toEqual([5, 6, 7]);
    await end();
    expect(kinds().at(-1)).toBe('session-end');
  });

  it('a refusal is on record with its rule', async () => {
    const { query: ask, end } = await open();
    await ask('DELETE FROM items');
    await end();
    expect(seen[0]?.event).toMatchObject({ type: 'statement', verdict: 'refuse', refusal: { sqlstate: '42501' } });
  });

  it.each([
    [
      'a message',
      'protocol.function-call',
      [{ type: 'FunctionCall', function: 1598, argumentFormats: [], arguments: [], resultFormat: 0 }],
    ],
    ['a portal at its Execute', 'function.late', [...callsLate, ...movesPath, execute('p'), sync]],
    ['a portal that has begun', 'function.late', [...callsLate, execute('p', 1), ...movesPath, execute('p'), sync]],
    ['a statement of a script', 'session.copy-in-script', [query('CREATE TEMP TABLE fresh (id int); COPY fresh FROM STDIN')]],
  ] as const)('a refusal that comes late is on record: %s', async (_, rule, messages) => {
    const { send, until, query: ask, end } = await open('owner');
    await ask('SET search_path TO plain, public');
    seen = [];
    send(...messages);
    const got = await until('ReadyForQuery');
    const refused = seen.flatMap(({ event }) => (event.type === 'statement' && event.verdict === 'refuse' ? [event] : []));
    expect(refused).toMatchObject([{ refusal: { rule } }]);
    expect(errorsOf(got).map((fields) => fields.get('M'))).toEqual([refused[0]?.refusal?.message]);
    expect(trace(await ask('SELECT 1'))).toContain('D 1');
    await end();
  });

  it.each([
    ['simple', [query('SELECT id FROM items')]],
    ['extended', [...extended('SELECT id FROM items'), sync]],
    ['the second of a text', [query('SELECT id FROM items; SELECT id FROM scratch')]],
  ] as const)('where the audit takes no record the statement is refused, nothing of it leaves: %s', async (_, messages) => {
    const { send, until, query: ask, end } = await open();
    fails = (event) =>
      event.type === 'statement' &&
      event.relations.includes(messages.length === 1 && _ !== 'simple' ? 'public.scratch' : 'public.items');
    send(...messages);
    const got = await until('ReadyForQuery');
    expect(trace(got).filter((line) => line.startsWith('D '))).toEqual([]);
    expect(errorsOf(got).map((fields) => fields.get('C'))).toEqual(['58030']);
    fails = () => false;
    expect(trace(await ask('SELECT 1'))).toContain('D 1');
    await end();
  });

  it('where the audit takes no result record the connection ends, and no other', async () => {
    const other = await stage.connect();
    const { query: ask, until } = await open();
    fails = (event) => event.type === 'result' && event.session !== 0 && event.rows === 3;
    const got = [...(await ask('SELECT id FROM items LIMIT 3')), ...(await until('ReadyForQuery'))];
    expect(trace(got).at(-1)).toBe('E 58030');
    expect(client?.closed).toBe(true);
    fails = () => false;
    expect(trace(await other.query('SELECT 1'))).toContain('D 1');
    await other.end();
  });

  it('where the audit takes no session nobody gets in', async () => {
    fails = (event) => event.type === 'session-start';
    await expect(stage.connect()).rejects.toMatchObject({ cause: { sqlstate: '58030' } });
    fails = (event) => event.type === 'auth-failed';
    await expect(stage.connect('stranger')).rejects.toMatchObject({ cause: { sqlstate: '58030' } });
  });
});
