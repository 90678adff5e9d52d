import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { errorText } from '../errors.ts';

/** The part of `fetch` that is used here, so that a test or a proxy agent can stand in. */
export type Fetch = (
  url: string,
  init: {
    readonly redirect: 'error';
    readonly signal: AbortSignal;
    readonly headers: Readonly<Record<string, string>>;
  },
) => Promise<Response>;

export interface KeySourceOptions {
  /** The `iss` value; discovery is asked for below it. */
  readonly issuer: string;
  readonly fetch: Fetch;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly timeoutMs: number;
  /** How long a key set is used before it is fetched anew. */
  readonly maxAgeMs: number;
  /** The least time between a fetch and the next one for an unknown key id. */
  readonly cooldownMs: number;
}

/** The issuer's keys could not be had; the message says at which step, for the operator. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** After a fetch that failed, further tokens do not start another one for this long. */
const failureCooldownMs = 1_000;
const maxDocumentBytes = 1 << 20;

/** https, or plain http to this machine. */
export const isTrustworthyUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return (
    protocol === 'https:' ||
    (protocol === 'http:' && (hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname)))
  );
};

const readDocument = async (url: string, options: KeySourceOptions): Promise<Record<string, unknown>> => {
  const response = await options.fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(options.timeoutMs),
    headers: { accept: 'application/json' },
  });
  if (response.status !== 200) throw new KeysUnavailable(`${url} answered ${String(response.status)}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxDocumentBytes) throw new KeysUnavailable(`${url} is larger than ${String(maxDocumentBytes)} bytes`);
    chunks.push(chunk);
  }
  const document: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  if (typeof document !== 'object' || document === null) throw new KeysUnavailable(`${url} is not a JSON object`);
  return document as Record<string, unknown>;
};

/** OpenID Connect Discovery 1.0, 4: the document's issuer has to be the very one that was asked. */
const fetchKeys = async (options: KeySourceOptions): Promise<JWTVerifyGetKey> => {
  const discovery = `${options.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const document = await readDocument(discovery, options);
  if (document['issuer'] !== options.issuer) throw new KeysUnavailable(`${discovery} names another issuer`);
  const jwksUri = document['jwks_uri'];
  if (typeof jwksUri !== 'string' || !isTrustworthyUrl(jwksUri))
    throw new KeysUnavailable(`${discovery} has no jwks_uri by https`);
  return createLocalJWKSet((await readDocument(jwksUri, options)) as unknown as JSONWebKeySet);
};

/**
 * An issuer's signing keys: fetched on first use, kept, and fetched once more for a key id that is not among them.
 * Concurrent tokens share one fetch. Rejects with KeysUnavailable, or with jose's JWKSNoMatchingKey.
 */
export const createKeySource = (options: KeySourceOptions): JWTVerifyGetKey => {
  let current: { readonly keys: JWTVerifyGetKey; readonly at: number } | undefined;
  let failure: { readonly error: KeysUnavailable; readonly at: number } | undefined;
  let pending: Promise<JWTVerifyGetKey> | undefined;

  const load = async (): Promise<JWTVerifyGetKey> => {
    if (failure !== undefined && options.clock() - failure.at < failureCooldownMs) throw failure.error;
    try {
      const keys = await fetchKeys(options);
      current = { keys, at: options.clock() };
      failure = undefined;
      return keys;
    } catch (error) {
      const unavailable =
        error instanceof KeysUnavailable ? error : new KeysUnavailable(`${options.issuer}: ${errorText(error)}`);
      failure = { error: unavailable, at: options.clock() };
      throw unavailable;
    }
  };
  const refresh = async (): Promise<JWTVerifyGetKey> => {
    pending ??= load().finally(() => {
      pending = undefined;
    });
    return pending;
  };

  return async (header, token) => {
    const age = current === undefined ? Infinity : options.clock() - current.at;
    const keys = current === undefined || age >= options.maxAgeMs ? await refresh() : current.keys;
    try {
      return await keys(header, token);
    } catch (error) {
      const stale = options.clock() - (current?.at ?? 0) >= options.cooldownMs;
      if (!(error instanceof errors.JWKSNoMatchingKey) || !stale) throw error;
      return (await refresh())(header, token);
    }
  };
};
