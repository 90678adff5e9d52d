/** The session alone: what the server owes, message by message. */
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { BackendMessage } from '../../src/wire/backend.ts';
import { openStage, type Stage } from '../gateway/stage.ts';
import {
  bind,
  closePortal,
  copyData,
  copyDone,
  copyFail,
  describePortal,
  execute,
  extended,
  flush,
  parse,
  query,
  sync,
} from '../gateway/wire-client.ts';
import {
  bound,
  closed,
  columns,
  copyInResponse,
  createScript,
  done,
  failure,
  majors,
  noData,
  openCourt,
  parsed,
  ready,
  row,
  suspended,
  type Court,
  type Script,
} from './script.ts';

const major = majors.at(-1) ?? 0;
const secret = 'SELECT upper(ssn) FROM people';
const benign = "SELECT upper('x') FROM people";

describe.skipIf(majors.length === 0)('the state machine', () => {
  let stage: Stage;
  let court: Court;
  let s: Script;
  beforeAll(async () => {
    stage = await openStage(major);
    court = await openCourt(inject('postgres')[major] ?? 0, stage.database);
  });
  afterAll(async () => stage.stop());
  beforeEach(async () => {
    s = createScript(court);
    await s.begin();
  });

  it('asks where names resolve before the first text, under a name of its own', async () => {
    const fresh = createScript(court);
    await fresh.client(query('SELECT 2'));
    expect(fresh.sent()).toEqual(['Parse own', 'Bind own own', 'Execute own', 'Close own', 'Close own', 'Sync']);
    await fresh.server(parsed, bound, row('public'), done('SHOW'), closed, closed, ready());
    expect(fresh.sent()).toEqual(['Query SELECT 2']);
    expect(fresh.got()).toEqual([]);
  });

  it('a question that the server refuses costs one message, not the connection', async () => {
    const fresh = createScript(court);
    await fresh.client(query('SELECT 2'));
    fresh.sent();
    await fresh.server(failure('57014'), ready());
    expect(fresh.sent()).toEqual(['Execute own refused', 'Sync']);
    await fresh.server(failure('34000'), ready());
    expect(fresh.got()).toEqual(['error 57014', 'ready I']);
    expect(fresh.fatal).toBeUndefined();
  });

  it('a refusal takes the place of the message, and the group fails with it', async () => {
    await s.client(...extended('SELECT 1'), ...extended('DO $$ $$'), ...extended('SELECT 3'), sync, query('SELECT 4'));
    expect(s.sent()).toEqual(['Parse', 'Bind', 'Describe', 'Execute', 'Execute own refused', 'Sync', 'Query SELECT 4']);
    await s.server(
      parsed,
      bound,
      columns('a'),
      row('1'),
      done('SELECT 1'),
      failure('34000'),
      ready(),
      columns('a'),
      row('4'),
      done('SELECT 1'),
      ready(),
    );
    expect(s.got()).toEqual([
      'ParseComplete',
      'BindComplete',
      'RowDescription',
      'row 1',
      'SELECT 1',
      'error 0A000',
      'ready I',
      'RowDescription',
      'row 4',
      'SELECT 1',
      'ready I',
    ]);
  });

  it('what a pipeline sends behind an error is dropped up to Sync, however the messages arrive', async () => {
    await s.client(...extended('SELECT 1/0'), flush);
    await s.server(parsed, bound, columns('a'), failure('22012'));
    await s.client(...extended('SELECT 2'), query('SELECT 3'), copyData('x'), copyDone);
    expect(s.sent()).toEqual(['Parse', 'Bind', 'Describe', 'Execute', 'Flush']);
    await s.client(sync, query('SELECT 4'));
    expect(s.sent()).toEqual(['Sync', 'Query SELECT 4']);
    await s.server(ready());
    expect(s.got().at(-1)).toBe('ready I');
  });

  it('a Query that the server skips is not waited for, and the unnamed statement is what it was', async () => {
    await s.client(parse('', benign), bind('', ''), execute(''), query(secret), sync);
    await s.server(parsed, bound, columns('u'), failure('57014'), ready());
    expect(s.got().at(-1)).toBe('ready I');
    await s.client(bind('', ''), describePortal(''), execute(''), sync);
    await s.server(bound, columns('u'), row('X'), done('SELECT 1'), ready());
    expect(s.got()).toEqual(['BindComplete', 'RowDescription', 'row X', 'SELECT 1', 'ready I']);
  });

  it('a silent Describe goes before an Execute that the client did not describe', async () => {
    await s.client(parse('', secret), bind('', ''), execute('', 1), sync);
    expect(s.sent()).toEqual(['Parse', 'Bind', 'Describe', 'Execute', 'Sync']);
    await s.server(parsed, bound, columns('upper'), row('CANARY'), suspended, ready());
    const got = s.got();
    expect(got.map((line) => line.split(' ')[0])).toEqual(['ParseComplete', 'BindComplete', 'row', 'PortalSuspended', 'ready']);
    expect(got.join()).not.toContain('CANARY');
  });

  it.each([
    ['a row that nobody asked for', [row('CANARY')]],
    ['a description', [columns('a')]],
    ['a completion', [done('SELECT 1')]],
    ['ReadyForQuery', [ready()]],
    ['copy data', [{ type: 'CopyData', data: Buffer.from('CANARY') }]],
    ['the end of copy data', [{ type: 'CopyDone' }]],
    ['CopyInResponse', [copyInResponse]],
    ['CopyOutResponse', [{ type: 'CopyOutResponse', format: 0, columnFormats: [] }]],
    ['CopyBothResponse', [{ type: 'CopyBothResponse', format: 0, columnFormats: [] }]],
    ['the result of a function call', [{ type: 'FunctionCallResponse', value: Buffer.from('CANARY') }]],
    ['ParseComplete', [parsed]],
    ['an authentication request', [{ type: 'AuthenticationCleartextPassword' }]],
    ['a key', [{ type: 'BackendKeyData', processId: 1, secretKey: Buffer.alloc(4) }]],
  ] as const)('out of state, the connection ends: %s', async (_, messages) => {
    await s.server(...messages);
    expect(s.fatal).toMatch(/^(08P01|PGVEIL_PROTOCOL)$/);
    expect(s.got()).toEqual([]);
    await s.server(row('CANARY'), ready());
    expect(s.got()).toEqual([]);
  });

  it.each([
    [
      'ReadyForQuery before all statements of a text are complete',
      [query(`${secret}; ${benign}`)],
      [columns('u'), row('CANARY'), done('SELECT 1'), ready()],
    ],
    ['one completion too many', [query(benign)], [columns('u'), done('SELECT 0'), done('SELECT 0')]],
    ['rows of a statement that is complete', [query(benign)], [columns('u'), done('SELECT 0'), row('CANARY')]],
    ['rows without a description', [query(secret)], [row('CANARY')]],
    ['a row in place of the answer to Parse', [...extended(secret), sync], [row('CANARY')]],
    ['rows where a refusal stands', [query('DO $$ $$')], [columns('u'), row('CANARY')]],
    ['COPY data of a SELECT', [query(secret)], [{ type: 'CopyOutResponse', format: 0, columnFormats: [0] }]],
    ['CopyInResponse to a SELECT', [query(secret)], [copyInResponse]],
    ['CopyInResponse twice', [query('COPY scratch FROM STDIN')], [copyInResponse, copyInResponse]],
    ['the completion of a COPY whose data has not ended', [query('COPY scratch FROM STDIN')], [copyInResponse, done('COPY 0')]],
  ] as const)('an answer that does not fit, the connection ends: %s', async (_, messages, answers) => {
    await s.client(...messages);
    await s.server(...answers);
    expect(s.fatal).toMatch(/^(08P01|PGVEIL_PROTOCOL)$/);
    expect(s.got().join()).not.toContain('CANARY');
  });

  it('a second description for one statement, as a rule makes it, is of rows that nobody planned', async () => {
    await s.client(query(benign));
    await s.server(columns('u'), row('X'), columns('u'), row('CANARY'), done('SELECT 1'), ready());
    expect(s.got().join()).not.toContain('CANARY');
    expect(s.fatal).toBeUndefined();
  });

  it('copy mode: Sync and Flush stay away from the server, the rest waits until it has begun', async () => {
    await s.client(query('COPY scratch FROM STDIN'), copyData('1\tx\n'), sync, flush, copyDone, query('SELECT 1'));
    expect(s.sent()).toEqual(['Query COPY scratch FROM STDIN']);
    await s.server(copyInResponse);
    expect(s.sent()).toEqual(['CopyData', 'CopyDone', 'Query SELECT 1']);
    await s.server(done('COPY 1'), ready());
    expect(s.got()).toEqual(['CopyInResponse', 'COPY 1', 'ready I']);
  });

  it('copy mode that an error ends: the data behind it counts for nothing, and a Sync does', async () => {
    await s.client(...extended('COPY scratch FROM STDIN'), sync, copyData('a\tx\n'));
    await s.server(parsed, bound, noData, copyInResponse);
    expect(s.sent()).toEqual(['Parse', 'Bind', 'Describe', 'Execute', 'CopyData']);
    await s.server(failure('22P02'));
    await s.client(copyData('1\tx\n'), copyDone, sync);
    expect(s.sent()).toEqual(['Sync']);
    await s.server(ready());
    expect(s.got().slice(-2)).toEqual(['error 22P02', 'ready I']);
  });

  it('several COPYs of one text: each has its own beginning', async () => {
    await s.client(query('COPY scratch FROM STDIN; COPY scratch FROM STDIN'));
    await s.server(copyInResponse);
    await s.client(copyDone, sync, copyFail);
    expect(s.sent().slice(1)).toEqual(['CopyDone']);
    await s.server(done('COPY 0'), copyInResponse);
    expect(s.sent()).toEqual(['CopyFail']);
    await s.server(failure('57014'), ready());
    expect(s.got()).toEqual(['CopyInResponse', 'COPY 0', 'CopyInResponse', 'error 57014', 'ready I']);
  });

  it('anything else in copy mode ends the connection', async () => {
    await s.client(query('COPY scratch FROM STDIN'));
    await s.server(copyInResponse);
    await s.client(parse('', 'SELECT 1'));
    expect(s.fatal).toBe('08P01');
  });

  it('a name is used when it is known what it stands for', async () => {
    await s.client(parse('a', secret), sync);
    await s.server(parsed, ready());
    await s.client(...extended('SELECT 1/0'), parse('a', benign), sync, bind('', 'a'), describePortal(''), execute(''), sync);
    expect(s.sent().filter((line) => line.startsWith('Bind'))).toEqual(['Bind']);
    await s.server(parsed, bound, columns('a'), failure('22012'), ready());
    expect(s.sent()).toEqual(['Bind  a', 'Describe', 'Execute', 'Sync']);
    s.got();
    await s.server(bound, columns('upper'), row('CANARY'), done('SELECT 1'), ready());
    expect(s.got().join()).not.toContain('CANARY');
  });

  it('a name of the same group needs no waiting, nor does a pipeline of unnamed ones', async () => {
    await s.client(
      parse('a', benign),
      bind('p', 'a'),
      execute('p'),
      sync,
      ...extended('SELECT 1'),
      sync,
      ...extended('SELECT 2'),
      sync,
    );
    expect(s.sent().filter((line) => line === 'Sync')).toHaveLength(3);
  });

  it('EXECUTE means what its name stands for when it runs', async () => {
    await s.client(query(`PREPARE e AS ${benign}`));
    await s.server(done('PREPARE'), ready());
    await s.client(parse('x', 'EXECUTE e'), bind('p', 'x'), describePortal('p'), sync);
    await s.server(parsed, bound, columns('upper'), ready('T'));
    await s.client(query(`DEALLOCATE e; PREPARE e AS ${secret}`));
    await s.server(done('DEALLOCATE'), done('PREPARE'), ready('T'));
    s.got();
    s.sent();
    await s.client(execute('p'), sync);
    expect(s.sent()).toEqual(['Describe p', 'Execute p', 'Sync']);
    await s.server(columns('upper'), row('CANARY'), done('SELECT 1'), ready('T'));
    expect(s.got().join()).not.toContain('CANARY');
  });

  it('asynchronous messages belong nowhere and are passed on where they come', async () => {
    const notice: BackendMessage = {
      type: 'NoticeResponse',
      fields: new Map([
        ['S', 'NOTICE'],
        ['C', '00000'],
        ['M', 'hello'],
      ]),
    };
    const status: BackendMessage = { type: 'ParameterStatus', name: 'DateStyle', value: 'ISO, MDY' };
    await s.client(...extended('SELECT 1'), sync);
    await s.server(
      status,
      parsed,
      notice,
      bound,
      status,
      columns('a'),
      notice,
      row('1'),
      done('SELECT 1'),
      status,
      ready(),
      notice,
    );
    expect(s.got().filter((line) => line === 'NoticeResponse' || line === 'ParameterStatus')).toHaveLength(6);
    expect(s.fatal).toBeUndefined();
  });

  it.each([
    ['client_encoding', 'LATIN1'],
    ['standard_conforming_strings', 'off'],
  ])('the connection ends when the server says that %s is %s', async (name, value) => {
    await s.server({ type: 'ParameterStatus', name, value });
    expect(s.fatal).toBe('0A000');
  });

  it('a portal that is closed while it is suspended has its result on record', async () => {
    await s.client(query('BEGIN'));
    await s.server(done('BEGIN'), ready('T'));
    await s.client(parse('', benign), bind('p', ''), execute('p', 1), closePortal('p'), sync);
    await s.server(parsed, bound, columns('u'), row('X'), suspended, closed, ready('T'));
    expect(s.events.findLast(({ type }) => type === 'result')).toMatchObject({ rows: 1 });
  });

  it('nothing is said or taken behind the end', async () => {
    await s.client(query(secret));
    s.session.end('57P01');
    await s.server(columns('u'), row('CANARY'), done('SELECT 1'), ready());
    await s.client(query('SELECT 1'));
    expect(s.got()).toEqual([]);
    expect(s.events.at(-1)).toMatchObject({ type: 'result', sqlstate: '57P01' });
  });
});
