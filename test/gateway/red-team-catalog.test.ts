/** What other sessions do to the catalog between the judging of a statement and its run. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canary, majors, openStage, type Stage } from './stage.ts';
import { bind, execute, flush, parse, query, sync, trace, type Received, type WireClient } from './wire-client.ts';

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
  const lockWait = async (): Promise<void> =>
    stage.until(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
  const done = async (): Promise<string> => {
    await client.end();
    return textOf(client.received);
  };

  it('a group that stays open while another session replaces a view', async () => {
    await open();
    await client.query(`CREATE OR REPLACE VIEW kept AS SELECT id, upper('x' || id) AS word FROM people`);
    await client.query('SELECT word FROM kept WHERE id = 1');
    client.send(parse('a', 'SELECT 1'), flush);
    await client.until('ParseComplete');
    const other = await stage.connect('owner');
    await other.query(`CREATE OR REPLACE VIEW kept AS SELECT id, upper(ssn) AS word FROM people`);
    client.send(parse('b', 'SELECT word FROM kept'), bind('', 'b'), execute(''), sync);
    await client.until('ReadyForQuery');
    expect(trace(client.received).at(-2)).toBe('C SELECT 20');
    await other.end();
    expect(await done()).not.toContain(canary);
  });

  it('a view replaced by another session while this one has a catalog of its own', async () => {
    await open();
    await client.query(`CREATE OR REPLACE VIEW owned AS SELECT id, upper('x' || id) AS word FROM people`);
    await client.query('CREATE TEMP TABLE mine (id int)');
    expect(trace(await client.query('SELECT word FROM owned WHERE id = 1'))).toContain('D X1');
    const other = await stage.connect('owner');
    await other.query(`CREATE OR REPLACE VIEW owned AS SELECT id, upper(ssn) AS word FROM people`);
    await client.query('SELECT word FROM owned');
    await other.end();
    expect(await done()).not.toContain(canary);
  });

  it('a text that waits for a lock in front of a name that another session takes over', async () => {
    await open();
    await stage.admin(`
      CREATE TABLE vault.fresh (id int, note text); INSERT INTO vault.fresh VALUES (1, 'canary');
      CREATE VIEW plain.fresh AS SELECT 1 AS id, 'x' AS note; ALTER VIEW plain.fresh OWNER TO ${stage.role};
      GRANT ALL ON vault.fresh TO PUBLIC; GRANT ALL ON items TO ${stage.role}; ALTER TABLE items OWNER TO ${stage.role}`);
    await client.query('SET search_path = plain, vault, public');
    await client.query('SELECT upper(note) FROM fresh');
    const other = await stage.connect('owner');
    await other.query('BEGIN');
    await other.query('LOCK TABLE items IN ACCESS EXCLUSIVE MODE');
    client.send(query('SELECT count(*) FROM items; SELECT upper(note) FROM fresh'));
    await lockWait();
    await other.query('ALTER VIEW plain.fresh RENAME TO old');
    await other.query('COMMIT');
    await client.until('ReadyForQuery');
    await other.end();
    expect(await done()).not.toContain(canary);
  });

  it('a view replaced by another session of pgveil', async () => {
    await open();
    await client.query(`CREATE OR REPLACE VIEW swapped AS SELECT id, upper('x' || id) AS word FROM people`);
    expect(trace(await client.query('SELECT word FROM swapped WHERE id = 1'))).toContain('D X1');
    const other = await stage.connect('owner');
    await other.query(`CREATE OR REPLACE VIEW swapped AS SELECT id, upper(ssn) AS word FROM people`);
    await client.query('SELECT word FROM swapped');
    await other.end();
    expect(await done()).not.toContain(canary);
  });

  it('a view replaced while the statement waits for its lock', async () => {
    await open();
    await client.query(`CREATE OR REPLACE VIEW locked AS SELECT id, upper('x' || id) AS word FROM people`);
    await client.query('SELECT word FROM locked WHERE id = 1');
    const other = await stage.connect('owner');
    await other.query('BEGIN');
    await other.query(`CREATE OR REPLACE VIEW locked AS SELECT id, upper(ssn) AS word FROM people`);
    client.send(query('SELECT word FROM locked'));
    for (;;) {
      const waiting = await stage.admin(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (waiting.rows.length > 0) break;
    }
    await other.query('COMMIT');
    await client.until('ReadyForQuery');
    await other.end();
    expect(await done()).not.toContain(canary);
  });

  it.each(['READ COMMITTED', 'REPEATABLE READ'])(
    'a view replaced while a %s transaction with a catalog of its own is open',
    async (level) => {
      await open();
      await client.query(`CREATE OR REPLACE VIEW frozen AS SELECT id, upper('x' || id) AS word FROM people`);
      await client.query('CREATE TEMP TABLE mine (id int)');
      await client.query(`BEGIN ISOLATION LEVEL ${level}`);
      await client.query('SELECT count(*) FROM items');
      const other = await stage.connect('owner');
      await other.query(`CREATE OR REPLACE VIEW frozen AS SELECT id, upper(ssn) AS word FROM people`);
      await client.query('SELECT word FROM frozen');
      await client.query('CREATE TEMP TABLE more (id int)');
      await client.query('SELECT word FROM frozen');
      await other.end();
      expect(await done()).not.toContain(canary);
    },
  );

  it('changes by others that do not concern a statement do not withhold its rows', async () => {
    await open();
    const other = await stage.connect('owner');
    await other.query('BEGIN');
    await other.query('CREATE TABLE unrelated AS SELECT id, title FROM items');
    await other.query('CREATE VIEW unrelated_view AS SELECT * FROM items');
    await other.query('CREATE INDEX unrelated_index ON items (title)');
    expect(trace(await client.query('SELECT title FROM items WHERE id = 1'))).toContain('D title 1');
    await other.query('ROLLBACK');
    await other.end();
    expect(await done()).not.toContain(canary);
  });
});
