import { createHash, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certificateHash } from '../../src/auth/certificate-hash.ts';
import { createAuthority } from '../support/certificates.ts';

const der = (pem: string): Buffer => new X509Certificate(pem).raw;
const hash = (name: string, data: Buffer): string => createHash(name).update(data).digest('hex');

describe('certificateHash', () => {
  it.each([
    ['rsa', 'sha256'],
    ['ec', 'sha384'],
  ] as const)("hashes a certificate signed by %s with its signature's hash, %s", (kind, name) => {
    const certificate = der(createAuthority('CA', kind).issue({ commonName: 'db' }).cert);
    expect(certificateHash(certificate)?.toString('hex')).toBe(hash(name, certificate));
  });

  it('hashes with SHA-256 where the signature has SHA-1', () => {
    const certificate = der(createAuthority('CA', 'rsa').cert);
    // sha256WithRSAEncryption becomes sha1WithRSAEncryption; the signature is not looked at.
    const sha1 = Buffer.from(
      certificate.toString('latin1').replaceAll('\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b', '\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05'),
      'latin1',
    );
    expect(certificateHash(sha1)?.toString('hex')).toBe(hash('sha256', sha1));
  });

  it('has none where the signature names no hash', () => {
    expect(certificateHash(der(createAuthority('CA', 'ed25519').cert))).toBeUndefined();
  });

  it('has none for what is no certificate', () => {
    const certificate = der(createAuthority('CA', 'ec').cert);
    for (let length = 0; length < certificate.length; length += 1)
      expect(certificateHash(certificate.subarray(0, length))).toBeUndefined();
    expect(certificateHash(Buffer.from('30803080', 'hex'))).toBeUndefined();
  });
});
