import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  parsePublicKey,
  publicKeyText,
  readSigningKey,
  signatureFits,
  signRoot,
  type Signed,
} from '../../src/audit/signature.ts';

const pem = (key: KeyObject, type: 'pkcs8' | 'sec1' = 'pkcs8'): string => key.export({ format: 'pem', type }).toString();
const { privateKey } = generateKeyPairSync('ed25519');

/** RFC 8032, section 7.1, test 1; RFC 8410 has the bytes before the secret key. */
const secretKey = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const pkcs8 = Buffer.from(`302e020100300506032b657004220420${secretKey}`, 'hex').toString('base64');
const rfc8032 = readSigningKey(`-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`);

describe('readSigningKey', () => {
  it('reads a PKCS#8 PEM of an Ed25519 key', () => {
    expect(publicKeyText(readSigningKey(pem(privateKey)))).toBe(publicKeyText(privateKey));
    const raw = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');
    expect(Buffer.from(publicKeyText(rfc8032), 'base64').subarray(-32).equals(raw)).toBe(true);
  });

  it.each<[string, string, string]>([
    ['no key', 'hunter2', 'no PKCS#8 private key in PEM form'],
    ['nothing', '', 'no PKCS#8 private key in PEM form'],
    ['half a key', pem(privateKey).slice(0, 60), 'no PKCS#8 private key in PEM form'],
    ['an X25519 key', pem(generateKeyPairSync('x25519').privateKey), 'a key of type x25519, not Ed25519'],
    ['an EC key', pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey), 'a key of type ec, not Ed25519'],
    ['SEC1', pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, 'sec1'), 'a key of type ec, not Ed25519'],
    ['a public key', generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString(), 'no PKCS#8'],
    [
      'one with a passphrase',
      privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' }).toString(),
      'no PKCS#8 private key in PEM form',
    ],
  ])('refuses %s', (_, text, what) => {
    expect(() => readSigningKey(text)).toThrow(
      expect.objectContaining({
        code: 'PGVEIL_CONFIG',
        message: expect.stringContaining(`the audit's signing key is ${what}`) as string,
        remedy: expect.stringContaining('openssl genpkey -algorithm ed25519') as string,
      }),
    );
  });
});

describe('parsePublicKey', () => {
  it('reads what publicKeyText writes', () => {
    const key = parsePublicKey(publicKeyText(privateKey));
    expect(key?.asymmetricKeyType).toBe('ed25519');
  });

  it.each([
    '',
    'no key',
    `${publicKeyText(privateKey)}\n`,
    ` ${publicKeyText(privateKey)}`,
    publicKeyText(privateKey).slice(0, 40),
  ])('refuses %j', (text) => {
    expect(parsePublicKey(text)).toBeUndefined();
  });

  it('refuses a key of another kind', () => {
    const { publicKey } = generateKeyPairSync('x25519');
    expect(parsePublicKey(publicKey.export({ format: 'der', type: 'spki' }).toString('base64'))).toBeUndefined();
  });
});

describe('signRoot', () => {
  const signed: Signed = { kind: 'head', records: 7, root: 'ab'.repeat(32), time: '2026-11-25T10:00:00.000Z' };
  const key = parsePublicKey(publicKeyText(rfc8032)) as KeyObject;
  const signature = signRoot(signed, rfc8032);

  it('fits what was signed, and only that', () => {
    expect(signatureFits(signed, signature, key)).toBe(true);
    const others: readonly Signed[] = [
      { ...signed, kind: 'checkpoint' },
      { ...signed, records: 8 },
      { ...signed, root: 'ac'.repeat(32) },
      { ...signed, time: '2026-11-25T10:00:00.001Z' },
    ];
    for (const other of others) expect(signatureFits(other, signature, key)).toBe(false);
  });

  it('has one form', () => {
    const bytes = Buffer.from(signature, 'base64');
    for (const form of [
      `${signature}\n`,
      signature.replaceAll('=', ''),
      bytes.toString('hex'),
      '',
      bytes.subarray(1).toString('base64'),
    ]) {
      expect(signatureFits(signed, form, key)).toBe(false);
    }
  });
});
