import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connectionError, serverError, upstreamError } from './upstream-errors.ts';
import { createInbox } from './inbox.ts';
import { createUpstreamLogin, type UpstreamMethod, type UpstreamTransport } from './upstream-login.ts';
import { createStartupReader, encodeAnswer, encodeCancel, encodeStartup, type StartupMessage } from './upstream-messages.ts';
import { openUpstreamSocket, type UpstreamSocket } from './upstream-socket.ts';
import type { UpstreamCredential, UpstreamTarget } from './upstream-url.ts';

/** A server connection at its first ReadyForQuery. */
export interface UpstreamConnection {
  /** Paused, and with no listener but one for `error`. */
  readonly socket: Socket;
  readonly transport: UpstreamTransport;
  /** ParameterStatus by name. */
  readonly parameters: ReadonlyMap<string, string>;
  /** BackendKeyData. The key is four bytes in protocol 3.0, up to 256 from 3.2 on. */
  readonly processId: number;
  readonly secretKey: Buffer;
  /** What the server agreed to: 0 or 2. */
  readonly protocolMinor: number;
  readonly method: UpstreamMethod;
  /** What came behind ReadyForQuery: nothing, unless the server speaks unasked. */
  readonly surplus: Buffer;
}

export interface ConnectOptions {
  readonly target: UpstreamTarget;
  readonly credential: UpstreamCredential;
  /** Start-up parameters besides user and database, in order. */
  readonly parameters: ReadonlyMap<string, string>;
  /** The newest minor version to ask for; the client's. */
  readonly protocolMinor: number;
  readonly signal?: AbortSignal | undefined;
}

/** What has to hold of every connection: pgveil's reading of SQL and of values rests on it. */
const required: Readonly<Record<string, string>> = { standard_conforming_strings: 'on', client_encoding: 'UTF8' };

type Session = Omit<UpstreamConnection, 'socket' | 'transport' | 'surplus'>;

/** Takes the server's messages up to ReadyForQuery, which gives the session; `answer` sends. */
const createStartup = (
  options: ConnectOptions,
  transport: UpstreamTransport,
  answer: (bytes: Buffer) => void,
): ((message: StartupMessage) => Promise<Session | undefined>) => {
  const { target, credential } = options;
  const login = createUpstreamLogin({ credential, transport, nonce: () => randomBytes(18).toString('base64') });
  const parameters = new Map<string, string>();
  let { protocolMinor } = options;
  let method: UpstreamMethod | undefined;
  let key: { readonly processId: number; readonly secretKey: Buffer } | undefined;

  const ready = (): Session => {
    if (method === undefined || key === undefined)
      throw upstreamError(target, 'it was ready before the log-in was complete', 'Check what answers at that address.');
    for (const [name, value] of Object.entries(required)) {
      if (parameters.get(name) !== value)
        throw upstreamError(target, `its ${name} is not ${value}`, 'Let a pooler in between pass start-up parameters on.');
    }
    return { parameters, ...key, protocolMinor, method };
  };

  return async (message) => {
    switch (message.type) {
      case 'Authentication': {
        const step = await login(message.request);
        if (step.kind === 'done') method = step.method;
        else if (step.kind !== 'nothing') answer(encodeAnswer(step));
        return undefined;
      }
      case 'NegotiateProtocolVersion':
        protocolMinor = Math.min(protocolMinor, message.minor);
        return undefined;
      case 'ParameterStatus':
        parameters.set(message.name, message.value);
        return undefined;
      case 'BackendKeyData':
        key = { processId: message.processId, secretKey: message.secretKey };
        return undefined;
      case 'NoticeResponse':
        return undefined;
      case 'ErrorResponse':
        throw serverError(target, message.sqlstate);
      case 'ReadyForQuery':
        return ready();
      case 'other':
        throw upstreamError(target, `it sent ${message.name} during start-up`, 'Check what answers at that address.');
      default:
        return message satisfies never;
    }
  };
};

/** Given up after connect_timeout, or when the caller says so. */
const deadline = (target: UpstreamTarget, signal: AbortSignal | undefined): AbortSignal => {
  const timeout = AbortSignal.timeout(target.connectTimeoutMs);
  return signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
};

const logIn = async (
  options: ConnectOptions,
  { socket, transport }: UpstreamSocket,
  signal: AbortSignal,
): Promise<UpstreamConnection> => {
  const { target, credential } = options;
  const inbox = createInbox(socket, signal);
  try {
    const reader = createStartupReader();
    const take = createStartup(options, transport, (bytes) => socket.write(bytes));
    const parameters = new Map([['user', credential.user], ['database', target.database], ...options.parameters]);
    socket.write(encodeStartup(options.protocolMinor, parameters));
    for (;;) {
      const message = reader.next();
      if (message === undefined) {
        reader.push(await inbox.read());
        continue;
      }
      const session = await take(message);
      if (session !== undefined) {
        return { socket, transport, ...session, surplus: Buffer.concat([reader.rest(), inbox.release()]) };
      }
    }
  } finally {
    inbox.release();
  }
};

/**
 * Connects, negotiates TLS and logs in, up to the first ReadyForQuery. Rejects with PGVEIL_UPSTREAM (see
 * upstream-errors.ts for what the client may be told) or, for a certificate file, PGVEIL_CONFIG; never with a
 * password in it. Notices of the start-up are dropped.
 */
export const connectUpstream = async (options: ConnectOptions): Promise<UpstreamConnection> => {
  const signal = deadline(options.target, options.signal);
  const opened = await openUpstreamSocket(options.target, signal);
  try {
    return await logIn(options, opened, signal);
  } catch (error) {
    opened.socket.destroy();
    throw connectionError(options.target, error);
  }
};

/**
 * Asks the server to cancel what that backend runs, over a connection of its own with the same TLS. Resolves when the
 * server has closed it, which says nothing about whether anything was cancelled. Rejects with PGVEIL_UPSTREAM.
 */
export const cancelUpstream = async (
  target: UpstreamTarget,
  processId: number,
  secretKey: Buffer,
  given?: AbortSignal,
): Promise<void> => {
  const signal = deadline(target, given);
  const { socket } = await openUpstreamSocket(target, signal);
  try {
    socket.resume();
    socket.end(encodeCancel(processId, secretKey));
    if (!socket.closed) await once(socket, 'close', { signal });
  } catch (error) {
    throw connectionError(target, error);
  } finally {
    socket.destroy();
  }
};
