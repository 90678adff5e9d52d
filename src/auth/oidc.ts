import { decodeJwt, decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import { PgveilError } from '../errors.ts';
import { createKeySource, isTrustworthyUrl, KeysUnavailable, type Fetch } from './jwks.ts';
import type { AuthFailure, VerifiedIdentity } from './types.ts';

/** JWS algorithms that an issuer may be configured with: asymmetric ones only. */
export const tokenAlgorithms = ['RS256', 'ES256', 'PS256', 'EdDSA'] as const;
export type TokenAlgorithm = (typeof tokenAlgorithms)[number];

export interface IssuerConfig {
  /** The policy's name of the issuer (`github`). */
  readonly name: string;
  /** The token's `iss`, byte for byte; https, or http to loopback. */
  readonly issuer: string;
  /** Overrides the verifier's audience. */
  readonly audience?: string | readonly string[];
  /** Default: RS256 alone. */
  readonly algorithms?: readonly TokenAlgorithm[];
  /** Claims that must be there besides iss, aud and exp. */
  readonly requiredClaims?: readonly string[];
  /** Tolerance for exp and nbf in seconds: 30 unless given, at most 300. */
  readonly skewSeconds?: number;
}

export type TokenFailure = Extract<AuthFailure, { kind: 'token' }>;

export type TokenVerdict =
  | {
      readonly kind: 'verified';
      readonly identity: Extract<VerifiedIdentity, { kind: 'oidc' }>;
      /** The token's exp, milliseconds since the epoch. */
      readonly expiresAt: number;
    }
  | {
      readonly kind: 'failed';
      readonly failure: TokenFailure;
      /** One sentence for the operator's log. It holds no part of the token but names of claims. */
      readonly detail: string;
    };

/** Checks a compact JWS. Never rejects: whatever goes wrong is a failed verdict. */
export type TokenVerifier = (token: string) => Promise<TokenVerdict>;

export interface TokenVerifierOptions {
  readonly issuers: readonly IssuerConfig[];
  /** The `aud` that a token must be for, unless its issuer has its own. */
  readonly audience: string | readonly string[];
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly fetch: Fetch;
  readonly maxTokenBytes?: number;
  readonly timeoutMs?: number;
  readonly maxAgeMs?: number;
  readonly cooldownMs?: number;
}

const maxSkewSeconds = 300;

const failed = (reason: TokenFailure['reason'], detail: string): TokenVerdict => ({
  kind: 'failed',
  failure: { kind: 'token', reason },
  detail,
});

const claimReasons: Readonly<Record<string, TokenFailure['reason']>> = {
  iss: 'issuer',
  aud: 'audience',
  nbf: 'not-yet-valid',
};

const explain = (error: unknown): TokenVerdict => {
  if (error instanceof KeysUnavailable) return failed('jwks-unavailable', error.message);
  if (error instanceof errors.JWTExpired) return failed('expired', 'the exp claim is in the past');
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.reason === 'missing' && error.claim !== 'aud')
      return failed('claim-missing', `the token has no claim ${JSON.stringify(error.claim)}`);
    if (error.reason === 'invalid') return failed('malformed', `the claim ${JSON.stringify(error.claim)} has a wrong type`);
    return failed(claimReasons[error.claim] ?? 'malformed', `the claim ${JSON.stringify(error.claim)} does not hold`);
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported)
    return failed('algorithm', 'the algorithm is not allowed for this issuer');
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid)
    return failed('malformed', 'the token is not a compact JWS with a claims set');
  if (error instanceof errors.JWKSNoMatchingKey) return failed('signature', "none of the issuer's keys has that key id");
  return failed('signature', "the signature does not verify with the issuer's key");
};

const asList = (audience: string | readonly string[]): string[] => (typeof audience === 'string' ? [audience] : [...audience]);

const checkConfig = (config: IssuerConfig, audience: readonly string[]): void => {
  const wrong = (what: string, remedy: string): never => {
    throw new PgveilError('PGVEIL_CONFIG', `issuer ${JSON.stringify(config.name)}: ${what}`, { remedy });
  };
  if (!isTrustworthyUrl(config.issuer))
    wrong('its address is not https', 'Use an https address; plain http is for loopback only.');
  if (audience.length === 0 || audience.includes(''))
    wrong('no audience is set', 'Name the audience that tokens for pgveil carry.');
  const skew = config.skewSeconds ?? 0;
  if (!(skew >= 0 && skew <= maxSkewSeconds))
    wrong('its clock skew is out of range', `Use 0 to ${String(maxSkewSeconds)} seconds.`);
  if (config.algorithms?.some((name) => !tokenAlgorithms.includes(name)) === true || config.algorithms?.length === 0)
    wrong('an algorithm is not supported', `Use ${tokenAlgorithms.join(', ')}.`);
};

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

/**
 * A verifier for the tokens of the configured issuers. The token's own, unverified `iss` only picks among them.
 * Throws PGVEIL_CONFIG for an issuer that cannot be trusted as configured.
 */
export const createTokenVerifier = (options: TokenVerifierOptions): TokenVerifier => {
  const { clock, fetch } = options;
  const maxTokenBytes = options.maxTokenBytes ?? 16_384;
  const issuers = new Map(
    options.issuers.map((config) => {
      const audience = asList(config.audience ?? options.audience);
      checkConfig(config, audience);
      const keys = createKeySource({
        issuer: config.issuer,
        fetch,
        clock,
        timeoutMs: options.timeoutMs ?? 5_000,
        maxAgeMs: options.maxAgeMs ?? 600_000,
        cooldownMs: options.cooldownMs ?? 30_000,
      });
      return [config.issuer, { config, audience, algorithms: [...(config.algorithms ?? (['RS256'] as const))], keys }];
    }),
  );
  if (issuers.size !== options.issuers.length)
    throw new PgveilError('PGVEIL_CONFIG', 'two issuers have the same address', { remedy: 'Remove one of them.' });

  return async (token) => {
    if (bytesOf(token) > maxTokenBytes) return failed('malformed', `the token is larger than ${String(maxTokenBytes)} bytes`);
    let claims: JWTPayload;
    let algorithm: string | undefined;
    try {
      claims = decodeJwt(token);
      algorithm = decodeProtectedHeader(token).alg;
    } catch {
      return failed('malformed', 'the token is not a compact JWS with a claims set');
    }
    const issuer = issuers.get(claims.iss ?? '');
    if (issuer === undefined) return failed('issuer', 'the iss claim names no configured issuer');
    // Before any key is fetched: an algorithm that is not allowed costs no request.
    if (!issuer.algorithms.some((allowed) => allowed === algorithm))
      return failed('algorithm', `the algorithm is not one of ${issuer.algorithms.join(', ')}`);
    try {
      const { payload } = await jwtVerify(token, issuer.keys, {
        issuer: issuer.config.issuer,
        audience: issuer.audience,
        algorithms: issuer.algorithms,
        clockTolerance: issuer.config.skewSeconds ?? 30,
        currentDate: new Date(clock()),
        requiredClaims: ['exp', ...(issuer.config.requiredClaims ?? [])],
      });
      return {
        kind: 'verified',
        identity: { kind: 'oidc', issuer: issuer.config.name, claims: payload },
        expiresAt: (payload.exp ?? 0) * 1000,
      };
    } catch (error) {
      return explain(error);
    }
  };
};
