/** The client's messages: each is judged, forwarded, refused or dropped as the state of the session says. */
import { decodeFrontendFrame, type FrontendMessage, type Message } from '../wire/frontend.ts';
import { encodeFrontend } from '../wire/frontend.ts';
import { copyEnd, flush, sync } from './copy-in.ts';
import { bind, close, describe, execute, parse } from './extended.ts';
import { handleQuery } from './query.ts';
import { recordMessage } from './recording.ts';
import { functionCall } from './refusals.ts';
import { refuseSimple } from './refuse.ts';
import type { SessionState } from './state.ts';

type Handler<T extends FrontendMessage['type']> = (
  state: SessionState,
  message: Message<T>,
  frame: Buffer,
) => void | Promise<void>;

type Handlers = { readonly [T in FrontendMessage['type']]?: Handler<T> };

/** A type without an entry is out of place behind the log-in. CopyData goes by without being looked at. */
const handlers: Handlers = {
  Query: (state, message, frame) => handleQuery(state, message.query, frame),
  Parse: parse,
  Bind: bind,
  Describe: describe,
  Execute: execute,
  Close: close,
  FunctionCall: (state) => {
    recordMessage(state, 'function-call', functionCall);
    refuseSimple(state, functionCall);
  },
  Flush: flush,
  Sync: sync,
  CopyDone: copyEnd,
  CopyFail: copyEnd,
  Terminate: (state) => {
    state.ended = true;
    state.deps.toServer(encodeFrontend({ type: 'Terminate' }));
    state.deps.terminated();
  },
};

/** Nothing is owed when the client sends something. */
const onIdle = (state: SessionState): void => {
  const { catalogs, clock } = state.deps;
  state.progressAt = clock();
  if (state.status === 'I' && !state.groupOpen) {
    state.transactionBegin = { asOf: catalogs.changes.ended, at: state.progressAt };
  }
};

/** In copy mode the server takes nothing else. */
const withinCopy = new Set<FrontendMessage['type']>(['Flush', 'Sync', 'CopyDone', 'CopyFail', 'Terminate']);

/** After an error the server reads on to the next Sync, and nothing before it counts (protocol, 54.2.3). */
const endsSkipping = new Set<FrontendMessage['type']>(['Sync', 'Terminate']);

/**
 * Takes one whole message. A promise means that later messages have to wait for it. Throws PGVEIL_PROTOCOL for bytes
 * that are no message.
 */
export const fromClient = (state: SessionState, frame: Buffer): void | Promise<void> => {
  const message = decodeFrontendFrame(frame);
  if (state.expected.empty) onIdle(state);
  if (state.ended || (state.skipping && !endsSkipping.has(message.type))) return undefined;
  const misplaced = state.copyIn && !withinCopy.has(message.type);
  const handler = misplaced ? undefined : (handlers[message.type] as Handler<FrontendMessage['type']> | undefined);
  if (handler !== undefined) return handler(state, message, frame);
  state.deps.fatal('08P01', `the client sent ${message.type} where no such message belongs`);
  return undefined;
};
