/** Functions that look names up when they are called, and a search_path that changes between the reading and the call. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canary, majors, openStage, type Stage } from './stage.ts';
import { bind, execute, parse, query, sync, trace, type WireClient } from './wire-client.ts';

const sql = `SET check_function_bodies = off; CREATE FUNCTION late_note() RETURNS text LANGUAGE sql VOLATILE AS 'SELECT note FROM notes ORDER BY id LIMIT 1'`;

const notes = 'SELECT late_note() FROM generate_series(1, 4)';

describe.each(majors)('PostgreSQL %i', (major) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(major, { sql });
  });
  afterAll(async () => stage.stop());

  const on = async (path: string): Promise<WireClient> => {
    const client = await stage.connect('owner');
    await client.query(`SET search_path TO ${path}, public`);
    return client;
  };
  const seen = async (client: WireClient): Promise<string> => {
    await client.end();
    return client.received.map(({ bytes }) => bytes.toString('latin1').toLowerCase()).join('');
  };

  it('masks or shows what the names mean at the time', async () => {
    const plain = await on('plain');
    expect(trace(await plain.query(notes))).toContain('D plain note 1');
    await plain.end();
    const vault = await on('vault');
    await vault.query(notes);
    expect(await seen(vault)).not.toContain(canary);
  });

  it('refuses a statement that sets the path while it runs', async () => {
    const client = await on('plain');
    await client.query("SELECT set_config('search_path', 'vault, public', false), late_note()");
    const text = await seen(client);
    expect(text).toContain('function.late');
    expect(text).not.toContain(canary);
  });

  it('a cursor goes on as it was, and shows nothing once the path has changed', async () => {
    const client = await on('plain');
    await client.query(`BEGIN; DECLARE c CURSOR FOR ${notes}`);
    expect(trace(await client.query('FETCH c'))).toContain('D plain note 1');
    await client.query('SET search_path TO vault, public');
    await client.query('FETCH c');
    client.send(parse('', 'FETCH c'), bind('', ''), execute(''), sync);
    await client.until('ReadyForQuery');
    expect(await seen(client)).not.toContain(canary);
  });

  it.each([
    ['a portal', []],
    ['a portal that has begun', [execute('p', 1)]],
  ])('%s is refused once the path has changed', async (_, begun) => {
    const client = await on('plain');
    client.send(parse('s', notes), bind('p', 's'), ...begun);
    client.send(parse('', 'SET search_path TO vault, public'), bind('', ''), execute(''), execute('p'), sync);
    await client.until('ReadyForQuery');
    const text = await seen(client);
    expect(text).toContain('function.late');
    expect(text).not.toContain(canary);
  });

  it('a portal whose path stays the same runs to its end', async () => {
    const client = await on('plain');
    client.send(parse('s', notes), bind('p', 's'), execute('p', 1), execute('p'), sync);
    const messages = await client.until('ReadyForQuery');
    expect(trace(messages).filter((line) => line === 'D plain note 1')).toHaveLength(4);
    await client.end();
  });

  it('a relation that comes to stand before the one that was read', async () => {
    const client = await on('plain');
    await client.query(`BEGIN; DECLARE c CURSOR FOR ${notes}`);
    await client.query('CREATE TEMP VIEW notes AS SELECT id, note FROM vault.notes');
    client.send(query('FETCH c'));
    await client.until('ReadyForQuery');
    expect(await seen(client)).not.toContain(canary);
  });
});
