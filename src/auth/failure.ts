import type { AuthFailure } from './types.ts';

/** The FATAL that a client gets. */
export interface AuthenticationError {
  readonly sqlstate: '28000' | '28P01';
  readonly message: string;
  readonly hint: string;
}

type TokenReason = Extract<AuthFailure, { kind: 'token' }>['reason'];

const newToken = 'Ask the identity provider for a new token; a token is good for minutes only.';

/** What the client is told of each reason; the token itself is never quoted. */
const tokenReasons: Readonly<Record<TokenReason, readonly [string, string]>> = {
  malformed: ['token malformed', 'The password has to be an OIDC token: a compact JWS, three parts with dots.'],
  signature: ['token signature invalid', "The token is not signed by its issuer's current keys. Ask for a new one."],
  algorithm: ['token algorithm not allowed', "Add the algorithm to the issuer's `algorithms` in the policy."],
  issuer: ['token issuer unknown', 'List the issuer in the policy, exactly as in the iss claim.'],
  audience: ['token audience wrong', 'Ask for the token with the audience that the policy names.'],
  expired: ['token expired', newToken],
  'not-yet-valid': ['token not yet valid', 'The clocks of the issuer and of pgveil differ; set them.'],
  'claim-missing': ['token claim missing', 'The policy requires a claim that the token does not have.'],
  'jwks-unavailable': ["the token issuer's keys are unavailable", "See pgveil's log, and try again."],
};

const wrongPassword = {
  sqlstate: '28P01',
  text: 'wrong user name or password',
  hint: 'Use the user name and password that pgveil issued for this job.',
} as const;

interface Told {
  readonly sqlstate: AuthenticationError['sqlstate'];
  readonly text: string;
  readonly hint: string;
}

/** The other kinds. Wrong password and unknown user read alike, so that nobody learns which names exist. */
const told: Readonly<Record<Exclude<AuthFailure['kind'], 'token'> | 'expired', Told>> = {
  'bad-password': wrongPassword,
  'session-credential': wrongPassword,
  expired: {
    sqlstate: '28000',
    text: 'session credential expired',
    hint: 'Exchange an OIDC token for a new session credential.',
  },
  'no-credential': {
    sqlstate: '28P01',
    text: 'no usable credential was sent',
    hint: 'Set PGPASSWORD to the session credential or, for the token user, to an OIDC token.',
  },
  'insecure-transport': {
    sqlstate: '28000',
    text: 'a token is only taken over TLS or loopback',
    hint: 'Connect with sslmode=require or stronger.',
  },
  throttled: {
    sqlstate: '28000',
    text: 'too many failed attempts',
    hint: 'Wait some seconds, and mend the credential first.',
  },
};

const lookUp = (failure: AuthFailure): Told => {
  if (failure.kind === 'token') {
    const [text, hint] = tokenReasons[failure.reason];
    return { sqlstate: '28000', text, hint };
  }
  return told[failure.kind === 'session-credential' && failure.reason === 'expired' ? 'expired' : failure.kind];
};

/** The error for a failure of that user's log-in. */
export const authenticationError = (failure: AuthFailure, user: string): AuthenticationError => {
  const { sqlstate, text, hint } = lookUp(failure);
  return { sqlstate, message: `authentication failed for user ${JSON.stringify(user)}: ${text}`, hint };
};
