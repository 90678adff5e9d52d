import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** An OIDC issuer on loopback: discovery, JWKS and signed tokens. */
export interface OidcIssuer {
  /** The issuer's URL: what tokens have as `iss` and what a policy names. */
  readonly url: string;
  /** How often the JWKS was asked for. */
  readonly jwksRequests: () => number;
  /** A token with GitHub's life span (300 s); `claims` override everything but the signature. */
  sign(claims: JWTPayload, options?: SignOptions): Promise<string>;
  /** A new signing key under a new `kid`; the old one is no longer published. */
  rotate(): Promise<void>;
  /** Answers discovery and JWKS; false if the path is another's. For servers that do more than this. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  stop(): Promise<void>;
}

export interface SignOptions {
  readonly algorithm?: 'RS256' | 'ES256';
  /** Signs with a key that the JWKS does not have, under the published `kid`. */
  readonly forged?: boolean;
  readonly kid?: string;
}

type Algorithm = 'RS256' | 'ES256';
interface SigningKey {
  readonly kid: string;
  readonly algorithm: Algorithm;
  readonly privateKey: CryptoKey;
  readonly jwk: Record<string, unknown>;
}

const makeKey = async (algorithm: Algorithm, kid: string): Promise<SigningKey> => {
  const pair = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(pair.publicKey);
  return { kid, algorithm, privateKey: pair.privateKey, jwk: { ...jwk, kid, alg: algorithm, use: 'sig' } };
};

const sendJson = (response: ServerResponse, body: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

/** The issuer's parts without a server of its own; `url` is where the caller serves it. */
export const createOidcIssuer = async (url: () => string): Promise<Omit<OidcIssuer, 'stop' | 'url'>> => {
  let generation = 1;
  const makeKeys = async (): Promise<SigningKey[]> =>
    Promise.all((['RS256', 'ES256'] as const).map(async (alg) => makeKey(alg, `${alg}-${String(generation)}`)));
  let keys = await makeKeys();
  let jwksRequests = 0;
  return {
    jwksRequests: () => jwksRequests,
    sign: async (claims, options = {}) => {
      const algorithm = options.algorithm ?? 'RS256';
      const key = keys.find((candidate) => candidate.algorithm === algorithm);
      if (key === undefined) throw new Error(`no ${algorithm} key`);
      const signer = options.forged === true ? await makeKey(algorithm, key.kid) : key;
      const now = Math.floor(Date.now() / 1000);
      const payload = { iss: url(), iat: now, nbf: now - 600, exp: now + 300, jti: crypto.randomUUID(), ...claims };
      return new SignJWT(payload)
        .setProtectedHeader({ alg: algorithm, kid: options.kid ?? key.kid, typ: 'JWT' })
        .sign(signer.privateKey);
    },
    rotate: async () => {
      generation += 1;
      keys = await makeKeys();
    },
    handle: (request, response) => {
      const { pathname } = new URL(request.url ?? '/', url());
      const base = new URL(url()).pathname.replace(/\/$/, '');
      if (pathname === `${base}/.well-known/openid-configuration`) {
        sendJson(response, {
          issuer: url(),
          jwks_uri: `${url()}/.well-known/jwks`,
          id_token_signing_alg_values_supported: ['RS256', 'ES256'],
          response_types_supported: ['id_token'],
          subject_types_supported: ['public'],
        });
        return true;
      }
      if (pathname === `${base}/.well-known/jwks`) {
        jwksRequests += 1;
        sendJson(response, { keys: keys.map((key) => key.jwk) });
        return true;
      }
      return false;
    },
  };
};

/** Listens on a free loopback port. */
export const listenOnLoopback = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

export const startOidcIssuer = async (): Promise<OidcIssuer> => {
  let url = '';
  const issuer = await createOidcIssuer(() => url);
  const server = createServer((request, response) => {
    if (issuer.handle(request, response)) return;
    response.writeHead(404).end();
  });
  url = `http://127.0.0.1:${String(await listenOnLoopback(server))}`;
  return {
    ...issuer,
    url,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
