import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** X.509 certificates for tests, built from DER by hand, so that nothing has to be installed for it. */
export interface TestCertificate {
  /** PEM. */
  readonly cert: string;
  readonly key: string;
}

export interface TestAuthority extends TestCertificate {
  issue(options: {
    readonly commonName: string;
    readonly names?: readonly string[];
    readonly addresses?: readonly string[];
    /** Dates for a certificate that is no longer valid. */
    readonly expired?: boolean;
  }): TestCertificate;
}

type KeyKind = 'rsa' | 'ec' | 'ed25519';

const element = (tag: number, ...content: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = body.length < 0x100 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};

const sequence = (...content: readonly Buffer[]): Buffer => element(0x30, ...content);
const set = (...content: readonly Buffer[]): Buffer => element(0x31, ...content);
const integer = (value: number): Buffer => element(0x02, Buffer.from([value]));
const oid = (hex: string): Buffer => element(0x06, Buffer.from(hex, 'hex'));
const utf8 = (text: string): Buffer => element(0x0c, Buffer.from(text));
const bits = (content: Buffer): Buffer => element(0x03, Buffer.from([0]), content);
const utcTime = (text: string): Buffer => element(0x17, Buffer.from(text));
const boolean = (value: boolean): Buffer => element(0x01, Buffer.from([value ? 0xff : 0]));

const commonNameOid = '550403';
const basicConstraints = '551d13';
const subjectAltName = '551d11';

const name = (commonName: string): Buffer => sequence(set(sequence(oid(commonNameOid), utf8(commonName))));

const algorithms: Readonly<Record<KeyKind, { readonly identifier: Buffer; readonly hash: string | null }>> = {
  rsa: { identifier: sequence(oid('2a864886f70d01010b'), element(0x05)), hash: 'sha256' },
  ec: { identifier: sequence(oid('2a8648ce3d040303')), hash: 'sha384' },
  ed25519: { identifier: sequence(oid('2b6570')), hash: null },
};

const newKey = (kind: KeyKind): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } => {
  if (kind === 'rsa') return generateKeyPairSync('rsa', { modulusLength: 2048 });
  if (kind === 'ec') return generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return generateKeyPairSync('ed25519');
};

const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

let serial = 0;

const build = (options: {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signingKey: KeyObject;
  readonly kind: KeyKind;
  readonly extensions: readonly Buffer[];
  readonly expired: boolean;
}): string => {
  const { identifier, hash } = algorithms[options.kind];
  serial = (serial % 126) + 1;
  const body = sequence(
    element(0xa0, integer(2)),
    integer(serial),
    identifier,
    name(options.issuer),
    options.expired
      ? sequence(utcTime('200101000000Z'), utcTime('210101000000Z'))
      : sequence(utcTime('200101000000Z'), utcTime('491231235959Z')),
    name(options.subject),
    options.publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, sequence(...options.extensions)),
  );
  return pem(sequence(body, identifier, bits(sign(hash, body, options.signingKey))));
};

const exported = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** A self-signed CA whose keys and signatures are of one kind. */
export const createAuthority = (commonName: string, kind: KeyKind = 'ec'): TestAuthority => {
  const root = newKey(kind);
  const critical = sequence(oid(basicConstraints), boolean(true), element(0x04, sequence(boolean(true))));
  const common = { issuer: commonName, signingKey: root.privateKey, kind };
  return {
    cert: build({ ...common, subject: commonName, publicKey: root.publicKey, extensions: [critical], expired: false }),
    key: exported(root.privateKey),
    issue: (options) => {
      const own = newKey(kind);
      const alternatives = [
        ...(options.names ?? []).map((text) => element(0x82, Buffer.from(text))),
        ...(options.addresses ?? []).map((text) => element(0x87, Buffer.from(text.split('.').map(Number)))),
      ];
      const extensions = [
        sequence(oid(basicConstraints), element(0x04, sequence())),
        ...(alternatives.length === 0 ? [] : [sequence(oid(subjectAltName), element(0x04, sequence(...alternatives)))]),
      ];
      return {
        cert: build({
          ...common,
          subject: options.commonName,
          publicKey: own.publicKey,
          extensions,
          expired: options.expired ?? false,
        }),
        key: exported(own.privateKey),
      };
    },
  };
};
