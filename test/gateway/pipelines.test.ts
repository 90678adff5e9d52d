/** Messages of one group behind a statement that may have changed what names mean: pgveil looks before it judges them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canary, majors, openStage, type Stage } from './stage.ts';
import { bind, describePortal, execute, parse, type Received, type Sent, sync, trace, type WireClient } from './wire-client.ts';

const sql = `
  CREATE TABLE jobs (id int PRIMARY KEY, state text, changed timestamptz);
  INSERT INTO jobs SELECT i, 'new' FROM generate_series(1, 9) i;
  CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.changed := now(); RETURN NEW; END$$;
  CREATE TRIGGER touch BEFORE UPDATE ON jobs FOR EACH ROW EXECUTE FUNCTION touch();
  CREATE TABLE lure (id int);
  CREATE FUNCTION lead_away() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN PERFORM set_config('search_path', 'vault, public', false); RETURN NEW; END$$;
  CREATE TRIGGER lead_away BEFORE INSERT ON lure FOR EACH ROW EXECUTE FUNCTION lead_away();
  GRANT ALL ON jobs, lure TO PUBLIC;`;

/** As drivers send a statement without a name. */
const unnamed = (text: string, parameters: readonly string[] = []): readonly Sent[] => [
  parse('', text),
  bind('', '', parameters),
  describePortal(''),
  execute(''),
];

const update = 'UPDATE jobs SET state = $1 WHERE id = $2::int';

const groups: readonly (readonly [name: string, messages: readonly Sent[]])[] = [
  [
    'one statement with many parameters, on a table with a trigger',
    [parse('s', update), ...['1', '2', '3'].flatMap((id) => [bind('', 's', ['done', id]), execute('')]), sync],
  ],
  [
    'several statements on a table with a trigger',
    [
      ...unnamed(update, ['done', '4']),
      ...unnamed(update, ['late', '5']),
      ...unnamed('SELECT id, state FROM jobs WHERE id < 6 ORDER BY id'),
      sync,
    ],
  ],
  [
    'statements behind one that fails',
    [
      ...unnamed(update, ['done', '6']),
      ...unnamed('UPDATE jobs SET id = 1/(id - id) WHERE id = 6'),
      ...unnamed(update, ['late', '7']),
      sync,
      ...unnamed('SELECT id, state FROM jobs WHERE id > 5 ORDER BY id'),
      sync,
    ],
  ],
  [
    'a name that there is not, behind a trigger',
    [...unnamed(update, ['done', '8']), ...unnamed('SELECT nothing FROM jobs'), ...unnamed('SELECT 1'), sync],
  ],
  [
    'a function with an OUT parameter, as pgjdbc calls it',
    [
      parse('', 'select * from upper($1,$2) as result', [2278, 1043]),
      bind('', '', [null, 'a']),
      describePortal(''),
      execute(''),
      sync,
    ],
  ],
  [
    'a table that the group makes, fills and reads',
    [
      ...unnamed('CREATE TABLE made (id int, note text)'),
      ...unnamed(`INSERT INTO made VALUES (1, 'a'), (2, 'b')`),
      ...unnamed('SELECT id, note::varchar FROM made ORDER BY id'),
      ...unnamed('DROP TABLE made'),
      sync,
    ],
  ],
  [
    'a transaction and a definition within a group',
    [
      ...unnamed('BEGIN'),
      ...unnamed('ALTER TABLE items ADD COLUMN added int DEFAULT 7'),
      ...unnamed('SELECT id, added FROM items ORDER BY id LIMIT 1'),
      ...unnamed('ROLLBACK'),
      ...unnamed('SELECT id, title FROM items ORDER BY id LIMIT 1'),
      sync,
    ],
  ],
];

const readies = (messages: readonly Sent[]): number => messages.filter((message) => message === sync).length;

describe.each(majors)('PostgreSQL %i', (major) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(major, { sql });
  });
  afterAll(async () => stage.stop());

  const answers = async (client: WireClient, messages: readonly Sent[]): Promise<readonly Received[]> => {
    client.send(...messages);
    await client.until('ReadyForQuery', readies(messages));
    await client.end();
    return client.received;
  };

  it.each(groups)('%s', async (_, messages) => {
    await stage.admin(`UPDATE jobs SET state = 'new'`);
    const direct = trace(await answers(await stage.direct(), messages));
    await stage.admin(`UPDATE jobs SET state = 'new'`);
    expect(trace(await answers(await stage.connect('owner'), messages))).toEqual(direct);
  });

  it('a trigger that leads search_path to classified columns of the same names', async () => {
    const client = await stage.connect('owner');
    await client.query('SET search_path = plain, public');
    client.send(
      parse('before', 'SELECT note FROM notes ORDER BY id'),
      bind('', 'before'),
      execute(''),
      ...unnamed('INSERT INTO lure VALUES (1)'),
      ...unnamed('SELECT note FROM notes ORDER BY id'),
      bind('', 'before'),
      execute(''),
      sync,
      ...unnamed('SELECT note FROM notes ORDER BY id'),
      sync,
    );
    await client.until('ReadyForQuery', 2);
    await client.end();
    const rows = trace(client.received).filter((line) => line.startsWith('D '));
    expect(rows).toEqual([1, 2, 3, 4, 5].map((id) => `D plain note ${String(id)}`).concat(Array<string>(15).fill('D ***')));
    expect(Buffer.concat(client.received.map(({ bytes }) => bytes)).toString('latin1')).not.toContain(canary);
  });
});
