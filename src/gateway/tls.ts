import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { createSecureContext, rootCertificates, type ConnectionOptions, type TlsOptions } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { certificateHash } from '../auth/certificate-hash.ts';
import { PgveilError, errorText } from '../errors.ts';
import type { UpstreamTls } from './upstream-url.ts';

/** The protocol name of PostgreSQL (IANA), which a client that starts TLS directly has to offer. */
export const alpn = 'postgresql';

const minVersion = 'TLSv1.2';

const readPem = async (file: string, what: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new PgveilError('PGVEIL_CONFIG', `${what} ${JSON.stringify(file)} cannot be read: ${errorText(error)}`, {
      remedy: 'Check the path and its permissions.',
      cause: error,
    });
  }
};

export interface ClientTls {
  /** For `new TLSSocket(socket, { isServer: true, ...options })` or tls.createServer. A client that offers ALPN must offer `postgresql`. */
  readonly options: TlsOptions;
  /** tls-server-end-point data for SCRAM-SHA-256-PLUS; undefined where the certificate allows none. */
  readonly certificateHash: Buffer | undefined;
}

/**
 * What clients get when they ask for TLS. Throws PGVEIL_CONFIG if the files do not hold a certificate chain and its
 * key. A client that starts TLS directly must have offered ALPN: see `offeredAlpn`.
 */
export const loadClientTls = async (files: { readonly cert: string; readonly key: string }): Promise<ClientTls> => {
  const [cert, key] = await Promise.all([readPem(files.cert, 'the TLS certificate'), readPem(files.key, 'the TLS key')]);
  try {
    const secureContext = createSecureContext({ cert, key, minVersion });
    return {
      // A server makes its context of the files' text; a socket that begins TLS later takes the one made here.
      options: { cert, key, secureContext, ALPNProtocols: [alpn], minVersion },
      certificateHash: certificateHash(new X509Certificate(cert).raw),
    };
  } catch (error) {
    throw new PgveilError('PGVEIL_CONFIG', `the TLS certificate and key cannot be used: ${errorText(error)}`, {
      remedy: 'Give the certificate chain and its unencrypted private key as PEM files that belong together.',
      cause: error,
    });
  }
};

/** Did a client that started TLS directly offer `postgresql`? Without it the connection has to be closed (PostgreSQL 17). */
export const offeredAlpn = (socket: { readonly alpnProtocol: string | false | null }): boolean => socket.alpnProtocol === alpn;

/** Options for tls.connect to a server, by sslmode. Throws PGVEIL_CONFIG for a file that cannot be read. */
export const upstreamTlsOptions = async (settings: UpstreamTls, host: string): Promise<ConnectionOptions> => {
  const { mode, rootCert, cert, key } = settings;
  const verify = mode === 'verify-ca' || mode === 'verify-full';
  const options: ConnectionOptions = {
    minVersion,
    ALPNProtocols: [alpn],
    rejectUnauthorized: verify,
    // SNI holds names only (RFC 6066, 3).
    ...(isIP(host) === 0 ? { servername: host } : {}),
  };
  if (verify) {
    options.ca = rootCert === undefined || rootCert === 'system' ? [...rootCertificates] : await readPem(rootCert, 'sslrootcert');
  }
  // verify-ca asks who signed the certificate, not for whom.
  if (mode === 'verify-ca') options.checkServerIdentity = () => undefined;
  if (cert !== undefined && key !== undefined) {
    options.cert = await readPem(cert, 'sslcert');
    options.key = await readPem(key, 'sslkey');
  }
  return options;
};
