import { createHash } from 'node:crypto';

/** tls-server-end-point of RFC 5929, 4.1: a hash of the server's certificate, by its signature's hash algorithm. */

interface Element {
  readonly tag: number;
  readonly content: Buffer;
  /** Offset behind the element. */
  readonly end: number;
}

const sequence = 0x30;
const oid = 0x06;

/** One DER element at `at`; undefined where the bytes are no definite-length DER. */
const readElement = (der: Buffer, at: number): Element | undefined => {
  const tag = der[at];
  const first = der[at + 1];
  if (tag === undefined || first === undefined) return undefined;
  const longLength = first & 0x7f;
  if (first >= 0x80 && (longLength === 0 || longLength > 4 || at + 2 + longLength > der.length)) return undefined;
  const start = at + 2 + (first >= 0x80 ? longLength : 0);
  const length = first < 0x80 ? first : der.readUIntBE(at + 2, longLength);
  const end = start + length;
  return end > der.length ? undefined : { tag, content: der.subarray(start, end), end };
};

const readAll = (der: Buffer): readonly Element[] => {
  const elements: Element[] = [];
  for (let element = readElement(der, 0); element !== undefined; element = readElement(der, element.end)) elements.push(element);
  return elements;
};

/** Hash by the signature algorithm's OID (DER content, hex). MD5 and SHA-1 stand for SHA-256 (RFC 5929, 4.1). */
const hashes: Readonly<Record<string, string>> = {
  '2a864886f70d010104': 'sha256', // md5WithRSAEncryption
  '2a864886f70d010105': 'sha256', // sha1WithRSAEncryption
  '2a864886f70d01010b': 'sha256', // sha256WithRSAEncryption
  '2a864886f70d01010c': 'sha384', // sha384WithRSAEncryption
  '2a864886f70d01010d': 'sha512', // sha512WithRSAEncryption
  '2a864886f70d01010e': 'sha224', // sha224WithRSAEncryption
  '2a8648ce3d0401': 'sha256', // ecdsa-with-SHA1
  '2a8648ce3d040301': 'sha224', // ecdsa-with-SHA224
  '2a8648ce3d040302': 'sha256', // ecdsa-with-SHA256
  '2a8648ce3d040303': 'sha384', // ecdsa-with-SHA384
  '2a8648ce3d040304': 'sha512', // ecdsa-with-SHA512
};

/**
 * The channel binding data for a certificate (DER). Undefined where its signature algorithm names no single hash
 * (Ed25519, RSASSA-PSS): RFC 5929 leaves the binding undefined then, and neither side can use it.
 */
export const certificateHash = (certificate: Buffer): Buffer | undefined => {
  const [outer] = readAll(certificate);
  // Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm AlgorithmIdentifier, signatureValue }
  const algorithm = outer?.tag === sequence ? readAll(outer.content)[1] : undefined;
  const [identifier] = algorithm?.tag === sequence ? readAll(algorithm.content) : [];
  const name = identifier?.tag === oid ? hashes[identifier.content.toString('hex')] : undefined;
  return name === undefined ? undefined : createHash(name).update(certificate).digest();
};
