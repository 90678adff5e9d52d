import { describe, expect, it } from 'vitest';
import { createScramServer } from '../../src/auth/scram-server.ts';
import { deriveVerifier } from '../../src/auth/scram.ts';
import { createUpstreamLogin, type UpstreamAuthentication, type UpstreamTransport } from '../../src/gateway/upstream-login.ts';
import type { UpstreamCredential } from '../../src/gateway/upstream-url.ts';

const hash = Buffer.alloc(32, 7);
const plain: UpstreamTransport = { tls: false, verified: false, loopback: false, certificateHash: undefined };
const tls: UpstreamTransport = { tls: true, verified: false, loopback: false, certificateHash: hash };

const login = (transport: UpstreamTransport = plain, credential: Partial<UpstreamCredential> = {}) =>
  createUpstreamLogin({
    credential: { user: 'ada', password: 'canary', channelBinding: 'prefer', ...credential },
    transport,
    nonce: () => 'client-nonce',
  });

const both = ['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256'];

const scram = async (
  transport: UpstreamTransport,
  mechanisms: readonly string[],
  credential: Partial<UpstreamCredential> = {},
) => {
  const next = login(transport, credential);
  const initial = await next({ kind: 'sasl', mechanisms });
  if (initial.kind !== 'sasl-initial') throw new Error('no SCRAM');
  const bound = initial.mechanism === 'SCRAM-SHA-256-PLUS';
  const server = createScramServer({
    mechanism: bound ? 'SCRAM-SHA-256-PLUS' : 'SCRAM-SHA-256',
    verifier: deriveVerifier('canary', Buffer.alloc(16, 1)),
    nonce: 'server-nonce',
    doomed: false,
    certificateHash: bound ? hash : undefined,
  });
  const first = server.first(initial.data);
  if (first.kind !== 'send') throw new Error('no first');
  const response = await next({ kind: 'sasl-continue', data: first.message });
  if (response.kind !== 'sasl-response') throw new Error('no response');
  const final = server.final(response.data);
  if (final.kind !== 'done') throw new Error('no final');
  expect(await next({ kind: 'sasl-final', data: final.message })).toEqual({ kind: 'nothing' });
  return next({ kind: 'ok' });
};

describe('logging in upstream', () => {
  it.each([
    ['without TLS', plain, ['SCRAM-SHA-256'], 'scram-sha-256'],
    ['with TLS where -PLUS is not offered', tls, ['SCRAM-SHA-256'], 'scram-sha-256'],
    ['with TLS where it is', tls, both, 'scram-sha-256-plus'],
    ['with TLS and a certificate that cannot be bound', { ...tls, certificateHash: undefined }, both, 'scram-sha-256'],
  ])('uses SCRAM %s', async (_, transport, mechanisms, method) => {
    expect(await scram(transport, mechanisms)).toEqual({ kind: 'done', method });
  });

  it('leaves channel binding where it is disabled', async () => {
    expect(await scram(tls, both, { channelBinding: 'disable' })).toEqual({ kind: 'done', method: 'scram-sha-256' });
  });

  it('answers md5', async () => {
    const next = login();
    expect(await next({ kind: 'md5', salt: Buffer.from('01020304', 'hex') })).toEqual({
      kind: 'password',
      password: 'md5a9b388d1be899c73c61a9117eca987c1',
    });
    expect(await next({ kind: 'ok' })).toEqual({ kind: 'done', method: 'md5' });
  });

  it('says the password in clear over TLS and loopback only', async () => {
    const answer = { kind: 'password', password: 'canary' };
    expect(await login(tls)({ kind: 'cleartext' })).toEqual(answer);
    expect(await login({ ...plain, loopback: true })({ kind: 'cleartext' })).toEqual(answer);
    await expect(login()({ kind: 'cleartext' })).rejects.toMatchObject({
      code: 'PGVEIL_UPSTREAM',
      message: 'the database asks for the password in clear text over a connection without TLS',
      remedy: 'Use sslmode=verify-full, or scram-sha-256 in pg_hba.conf.',
    });
  });

  it('takes it when the server asks for nothing', async () => {
    expect(await login()({ kind: 'ok' })).toEqual({ kind: 'done', method: 'none' });
  });

  it.each([
    ['GSS', { kind: 'unsupported', name: 'GSS' }, 'the database asks for GSS, which pgveil does not speak'],
    [
      'SCRAM out of turn',
      { kind: 'sasl-continue', data: 'r=x' },
      'the database failed to prove itself: its SASL message came out of turn',
    ],
    [
      'other mechanisms',
      { kind: 'sasl', mechanisms: ['OAUTHBEARER'] },
      'the database offers no SASL mechanism that pgveil speaks',
    ],
  ] satisfies [string, UpstreamAuthentication, string][])('refuses %s', async (_, request, message) => {
    await expect(login()(request)).rejects.toMatchObject({ code: 'PGVEIL_UPSTREAM', message });
  });

  it.each([
    ['md5', { kind: 'md5', salt: Buffer.alloc(4) }],
    ['cleartext', { kind: 'cleartext' }],
    ['nothing', { kind: 'ok' }],
    ['SCRAM without -PLUS', { kind: 'sasl', mechanisms: ['SCRAM-SHA-256'] }],
  ] satisfies [string, UpstreamAuthentication][])('where binding is required refuses %s', async (_, request) => {
    await expect(login(tls, { channelBinding: 'require' })(request)).rejects.toMatchObject({
      message: 'the database did not bind the log-in to its certificate',
    });
  });

  it('refuses a server that says ok before it has proven that it knows the password', async () => {
    const next = login();
    await next({ kind: 'sasl', mechanisms: ['SCRAM-SHA-256'] });
    await expect(next({ kind: 'ok' })).rejects.toThrow('the database failed to prove itself');
  });

  it('says what is missing where there is no password', async () => {
    await expect(login(tls, { password: undefined })({ kind: 'cleartext' })).rejects.toMatchObject({
      message: 'the database asks for a password and none is configured',
    });
  });
});

describe("a cloud's token", () => {
  const token = { token: true } as const;

  it('goes in clear text to a server that is verified, and to no other', async () => {
    const verified = { ...tls, verified: true };
    expect(await login(verified, token)({ kind: 'cleartext' })).toEqual({ kind: 'password', password: 'canary' });
    for (const transport of [plain, tls, { ...plain, loopback: true }])
      await expect(login(transport, token)({ kind: 'cleartext' })).rejects.toMatchObject({ code: 'PGVEIL_UPSTREAM' });
  });

  it('answers no other question', async () => {
    const verified = { ...tls, verified: true };
    for (const request of [
      { kind: 'md5', salt: Buffer.alloc(4) },
      { kind: 'sasl', mechanisms: both },
    ] as const)
      await expect(login(verified, token)(request)).rejects.toMatchObject({ code: 'PGVEIL_UPSTREAM' });
  });
});
