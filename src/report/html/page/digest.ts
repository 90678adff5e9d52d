/** The hashes and signatures of docs/audit-format.md, by WebCrypto. */
const encoder = new TextEncoder();

type Bytes = Uint8Array<ArrayBuffer>;

export const hexBytes = (hex: string): Bytes => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const base64Bytes = (text: string): Bytes => Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0);

const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** As src/audit/chain.ts: the domain first, ended by NUL. */
const digest = async (domain: string, ...parts: readonly Bytes[]): Promise<string> => {
  const all = [encoder.encode(`pgveil audit ${domain} v1\0`), ...parts];
  const joined = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of all) {
    joined.set(part, at);
    at += part.length;
  }
  return toHex(await crypto.subtle.digest('SHA-256', joined));
};

export const genesis = async (): Promise<string> => digest('genesis');

export const recordHash = async (prev: string, covered: string): Promise<string> =>
  digest('record', hexBytes(prev), encoder.encode(covered));

export const rootOf = async (records: number, last: string): Promise<string> => {
  const count = new Uint8Array(8);
  new DataView(count.buffer).setBigUint64(0, BigInt(records));
  return digest('root', count, hexBytes(last));
};

export interface Signed {
  readonly kind: 'checkpoint' | 'head';
  readonly records: number;
  readonly root: string;
  readonly time: string;
}

export type SignatureCheck = (signed: Signed, signature: string) => Promise<boolean>;

/** Undefined where this browser does not know Ed25519; rejects for what is no such key. */
export const signatureCheck = async (publicKey: string): Promise<SignatureCheck | undefined> => {
  let key: Awaited<ReturnType<typeof crypto.subtle.importKey>>;
  try {
    key = await crypto.subtle.importKey('spki', base64Bytes(publicKey), { name: 'Ed25519' }, false, ['verify']);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return undefined;
    throw error;
  }
  return async ({ kind, records, root, time }, signature) => {
    const text = `pgveil audit ${kind} v1\n${String(records)}\n${root}\n${time}\n`;
    return crypto.subtle.verify({ name: 'Ed25519' }, key, base64Bytes(signature), encoder.encode(text));
  };
};
