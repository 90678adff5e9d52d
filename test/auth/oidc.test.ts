import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { SignJWT, UnsecuredJWT } from 'jose';
import type { Fetch } from '../../src/auth/jwks.ts';
import { createTokenVerifier, type IssuerConfig, type TokenVerifier } from '../../src/auth/oidc.ts';
import { listenOnLoopback, startOidcIssuer, type OidcIssuer } from '../support/oidc-issuer.ts';

let issuer: OidcIssuer;
let now: number;

beforeAll(async () => {
  issuer = await startOidcIssuer();
});
afterAll(async () => {
  await issuer.stop();
});
beforeEach(() => {
  now = Date.now();
});

const seconds = (offset: number): number => Math.floor(now / 1000) + offset;

const verifierFor = (config: Partial<IssuerConfig> = {}, fetcher: Fetch = fetch): TokenVerifier =>
  createTokenVerifier({
    issuers: [{ name: 'loop', issuer: issuer.url, ...config }],
    audience: 'pgveil',
    clock: () => now,
    fetch: fetcher,
  });

const reasonOf = async (verify: TokenVerifier, token: string): Promise<string> => {
  const verdict = await verify(token);
  return verdict.kind === 'failed' ? verdict.failure.reason : verdict.kind;
};

const never: Fetch = () => {
  throw new Error('no request was expected');
};

describe('a good token', () => {
  it('gives its claims unchanged, the name of its issuer and its end', async () => {
    const exp = seconds(300);
    const token = await issuer.sign({ aud: 'pgveil', repository_id: '42', groups: ['a', 'b'], exp });
    const verdict = await verifierFor()(token);
    expect(verdict).toMatchObject({
      kind: 'verified',
      identity: { kind: 'oidc', issuer: 'loop', claims: { repository_id: '42', groups: ['a', 'b'], aud: 'pgveil' } },
      expiresAt: exp * 1000,
    });
  });

  it.each([
    ['one of several audiences', { aud: ['other', 'pgveil'] }, {}],
    ["the issuer's own audience", { aud: 'mine' }, { audience: 'mine' }],
    ['exp within the skew', { aud: 'pgveil', exp: -20 }, {}],
    ['nbf within the skew', { aud: 'pgveil', nbf: 20 }, {}],
    ['a required claim', { aud: 'pgveil', environment: 'ci' }, { requiredClaims: ['environment'] }],
  ] as const)('may have %s', async (_, claims, config) => {
    const { exp, nbf, ...rest } = { exp: 300, nbf: -600, ...claims };
    const token = await issuer.sign({ ...(rest as object), exp: seconds(exp), nbf: seconds(nbf) });
    expect(await reasonOf(verifierFor(config), token)).toBe('verified');
  });

  it('may have another algorithm where the issuer is configured with it', async () => {
    const token = await issuer.sign({ aud: 'pgveil' }, { algorithm: 'ES256' });
    expect(await reasonOf(verifierFor({ algorithms: ['ES256'] }), token)).toBe('verified');
  });
});

