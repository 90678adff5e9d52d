import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createAuthenticator,
  type AuthenticationStep,
  type AuthenticatorOptions,
  type Transport,
} from '../../src/auth/authenticate.ts';
import { makeVerifier, parseLocalPrincipals } from '../../src/auth/local.ts';
import type { TokenVerdict } from '../../src/auth/oidc.ts';
import { createScramClient, type ClientBinding } from '../../src/auth/scram-client.ts';
import { createSessionCredentials, type SessionCredentials } from '../../src/auth/session-credentials.ts';
import { createThrottle, type Throttle } from '../../src/auth/throttle.ts';
import type { VerifiedIdentity } from '../../src/auth/types.ts';

const identity: VerifiedIdentity = { kind: 'oidc', issuer: 'github', claims: { repository_id: '42' } };
const plain: Transport = { tls: false, loopback: false, address: '192.0.2.1', certificateHash: undefined };
const loopback: Transport = { ...plain, loopback: true };
const tls: Transport = { ...plain, tls: true, certificateHash: Buffer.alloc(32, 7) };

let now = 0;
let credentials: SessionCredentials;
let throttle: Throttle;

beforeEach(() => {
  now = 1_000_000;
  credentials = createSessionCredentials({ clock: () => now, random: randomBytes });
  throttle = createThrottle({ clock: () => now });
});

const verified: TokenVerdict = {
  kind: 'verified',
  identity: { kind: 'oidc', issuer: 'github', claims: {} },
  expiresAt: 1_300_000,
};
const expired: TokenVerdict = {
  kind: 'failed',
  failure: { kind: 'token', reason: 'expired' },
  detail: 'the exp claim is in the past',
};

const authenticator = (options: Partial<AuthenticatorOptions> = {}) =>
  createAuthenticator({
    credentials,
    locals: parseLocalPrincipals(`ada:${makeVerifier('pencil', Buffer.alloc(16, 1))}`, 'users'),
    tokenUsers: new Set(['oidc']),
    verifyToken: async (token) => (token === 'good' ? verified : expired),
    throttle,
    mockSecret: Buffer.alloc(32, 3),
    nonce: () => 'server-nonce',
    ...options,
  });

const scram = async (
  user: string,
  password: string,
  transport: Transport = plain,
  binding: ClientBinding = { kind: 'n' },
): Promise<AuthenticationStep[]> => {
  const conversation = authenticator()(user, transport);
  const client = createScramClient({ password, nonce: 'client-nonce', binding });
  const steps = [conversation.start()];
  if (steps[0]?.kind !== 'ask') return steps;
  const second = await conversation.answer({ kind: 'sasl-initial', mechanism: client.mechanism, data: client.first });
  steps.push(second);
  if (second.kind !== 'ask' || second.request.kind !== 'sasl-continue') return steps;
  const answer = await client.next(second.request.data);
  if (answer.kind !== 'send') throw new Error('the client gave up');
  const last = await conversation.answer({ kind: 'sasl-response', data: answer.message });
  steps.push(last);
  if (last.kind === 'accept' && last.request?.kind === 'sasl-final')
    expect(client.finish(last.request.data)).toEqual({ kind: 'done' });
  return steps;
};

const token = async (password: string, transport: Transport = loopback): Promise<AuthenticationStep> => {
  const conversation = authenticator()('oidc', transport);
  const first = conversation.start();
  return first.kind === 'ask' ? conversation.answer({ kind: 'password', password }) : first;
};

describe('a session credential', () => {
  it('is checked by SCRAM and stands for the identity that it was issued for', async () => {
    const { user, password } = credentials.issue(identity, 60_000);
    const [first, , last] = await scram(user, password);
    expect(first).toEqual({
      kind: 'ask',
      request: { kind: 'sasl', mechanisms: ['SCRAM-SHA-256'] },
      expects: 'sasl-initial',
    });
    expect(last).toMatchObject({ kind: 'accept', identity, expiresAt: 1_060_000 });
  });

  it('may be bound to the certificate over TLS', async () => {
    const { user, password } = credentials.issue(identity, 60_000);
    const bound: ClientBinding = { kind: 'p', certificateHash: Buffer.alloc(32, 7) };
    const [first, , last] = await scram(user, password, tls, bound);
    expect(first).toMatchObject({ request: { mechanisms: ['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256'] } });
    expect(last).toMatchObject({ kind: 'accept' });
    const wrong: ClientBinding = { kind: 'p', certificateHash: Buffer.alloc(32, 8) };
    expect((await scram(user, password, tls, wrong)).at(-1)).toMatchObject({ kind: 'reject' });
  });

  it('that has expired says so to the one who knows its password, and to no one else', async () => {
    const { user, password } = credentials.issue(identity, 60_000);
    now += 60_000;
    expect((await scram(user, password)).at(-1)).toMatchObject({
      kind: 'reject',
      failure: { kind: 'session-credential', reason: 'expired' },
      error: { sqlstate: '28000', message: `authentication failed for user "${user}": session credential expired` },
    });
    expect((await scram(user, 'wrong')).at(-1)).toMatchObject({ failure: { kind: 'bad-password' } });
  });
});

