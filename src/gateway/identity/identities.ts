/** The cloud identities of a policy at work: what a cloud gave is kept until shortly before its end. */
import { PgveilError } from '../../errors.ts';
import type { CloudIdentity } from '../../policy/schema-cloud.ts';
import type { DatabaseUrl } from '../upstream-url.ts';
import { createIdTokens, type IdTokensOptions } from './id-tokens.ts';
import { configuredIdentity } from './index.ts';
import type { Lease } from './provider.ts';
import { createSend, type SendTools } from './send.ts';

export interface Identities {
  /**
   * The URL with the password for a log-in that begins now, where the credential is a cloud identity; else the URL as it
   * is. Rejects with PGVEIL_UPSTREAM, or PGVEIL_CONFIG as `checkIdentityUrl`.
   */
  logIn(url: DatabaseUrl, identity: CloudIdentity | undefined): Promise<DatabaseUrl>;
}

export interface IdentitiesOptions extends SendTools, Omit<IdTokensOptions, 'send'> {}

/** Milliseconds before its end from which on a new one is asked for. */
const margin = 300_000;

const wrong = (message: string, remedy: string): PgveilError => new PgveilError('PGVEIL_CONFIG', message, { remedy });

/** A token is for the server alone that it is meant for. Throws PGVEIL_CONFIG. */
export const checkIdentityUrl = ({ target, credential }: DatabaseUrl, identity: CloudIdentity): void => {
  if (credential.password !== undefined) {
    throw wrong(
      'the URL of a credential with `identity` has a password',
      'Take it out of the URL: the identity is in its place.',
    );
  }
  if (target.tls.mode !== 'verify-full' || target.host.startsWith('/')) {
    throw wrong(
      'a credential with `identity` needs sslmode=verify-full: its token goes to the server in clear text',
      "Add ?sslmode=verify-full to the URL, and sslrootcert=FILE where the cloud's CA is not a public one.",
    );
  }
  const { user } = configuredIdentity(identity);
  if (user !== undefined && user !== credential.user) {
    throw wrong(
      'the user of the URL is not the one of the identity',
      `Write ${encodeURIComponent(user)}: the service account without .gserviceaccount.com, percent-encoded.`,
    );
  }
};

export const createIdentities = (options: IdentitiesOptions): Identities => {
  const { clock } = options;
  const send = createSend(options);
  const idTokens = createIdTokens({ ...options, send });

  /** Log-ins that need a new lease at the same time share it; while there is an old one that is good, a failure waits. */
  const leasesOf = (identity: CloudIdentity): (() => Promise<Lease>) => {
    const configured = configuredIdentity(identity);
    const { audience, tokenFileVariable } = configured;
    let lease: Lease | undefined;
    let pending: Promise<Lease> | undefined;
    const renew = async (): Promise<Lease> => {
      const idToken = await idTokens({ audience, file: identity['token-file'], fileVariable: tokenFileVariable });
      lease = await configured.exchange(idToken, { send, clock });
      return lease;
    };
    return async () => {
      const held = lease;
      if (held !== undefined && clock() < held.expiresAt - margin) return held;
      pending ??= renew().finally(() => {
        pending = undefined;
      });
      try {
        return await pending;
      } catch (error) {
        if (held !== undefined && clock() < held.expiresAt) return held;
        throw error;
      }
    };
  };

  const known = new WeakMap<CloudIdentity, () => Promise<Lease>>();
  return {
    logIn: async (url, identity) => {
      if (identity === undefined) return url;
      checkIdentityUrl(url, identity);
      const current = known.get(identity) ?? leasesOf(identity);
      known.set(identity, current);
      const { host, port } = url.target;
      const { user } = url.credential;
      const password = await (await current()).password({ host, port, user }, clock());
      return { ...url, credential: { ...url.credential, password, token: true } };
    },
  };
};
