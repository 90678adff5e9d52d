import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import { loadClientTls, offeredAlpn, upstreamTlsOptions } from '../../src/gateway/tls.ts';
import type { UpstreamTls } from '../../src/gateway/upstream-url.ts';
import { createAuthority } from '../support/certificates.ts';

const directory = mkdtempSync(join(tmpdir(), 'pgveil-tls-'));
const file = (name: string, text: string): string => {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
};
const authority = createAuthority('CA');
const served = authority.issue({ commonName: 'localhost', names: ['localhost'] });
const cert = file('server.pem', served.cert);
const key = file('server.key', served.key);

describe('TLS for clients', async () => {
  const loaded = await loadClientTls({ cert, key });
  const server = createServer(loaded.options);
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => {
    server.close();
  });
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;

  const handshake = async (options: ConnectionOptions): Promise<{ client: TLSSocket; accepted: boolean }> => {
    const secured = once(server, 'secureConnection') as Promise<[TLSSocket]>;
    const client = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: authority.cert, ...options });
    await once(client, 'secureConnect');
    const [socket] = await secured;
    const accepted = offeredAlpn(socket);
    client.destroy();
    socket.destroy();
    return { client, accepted };
  };

  it('agrees to postgresql, which a direct start needs', async () => {
    expect((await handshake({ ALPNProtocols: ['postgresql'] })).accepted).toBe(true);
    expect((await handshake({})).accepted).toBe(false);
  });

  it.each([
    ['another protocol', { ALPNProtocols: ['http/1.1'] }],
    ['TLS 1.1', { maxVersion: 'TLSv1.1', minVersion: 'TLSv1.1' }],
  ] satisfies [string, ConnectionOptions][])('refuses %s', async (_, options) => {
    const client = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: authority.cert, ...options });
    await expect(once(client, 'secureConnect')).rejects.toThrow(/alert|unsupported protocol|protocol version|no protocols/i);
    client.destroy();
  });

  it('knows what SCRAM binds to', () => {
    expect(loaded.certificateHash?.length).toBe(48);
  });

  it.each([
    ['a missing file', { cert: '/nowhere/cert.pem', key }, 'the TLS certificate "/nowhere/cert.pem" cannot be read'],
    [
      'a key of another certificate',
      { cert, key: file('other.key', authority.key) },
      'the TLS certificate and key cannot be used',
    ],
    ['no certificate', { cert: key, key }, 'the TLS certificate and key cannot be used'],
  ])('is refused with %s', async (_, files, message) => {
    await expect(loadClientTls(files)).rejects.toMatchObject({
      code: 'PGVEIL_CONFIG',
      message: expect.stringContaining(message) as unknown,
    });
  });
});

describe('TLS options for servers', () => {
  const settings: UpstreamTls = {
    mode: 'require',
    rootCert: undefined,
    cert: undefined,
    key: undefined,
    negotiation: 'postgres',
  };

  it.each([
    ['prefer', false],
    ['require', false],
    ['verify-ca', true],
    ['verify-full', true],
  ] as const)('with %s check the chain: %s', async (mode, checked) => {
    const options = await upstreamTlsOptions({ ...settings, mode, rootCert: cert }, 'db.example');
    expect(options).toMatchObject({ rejectUnauthorized: checked, minVersion: 'TLSv1.2', servername: 'db.example' });
    expect(options.checkServerIdentity === undefined).toBe(mode !== 'verify-ca');
  });

  it('send no name for an address', async () => {
    expect((await upstreamTlsOptions(settings, '192.0.2.1')).servername).toBeUndefined();
    expect((await upstreamTlsOptions(settings, '::1')).servername).toBeUndefined();
  });

  it('hold the client certificate', async () => {
    expect(await upstreamTlsOptions({ ...settings, cert, key }, 'db')).toMatchObject({ cert: served.cert, key: served.key });
  });
});