describe('a local principal', () => {
  it('is checked by SCRAM', async () => {
    expect((await scram('ada', 'pencil')).at(-1)).toMatchObject({
      kind: 'accept',
      identity: { kind: 'local', name: 'ada' },
      expiresAt: undefined,
    });
  });

  it('cannot be told from an unknown user', async () => {
    const known = await scram('ada', 'wrong');
    const unknown = await scram('eve', 'wrong');
    const shape = (steps: AuthenticationStep[], user: string) =>
      JSON.stringify(steps.map((step) => (step.kind === 'reject' ? step.error : step)))
        .replaceAll(user, 'USER')
        .replace(/s=[^,]+/, 's=SALT');
    expect(shape(unknown, 'eve')).toBe(shape(known, 'ada'));
    expect(unknown.at(-1)).toMatchObject({
      kind: 'reject',
      failure: { kind: 'session-credential', reason: 'unknown' },
      error: { sqlstate: '28P01', message: 'authentication failed for user "eve": wrong user name or password' },
    });
    expect(known.at(-1)).toMatchObject({ failure: { kind: 'bad-password' } });
  });
});

describe('a token', () => {
  it('is asked for as a password and stands for its identity', async () => {
    expect(authenticator()('oidc', loopback).start()).toEqual({
      kind: 'ask',
      request: { kind: 'cleartext' },
      expects: 'password',
    });
    expect(await token('good')).toEqual({
      kind: 'accept',
      request: undefined,
      identity: { kind: 'oidc', issuer: 'github', claims: {} },
      expiresAt: 1_300_000,
    });
    expect(await token('good', tls)).toMatchObject({ kind: 'accept' });
  });

  it('is not asked for where others could read it', async () => {
    expect(await token('good', plain)).toMatchObject({
      kind: 'reject',
      failure: { kind: 'insecure-transport' },
      error: { sqlstate: '28000', hint: 'Connect with sslmode=require or stronger.' },
    });
  });

  it('that fails is told by its reason class', async () => {
    expect(await token('bad')).toEqual({
      kind: 'reject',
      failure: { kind: 'token', reason: 'expired' },
      error: {
        sqlstate: '28000',
        message: 'authentication failed for user "oidc": token expired',
        hint: 'Ask the identity provider for a new token; a token is good for minutes only.',
      },
      detail: 'the exp claim is in the past',
    });
    expect(await token('')).toMatchObject({ failure: { kind: 'no-credential' } });
  });

  it('has no user name where no issuer is configured', () => {
    const step = authenticator({ verifyToken: undefined })('oidc', loopback).start();
    expect(step).toMatchObject({ kind: 'ask', request: { kind: 'sasl' } });
  });
});

describe('failures', () => {
  it('slow down what follows, and are forgiven after a success', async () => {
    const delay = () => authenticator()('ada', plain).delayMs;
    await scram('ada', 'a');
    await scram('ada', 'b');
    expect(delay()).toBe(0);
    await scram('ada', 'c');
    expect(delay()).toBe(250);
    for (let n = 0; n < 5; n += 1) throttle.failed('192.0.2.1', 'ada');
    expect(authenticator()('ada', plain).start()).toMatchObject({
      kind: 'reject',
      failure: { kind: 'throttled' },
      error: { sqlstate: '28000' },
    });
    now += 5_000;
    expect((await scram('ada', 'pencil')).at(-1)).toMatchObject({ kind: 'accept' });
    expect(authenticator()('ada', { ...plain, address: '192.0.2.9' }).delayMs).toBe(0);
  });

  it("that are the issuer's do not count", async () => {
    const unavailable: TokenVerdict = {
      kind: 'failed',
      failure: { kind: 'token', reason: 'jwks-unavailable' },
      detail: 'the issuer is down',
    };
    const make = authenticator({ verifyToken: async () => unavailable });
    for (let n = 0; n < 5; n += 1) {
      const conversation = make('oidc', loopback);
      expect(conversation.delayMs).toBe(0);
      conversation.start();
      expect(await conversation.answer({ kind: 'password', password: 'x' })).toMatchObject({ kind: 'reject' });
    }
  });
});

describe('answers out of turn', () => {
  it.each([
    ['a password where SCRAM was asked', 'ada', { kind: 'password', password: 'x' }],
    ['a mechanism that was not offered', 'ada', { kind: 'sasl-initial', mechanism: 'PLAIN', data: '' }],
    ['-PLUS without TLS', 'ada', { kind: 'sasl-initial', mechanism: 'SCRAM-SHA-256-PLUS', data: '' }],
    ['a response before the first message', 'ada', { kind: 'sasl-response', data: 'c=biws' }],
    ['SCRAM where a token was asked', 'oidc', { kind: 'sasl-initial', mechanism: 'SCRAM-SHA-256', data: '' }],
  ] as const)('are rejected: %s', async (_, user, answer) => {
    const conversation = authenticator()(user, loopback);
    conversation.start();
    expect(await conversation.answer(answer)).toMatchObject({ kind: 'reject', failure: { kind: 'no-credential' } });
  });
});
