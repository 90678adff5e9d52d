import { PgveilError } from '../errors.ts';
import { deriveVerifier, type ScramVerifier } from './scram.ts';
import type { VerifiedIdentity } from './types.ts';

/** What a client needs to log in for the rest of a job. The password exists nowhere else. */
export interface SessionCredential {
  readonly user: string;
  readonly password: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface StoredCredential {
  readonly verifier: ScramVerifier;
  readonly identity: VerifiedIdentity;
  readonly expiresAt: number;
  readonly expired: boolean;
}

export interface SessionCredentials {
  /** Makes a credential that stands for `identity`. Throws PGVEIL_IDENTITY when too many are in use. */
  issue(identity: VerifiedIdentity, lifetimeMs: number): SessionCredential;
  /** Also finds expired ones, so that their holder can be told why; they go when room is needed. */
  find(user: string): StoredCredential | undefined;
  /** True if there was one. */
  revoke(user: string): boolean;
  /** How many are kept, expired ones included. */
  size(): number;
}

/** User names of session credentials begin so, and no local principal's may. */
export const sessionUserPrefix = 'job-';

/** Keeps SCRAM verifiers only. `random(n)` gives n bytes from a cryptographic source. */
export const createSessionCredentials = (options: {
  readonly clock: () => number;
  readonly random: (bytes: number) => Buffer;
  readonly maxEntries?: number;
}): SessionCredentials => {
  const { clock, random } = options;
  const maxEntries = options.maxEntries ?? 1_000;
  const entries = new Map<string, Omit<StoredCredential, 'expired'>>();

  const dropExpired = (): void => {
    for (const [user, { expiresAt }] of entries) if (expiresAt <= clock()) entries.delete(user);
  };

  return {
    issue: (identity, lifetimeMs) => {
      if (entries.size >= maxEntries) dropExpired();
      if (entries.size >= maxEntries) {
        throw new PgveilError('PGVEIL_IDENTITY', `${String(maxEntries)} session credentials are in use already`, {
          remedy: 'Wait until some have expired, or give them a shorter lifetime.',
        });
      }
      const user = sessionUserPrefix + random(9).toString('base64url');
      const password = random(32).toString('base64url');
      const expiresAt = clock() + lifetimeMs;
      entries.set(user, { verifier: deriveVerifier(password, random(16)), identity, expiresAt });
      return { user, password, expiresAt };
    },
    find: (user) => {
      const entry = entries.get(user);
      return entry === undefined ? undefined : { ...entry, expired: entry.expiresAt <= clock() };
    },
    revoke: (user) => entries.delete(user),
    size: () => entries.size,
  };
};
