import { md5Answer } from '../auth/md5.ts';
import { createScramClient, type ClientBinding, type ScramClient, type ScramClientStep } from '../auth/scram-client.ts';
import { PgveilError } from '../errors.ts';
import type { UpstreamCredential } from './upstream-url.ts';

/** How a server let pgveil in. `none`: it asked for nothing (trust, peer or client certificate). */
export type UpstreamMethod = 'none' | 'password' | 'md5' | 'scram-sha-256' | 'scram-sha-256-plus';

/** An Authentication message of the server. */
export type UpstreamAuthentication =
  | { readonly kind: 'ok' }
  | { readonly kind: 'cleartext' }
  | { readonly kind: 'md5'; readonly salt: Buffer }
  | { readonly kind: 'sasl'; readonly mechanisms: readonly string[] }
  | { readonly kind: 'sasl-continue'; readonly data: string }
  | { readonly kind: 'sasl-final'; readonly data: string }
  /** `name` as in the protocol's documentation: GSS, SSPI, KerberosV5, ... */
  | { readonly kind: 'unsupported'; readonly name: string };

export type UpstreamAnswer =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'sasl-initial'; readonly mechanism: string; readonly data: string }
  | { readonly kind: 'sasl-response'; readonly data: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'done'; readonly method: UpstreamMethod };

/** What matters of the connection. */
export interface UpstreamTransport {
  readonly tls: boolean;
  /** The server's certificate was checked, and is for this host: sslmode=verify-full. */
  readonly verified: boolean;
  /** This machine: a loopback address or a Unix-domain socket. */
  readonly loopback: boolean;
  /** tls-server-end-point data of the server's certificate. */
  readonly certificateHash: Buffer | undefined;
}

/** Answers one Authentication message after the other. Rejects with PGVEIL_UPSTREAM; never with the password. */
export type UpstreamLogin = (request: UpstreamAuthentication) => Promise<UpstreamAnswer>;

const fail = (message: string, remedy: string): never => {
  throw new PgveilError('PGVEIL_UPSTREAM', message, { remedy });
};

const plus = 'SCRAM-SHA-256-PLUS';
const scramName = 'SCRAM-SHA-256';

export const createUpstreamLogin = (options: {
  readonly credential: UpstreamCredential;
  readonly transport: UpstreamTransport;
  /** Fresh random text without commas: 18 bytes in base64. */
  readonly nonce: () => string;
}): UpstreamLogin => {
  const { credential, transport } = options;
  let method: UpstreamMethod = 'none';
  let scram: ScramClient | undefined;
  let proven = false;

  const password = (): string =>
    credential.password ?? fail('the database asks for a password and none is configured', 'Add it to the database URL.');

  const refuseToken = (asked: string): void => {
    if (credential.token === true)
      fail(
        `the database asks for ${asked}, which a cloud's token cannot answer`,
        'Let this user log in by the identity: docs/cloud-identities.md.',
      );
  };

  const mayReadPassword = (): boolean =>
    credential.token === true ? transport.tls && transport.verified : transport.tls || transport.loopback;

  const refuseWithoutBinding = (): void => {
    if (credential.channelBinding === 'require' && method !== 'scram-sha-256-plus')
      fail('the database did not bind the log-in to its certificate', `Use TLS and ${plus}, or drop channel_binding.`);
  };

  const chooseBinding = (offered: readonly string[]): ClientBinding => {
    const hash = transport.certificateHash;
    if (!transport.tls || credential.channelBinding === 'disable' || hash === undefined) return { kind: 'n' };
    return offered.includes(plus) ? { kind: 'p', certificateHash: hash } : { kind: 'y' };
  };

  const beginScram = (offered: readonly string[]): UpstreamAnswer => {
    if (scram !== undefined) return fail('the database began SASL twice', 'Check what answers at that address.');
    const binding = chooseBinding(offered);
    method = binding.kind === 'p' ? 'scram-sha-256-plus' : 'scram-sha-256';
    refuseWithoutBinding();
    if (binding.kind !== 'p' && !offered.includes(scramName))
      return fail('the database offers no SASL mechanism that pgveil speaks', `Let it offer ${scramName}.`);
    scram = createScramClient({ password: password(), nonce: options.nonce(), binding });
    return { kind: 'sasl-initial', mechanism: scram.mechanism, data: scram.first };
  };

  const distrust = (step: ScramClientStep | undefined): never =>
    fail(
      `the database failed to prove itself: ${step?.kind === 'fail' ? step.reason : 'its SASL message came out of turn'}`,
      'Check what answers at that address.',
    );

  return async (request) => {
    switch (request.kind) {
      case 'ok':
        // A server that stops half-way through SCRAM has not shown that it knows the password.
        if (scram !== undefined && !proven) return distrust(undefined);
        refuseWithoutBinding();
        return { kind: 'done', method };
      case 'cleartext':
        method = 'password';
        refuseWithoutBinding();
        return mayReadPassword()
          ? { kind: 'password', password: password() }
          : fail(
              `the database asks for the password in clear text over a connection without ${credential.token === true ? 'verified ' : ''}TLS`,
              'Use sslmode=verify-full, or scram-sha-256 in pg_hba.conf.',
            );
      case 'md5':
        refuseToken('an md5 digest');
        method = 'md5';
        refuseWithoutBinding();
        return { kind: 'password', password: md5Answer(credential.user, password(), request.salt) };
      case 'sasl':
        refuseToken('SASL');
        return beginScram(request.mechanisms);
      case 'sasl-continue': {
        const step = await scram?.next(request.data);
        return step?.kind === 'send' ? { kind: 'sasl-response', data: step.message } : distrust(step);
      }
      case 'sasl-final': {
        const step = scram?.finish(request.data);
        proven = step?.kind === 'done';
        return proven ? { kind: 'nothing' } : distrust(step);
      }
      case 'unsupported':
        return fail(
          `the database asks for ${request.name}, which pgveil does not speak`,
          'Let pg_hba.conf ask this user for scram-sha-256.',
        );
      default:
        return request satisfies never;
    }
  };
};
