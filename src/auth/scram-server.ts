import {
  constantTimeEqual,
  defaultIterations,
  hmac,
  readAttributes,
  sha256,
  strictBase64,
  validNonce,
  xor,
  type ScramVerifier,
} from './scram.ts';

export type ScramServerStep =
  | { readonly kind: 'send'; readonly message: string }
  /** The client knows the password; `message` goes into AuthenticationSASLFinal. */
  | { readonly kind: 'done'; readonly message: string }
  /** `malformed`: not a SCRAM message that this server can take. `binding`: wrong channel. `proof`: wrong password. */
  | { readonly kind: 'fail'; readonly reason: 'malformed' | 'binding' | 'proof' };

export interface ScramServer {
  /** Takes client-first-message. */
  first(clientFirst: string): ScramServerStep;
  /** Takes client-final-message. */
  final(clientFinal: string): ScramServerStep;
}

export type ScramMechanism = 'SCRAM-SHA-256' | 'SCRAM-SHA-256-PLUS';

/**
 * A verifier that no password fits, for a user who does not exist: the same name gets the same salt for the life of
 * the secret, so that the exchange looks like anybody's (PostgreSQL's mock_scram_secret).
 */
export const mockVerifier = (user: string, secret: Buffer): ScramVerifier => ({
  iterations: defaultIterations,
  salt: hmac(secret, `salt ${user}`).subarray(0, 16),
  storedKey: hmac(secret, `stored key ${user}`),
  serverKey: hmac(secret, `server key ${user}`),
});

const malformed: ScramServerStep = { kind: 'fail', reason: 'malformed' };

/** GS2 header, its flag and the rest; authzid is not supported, as in PostgreSQL. */
const gs2 = /^((n|y|p=tls-server-end-point),,)(n=[^,]*,r=([^,]*))$/;

/**
 * The server side of one SCRAM exchange, for the mechanism that the client chose. `doomed` makes it fail at the end
 * whatever the proof. `certificateHash` is the tls-server-end-point data of this connection, if -PLUS was offered.
 */
export const createScramServer = (options: {
  readonly mechanism: ScramMechanism;
  readonly verifier: ScramVerifier;
  readonly nonce: string;
  readonly doomed: boolean;
  readonly certificateHash: Buffer | undefined;
}): ScramServer => {
  const { verifier, certificateHash, mechanism } = options;
  let state: { readonly nonce: string; readonly bare: string; readonly reply: string; readonly binding: Buffer } | undefined;

  return {
    first: (clientFirst) => {
      const [, header, flag, bare, clientNonce] = gs2.exec(clientFirst) ?? [];
      if (header === undefined || bare === undefined || clientNonce === undefined || !validNonce(clientNonce)) return malformed;
      const bound = flag !== 'n' && flag !== 'y';
      if (bound !== (mechanism === 'SCRAM-SHA-256-PLUS')) return malformed;
      // RFC 5802, 6: `y` says that the server did not offer -PLUS. If it did, someone took the offer away.
      if (flag === 'y' && certificateHash !== undefined) return { kind: 'fail', reason: 'binding' };
      const nonce = clientNonce + options.nonce;
      const reply = `r=${nonce},s=${verifier.salt.toString('base64')},i=${String(verifier.iterations)}`;
      const data = bound ? (certificateHash ?? Buffer.alloc(0)) : Buffer.alloc(0);
      state = { nonce, bare, reply, binding: Buffer.concat([Buffer.from(header), data]) };
      return { kind: 'send', message: reply };
    },
    final: (clientFinal) => {
      const [binding, nonce, proof] = readAttributes(clientFinal, ['c', 'r', 'p']) ?? [];
      if (state === undefined || binding === undefined || proof === undefined || nonce !== state.nonce) return malformed;
      const proofBytes = strictBase64(proof);
      const bindingBytes = strictBase64(binding);
      if (bindingBytes === undefined || proofBytes?.length !== verifier.storedKey.length) return malformed;
      if (!constantTimeEqual(bindingBytes, state.binding)) return { kind: 'fail', reason: 'binding' };
      const withoutProof = clientFinal.slice(0, clientFinal.lastIndexOf(',p='));
      const authMessage = `${state.bare},${state.reply},${withoutProof}`;
      const clientKey = xor(proofBytes, hmac(verifier.storedKey, authMessage));
      const known = constantTimeEqual(sha256(clientKey), verifier.storedKey);
      state = undefined;
      return known && !options.doomed
        ? { kind: 'done', message: `v=${hmac(verifier.serverKey, authMessage).toString('base64')}` }
        : { kind: 'fail', reason: 'proof' };
    },
  };
};
