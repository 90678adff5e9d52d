/** What a client says to an Authentication message: four messages on one type byte, told apart by what was asked. */
import { caps, define } from './descriptor.ts';
import { copyOf, readRest, readText, readValue } from './read.ts';
import { writeBytes, writeText, writeValue } from './write.ts';

/** The kind of Authentication message that stands unanswered. */
export type Asked = 'password' | 'sasl' | 'sasl-continue' | 'gss';

const shared = { byte: 'p', family: 'PasswordMessage', limit: caps.authentication } as const;

export interface PasswordMessage {
  readonly type: 'PasswordMessage';
  readonly password: string;
}

export const passwordMessage = define<PasswordMessage>({
  ...shared,
  name: 'PasswordMessage',
  when: 'password' satisfies Asked,
  decode: (body) => ({ type: 'PasswordMessage', password: readText(body, 'password') }),
  encode: (body, message) => writeText(body, message.password),
});

export interface SASLInitialResponse {
  readonly type: 'SASLInitialResponse';
  readonly mechanism: string;
  /** Null: no initial response. */
  readonly data: Buffer | null;
}

export const saslInitialResponse = define<SASLInitialResponse>({
  ...shared,
  name: 'SASLInitialResponse',
  when: 'sasl' satisfies Asked,
  decode: (body) => {
    const mechanism = readText(body, 'mechanism');
    const data = readValue(body, 'initial response');
    return { type: 'SASLInitialResponse', mechanism, data: data === null ? null : copyOf(data) };
  },
  encode: (body, message) => {
    writeText(body, message.mechanism);
    writeValue(body, message.data);
  },
});

export interface SASLResponse {
  readonly type: 'SASLResponse';
  readonly data: Buffer;
}

export const saslResponse = define<SASLResponse>({
  ...shared,
  name: 'SASLResponse',
  when: 'sasl-continue' satisfies Asked,
  decode: (body) => ({ type: 'SASLResponse', data: copyOf(readRest(body)) }),
  encode: (body, message) => writeBytes(body, message.data),
});

/** Also the answer to AuthenticationSSPI. */
export interface GSSResponse {
  readonly type: 'GSSResponse';
  readonly data: Buffer;
}

export const gssResponse = define<GSSResponse>({
  ...shared,
  name: 'GSSResponse',
  when: 'gss' satisfies Asked,
  decode: (body) => ({ type: 'GSSResponse', data: copyOf(readRest(body)) }),
  encode: (body, message) => writeBytes(body, message.data),
});
