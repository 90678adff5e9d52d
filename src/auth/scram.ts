import { createHash, createHmac, pbkdf2, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { saslprep } from '@mongodb-js/saslprep';

/** SCRAM-SHA-256 (RFC 5802, RFC 7677) as PostgreSQL speaks it: what client and server side share. */

/** What a server keeps in place of a password. */
export interface ScramVerifier {
  readonly iterations: number;
  readonly salt: Buffer;
  readonly storedKey: Buffer;
  readonly serverKey: Buffer;
}

/** PostgreSQL's own default (scram_iterations), and the least that RFC 7677 allows. */
export const defaultIterations = 4096;

/** More would let a peer that names the count keep this process busy for minutes. */
export const maxIterations = 10_000_000;

const keyLength = 32;

export const hmac = (key: Buffer, data: string | Buffer): Buffer => createHmac('sha256', key).update(data).digest();
export const sha256 = (data: Buffer): Buffer => createHash('sha256').update(data).digest();

/** Both must have one length; the caller has checked it. */
export const xor = (a: Buffer, b: Buffer): Buffer => Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)));

/** Takes the same time wherever the two differ; different lengths are just unequal. */
export const constantTimeEqual = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/** SASLprep (RFC 4013); as in PostgreSQL, a password that it prohibits is used as it is. */
export const preparePassword = (password: string): string => {
  try {
    return saslprep(password) || password;
  } catch {
    return password;
  }
};

const derive = promisify(pbkdf2);

/** SaltedPassword of RFC 5802, off the main thread: the count is the peer's choice. */
export const saltPassword = async (password: string, salt: Buffer, iterations: number): Promise<Buffer> =>
  derive(preparePassword(password), salt, iterations, keyLength, 'sha256');

const verifierOf = (salted: Buffer, salt: Buffer, iterations: number): ScramVerifier => ({
  iterations,
  salt,
  storedKey: sha256(hmac(salted, 'Client Key')),
  serverKey: hmac(salted, 'Server Key'),
});

/** The verifier of a password. The salt comes from the caller: 16 random bytes, as in PostgreSQL. */
export const deriveVerifier = (password: string, salt: Buffer, iterations = defaultIterations): ScramVerifier =>
  verifierOf(pbkdf2Sync(preparePassword(password), salt, iterations, keyLength, 'sha256'), salt, iterations);

/** pg_authid.rolpassword's form: `SCRAM-SHA-256$iterations:salt$StoredKey:ServerKey`. */
export const formatVerifier = ({ iterations, salt, storedKey, serverKey }: ScramVerifier): string =>
  `SCRAM-SHA-256$${String(iterations)}:${salt.toString('base64')}$${storedKey.toString('base64')}:${serverKey.toString('base64')}`;

const verifierForm = /^SCRAM-SHA-256\$([1-9][0-9]{0,8}):([A-Za-z0-9+/]+=*)\$([A-Za-z0-9+/]+=*):([A-Za-z0-9+/]+=*)$/;

/** Reads `formatVerifier`'s form; undefined for anything else. */
export const parseVerifier = (text: string): ScramVerifier | undefined => {
  const [, iterations, salt, storedKey, serverKey] = verifierForm.exec(text) ?? [];
  if (iterations === undefined) return undefined;
  const parts = [salt, storedKey, serverKey].map((part) => strictBase64(part ?? ''));
  const [saltBytes, stored, server] = parts;
  if (saltBytes === undefined || stored?.length !== keyLength || server?.length !== keyLength) return undefined;
  const count = Number(iterations);
  return count > maxIterations ? undefined : { iterations: count, salt: saltBytes, storedKey: stored, serverKey: server };
};

/** Buffer.from skips what is no base64; this refuses it. */
export const strictBase64 = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64');
  return text !== '' && bytes.toString('base64') === text ? bytes : undefined;
};

/** `a=value,b=value` in the given order, each exactly once; undefined otherwise. Values may hold `=`. */
export const readAttributes = (text: string, names: readonly string[]): readonly string[] | undefined => {
  const parts = text.split(',');
  if (parts.length !== names.length) return undefined;
  const values = parts.map((part, index) => (part.startsWith(`${names[index] ?? ''}=`) ? part.slice(2) : undefined));
  return values.every((value) => value !== undefined) ? values : undefined;
};

/** Printable ASCII without a comma (RFC 5802, `printable`). */
export const validNonce = (text: string): boolean => /^[\x21-\x2b\x2d-\x7e]+$/.test(text);
