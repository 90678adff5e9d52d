import {
  constantTimeEqual,
  hmac,
  maxIterations,
  readAttributes,
  saltPassword,
  sha256,
  strictBase64,
  validNonce,
  xor,
} from './scram.ts';

/**
 * How the client names channel binding in its GS2 header: it binds to the server's certificate (`p`), it could but
 * the server did not offer it (`y`), or it cannot (`n`).
 */
export type ClientBinding =
  | { readonly kind: 'p'; readonly certificateHash: Buffer }
  | { readonly kind: 'y' }
  | { readonly kind: 'n' };

export type ScramClientStep =
  | { readonly kind: 'send'; readonly message: string }
  | { readonly kind: 'done' }
  /** `reason` says what the server did wrong; it holds nothing that the server sent. */
  | { readonly kind: 'fail'; readonly reason: string };

export interface ScramClient {
  /** The name to put into SASLInitialResponse. */
  readonly mechanism: 'SCRAM-SHA-256' | 'SCRAM-SHA-256-PLUS';
  /** client-first-message. */
  readonly first: string;
  /** Takes AuthenticationSASLContinue's data. */
  next(serverFirst: string): Promise<ScramClientStep>;
  /** Takes AuthenticationSASLFinal's data: `done` only if the server knows the password too. */
  finish(serverFinal: string): ScramClientStep;
}

const fail = (reason: string): ScramClientStep => ({ kind: 'fail', reason });

/** The client side of one SCRAM exchange. `nonce` is fresh random text without commas (18 bytes in base64 will do). */
export const createScramClient = (options: {
  readonly password: string;
  readonly nonce: string;
  readonly binding: ClientBinding;
  /** PostgreSQL takes the user from the start-up packet and ignores this one; its own client sends it empty. */
  readonly user?: string;
}): ScramClient => {
  const { binding, nonce } = options;
  const header = binding.kind === 'p' ? 'p=tls-server-end-point,,' : `${binding.kind},,`;
  const bare = `n=${(options.user ?? '').replaceAll('=', '=3D').replaceAll(',', '=2C')},r=${nonce}`;
  const bindingData = binding.kind === 'p' ? Buffer.concat([Buffer.from(header), binding.certificateHash]) : Buffer.from(header);
  let expected: Buffer | undefined;

  return {
    mechanism: binding.kind === 'p' ? 'SCRAM-SHA-256-PLUS' : 'SCRAM-SHA-256',
    first: header + bare,
    next: async (serverFirst) => {
      const [serverNonce, salt, count] = readAttributes(serverFirst, ['r', 's', 'i']) ?? [];
      if (serverNonce === undefined || salt === undefined || count === undefined)
        return fail('its first SCRAM message is malformed');
      if (!validNonce(serverNonce) || !serverNonce.startsWith(nonce) || serverNonce.length === nonce.length)
        return fail('its SCRAM nonce does not extend ours');
      const saltBytes = strictBase64(salt);
      if (saltBytes === undefined) return fail('its SCRAM salt is malformed');
      const iterations = /^[1-9][0-9]{0,8}$/.test(count) ? Number(count) : Infinity;
      if (iterations > maxIterations) return fail('its SCRAM iteration count is out of range');

      const salted = await saltPassword(options.password, saltBytes, iterations);
      const clientKey = hmac(salted, 'Client Key');
      const withoutProof = `c=${bindingData.toString('base64')},r=${serverNonce}`;
      const authMessage = `${bare},${serverFirst},${withoutProof}`;
      expected = hmac(hmac(salted, 'Server Key'), authMessage);
      const proof = xor(clientKey, hmac(sha256(clientKey), authMessage));
      return { kind: 'send', message: `${withoutProof},p=${proof.toString('base64')}` };
    },
    finish: (serverFinal) => {
      const [signature] = readAttributes(serverFinal, ['v']) ?? [];
      const bytes = signature === undefined ? undefined : strictBase64(signature);
      if (bytes === undefined || expected === undefined) return fail('its last SCRAM message is malformed');
      return constantTimeEqual(bytes, expected)
        ? { kind: 'done' }
        : fail('it does not know the password: its SCRAM signature is wrong, so it may be another server');
    },
  };
};
