/** What is not classified passes as it is: every message through pgveil equals the one of a direct connection. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { majors, openStage, type Stage } from './stage.ts';
import {
  bind,
  closePortal,
  closeStatement,
  copyData,
  copyDone,
  copyFail,
  describePortal,
  describeStatement,
  execute,
  extended,
  flush,
  parse,
  query,
  sync,
  trace,
  type Received,
  type WireClient,
} from './wire-client.ts';

type Exchange = (client: WireClient) => Promise<unknown>;

const simple =
  (...texts: readonly string[]): Exchange =>
  async (client) => {
    for (const text of texts) await client.query(text);
  };

/** Messages in one write, that many ReadyForQuery back. */
const piped =
  (messages: Parameters<WireClient['send']>, ready = 1): Exchange =>
  async (client) => {
    client.send(...messages);
    await client.until('ReadyForQuery', ready);
  };

const all = 'SELECT * FROM items ORDER BY id';

const exchanges: readonly (readonly [string, Exchange])[] = [
  ['text rows of every kind', simple(all, 'SELECT NULL::int, NULL::text', 'SELECT WHERE false', 'TABLE items')],
  ['an empty result', simple('SELECT * FROM items WHERE id < 0')],
  ['an empty query', simple('', ';', ' ; ; ', '-- nothing')],
  ['several statements in a text', simple('SELECT 1; SELECT 2, 3; ; VALUES (4), (5)', 'SELECT 1;;SELECT 2')],
  ['an error in the middle of a text', simple('SELECT 1; SELECT 1/0; SELECT 2', 'SELECT 3')],
  ['a syntax error', simple('SELEC 1', 'SELECT FROM WHERE', 'SELECT 1; SELEC 2')],
  [
    'a relation, column and function that are not there',
    simple('SELECT * FROM nowhere', 'SELECT nothing FROM items', 'SELECT nofn(1)'),
  ],
  [
    'an error with position, detail and hint',
    simple("SELECT 'a'::int", 'SELECT title FROM items GROUP BY id % 2', "SELECT '1' + ''"),
  ],
  [
    'a transaction',
    simple('BEGIN', 'INSERT INTO scratch VALUES (1)', 'SAVEPOINT a', 'SELECT 1/0', 'SELECT 1', 'ROLLBACK TO a', 'ROLLBACK'),
  ],
  ['warnings', simple('COMMIT', 'ROLLBACK', 'BEGIN; BEGIN; ROLLBACK')],
  ['COMMIT AND CHAIN', simple('BEGIN', 'COMMIT AND CHAIN', 'SELECT 1', 'ROLLBACK AND CHAIN', 'ROLLBACK')],
  [
    'a transaction within a text',
    simple('BEGIN; SELECT 1; COMMIT; SELECT 2', 'SELECT 1; ROLLBACK', 'BEGIN; SELECT 1/0', 'ROLLBACK'),
  ],
  [
    'DML with tags and RETURNING',
    simple(
      'BEGIN',
      'INSERT INTO scratch SELECT i, i::text FROM generate_series(1, 5) i RETURNING *',
      'UPDATE scratch SET id = id + 1',
      'DELETE FROM scratch RETURNING id',
      'ROLLBACK',
    ),
  ],
  [
    'DML that violates a constraint',
    simple('INSERT INTO items (id) VALUES (1)', "INSERT INTO items (id, title) VALUES (1, 'x')"),
  ],
  [
    'settings',
    simple("SET DateStyle = 'SQL, DMY'", all, 'SHOW datestyle', "SET application_name = 'x'", 'RESET ALL', 'SHOW timezone'),
  ],
  [
    'cursors',
    simple(
      'BEGIN',
      `DECLARE c SCROLL CURSOR FOR ${all}`,
      'FETCH 3 FROM c',
      'FETCH BACKWARD 2 FROM c',
      'MOVE 5 IN c',
      'FETCH ALL FROM c',
      'CLOSE c',
      'FETCH c',
      'ROLLBACK',
    ),
  ],
  ['a cursor WITH HOLD', simple(`BEGIN; DECLARE h CURSOR WITH HOLD FOR ${all}; COMMIT`, 'FETCH 2 FROM h', 'CLOSE h', 'FETCH h')],
  [
    'PREPARE and EXECUTE',
    simple(
      'PREPARE p (int) AS SELECT title FROM items WHERE id = $1',
      'EXECUTE p(3)',
      'EXECUTE p(99)',
      "EXECUTE p('x')",
      'DEALLOCATE p',
      'EXECUTE p(1)',
    ),
  ],
  ['EXPLAIN', simple('EXPLAIN (COSTS OFF) SELECT * FROM items', 'EXPLAIN (COSTS OFF, FORMAT JSON) SELECT 1')],
  ['DISCARD ALL', simple('PREPARE d AS SELECT 1', 'DISCARD ALL', 'EXECUTE d', 'SELECT 1')],
  ['binary rows', piped([...extended(all, [1]), sync])],
  ['mixed formats', piped([...extended('SELECT id, title FROM items ORDER BY id', [1, 0]), sync])],
  [
    'statements described',
    piped(
      [
        parse('a', 'SELECT $1::int + id, title FROM items WHERE id = $1', [23]),
        describeStatement('a'),
        sync,
        bind('', 'a', ['3']),
        execute(''),
        sync,
        closeStatement('a'),
        sync,
      ],
      3,
    ),
  ],
  [
    'statements without rows described',
    piped(
      [
        parse('b', 'INSERT INTO scratch VALUES ($1)'),
        describeStatement('b'),
        describeStatement('none'),
        sync,
        closeStatement('b'),
        sync,
      ],
      2,
    ),
  ],
  ['execution without description', piped([parse('', all), bind('', ''), execute(''), sync])],
  [
    'a portal suspended and resumed',
    piped(
      [
        query('BEGIN'),
        parse('', all),
        bind('p', ''),
        execute('p', 20),
        execute('p', 20),
        sync,
        execute('p', 20),
        execute('p', 20),
        closePortal('p'),
        sync,
        query('COMMIT'),
      ],
      4,
    ),
  ],
  [
    'portals that are gone',
    piped([execute('gone'), sync, describePortal('gone'), sync, parse('', all), bind('q', ''), sync, execute('q'), sync], 4),
  ],
  ['statements that are gone', piped([closeStatement('gone'), describeStatement('gone'), sync, bind('', 'gone'), sync], 2)],
  ['an empty statement', piped([...extended(''), sync])],
  ['a pipeline', piped([...extended('SELECT 1'), ...extended('SELECT 2'), ...extended('SELECT 3'), sync])],
  [
    'a pipeline with an error',
    piped([...extended('SELECT 1'), ...extended('SELECT 1/0'), ...extended('SELECT 3'), sync, ...extended('SELECT 4'), sync], 2),
  ],
  [
    'an error in Parse, in Bind',
    piped(
      [
        parse('', 'SELEC'),
        bind('', ''),
        execute(''),
        sync,
        parse('', 'SELECT $1::int'),
        bind('', '', ['x']),
        execute(''),
        sync,
        parse('', 'SELECT $1::int'),
        bind('', ''),
        sync,
      ],
      3,
    ),
  ],
  ['several statements in Parse', piped([parse('', 'SELECT 1; SELECT 2'), sync])],
  ['a Query within a group', piped([...extended('SELECT 1'), query('SELECT 2'), ...extended('SELECT 3'), sync], 2)],
  [
    'a Query within a failed group',
    piped([...extended('SELECT 1/0'), query('SELECT 2'), ...extended('SELECT 3'), sync, query('SELECT 4')], 2),
  ],
  ['a failed Query within a group', piped([...extended('SELECT 1'), query('SELECT 1/0'), ...extended('SELECT 3'), sync], 2)],
  [
    'a statement prepared twice',
    piped([parse('t', 'SELECT 1'), parse('t', 'SELECT 2'), sync, bind('', 't'), execute(''), sync, closeStatement('t'), sync], 3),
  ],
  ['Sync upon Sync', piped([sync, sync, ...extended('SELECT 1'), sync, sync], 4)],
  [
    'a statement of each protocol run by the other',
    piped(
      [
        parse('x', all),
        sync,
        query('EXECUTE x'),
        query('PREPARE y AS SELECT 1'),
        bind('', 'y'),
        describePortal(''),
        execute(''),
        sync,
        query('DEALLOCATE ALL'),
        bind('', 'x'),
        sync,
      ],
      6,
    ),
  ],
  [
    'a cursor of each protocol read by the other',
    piped(
      [
        query(`BEGIN; DECLARE k CURSOR FOR ${all}`),
        describePortal('k'),
        execute('k', 2),
        sync,
        query('FETCH 2 FROM k'),
        parse('', all),
        bind('l', ''),
        sync,
        query('FETCH 2 FROM l'),
        query('ROLLBACK'),
      ],
      6,
    ),
  ],
  [
    'EXECUTE and FETCH by the extended protocol',
    piped(
      [
        query(`PREPARE e AS ${all}`),
        ...extended('EXECUTE e', [1]),
        sync,
        query(`BEGIN; DECLARE f CURSOR FOR ${all}`),
        ...extended('FETCH 3 FROM f'),
        ...extended('FETCH 3 FROM f'),
        sync,
        query('ROLLBACK; DEALLOCATE e'),
      ],
      5,
    ),
  ],
  [
    'a transaction by the extended protocol',
    piped(
      [
        ...extended('BEGIN'),
        ...extended('SELECT 1'),
        sync,
        ...extended('SELECT 1/0'),
        sync,
        ...extended('SELECT 1'),
        sync,
        ...extended('ROLLBACK'),
        sync,
      ],
      4,
    ),
  ],
  [
    'COPY out',
    simple(
      'COPY items TO STDOUT',
      'COPY (SELECT id, data FROM items) TO STDOUT (FORMAT csv, HEADER)',
      'COPY items (id, made) TO STDOUT (FORMAT binary)',
      'COPY items TO STDOUT; SELECT 1',
    ),
  ],
  ['COPY out by the extended protocol', piped([...extended('COPY items TO STDOUT'), ...extended('SELECT 1'), sync])],
  [
    'COPY in',
    async (client) => {
      await client.query('BEGIN');
      client.send(query('COPY scratch FROM STDIN'));
      await client.until('CopyInResponse');
      client.send(copyData('1\tone\n2\ttw'), copyData('o\n'), sync, flush, copyDone);
      await client.until('ReadyForQuery');
      await client.query('SELECT * FROM scratch');
      await client.query('ROLLBACK');
    },
  ],
  [
    'COPY in that fails: by the client, by the data, before it begins',
    async (client) => {
      for (const [text, ...data] of [
        ['COPY scratch FROM STDIN', copyData('1\tx\n'), copyFail],
        ['COPY scratch FROM STDIN', copyData('a\tx\n'), copyData('1\tx\n'), copyDone],
        ['COPY nowhere FROM STDIN', copyData('1\tx\n'), copyDone],
        ['SELECT 1; COPY scratch FROM STDIN; SELECT 2', copyFail],
      ] as const) {
        client.send(query(text), ...data);
        await client.until('ReadyForQuery');
      }
      await client.query('SELECT count(*) FROM scratch');
    },
  ],
  [
    'two COPYs in one text',
    piped(
      [
        query('BEGIN'),
        query('COPY scratch FROM STDIN; COPY scratch FROM STDIN; SELECT count(*) FROM scratch'),
        copyData('1\tx\n'),
        copyDone,
        copyData('2\ty\n'),
        copyDone,
        query('ROLLBACK'),
      ],
      3,
    ),
  ],
  [
    'COPY in by the extended protocol',
    piped(
      [
        query('BEGIN'),
        parse('', 'COPY scratch FROM STDIN'),
        bind('', ''),
        describePortal(''),
        execute(''),
        sync,
        copyData('1\tx\n'),
        copyDone,
        sync,
        query('ROLLBACK'),
      ],
      3,
    ),
  ],
  [
    'COPY in by the extended protocol that fails',
    piped(
      [
        parse('', 'COPY scratch FROM STDIN'),
        bind('', ''),
        execute(''),
        sync,
        copyData('a\tx\n'),
        copyDone,
        sync,
        ...extended('SELECT 1'),
        sync,
      ],
      2,
    ),
  ],
  ['stray copy messages', piped([copyData('x'), copyDone, copyFail, query('SELECT 1')])],
  [
    'Flush',
    async (client) => {
      client.send(...extended('SELECT 1'), flush);
      await client.until('CommandComplete');
      client.send(...extended('SELECT 1/0'), flush);
      await client.until('ErrorResponse');
      client.send(...extended('SELECT 2'), sync);
      await client.until('ReadyForQuery');
    },
  ],
  ['notices', simple('CREATE TABLE IF NOT EXISTS items (id int)', 'DROP TABLE IF EXISTS nowhere', 'SELECT 1')],
  [
    'DDL',
    simple(
      'CREATE TABLE made (id int PRIMARY KEY)',
      'INSERT INTO made VALUES (1)',
      'SELECT * FROM made',
      'ALTER TABLE made ADD COLUMN more text',
      'SELECT * FROM made',
      'DROP TABLE made',
      'SELECT * FROM made',
    ),
  ],
  ['DDL in a transaction', simple('BEGIN', 'CREATE TABLE made (id int)', 'SELECT * FROM made', 'ROLLBACK', 'SELECT * FROM made')],
  [
    'DDL and its use in one text',
    simple(
      'CREATE TABLE made (id int); INSERT INTO made VALUES (1), (2); SELECT * FROM made; DROP TABLE made',
      'BEGIN; CREATE TABLE made (id int); SELECT * FROM made; ROLLBACK',
    ),
  ],
  [
    'temporary tables',
    simple(
      'CREATE TEMP TABLE items (id int, own text)',
      "INSERT INTO items VALUES (1, 'temporary')",
      all,
      'DROP TABLE items',
      'SELECT count(*) FROM items',
    ),
  ],
  [
    'a prepared statement over a table that changes',
    simple(
      'CREATE TABLE made (id int)',
      'PREPARE m AS SELECT * FROM made',
      'EXECUTE m',
      'ALTER TABLE made ADD COLUMN b int',
      'EXECUTE m',
      'DROP TABLE made',
      'EXECUTE m',
      'DEALLOCATE m',
    ),
  ],
];

