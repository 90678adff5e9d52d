import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sqlstateOf } from '../../src/gateway/upstream-errors.ts';
import { parseDatabaseUrl } from '../../src/gateway/upstream-url.ts';
import { cancelUpstream, connectUpstream, type UpstreamConnection } from '../../src/gateway/upstream.ts';
import { PgveilError } from '../../src/errors.ts';
import { encodeFrontend } from '../../src/wire/frontend.ts';
import { createAuthority } from '../support/certificates.ts';
import { startPostgres, type TestServer } from '../support/postgres.ts';

// oxlint-disable-next-line no-control-regex -- a length word
const readyForQuery = /Z\0\0\0\x05.$/s;

const pins = new Map([
  ['client_encoding', 'UTF8'],
  ['standard_conforming_strings', 'on'],
]);

const connect = async (
  url: string,
  options: { protocolMinor?: number; parameters?: Map<string, string>; signal?: AbortSignal } = {},
) => {
  const { target, credential, parameters } = parseDatabaseUrl(url);
  return connectUpstream({
    target,
    credential,
    parameters: new Map([...parameters, ...pins, ...(options.parameters ?? [])]),
    protocolMinor: options.protocolMinor ?? 0,
    signal: options.signal,
  });
};

/** Connects, looks at the connection and closes it. */
const look = async (url: string, options: Parameters<typeof connect>[1] = {}) => {
  const connection = await connect(url, options);
  connection.socket.destroy();
  return connection;
};

const failure = async (url: string, options: Parameters<typeof connect>[1] = {}): Promise<PgveilError> => {
  const error: unknown = await look(url, options).catch((caught: unknown) => caught);
  if (!(error instanceof PgveilError)) throw new Error(`no PgveilError: ${String(error)}`);
  expect(`${error.message} ${String(error.remedy)}`).not.toContain('canary');
  return error;
};

