/** Everything that a server says but its answers to SSLRequest and GSSENCRequest (protocol, Message Formats). */
import {
  authenticationCleartextPassword,
  authenticationGSS,
  authenticationGSSContinue,
  authenticationKerberosV5,
  authenticationMD5Password,
  authenticationOk,
  authenticationSASL,
  authenticationSASLContinue,
  authenticationSASLFinal,
  authenticationSSPI,
} from './backend-authentication.ts';
import { bindComplete, closeComplete, noData, parameterDescription, parseComplete, portalSuspended } from './backend-extended.ts';
import { commandComplete, dataRow, emptyQueryResponse, functionCallResponse, rowDescription } from './backend-results.ts';
import {
  backendKeyData,
  errorResponse,
  negotiateProtocolVersion,
  noticeResponse,
  notificationResponse,
  parameterStatus,
  readyForQuery,
} from './backend-session.ts';
import { copyBothResponse, copyData, copyDone, copyInResponse, copyOutResponse } from './copy.ts';
import type { MessagesOf } from './descriptor.ts';
import { bodyAt, createMessageTable } from './message-table.ts';

export type { FieldDescription } from './backend-results.ts';

const descriptors = [
  authenticationOk,
  authenticationKerberosV5,
  authenticationCleartextPassword,
  authenticationMD5Password,
  authenticationGSS,
  authenticationGSSContinue,
  authenticationSSPI,
  authenticationSASL,
  authenticationSASLContinue,
  authenticationSASLFinal,
  backendKeyData,
  negotiateProtocolVersion,
  parameterStatus,
  readyForQuery,
  notificationResponse,
  errorResponse,
  noticeResponse,
  parseComplete,
  bindComplete,
  closeComplete,
  noData,
  portalSuspended,
  parameterDescription,
  rowDescription,
  dataRow,
  commandComplete,
  emptyQueryResponse,
  functionCallResponse,
  copyInResponse,
  copyOutResponse,
  copyBothResponse,
  copyData,
  copyDone,
] as const;

export type BackendMessage = MessagesOf<typeof descriptors>;

/** One message of a server, by name. */
export type Message<T extends BackendMessage['type']> = Extract<BackendMessage, { readonly type: T }>;

export const backendMessages = createMessageTable<BackendMessage>('server', descriptors);

/**
 * Reads one message. `body` is what follows the length word. Text that is not UTF-8 is taken with replacement characters:
 * a server may speak its own encoding before it knows the client's. Cells, values and copy data are views of `body`; all
 * else is copied. Throws PgveilError PGVEIL_PROTOCOL, which names the message and no value.
 */
export const decodeBackend = (type: number, body: Buffer): BackendMessage => backendMessages.decode(type, body, 0);

/** The same for a frame with its type byte and length word. */
export const decodeBackendFrame = (frame: Buffer): BackendMessage => backendMessages.decode(frame.readUInt8(0), frame, bodyAt);

/** The whole message with type byte and length. Throws PgveilError PGVEIL_INTERNAL on a value without a form on the wire. */
export const encodeBackend = (message: BackendMessage): Buffer => backendMessages.encode(message);