describe('a wrong token', () => {
  it.each([
    ['audience', { aud: 'other' }, {}],
    ['audience', {}, {}],
    ['expired', { aud: 'pgveil', exp: -31 }, {}],
    ['expired', { aud: 'pgveil', exp: -1 }, { skewSeconds: 0 }],
    ['not-yet-valid', { aud: 'pgveil', nbf: 31 }, {}],
    ['claim-missing', { aud: 'pgveil' }, { requiredClaims: ['environment'] }],
    ['malformed', { aud: 'pgveil', exp: 'soon' }, {}],
  ] as const)('is refused: %s', async (reason, claims, config) => {
    const { exp, nbf, ...rest }: { exp?: unknown; nbf?: unknown } = { exp: 300, nbf: -600, ...claims };
    const at = (value: unknown) => (typeof value === 'number' ? seconds(value) : value);
    const payload = { ...rest, exp: at(exp), nbf: at(nbf) } as Record<string, unknown>;
    const token = await issuer.sign(payload);
    expect(await reasonOf(verifierFor(config), token)).toBe(reason);
  });

  it('without exp is refused', async () => {
    const token = await issuer.sign({ aud: 'pgveil', exp: undefined } as unknown as Record<string, unknown>);
    expect(await reasonOf(verifierFor(), token)).toBe('claim-missing');
  });

  it('signed by another key under the same key id is refused', async () => {
    const token = await issuer.sign({ aud: 'pgveil' }, { forged: true });
    expect(await reasonOf(verifierFor(), token)).toBe('signature');
  });

  it('changed after signing is refused', async () => {
    const [header = '', , signature = ''] = (await issuer.sign({ aud: 'pgveil' })).split('.');
    const claims = { iss: issuer.url, aud: 'pgveil', exp: seconds(300), repository_id: '1' };
    const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
    expect(await reasonOf(verifierFor(), `${header}.${body}.${signature}`)).toBe('signature');
  });

  it('of an algorithm that is not allowed costs no request', async () => {
    const claims = { iss: issuer.url, aud: 'pgveil' };
    const hmac = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32, 1));
    const verify = verifierFor({}, never);
    expect(await reasonOf(verify, hmac)).toBe('algorithm');
    expect(await reasonOf(verify, await issuer.sign({ aud: 'pgveil' }, { algorithm: 'ES256' }))).toBe('algorithm');
  });

  it('of an unknown issuer costs no request', async () => {
    const token = await issuer.sign({ iss: 'https://evil.example', aud: 'pgveil' });
    expect(await reasonOf(verifierFor({}, never), token)).toBe('issuer');
    expect(await reasonOf(verifierFor({}, never), await issuer.sign({ iss: `${issuer.url}/`, aud: 'pgveil' }))).toBe('issuer');
  });

  it.each([
    ['', 'malformed'],
    ['not a token', 'malformed'],
    ['a.b.c', 'malformed'],
    ['x'.repeat(16_385), 'malformed'],
  ])('that is none (%#) is malformed', async (token, reason) => {
    expect(await reasonOf(verifierFor({}, never), token)).toBe(reason);
  });

  it('without a signature is refused', async () => {
    const token = new UnsecuredJWT({ iss: issuer.url, aud: 'pgveil', exp: seconds(300) }).encode();
    expect(['algorithm', 'malformed']).toContain(await reasonOf(verifierFor({}, never), token));
  });

  it('is not quoted in what is said about it', async () => {
    const token = await issuer.sign({ aud: 'canary-audience', sub: 'canary-subject' });
    const text = JSON.stringify(await verifierFor()(token));
    expect(text).not.toContain('canary');
    expect(text).not.toContain(token.slice(0, 20));
  });
});

