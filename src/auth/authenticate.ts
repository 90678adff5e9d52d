import { authenticationError, type AuthenticationError } from './failure.ts';
import type { LocalPrincipals } from './local.ts';
import type { TokenVerifier } from './oidc.ts';
import { createScramServer, mockVerifier, type ScramMechanism, type ScramServer } from './scram-server.ts';
import type { ScramVerifier } from './scram.ts';
import type { SessionCredentials } from './session-credentials.ts';
import type { Throttle } from './throttle.ts';
import type { AuthFailure, VerifiedIdentity } from './types.ts';

/** What is known of the client's connection. */
export interface Transport {
  readonly tls: boolean;
  /** The peer is this machine: a loopback address or a Unix-domain socket. */
  readonly loopback: boolean;
  /** Source address without the port. */
  readonly address: string;
  /** tls-server-end-point data of pgveil's own certificate, if this connection is TLS and it has any. */
  readonly certificateHash: Buffer | undefined;
}

/** An Authentication message to send. */
export type AuthenticationRequest =
  | { readonly kind: 'cleartext' }
  | { readonly kind: 'sasl'; readonly mechanisms: readonly ScramMechanism[] }
  | { readonly kind: 'sasl-continue'; readonly data: string }
  | { readonly kind: 'sasl-final'; readonly data: string };

/** The content of a `p` message, read as what `expects` says. */
export type AuthenticationAnswer =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'sasl-initial'; readonly mechanism: string; readonly data: string }
  | { readonly kind: 'sasl-response'; readonly data: string };

export type AuthenticationStep =
  /** Send `request`; the client's next `p` message is to be read as `expects`. */
  | {
      readonly kind: 'ask';
      readonly request: AuthenticationRequest;
      readonly expects: AuthenticationAnswer['kind'];
    }
  /** Send `request`, if there is one, then AuthenticationOk. */
  | {
      readonly kind: 'accept';
      readonly request: AuthenticationRequest | undefined;
      readonly identity: VerifiedIdentity;
      /** When what proved it ends, milliseconds since the epoch; undefined for local principals. */
      readonly expiresAt: number | undefined;
    }
  /** Send FATAL and close. `detail` is for the operator's log. */
  | {
      readonly kind: 'reject';
      readonly failure: AuthFailure;
      readonly error: AuthenticationError;
      readonly detail: string | undefined;
    };

/** One client's log-in. Each call takes the answer to the request before; none may follow accept or reject. */
export interface Conversation {
  /** Hold the first message back this long, in milliseconds. */
  readonly delayMs: number;
  start(): AuthenticationStep;
  answer(answer: AuthenticationAnswer): Promise<AuthenticationStep>;
}

export interface AuthenticatorOptions {
  readonly credentials: SessionCredentials;
  readonly locals: LocalPrincipals;
  /** User names whose password is an OIDC token. */
  readonly tokenUsers: ReadonlySet<string>;
  /** Undefined where no issuer is configured: then no user name takes a token. */
  readonly verifyToken: TokenVerifier | undefined;
  readonly throttle: Throttle;
  /** Secret of this process for the mock exchange with unknown users: 32 random bytes. */
  readonly mockSecret: Buffer;
  /** Fresh random text for each exchange: 18 bytes in base64. */
  readonly nonce: () => string;
}

interface Account {
  readonly verifier: ScramVerifier;
  /** What a right password leads to. */
  readonly outcome:
    | { readonly kind: 'identity'; readonly identity: VerifiedIdentity; readonly expiresAt: number | undefined }
    | { readonly kind: 'failure'; readonly failure: AuthFailure };
  /** What a wrong one does. */
  readonly wrong: AuthFailure;
  readonly doomed: boolean;
}

/** Begins the log-in of `user`. The name alone decides how it goes on, since a client cannot say it beforehand. */
export type Authenticator = (user: string, transport: Transport) => Conversation;

