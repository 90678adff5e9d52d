/** Ed25519 signatures (RFC 8032) over a root, and the keys they are made with. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { PgveilError } from '../errors.ts';

export interface Signed {
  /** A checkpoint's signature is none of a head: a log cut after a checkpoint stays without its end. */
  readonly kind: 'checkpoint' | 'head';
  readonly records: number;
  readonly root: string;
  /** The time of the signing record. */
  readonly time: string;
}

const signedText = ({ kind, records, root, time }: Signed): Buffer =>
  Buffer.from(`pgveil audit ${kind} v1\n${String(records)}\n${root}\n${time}\n`);

/** In base64. */
export const signRoot = (signed: Signed, key: KeyObject): string => sign(null, signedText(signed), key).toString('base64');

export const signatureFits = (signed: Signed, signature: string, publicKey: KeyObject): boolean => {
  const bytes = Buffer.from(signature, 'base64');
  return bytes.toString('base64') === signature && verify(null, signedText(signed), publicKey, bytes);
};

/** A key that nobody has after this process. */
export const makeSigningKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

/** The public half of a private key: SPKI, base64. */
export const publicKeyText = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');

/** Reads `publicKeyText`'s form; undefined for anything else. */
export const parsePublicKey = (text: string): KeyObject | undefined => {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    const same = key.export({ format: 'der', type: 'spki' }).toString('base64') === text;
    return same && key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
};

/** Reads a private key: Ed25519, PKCS#8, PEM, without a passphrase. Throws PGVEIL_CONFIG, which quotes nothing of it. */
export const readSigningKey = (pem: string): KeyObject => {
  const wrong = (what: string): PgveilError =>
    new PgveilError('PGVEIL_CONFIG', `the audit's signing key is ${what}`, {
      remedy: 'Make one with `openssl genpkey -algorithm ed25519`, and give the whole text with its BEGIN and END lines.',
    });
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, format: 'pem', type: 'pkcs8' });
  } catch {
    throw wrong('no PKCS#8 private key in PEM form');
  }
  if (key.asymmetricKeyType !== 'ed25519') throw wrong(`a key of type ${String(key.asymmetricKeyType)}, not Ed25519`);
  return key;
};
