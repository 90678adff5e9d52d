/** Who a client has proved to be. Claims are those of the verified token, unchanged. */
export type VerifiedIdentity =
  | {
      readonly kind: 'oidc';
      /** The policy's name of the issuer (`github`). */
      readonly issuer: string;
      readonly claims: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'local'; readonly name: string };

/** Why authentication failed, for the log and the audit; the client sees only its class. */
export type AuthFailure =
  | { readonly kind: 'no-credential' }
  | { readonly kind: 'bad-password' }
  | {
      readonly kind: 'token';
      readonly reason:
        | 'malformed'
        | 'signature'
        | 'algorithm'
        | 'issuer'
        | 'audience'
        | 'expired'
        | 'not-yet-valid'
        | 'claim-missing'
        | 'jwks-unavailable';
    }
  | { readonly kind: 'session-credential'; readonly reason: 'unknown' | 'expired' }
  | { readonly kind: 'insecure-transport' }
  | { readonly kind: 'throttled' };