describe("the issuer's keys", () => {
  it('are fetched once, by tokens at the same time too', async () => {
    const verify = verifierFor();
    const before = issuer.jwksRequests();
    const token = await issuer.sign({ aud: 'pgveil' });
    await Promise.all([verify(token), verify(token), verify(token)]);
    await verify(token);
    expect(issuer.jwksRequests() - before).toBe(1);
  });

  it('are fetched once more for an unknown key id, then not again until the cooldown has passed', async () => {
    const verify = verifierFor();
    await verify(await issuer.sign({ aud: 'pgveil' }));
    await issuer.rotate();
    const token = await issuer.sign({ aud: 'pgveil', exp: seconds(3_000) });
    const before = issuer.jwksRequests();
    expect(await reasonOf(verify, token)).toBe('signature');
    expect(issuer.jwksRequests() - before).toBe(0);
    now += 30_000;
    expect(await reasonOf(verify, token)).toBe('verified');
    expect(await reasonOf(verify, await issuer.sign({ aud: 'pgveil' }, { kid: 'nobody' }))).toBe('signature');
    expect(issuer.jwksRequests() - before).toBe(1);
  });

  it('are fetched anew when they are old, so that a withdrawn key ends', async () => {
    const verify = verifierFor();
    const token = await issuer.sign({ aud: 'pgveil', exp: seconds(3_000) });
    expect(await reasonOf(verify, token)).toBe('verified');
    await issuer.rotate();
    now += 599_999;
    expect(await reasonOf(verify, token)).toBe('verified');
    now += 1;
    expect(await reasonOf(verify, token)).toBe('signature');
  });

  it('that cannot be had are said so, and asked for again only after a second', async () => {
    let calls = 0;
    const down: Fetch = async (url, init) => {
      calls += 1;
      if (calls === 1) throw new TypeError('fetch failed');
      return fetch(url, init);
    };
    const verify = verifierFor({}, down);
    const token = await issuer.sign({ aud: 'pgveil' });
    expect(await reasonOf(verify, token)).toBe('jwks-unavailable');
    expect(await reasonOf(verify, token)).toBe('jwks-unavailable');
    expect(calls).toBe(1);
    now += 1_000;
    expect(await reasonOf(verify, token)).toBe('verified');
  });

  const json = (body: unknown): Response => new Response(JSON.stringify(body));
  it.each([
    ['another issuer in discovery', async () => json({ issuer: 'https://evil.example', jwks_uri: 'https://x.example' })],
    ['keys by plain http', async () => json({ issuer: issuer.url, jwks_uri: 'http://192.0.2.1/keys' })],
    ['no keys', async () => json({ issuer: issuer.url })],
    ['an error', async () => new Response('{}', { status: 500 })],
    ['no JSON', async () => new Response('<html>')],
    ['a document without end', async () => new Response('x'.repeat((1 << 20) + 1))],
    [
      'a key set that is none',
      async (url) => json(url.endsWith('keys') ? [] : { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` }),
    ],
  ] satisfies [string, Fetch][])('are not taken from %s', async (_, fetcher) => {
    expect(await reasonOf(verifierFor({}, fetcher), await issuer.sign({ aud: 'pgveil' }))).toBe('jwks-unavailable');
  });

  it('are not taken from where a redirect leads', async () => {
    const server = createServer((request, response) => {
      response.writeHead(302, { location: `${issuer.url}${request.url ?? ''}` }).end();
    });
    const url = `http://127.0.0.1:${String(await listenOnLoopback(server))}`;
    const token = await issuer.sign({ iss: url, aud: 'pgveil' });
    expect(await reasonOf(verifierFor({ issuer: url }), token)).toBe('jwks-unavailable');
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });

  it('are not waited for without end', async () => {
    const hang: Fetch = async (_, init) =>
      new Promise((_resolve, reject) => {
        init.signal.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
      });
    const verify = createTokenVerifier({
      issuers: [{ name: 'loop', issuer: issuer.url }],
      audience: 'pgveil',
      clock: () => now,
      fetch: hang,
      timeoutMs: 20,
    });
    expect(await reasonOf(verify, await issuer.sign({ aud: 'pgveil' }))).toBe('jwks-unavailable');
  });
});

describe('a configuration', () => {
  it.each([
    ['plain http to another machine', { issuer: 'http://issuer.example' }, 'issuer "loop": its address is not https'],
    ['no URL', { issuer: 'issuer' }, 'issuer "loop": its address is not https'],
    ['no audience', { audience: [] }, 'issuer "loop": no audience is set'],
    ['a boundless skew', { skewSeconds: 301 }, 'issuer "loop": its clock skew is out of range'],
    ['a skew that is no number', { skewSeconds: Number.NaN }, 'issuer "loop": its clock skew is out of range'],
    ['a symmetric algorithm', { algorithms: ['HS256' as 'RS256'] }, 'issuer "loop": an algorithm is not supported'],
    ['no algorithm', { algorithms: [] }, 'issuer "loop": an algorithm is not supported'],
  ] satisfies [string, Partial<IssuerConfig>, string][])('with %s is refused', (_, config, message) => {
    expect(() => verifierFor(config)).toThrow(expect.objectContaining({ code: 'PGVEIL_CONFIG', message }));
  });

  it('that names an issuer twice is refused', () => {
    const twice = { name: 'a', issuer: 'https://a.example' };
    expect(() =>
      createTokenVerifier({ issuers: [twice, { ...twice, name: 'b' }], audience: 'x', clock: () => 0, fetch: never }),
    ).toThrow('two issuers have the same address');
  });
});
