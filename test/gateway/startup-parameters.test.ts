import { describe, expect, inject, it } from 'vitest';
import fc from 'fast-check';
import pg from 'pg';
import { parseOptions, readStartupParameters, splitOptions } from '../../src/gateway/startup-parameters.ts';

const read = (parameters: Record<string, string>) => readStartupParameters(Object.entries({ user: 'ada', ...parameters }));

const settingsOf = (parameters: Record<string, string>) => {
  const verdict = read(parameters);
  return verdict.kind === 'accept' ? [...verdict.request.settings] : verdict;
};

describe('start-up parameters', () => {
  it('that are harmless reach the server, after the two that are always pinned', () => {
    expect(
      settingsOf({
        database: 'shop',
        application_name: 'agent',
        DateStyle: 'ISO',
        statement_timeout: '5s',
        search_path: 'hr, public',
        'app.tenant': '7',
      }),
    ).toEqual([
      ['client_encoding', 'UTF8'],
      ['standard_conforming_strings', 'on'],
      ['application_name', 'agent'],
      ['datestyle', 'ISO'],
      ['statement_timeout', '5s'],
      ['search_path', 'hr, public'],
      ['app.tenant', '7'],
    ]);
  });

  it('keep the database, if there is one', () => {
    expect(read({ database: 'shop' })).toMatchObject({ request: { user: 'ada', database: 'shop' } });
    expect(read({})).toMatchObject({ request: { user: 'ada', database: undefined } });
  });

  it('win over the same ones in options, whatever their case', () => {
    expect(settingsOf({ options: '-c TimeZone=UTC -c work_mem=1MB', timezone: 'Europe/Rome' })).toEqual([
      ['client_encoding', 'UTF8'],
      ['standard_conforming_strings', 'on'],
      ['work_mem', '1MB'],
      ['timezone', 'Europe/Rome'],
    ]);
  });

  it.each([['UTF8'], ['utf-8'], ["'utf-8'"], ['unicode']])('may spell the encoding %s', (client_encoding) => {
    expect(settingsOf({ client_encoding })).toEqual([
      ['standard_conforming_strings', 'on'],
      ['client_encoding', client_encoding],
    ]);
  });

  it('that are protocol extensions are named for NegotiateProtocolVersion and dropped', () => {
    expect(read({ '_pq_.wait': '1', '_pq_.x': '2' })).toMatchObject({
      request: { unsupportedExtensions: ['_pq_.wait', '_pq_.x'] },
    });
    expect(settingsOf({ '_pq_.wait': '1' })).toHaveLength(2);
  });

  it.each([
    ['28000', 'no PostgreSQL user name specified in startup packet', { user: '' }],
    [
      '42501',
      'start-up parameter "replication" is refused: pgveil speaks to clients, not to replicas',
      { replication: 'database' },
    ],
    [
      '42501',
      'start-up parameter "client_encoding" is refused: client_encoding is pinned: statements and values are read as UTF-8',
      { client_encoding: 'SJIS' },
    ],
    [
      '42501',
      'start-up parameter "standard_conforming_strings" is refused: standard_conforming_strings is pinned: a backslash in a string would otherwise begin an escape',
      { options: '-c standard_conforming_strings=off' },
    ],
    [
      '42501',
      'start-up parameter "ROLE" is refused: role is pinned: the connection stays with the credential that the grant names',
      { ROLE: 'x' },
    ],
    [
      '42501',
      'start-up parameter "nonsense" is refused: the setting "nonsense" is not one that pgveil knows',
      { nonsense: 'canary' },
    ],
    ['42501', 'start-up parameter "options" is refused: it holds a switch that sets no setting', { options: '-d 5' }],
  ] as const)('are refused with %s: %s', (sqlstate, message, parameters) => {
    const verdict = read(parameters);
    expect(verdict).toMatchObject({ kind: 'refuse', sqlstate });
    expect(verdict.kind === 'refuse' ? verdict.message : '').toContain(message);
    expect(JSON.stringify(verdict)).not.toContain('canary');
  });

  it('may say that they want no replication', () => {
    expect(read({ replication: 'false' }).kind).toBe('accept');
    expect(read({ replication: 'off' }).kind).toBe('accept');
    expect(read({ replication: 'true' }).kind).toBe('refuse');
    expect(read({ replication: '' }).kind).toBe('refuse');
  });
});

describe('splitOptions', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['a b', ['a', 'b']],
    ['\ta\n\vb\f\r', ['a', 'b']],
    ['a\\ b', ['a b']],
    ['a\\\\b', ['a\\b']],
    ['\\', ['']],
    ['a\\', ['a']],
  ])('%j is %j', (text, parts) => {
    expect(splitOptions(text)).toEqual(parts);
  });

  it('undoes the escaping of any parts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (parts) => {
        const text = parts.map((part) => part.replaceAll(/[\\ \t\n\v\f\r]/g, '\\$&')).join(' ');
        expect(splitOptions(text)).toEqual(parts);
      }),
    );
  });
});

describe('parseOptions', () => {
  it.each([
    [
      '-c a=1 -cb=2 --c-d=3',
      [
        ['a', '1'],
        ['b', '2'],
        ['c_d', '3'],
      ],
    ],
    ['-c search_path=hr,\\ public', [['search_path', 'hr, public']]],
    ['-c a=', [['a', '']]],
    ['-c a=b=c', [['a', 'b=c']]],
    ['', []],
  ])('%s', (text, settings) => {
    expect(parseOptions(text)).toEqual(settings);
  });

  it.each(['-c', '-c a', '--a', '--', '-', 'a=1', '-e', '-ec a=1', '-S 64', '-c =1', '\\'])('refuses %j', (text) => {
    expect(parseOptions(text)).toBeUndefined();
  });

  it.each([15, 18])('reads what PostgreSQL %i reads', async (major) => {
    const port = inject('postgres')[major];
    if (port === undefined) throw new Error(`PostgreSQL ${String(major)} is not running`);
    const texts = [
      '-c application_name=a\\ b',
      '-capplication_name=a\\\\b',
      '--application-name=x  -c application_name=y',
      '-c application_name=\\',
      '-c application_name==',
    ];
    for (const options of texts) {
      const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: 'pw', database: 'postgres', options });
      await client.connect();
      const { rows } = await client.query<{ application_name: string }>('SHOW application_name');
      await client.end();
      expect(new Map(parseOptions(options)).get('application_name')).toBe(rows[0]?.application_name);
    }
  });
});