export const createAuthenticator = (options: AuthenticatorOptions): Authenticator => {
  const { credentials, locals, throttle, verifyToken } = options;

  const accountOf = (user: string): Account => {
    const stored = credentials.find(user);
    if (stored !== undefined) {
      return {
        verifier: stored.verifier,
        outcome: stored.expired
          ? { kind: 'failure', failure: { kind: 'session-credential', reason: 'expired' } }
          : { kind: 'identity', identity: stored.identity, expiresAt: stored.expiresAt },
        wrong: { kind: 'bad-password' },
        doomed: false,
      };
    }
    const local = locals.get(user);
    if (local !== undefined) {
      return {
        verifier: local,
        outcome: { kind: 'identity', identity: { kind: 'local', name: user }, expiresAt: undefined },
        wrong: { kind: 'bad-password' },
        doomed: false,
      };
    }
    const unknown: AuthFailure = { kind: 'session-credential', reason: 'unknown' };
    return {
      verifier: mockVerifier(user, options.mockSecret),
      outcome: { kind: 'failure', failure: unknown },
      wrong: unknown,
      doomed: true,
    };
  };

  return (user, transport) => {
    const admission = throttle.admit(transport.address, user);

    const reject = (failure: AuthFailure, detail?: string): AuthenticationStep => ({
      kind: 'reject',
      failure,
      error: authenticationError(failure, user),
      detail,
    });
    /** A failure that may be a guess: it counts. */
    const rejectGuess = (failure: AuthFailure, detail?: string): AuthenticationStep => {
      throttle.failed(transport.address, user);
      return reject(failure, detail);
    };
    const accept = (
      identity: VerifiedIdentity,
      expiresAt: number | undefined,
      request?: AuthenticationRequest,
    ): AuthenticationStep => {
      throttle.succeeded(user);
      return { kind: 'accept', request, identity, expiresAt };
    };

    const takeToken = async (verify: TokenVerifier, token: string): Promise<AuthenticationStep> => {
      if (token === '') return reject({ kind: 'no-credential' });
      const verdict = await verify(token);
      if (verdict.kind === 'verified') return accept(verdict.identity, verdict.expiresAt);
      // That the issuer's keys cannot be had is not the client's doing.
      return verdict.failure.reason === 'jwks-unavailable'
        ? reject(verdict.failure, verdict.detail)
        : rejectGuess(verdict.failure, verdict.detail);
    };

    const account = accountOf(user);
    const mechanisms: readonly ScramMechanism[] =
      transport.tls && transport.certificateHash !== undefined ? ['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256'] : ['SCRAM-SHA-256'];
    let scram: ScramServer | undefined;

    const takeInitial = (name: string, data: string): AuthenticationStep => {
      const mechanism = mechanisms.find((offered) => offered === name);
      if (mechanism === undefined) return reject({ kind: 'no-credential' }, 'a SASL mechanism that was not offered');
      scram = createScramServer({
        mechanism,
        verifier: account.verifier,
        nonce: options.nonce(),
        doomed: account.doomed,
        certificateHash: mechanisms.length > 1 ? transport.certificateHash : undefined,
      });
      const step = scram.first(data);
      return step.kind === 'send'
        ? { kind: 'ask', request: { kind: 'sasl-continue', data: step.message }, expects: 'sasl-response' }
        : rejectGuess({ kind: 'bad-password' }, 'the first SCRAM message is malformed or wrongly bound');
    };
    const takeResponse = (server: ScramServer, data: string): AuthenticationStep => {
      const step = server.final(data);
      if (step.kind !== 'done') {
        const detail = step.kind === 'fail' && step.reason !== 'proof' ? `SCRAM: ${step.reason}` : undefined;
        return rejectGuess(account.wrong, detail);
      }
      return account.outcome.kind === 'identity'
        ? accept(account.outcome.identity, account.outcome.expiresAt, { kind: 'sasl-final', data: step.message })
        : reject(account.outcome.failure);
    };

    const takesToken = verifyToken !== undefined && options.tokenUsers.has(user);
    return {
      delayMs: admission.kind === 'go' ? admission.delayMs : 0,
      start: () => {
        if (admission.kind === 'refuse') {
          return reject({ kind: 'throttled' }, `the next attempt is open in ${String(admission.retryMs)} ms`);
        }
        if (!takesToken) return { kind: 'ask', request: { kind: 'sasl', mechanisms }, expects: 'sasl-initial' };
        return transport.tls || transport.loopback
          ? { kind: 'ask', request: { kind: 'cleartext' }, expects: 'password' }
          : reject({ kind: 'insecure-transport' });
      },
      answer: async (answer) => {
        if (takesToken) {
          return answer.kind === 'password' ? takeToken(verifyToken, answer.password) : reject({ kind: 'no-credential' });
        }
        if (answer.kind === 'sasl-initial' && scram === undefined) return takeInitial(answer.mechanism, answer.data);
        return answer.kind === 'sasl-response' && scram !== undefined
          ? takeResponse(scram, answer.data)
          : reject({ kind: 'no-credential' });
      },
    };
  };
};
