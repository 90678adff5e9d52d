/** What a cloud is that gives a token for a database's password: one file and one line of the table for each. */
import type { CloudIdentity, CloudProvider } from '../../policy/schema-cloud.ts';
import type { Send } from './send.ts';

/** Who logs in where. */
export interface Login {
  readonly host: string;
  readonly port: number;
  readonly user: string;
}

/** What a cloud gave for an ID token. It stands for the identity, and is as secret as a password. */
export interface Lease {
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** The password of one log-in, which begins at `now`. */
  password(login: Login, now: number): Promise<string>;
}

export interface ExchangeTools {
  readonly send: Send;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

type Settings<Provider extends CloudProvider> = Extract<CloudIdentity, { readonly provider: Provider }>;

export interface IdentityProvider<Provider extends CloudProvider> {
  /** The `aud` of the ID token, where the policy names none. */
  audience(settings: Settings<Provider>): string;
  /** The environment variable in which the cloud's own platform names a file of ID tokens. */
  readonly tokenFileVariable: string | undefined;
  /** The only user that the identity can log in as; undefined where the database has the last word. */
  user(settings: Settings<Provider>): string | undefined;
  /** Rejects with PGVEIL_UPSTREAM; nothing of an answer but its status and error code is in the message. */
  exchange(settings: Settings<Provider>, idToken: string, tools: ExchangeTools): Promise<Lease>;
}
