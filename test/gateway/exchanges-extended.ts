/** Exchanges by the extended protocol. */
import { all, type Exchanges, piped } from './exchanges.ts';
import {
  bind,
  closePortal,
  closeStatement,
  describePortal,
  describeStatement,
  execute,
  extended,
  flush,
  parse,
  query,
  sync,
} from './wire-client.ts';

export const extendedExchanges: Exchanges = [
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
];