/**
 * The messages as text. Tables that an exchange makes have other oids each time; an error that pgveil finds first has
 * the server's SQLSTATE and its own words; and pgveil's Describe in front of an Execute meets a missing portal first.
 */
const summary = (messages: readonly Received[], other: readonly Received[]): readonly string[] => {
  const tables: number[] = [];
  const ordinal = (oid: number): number => {
    if (oid !== 0 && !tables.includes(oid)) tables.push(oid);
    return tables.indexOf(oid);
  };
  return messages.map(({ message, bytes }, index) => {
    if (message.type === 'RowDescription') {
      return JSON.stringify(message.fields.map(({ raw: _, ...field }) => ({ ...field, table: ordinal(field.table) })));
    }
    const errors = [message, other[index]?.message].flatMap((one) => (one?.type === 'ErrorResponse' ? [one.fields] : []));
    const owned = errors.some((fields) => !fields.has('R'));
    if (message.type === 'ErrorResponse' && message.fields.get('C') === '34000') return message.fields.get('M') ?? '';
    if (message.type === 'ErrorResponse' && owned) return `an error ${message.fields.get('C') ?? ''}`;
    return `${trace([{ message, bytes }])[0] ?? ''} ${bytes.toString('latin1')}`;
  });
};

describe.each(majors)('PostgreSQL %i', (major) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(major);
    await stage.admin(`ALTER TABLE items OWNER TO ${stage.role}`);
  });
  afterAll(async () => stage.stop());

  it.each(exchanges)('%s', async (_, exchange) => {
    const direct = await stage.direct();
    await exchange(direct);
    await direct.end();
    const through = await stage.connect('owner');
    await exchange(through);
    await through.end();
    expect(summary(through.received, direct.received)).toEqual(summary(direct.received, through.received));
  });
});
