/** Start-up packets, encryption, versions. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeStartup } from '../../src/wire/startup.ts';
import { createAuthority } from '../support/certificates.ts';
import { fatalIn, messagesIn, open, read, rest, startTls } from './hello.ts';
import { majors, openStage, type Stage } from './stage.ts';
import { connectWire, trace } from './wire-client.ts';

const served = createAuthority('pgveil test CA').issue({ commonName: 'localhost', names: ['localhost'] });
const directory = mkdtempSync(join(tmpdir(), 'pgveil-hello-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(directory, name), text, { mode: 0o600 });
  return join(directory, name);
};
const tls = { cert: file('cert.pem', served.cert), key: file('key.pem', served.key) };
const sslRequest = encodeStartup({ type: 'SSLRequest' });
const gssRequest = encodeStartup({ type: 'GSSENCRequest' });

describe.each(majors.slice(-1))('PostgreSQL %i', (major) => {
  let stage: Stage;
  let plain: Stage;
  beforeAll(async () => {
    [stage, plain] = await Promise.all([openStage(major, { tls }), openStage(major)]);
  });
  afterAll(async () => Promise.all([stage.stop(), plain.stop()]));

  const port = (of = stage): number => of.gateway.gateway.port;
  const startup = (parameters: Readonly<Record<string, string>>, minor = 0): Buffer =>
    encodeStartup({
      type: 'StartupMessage',
      major: 3,
      minor,
      parameters: new Map(Object.entries({ user: 'reader', database: stage.database, ...parameters })),
    });
  const url = (query: string): string => stage.gateway.url('reader', stage.database, query);

  it.each(['?sslmode=require&channel_binding=require', '?sslmode=require&sslnegotiation=direct', '?sslmode=disable'])(
    'serves a client with %s',
    async (query) => {
      const client = await connectWire(url(query));
      expect(trace(await client.query('SELECT count(*) FROM people WHERE id < 4'))).toContain('D 3');
      await client.end();
    },
  );

  it('binds SCRAM to the channel where the client can', async () => {
    const socket = await open(port());
    socket.write(sslRequest);
    expect((await read(socket)).toString()).toBe('S');
    const secure = await startTls(socket, undefined);
    secure.write(startup({}));
    const [message] = messagesIn(await read(secure));
    secure.destroy();
    expect(message).toEqual({ type: 'AuthenticationSASL', mechanisms: ['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256'] });
  });

  it('answers N where it has no certificate, and to GSSENCRequest, and the client may go on', async () => {
    const socket = await open(port(plain));
    for (const request of [gssRequest, sslRequest]) {
      socket.write(request);
      expect((await read(socket)).toString()).toBe('N');
    }
    socket.write(startup({ database: plain.database }));
    const [message] = messagesIn(await read(socket));
    socket.destroy();
    expect(message).toEqual({ type: 'AuthenticationSASL', mechanisms: ['SCRAM-SHA-256'] });
  });

  it.each([
    ['bytes behind an SSLRequest', Buffer.concat([sslRequest, Buffer.from('x')])],
    [
      'a start-up packet behind an SSLRequest',
      Buffer.concat([sslRequest, encodeStartup({ type: 'CancelRequest', processId: 1, secretKey: Buffer.alloc(4) })]),
    ],
    ['bytes behind a GSSENCRequest', Buffer.concat([gssRequest, sslRequest])],
    ['a length that cannot be', Buffer.from([0, 0, 0, 3, 0, 0])],
    ['a huge length', Buffer.from([0x7f, 0xff, 0xff, 0xff, 0, 3, 0, 0])],
    ['protocol 2', Buffer.from([0, 0, 0, 9, 0, 2, 0, 0, 0])],
    ['HTTP', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
    ['a parameter twice', startupTwice()],
    ['an end within a parameter', Buffer.concat([Buffer.from([0, 0, 0, 13, 0, 3, 0, 0]), Buffer.from('user\0')])],
  ])('ends with FATAL 08P01: %s', async (_, bytes) => {
    const socket = await open(port());
    socket.write(bytes);
    expect(fatalIn(await rest(socket)).code).toBe('FATAL 08P01');
  });

  it('a second SSLRequest, inside TLS or not, ends the connection', async () => {
    const bare = await open(port(plain));
    bare.write(sslRequest);
    await read(bare);
    bare.write(sslRequest);
    expect(fatalIn(await rest(bare)).code).toBe('FATAL 08P01');
    const socket = await open(port());
    socket.write(sslRequest);
    await read(socket);
    const secure = await startTls(socket, undefined);
    secure.write(sslRequest);
    expect(fatalIn(await rest(secure)).code).toBe('FATAL 08P01');
  });

  it('direct TLS needs ALPN postgresql, and a certificate', async () => {
    for (const [alpn, of] of [
      [undefined, stage],
      [['http/1.1'], stage],
      [['postgresql'], plain],
    ] as const) {
      const secure = await startTls(await open(port(of)), alpn);
      secure.write(startup({}));
      expect(messagesIn(await rest(secure)).map(({ type }) => type)).not.toContain('AuthenticationSASL');
    }
    const secure = await startTls(await open(port()), ['postgresql']);
    secure.write(startup({}));
    expect(messagesIn(await read(secure))[0]?.type).toBe('AuthenticationSASL');
    secure.destroy();
  });

  it.each([
    [0, {}, undefined],
    [2, {}, undefined],
    [9999, {}, { major: 3, minor: 2, options: [] }],
    [1, {}, { major: 3, minor: 0, options: [] }],
    [0, { '_pq_.one': '1', '_pq_.two': '' }, { major: 3, minor: 0, options: ['_pq_.one', '_pq_.two'] }],
    [9999, { '_pq_.one': '1' }, { major: 3, minor: 2, options: ['_pq_.one'] }],
  ])('protocol 3.%i with %j: %j', async (minor, parameters, negotiated) => {
    const socket = await open(port());
    socket.write(startup(parameters, minor));
    const messages = messagesIn(await read(socket));
    socket.destroy();
    const expected = negotiated === undefined ? [] : [{ type: 'NegotiateProtocolVersion', ...negotiated }];
    expect(messages.slice(0, -1)).toEqual(expected);
    expect(messages.at(-1)?.type).toBe('AuthenticationSASL');
  });

  it.each([
    ['42501', { replication: 'database' }],
    ['42501', { replication: 'true' }],
    ['42501', { role: 'canary' }],
    ['42501', { session_authorization: 'canary' }],
    ['42501', { options: '-c standard_conforming_strings=off' }],
    ['42501', { options: '-c client_encoding=LATIN1' }],
    ['42501', { client_encoding: 'SQL_ASCII' }],
    ['42501', { backslash_quote: 'on' }],
    ['42501', { options: '-c session_preload_libraries=canary' }],
    ['28000', { user: '' }],
  ])('refuses with %s before the credential: %j', async (sqlstate, parameters) => {
    const socket = await open(port());
    socket.write(startup(parameters));
    const { code, text } = fatalIn(await rest(socket));
    expect(code).toBe(`FATAL ${sqlstate}`);
    expect(text).not.toContain('canary');
  });

  it('passes on the parameters that are harmless', async () => {
    const client = new pg.Client({
      connectionString: url(''),
      statement_timeout: 12_345,
      application_name: 'an agent',
      options: '-c search_path=plain,public -c IntervalStyle=iso_8601 --geqo=off',
    });
    await client.connect();
    const shown = [];
    for (const name of ['statement_timeout', 'application_name', 'search_path', 'intervalstyle', 'geqo']) {
      shown.push(Object.values((await client.query<Record<string, string>>(`SHOW ${name}`)).rows[0] ?? {})[0]);
    }
    const notes = await client.query('SELECT upper(note) AS note FROM notes WHERE id = 1');
    await client.end();
    expect(shown).toEqual(['12345ms', 'an agent', 'plain,public', 'iso_8601', 'off']);
    expect(notes.rows).toEqual([{ note: 'PLAIN NOTE 1' }]);
  });

  it('what a role or database is set to does not change how strings are read', async () => {
    await stage.admin(
      `ALTER ROLE ${stage.role} SET standard_conforming_strings = off; ALTER DATABASE ${stage.database} SET client_encoding = 'LATIN1'`,
    );
    const client = await stage.connect();
    expect(trace(await client.query(String.raw`SELECT 'a\', 'é'`))).toContain(String.raw`D a\|é`);
    await client.query('RESET standard_conforming_strings');
    await client.query('RESET ALL');
    expect(trace(await client.query(String.raw`SELECT 'a\', 'é'`))).toContain(String.raw`D a\|é`);
    await client.end();
    await stage.admin(`ALTER ROLE ${stage.role} RESET ALL; ALTER DATABASE ${stage.database} RESET ALL`);
  });
});

function startupTwice(): Buffer {
  const body = Buffer.from('user\0a\0user\0b\0\0');
  const head = Buffer.from([0, 0, 0, 8 + body.length, 0, 3, 0, 0]);
  return Buffer.concat([head, body]);
}