const directory = mkdtempSync(join(tmpdir(), 'pgveil-tls-'));
const file = (name: string, text: string): string => {
  const path = join(directory, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
};

const authority = createAuthority('pgveil test CA');
const stranger = createAuthority('pgveil test CA');
const served = authority.issue({ commonName: 'localhost', names: ['localhost'] });
const client = authority.issue({ commonName: 'certuser' });
const ca = file('ca.pem', authority.cert);
const otherCa = file('other.pem', stranger.cert);
const clientFiles = `sslcert=${file('client.pem', client.cert)}&sslkey=${file('client.key', client.key)}`;

const hba = [
  'hostssl all certuser 127.0.0.1/32 cert',
  'hostssl all tlsonly 127.0.0.1/32 scram-sha-256',
  'hostnossl all tlsonly 127.0.0.1/32 reject',
  'host all md5user 127.0.0.1/32 md5',
  'host all plainuser 127.0.0.1/32 password',
  'host all trusted 127.0.0.1/32 trust',
];

const roles = `
  CREATE ROLE tlsonly LOGIN PASSWORD 'canary';
  CREATE ROLE scramuser LOGIN PASSWORD 'canary';
  CREATE ROLE "odd ü" LOGIN PASSWORD 'pä ss%';
  CREATE ROLE certuser LOGIN;
  CREATE ROLE trusted LOGIN;
  CREATE ROLE plainuser LOGIN PASSWORD 'canary';
  CREATE ROLE full_up LOGIN PASSWORD 'canary' CONNECTION LIMIT 0;
  CREATE ROLE backslash LOGIN PASSWORD 'canary';
  ALTER ROLE backslash SET standard_conforming_strings = off;
  SET password_encryption = 'md5';
  CREATE ROLE md5user LOGIN PASSWORD 'canary';`;

describe.each([15, 18])('PostgreSQL %i', (major) => {
  let server: TestServer;
  const at = (user: string, rest: string, host = '127.0.0.1'): string =>
    `postgres://${user}:canary@${host}:${String(server.port)}/postgres${rest}`;

  beforeAll(async () => {
    server = await startPostgres({ major, hba, tls: { cert: served.cert, key: served.key, ca: authority.cert } });
    await server.query(roles);
  });
  afterAll(async () => {
    await server.stop();
  });

  it.each([
    ['scramuser', '?sslmode=disable', 'scram-sha-256'],
    ['scramuser', '?sslmode=require', 'scram-sha-256-plus'],
    ['scramuser', '?sslmode=require&channel_binding=disable', 'scram-sha-256'],
    ['scramuser', '?channel_binding=require', 'scram-sha-256-plus'],
    ['md5user', '?sslmode=disable', 'md5'],
    ['plainuser', '?sslmode=disable', 'password'],
    ['plainuser', '?sslmode=require', 'password'],
    ['trusted', '?sslmode=disable', 'none'],
    ['certuser', `?sslmode=require&${clientFiles}`, 'none'],
  ])('lets %s in with %s by %s', async (user, query, method) => {
    const connection = await look(at(user, query));
    expect(connection.method).toBe(method);
    expect(connection.parameters.get('server_version')).toMatch(new RegExp(`^${String(major)}`));
    expect(connection.processId).toBeGreaterThan(0);
    expect(connection.surplus.length).toBe(0);
  });

  it('takes a user, a password and a database of any characters', async () => {
    const url = `postgres://odd%20%C3%BC:p%C3%A4%20ss%25@127.0.0.1:${String(server.port)}/postgres`;
    expect((await look(url)).method).toBe('scram-sha-256-plus');
  });

  it.each([
    ['disable', false],
    ['prefer', true],
    ['require', true],
    [`verify-ca&sslrootcert=${ca}`, true],
  ])('with sslmode=%s has TLS: %s', async (mode, tls) => {
    expect((await look(at('scramuser', `?sslmode=${mode}`))).transport).toMatchObject({ tls, loopback: true });
  });

  it('with sslmode=verify-full checks the host too', async () => {
    const query = `?sslmode=verify-full&sslrootcert=${ca}`;
    expect((await look(at('scramuser', query, 'localhost'))).transport.tls).toBe(true);
    const error = await failure(at('scramuser', query));
    expect(error.message).toContain('its certificate is for another host');
  });

  it.each(['verify-ca', 'verify-full'])('with sslmode=%s refuses a certificate of another CA', async (mode) => {
    const error = await failure(at('scramuser', `?sslmode=${mode}&sslrootcert=${otherCa}`, 'localhost'));
    expect(error.message).toContain('its certificate is');
    expect(error.message).not.toContain('another host');
  });

  it('with the roots of the system refuses a certificate of a private CA', async () => {
    const error = await failure(at('scramuser', '?sslrootcert=system', 'localhost'));
    expect(error.message).toContain('its certificate is from an unknown CA');
  });

  it('says what is wrong with a certificate file', async () => {
    const error = await failure(at('scramuser', '?sslmode=verify-ca&sslrootcert=/nowhere/ca.pem'));
    expect(error).toMatchObject({ code: 'PGVEIL_CONFIG' });
    expect(error.message).toContain('sslrootcert "/nowhere/ca.pem" cannot be read');
  });

  it('starts TLS directly where the server can', async () => {
    const url = at('scramuser', '?sslmode=require&sslnegotiation=direct');
    const outcome = await look(url).then(
      ({ method }): string => method,
      (error: unknown) => (error instanceof PgveilError ? error.code : ''),
    );
    expect(outcome).toBe(major >= 17 ? 'scram-sha-256-plus' : 'PGVEIL_UPSTREAM');
  });

  it.each([
    ['a wrong password', 'postgres://scramuser:canary2@', '28P01', 'it refuses the password'],
    ['an unknown user', 'postgres://nobody:canary@', '28P01', 'it refuses the password'],
    ['no TLS where it is required', 'postgres://tlsonly:canary@', '28000', 'it does not let this user in from here'],
    ['a role without a connection left', 'postgres://full_up:canary@', '53300', 'it has no connection left'],
  ])('explains %s', async (_, url, sqlstate, what) => {
    const error = await failure(`${url}127.0.0.1:${String(server.port)}/postgres?sslmode=disable`);
    expect(sqlstateOf(error)).toBe(sqlstate);
    expect(error.message).toContain(`database "postgres": ${what} (SQLSTATE ${sqlstate})`);
  });

  it('explains a missing database, password and client certificate', async () => {
    expect(sqlstateOf(await failure(at('scramuser', '').replace('/postgres', '/nowhere')))).toBe('3D000');
    const url = `postgres://scramuser@127.0.0.1:${String(server.port)}/postgres`;
    expect((await failure(url)).message).toContain('asks for a password and none is configured');
    expect(sqlstateOf(await failure(at('certuser', '?sslmode=require')))).toBe('28000');
  });

  it('agrees on a protocol version with the server', async () => {
    const old = await look(at('scramuser', ''), { protocolMinor: 0 });
    expect([old.protocolMinor, old.secretKey.length]).toEqual([0, 4]);
    const current = await look(at('scramuser', ''), { protocolMinor: 2 });
    expect([current.protocolMinor, current.secretKey.length]).toEqual(major >= 18 ? [2, 32] : [0, 4]);
  });

  it('passes start-up parameters on, its pins before what the role says', async () => {
    const parameters = new Map([
      ['application_name', 'agent'],
      ['datestyle', 'SQL, DMY'],
    ]);
    const connection = await look(at('backslash', ''), { parameters });
    expect(Object.fromEntries(connection.parameters)).toMatchObject({
      application_name: 'agent',
      DateStyle: 'SQL, DMY',
      standard_conforming_strings: 'on',
    });
  });

  it('refuses a connection on which strings are read otherwise', async () => {
    const parameters = new Map([['standard_conforming_strings', 'off']]);
    const error = await failure(at('scramuser', ''), { parameters });
    expect(error.message).toContain('its standard_conforming_strings is not on');
  });

  const runs = async (connection: UpstreamConnection, sql: string): Promise<string> => {
    let text = '';
    connection.socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    connection.socket.write(encodeFrontend({ type: 'Query', query: sql }));
    connection.socket.resume();
    while (!readyForQuery.test(text)) await once(connection.socket, 'data');
    connection.socket.destroy();
    return text;
  };

  it.each([
    ['?sslmode=disable', 0],
    ['?sslmode=require', 2],
  ])('cancels what runs on a connection with %s', async (query, protocolMinor) => {
    const url = at('scramuser', query);
    const connection = await connect(url, { protocolMinor });
    const result = runs(connection, 'SELECT pg_sleep(20)');
    // A cancel that comes before the query has begun does nothing, so it is sent until there is an answer.
    const attempt = async (): Promise<string> => {
      await cancelUpstream(parseDatabaseUrl(url).target, connection.processId, connection.secretKey);
      return Promise.race([result, sleep(20, '')]);
    };
    let answer = '';
    while (answer === '') answer = await attempt();
    expect(answer).toContain('57014');
  });
});

describe('a certificate that names no hash', () => {
  it('is not bound to, and the log-in goes on without', async () => {
    const ed = createAuthority('pgveil Ed25519 CA', 'ed25519');
    const { cert, key } = ed.issue({ commonName: 'localhost', names: ['localhost'] });
    const server = await startPostgres({ tls: { cert, key } });
    const connection = await look(`${server.url()}?sslmode=require`);
    expect(connection.method).toBe('scram-sha-256');
    await server.stop();
  });
});

describe('a server without TLS', () => {
  const url = (query: string): string => `postgres://postgres:pw@127.0.0.1:${String(inject('postgres')[18])}/postgres?${query}`;
  it('is taken with sslmode=prefer, and not with require', async () => {
    expect((await look(url('sslmode=prefer'))).transport.tls).toBe(false);
    const error = await failure(url('sslmode=require'));
    expect(error.message).toContain('it offers no TLS');
  });
});

describe('something else at that address', () => {
  const servers: Server[] = [];
  const sockets: Socket[] = [];
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    for (const server of servers) server.close();
  });
  /** A server that answers each chunk by the next of `answers`, then is silent. */
  const fake = async (...answers: readonly (string | Buffer)[]): Promise<string> => {
    const server = createServer((socket) => {
      sockets.push(socket);
      let next = 0;
      socket.on('error', () => undefined);
      socket.on('data', () => {
        const answer = answers[next];
        next += 1;
        if (answer === '') socket.destroy();
        else if (answer !== undefined) socket.write(answer);
      });
    });
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `postgres://ada:canary@127.0.0.1:${String(address.port)}/shop`;
  };
  const frame = (type: string, body: string): Buffer => {
    const bytes = Buffer.from(body, 'latin1');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length + 4);
    return Buffer.concat([Buffer.from(type), length, bytes]);
  };

  it.each([
    ['bytes before TLS', ['Sx'], 'it sent more than one byte before TLS'],
    ['another answer to SSLRequest', ['H'], 'it does not answer as PostgreSQL does'],
    ['a closed connection', [''], 'it closed the connection'],
    ['a message of an impossible length', ['N', 'R\xff\xff\xff\xff'], 'it does not speak the PostgreSQL protocol'],
    ['an unknown message', ['N', frame('?', '')], 'it does not speak the PostgreSQL protocol'],
    ['a message out of turn', ['N', frame('C', 'SELECT 1\0')], 'it sent CommandComplete during start-up'],
    ['ready before the log-in', ['N', frame('Z', 'I')], 'it was ready before the log-in was complete'],
    ['a huge start-up message', ['N', frame('S', `a\0${'x'.repeat(1 << 20)}\0`)], 'it does not speak the PostgreSQL protocol'],
  ] as const)('is refused: %s', async (_, answers, what) => {
    const error = await failure(
      await fake(
        ...answers
          .map((answer) => (typeof answer === 'string' ? Buffer.from(answer, 'latin1') : answer))
          .map((bytes) => (bytes.length === 0 ? '' : bytes)),
      ),
    );
    expect(error.code).toBe('PGVEIL_UPSTREAM');
    expect(error.message).toContain(what);
  });

  it('is not waited for beyond connect_timeout', async () => {
    const error = await failure(`${await fake()}?connect_timeout=1`);
    expect(error.message).toContain('it did not answer in time');
  });

  it('is left when the caller gives up', async () => {
    const controller = new AbortController();
    const pending = failure(await fake('N'), { signal: controller.signal });
    controller.abort();
    expect((await pending).message).toContain('it was given up');
    expect((await failure(await fake('N'), { signal: AbortSignal.abort() })).message).toContain('it was given up');
  });

  it('is said when it is nothing', async () => {
    const error = await failure('postgres://ada:canary@127.0.0.1:1/shop');
    expect(error.message).toBe('cannot connect to 127.0.0.1:1, database "shop": nothing listens there');
    expect((await failure('postgres://ada:canary@/shop?host=/nowhere')).message).toContain('there is no such socket');
    const cancel = cancelUpstream(parseDatabaseUrl('postgres://a@127.0.0.1:1').target, 1, Buffer.alloc(4));
    await expect(cancel).rejects.toMatchObject({ code: 'PGVEIL_UPSTREAM' });
  });
});
