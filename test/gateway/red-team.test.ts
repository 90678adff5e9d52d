/** Attempts to make the server answer with another statement's rows than those that pgveil expects. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canary, majors, openStage, type Stage } from './stage.ts';
import {
  bind,
  closeStatement,
  copyData,
  copyDone,
  describePortal,
  execute,
  extended,
  parse,
  query,
  sync,
  trace,
  type Received,
  type WireClient,
} from './wire-client.ts';

const secret = `SELECT upper(ssn) FROM people ORDER BY id`;
const benign = `SELECT upper('x') FROM people ORDER BY id`;

/** All that came, without regard to case. */
const textOf = (messages: readonly Received[]): string =>
  Buffer.concat(messages.map(({ bytes }) => bytes))
    .toString('latin1')
    .toLowerCase();

describe.each(majors)('PostgreSQL %i', (major) => {
  let stage: Stage;
  let client: WireClient;
  beforeAll(async () => {
    stage = await openStage(major);
  });
  afterAll(async () => stage.stop());
  const open = async (principal = 'owner'): Promise<WireClient> => {
    client = await stage.connect(principal);
    return client;
  };
  const forgetPrepared = async (): Promise<void> => {
    const { rows } = await stage.admin('SELECT gid FROM pg_prepared_xacts WHERE database = current_database()');
    for (const { gid } of rows as { gid: string }[]) await stage.admin(`ROLLBACK PREPARED '${gid}'`);
  };
  const done = async (): Promise<string> => {
    await client.end();
    return textOf(client.received);
  };

  it('secret is redacted at all, and the canary is there', async () => {
    await open();
    const messages = await client.query(secret);
    expect(trace(messages).at(-1)).toBe('Z I');
    expect(trace(messages)).toHaveLength(23);
    expect(await done()).not.toContain(canary);
    const direct = await stage.direct();
    expect(trace(await direct.query(secret))).toContain('D CANARY-SSN-1');
    await direct.end();
  });

  it('a prepared statement that an earlier Query of the same write fails to replace', async () => {
    await open();
    await client.query(`PREPARE s AS ${secret}`);
    client.send(query(`SELECT 1/0; DEALLOCATE s; PREPARE s AS ${benign}`), query('EXECUTE s'));
    await client.until('ReadyForQuery', 2);
    expect(await done()).not.toContain(canary);
  });

  it('a named statement that an earlier group of the same write fails to replace', async () => {
    await open();
    client.send(parse('s', secret), sync);
    await client.until('ReadyForQuery');
    client.send(
      ...extended('SELECT 1/0'),
      closeStatement('s'),
      parse('s', benign),
      sync,
      bind('', 's'),
      describePortal(''),
      execute(''),
      sync,
    );
    await client.until('ReadyForQuery', 2);
    expect(await done()).not.toContain(canary);
  });

  it('taking back a change that a later group has made again', async () => {
    await open();
    client.send(parse('s', benign), sync);
    await client.until('ReadyForQuery');
    client.send(...extended('SELECT 1/0'), closeStatement('s'), sync, closeStatement('s'), parse('s', secret), sync);
    await client.until('ReadyForQuery', 2);
    client.send(bind('', 's'), describePortal(''), execute(''), sync);
    await client.until('ReadyForQuery');
    expect(await done()).not.toContain(canary);
  });

  it('names that the server takes for the same because only 63 bytes count', async () => {
    await open();
    const name = 'n'.repeat(63);
    client.send(parse(`${name}1`, benign), sync, closeStatement(`${name}2`), parse(`${name}2`, secret), sync);
    await client.until('ReadyForQuery', 2);
    client.send(bind('', `${name}1`), describePortal(''), execute(''), sync);
    await client.until('ReadyForQuery');
    expect(await done()).not.toContain(canary);
  });

  it('a Sync that the server answers although it lies within copy data', async () => {
    await open();
    client.send(
      parse('', 'COPY scratch FROM STDIN'),
      bind('', ''),
      execute(''),
      sync,
      copyData('not a number\tx\n'),
      sync,
      copyDone,
      sync,
      query(secret),
      query(benign),
    );
    await client.until('ReadyForQuery', 3);
    expect(trace(client.received).filter((line) => line === 'D X')).toHaveLength(20);
    expect(await done()).not.toContain(canary);
  });

  it('a text that pgveil cannot resolve, run by the name under which the server took it', async () => {
    await open('reader');
    const before = await stage.admin('SELECT count(*)::int AS n FROM scratch');
    client.send(parse('s', 'INSERT INTO scratch SELECT 1 WHERE hypothetical(1)'), sync);
    await client.until('ReadyForQuery');
    expect(before.rows[0].n).toBe(0);
    expect(await done()).not.toContain(canary);
  });

  it('DECLARE of another cursor under the name within one text', async () => {
    await open();
    await client.query(`BEGIN; DECLARE c CURSOR FOR ${benign}`);
    await client.query(`CLOSE c; DECLARE c CURSOR FOR ${secret}; FETCH ALL FROM c`);
    await client.query('FETCH ALL FROM c');
    client.send(describePortal('c'), execute('c'), sync);
    await client.until('ReadyForQuery');
    await client.query(`ROLLBACK; BEGIN; DECLARE c CURSOR FOR ${secret}`);
    client.send(describePortal('c'), execute('c'), sync);
    await client.until('ReadyForQuery');
    expect(await done()).not.toContain(canary);
  });

  it('a search_path that ROLLBACK takes back within the text that uses it', async () => {
    await open();
    await client.query('SET search_path = vault, public');
    await client.query('BEGIN');
    await client.query('SET search_path = plain, public');
    expect(trace(await client.query('SELECT upper(note) FROM notes WHERE id = 1'))).toContain('D PLAIN NOTE 1');
    await client.query('ROLLBACK; SELECT upper(note) FROM notes');
    await client.query('BEGIN');
    await client.query('SET search_path = plain, public');
    await client.query('SELECT 1/0');
    await client.query('ROLLBACK; SELECT upper(note) FROM notes');
    await client.query('BEGIN');
    await client.query('SET search_path = plain, public');
    client.send(...extended('ROLLBACK'), ...extended('SELECT upper(note) FROM notes'), sync);
    await client.until('ReadyForQuery');
    expect(await done()).not.toContain(canary);
  });

  it.each([
    [
      'a SET LOCAL that COMMIT takes back',
      ['BEGIN', 'SET LOCAL search_path = plain, public'],
      'COMMIT; SELECT upper(note) FROM notes',
    ],
    ['a SET LOCAL of the same text', [], 'BEGIN; SET LOCAL search_path = plain, public; COMMIT; SELECT upper(note) FROM notes'],
    [
      'a SET that the COMMIT of a failed transaction takes back',
      ['BEGIN', 'SET search_path = plain, public', 'SELECT 1/0'],
      'COMMIT; SELECT upper(note) FROM notes',
    ],
    [
      'a SET that ROLLBACK TO takes back',
      ['BEGIN', 'SAVEPOINT a', 'SET search_path = plain, public'],
      'ROLLBACK TO a; SELECT upper(note) FROM notes',
    ],
    [
      'PREPARE TRANSACTION behind SET LOCAL',
      ['BEGIN', 'SET LOCAL search_path = plain, public'],
      "PREPARE TRANSACTION 'gw_red_team'; SELECT upper(note) FROM notes",
    ],
  ])('%s', async (_, before, text) => {
    await open();
    await client.query('SET search_path = vault, public');
    for (const sql of before) await client.query(sql);
    await client.query(text);
    await forgetPrepared();
    await client.query('ROLLBACK');
    await client.query('SET search_path = vault, public');
    for (const sql of before) await client.query(sql);
    client.send(...text.split('; ').flatMap((sql) => extended(sql)), sync);
    await client.until('ReadyForQuery');
    await forgetPrepared();
    expect(await done()).not.toContain(canary);
  });

  it('a group that begins with a message that is not judged, behind a change of search_path', async () => {
    await open();
    await client.query('SET search_path = plain, public');
    await client.query('SELECT upper(note) FROM notes');
    await client.query(`SELECT set_config('search_path', 'vault, public', false)`);
    client.send(closeStatement('none'), ...extended('SELECT upper(note) FROM notes'), sync);
    await client.until('ReadyForQuery');
    expect(trace(client.received)).toContain('CloseComplete');
    expect(await done()).not.toContain(canary);
  });
});
