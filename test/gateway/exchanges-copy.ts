/** Exchanges with COPY. */
import { piped, type Exchanges, simple } from './exchanges.ts';
import {
  bind,
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
} from './wire-client.ts';

export const copyExchanges: Exchanges = [
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
];
