/** What passes between pgveil and a server during start-up, in the terms of the log-in. */
import { decodeBackend, backendMessages, type BackendMessage } from '../wire/backend.ts';
import { createFrameScanner } from '../wire/frame.ts';
import { encodeFrontend } from '../wire/frontend.ts';
import { encodeStartup as encodePacket } from '../wire/startup.ts';
import type { UpstreamAnswer, UpstreamAuthentication } from './upstream-login.ts';

export type StartupMessage =
  | { readonly type: 'Authentication'; readonly request: UpstreamAuthentication }
  | { readonly type: 'NegotiateProtocolVersion'; readonly minor: number }
  | { readonly type: 'ParameterStatus'; readonly name: string; readonly value: string }
  | { readonly type: 'BackendKeyData'; readonly processId: number; readonly secretKey: Buffer }
  | { readonly type: 'NoticeResponse' }
  | { readonly type: 'ErrorResponse'; readonly sqlstate: string }
  | { readonly type: 'ReadyForQuery' }
  | { readonly type: 'other'; readonly name: string };

export const encodeSslRequest = (): Buffer => encodePacket({ type: 'SSLRequest' });

export const encodeCancel = (processId: number, secretKey: Buffer): Buffer =>
  encodePacket({ type: 'CancelRequest', processId, secretKey });

export const encodeStartup = (minor: number, parameters: ReadonlyMap<string, string>): Buffer =>
  encodePacket({ type: 'StartupMessage', major: 3, minor, parameters });

/** The steps of a log-in that are said to the server. */
export type SpokenAnswer = Exclude<UpstreamAnswer, { readonly kind: 'nothing' | 'done' }>;

export const encodeAnswer = (answer: SpokenAnswer): Buffer => {
  switch (answer.kind) {
    case 'password':
      return encodeFrontend({ type: 'PasswordMessage', password: answer.password });
    case 'sasl-initial':
      return encodeFrontend({ type: 'SASLInitialResponse', mechanism: answer.mechanism, data: Buffer.from(answer.data) });
    case 'sasl-response':
      return encodeFrontend({ type: 'SASLResponse', data: Buffer.from(answer.data) });
    default:
      return answer satisfies never;
  }
};

const request = (asked: UpstreamAuthentication): StartupMessage => ({ type: 'Authentication', request: asked });

const read = (message: BackendMessage): StartupMessage => {
  switch (message.type) {
    case 'AuthenticationOk':
      return request({ kind: 'ok' });
    case 'AuthenticationCleartextPassword':
      return request({ kind: 'cleartext' });
    case 'AuthenticationMD5Password':
      return request({ kind: 'md5', salt: message.salt });
    case 'AuthenticationSASL':
      return request({ kind: 'sasl', mechanisms: message.mechanisms });
    case 'AuthenticationSASLContinue':
      return request({ kind: 'sasl-continue', data: message.data.toString('utf8') });
    case 'AuthenticationSASLFinal':
      return request({ kind: 'sasl-final', data: message.data.toString('utf8') });
    case 'AuthenticationKerberosV5':
    case 'AuthenticationGSS':
    case 'AuthenticationGSSContinue':
    case 'AuthenticationSSPI':
      return request({ kind: 'unsupported', name: message.type.slice('Authentication'.length) });
    case 'NegotiateProtocolVersion':
      return { type: 'NegotiateProtocolVersion', minor: message.minor };
    case 'ParameterStatus':
    case 'BackendKeyData':
      return message;
    case 'ErrorResponse':
      return { type: 'ErrorResponse', sqlstate: message.fields.get('C') ?? '' };
    case 'NoticeResponse':
      return { type: 'NoticeResponse' };
    case 'ReadyForQuery':
      return { type: 'ReadyForQuery' };
    default:
      return { type: 'other', name: message.type };
  }
};

export interface StartupMessageReader {
  push(chunk: Buffer): void;
  /** The next message that is whole. Throws PGVEIL_PROTOCOL. */
  next(): StartupMessage | undefined;
  /** What was pushed and not read. */
  rest(): Buffer;
}

/** Reads message by message, since nothing may be read of what follows the last one. */
export const createStartupReader = (): StartupMessageReader => {
  let chunk = Buffer.alloc(0);
  let found: StartupMessage | undefined;
  const scanner = createFrameScanner({
    table: backendMessages,
    // No message of a start-up is longer, and a server that is none shall claim no memory.
    limits: { DataRow: 0, CopyData: 0, FunctionCallResponse: 0 },
    consumer: {
      begin: () => 'collect',
      pass: () => undefined,
      frame: (source, start, end) => {
        found = read(decodeBackend(source[start] ?? 0, source.subarray(start + 5, end)));
        return false;
      },
    },
  });
  return {
    push: (more) => {
      chunk = Buffer.concat([chunk, more]);
    },
    next: () => {
      found = undefined;
      chunk = chunk.subarray(scanner.push(chunk));
      return found;
    },
    rest: () => chunk,
  };
};
