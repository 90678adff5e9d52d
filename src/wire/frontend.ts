/** Everything that a client says after its start-up packet (protocol, Message Formats). */
import { copyData, copyDone, copyFail } from './copy.ts';
import type { MessagesOf } from './descriptor.ts';
import { gssResponse, passwordMessage, saslInitialResponse, saslResponse, type Asked } from './frontend-authentication.ts';
import { bind, close, describe, execute, flush, parse, sync } from './frontend-extended.ts';
import { functionCall, query, terminate } from './frontend-query.ts';
import { bodyAt, createMessageTable } from './message-table.ts';

export type { Asked } from './frontend-authentication.ts';

const descriptors = [
  passwordMessage,
  saslInitialResponse,
  saslResponse,
  gssResponse,
  query,
  functionCall,
  terminate,
  parse,
  bind,
  describe,
  close,
  execute,
  flush,
  sync,
  copyData,
  copyDone,
  copyFail,
] as const;

export type FrontendMessage = MessagesOf<typeof descriptors>;

/** One message of a client, by name. */
export type Message<T extends FrontendMessage['type']> = Extract<FrontendMessage, { readonly type: T }>;

export const frontendMessages = createMessageTable<FrontendMessage>('client', descriptors);

/**
 * Reads one message. `body` is what follows the length word. `asked` says what the last Authentication message wanted;
 * without it a password message is refused. Text must be valid UTF-8. Parameters, arguments and copy data are views of
 * `body`; all else is copied. Throws PgveilError PGVEIL_PROTOCOL, which names the message and no value.
 */
export const decodeFrontend = (type: number, body: Buffer, asked?: Asked): FrontendMessage =>
  frontendMessages.decode(type, body, 0, asked);

/** The same for a frame with its type byte and length word, behind the log-in. */
export const decodeFrontendFrame = (frame: Buffer): FrontendMessage => frontendMessages.decode(frame.readUInt8(0), frame, bodyAt);

/** The whole message with type byte and length. Throws PgveilError PGVEIL_INTERNAL on a value without a form on the wire. */
export const encodeFrontend = (message: FrontendMessage): Buffer => frontendMessages.encode(message);
