/** The Authentication messages: one type byte, told apart by the Int32 that the body begins with. */
import { caps, define } from './descriptor.ts';
import { malformed, unencodable } from './malformed.ts';
import { copyOf, readBytes, readRest, readText, type Cursor } from './read.ts';
import { writeBytes, writeText } from './write.ts';

const shared = { byte: 'R', family: 'Authentication', limit: caps.authentication } as const;

/** A request that is its code alone. */
const bare = <T extends string>(name: T, code: number) =>
  define<{ readonly type: T }>({ ...shared, name, code, decode: () => ({ type: name }), encode: () => undefined });

/** A request with data to its end. */
const withData = <T extends string>(name: T, code: number) =>
  define<{ readonly type: T; readonly data: Buffer }>({
    ...shared,
    name,
    code,
    decode: (body) => ({ type: name, data: copyOf(readRest(body)) }),
    encode: (body, message) => writeBytes(body, message.data),
  });

export const authenticationOk = bare('AuthenticationOk', 0);
export const authenticationKerberosV5 = bare('AuthenticationKerberosV5', 2);
export const authenticationCleartextPassword = bare('AuthenticationCleartextPassword', 3);

export interface AuthenticationMD5Password {
  readonly type: 'AuthenticationMD5Password';
  /** Four bytes. */
  readonly salt: Buffer;
}

export const authenticationMD5Password = define<AuthenticationMD5Password>({
  ...shared,
  name: 'AuthenticationMD5Password',
  code: 5,
  decode: (body) => ({ type: 'AuthenticationMD5Password', salt: copyOf(readBytes(body, 4, 'salt')) }),
  encode: (body, message) => {
    if (message.salt.length !== 4) throw unencodable(body.message, 'its salt has not four bytes');
    writeBytes(body, message.salt);
  },
});

export const authenticationGSS = bare('AuthenticationGSS', 7);
export const authenticationGSSContinue = withData('AuthenticationGSSContinue', 8);
export const authenticationSSPI = bare('AuthenticationSSPI', 9);

export interface AuthenticationSASL {
  readonly type: 'AuthenticationSASL';
  /** In the server's order of preference. */
  readonly mechanisms: readonly string[];
}

/** Names up to an empty one. */
const readMechanisms = (body: Cursor): string[] => {
  const mechanisms: string[] = [];
  for (;;) {
    const mechanism = readText(body, 'list of mechanisms');
    if (mechanism === '') return mechanisms;
    mechanisms.push(mechanism);
  }
};

export const authenticationSASL = define<AuthenticationSASL>({
  ...shared,
  name: 'AuthenticationSASL',
  code: 10,
  decode: (body) => {
    const mechanisms = readMechanisms(body);
    if (mechanisms.length === 0) throw malformed(body.message, 'it offers no mechanism');
    return { type: 'AuthenticationSASL', mechanisms };
  },
  encode: (body, message) => {
    if (message.mechanisms.length === 0 || message.mechanisms.includes('')) {
      throw unencodable(body.message, 'a mechanism has no name');
    }
    for (const mechanism of message.mechanisms) writeText(body, mechanism);
    writeText(body, '');
  },
});

export const authenticationSASLContinue = withData('AuthenticationSASLContinue', 11);
export const authenticationSASLFinal = withData('AuthenticationSASLFinal', 12);
