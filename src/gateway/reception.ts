/** A client from its first byte to a granted access, or to nothing: it was refused, or only came to cancel. */
import type { Socket } from 'node:net';
import { encodeBackend } from '../wire/backend.ts';
import type { StartupMessage } from '../wire/startup.ts';
import { accessOf, type Refused } from './access.ts';
import { readHello, type Hello } from './client-hello.ts';
import { logIn } from './client-login.ts';
import { createClientReader } from './client-reader.ts';
import type { GatewayContext, Granted } from './context.ts';
import { readStartupParameters, type StartupRequest } from './startup-parameters.ts';

export type Reception =
  | { readonly kind: 'cancelled'; readonly socket: Socket }
  | { readonly kind: 'refused'; readonly socket: Socket; readonly error: Refused }
  | {
      readonly kind: 'admitted';
      readonly socket: Socket;
      readonly granted: Granted;
      readonly request: StartupRequest;
      /** 0 or 2. */
      readonly protocolMinor: number;
      /** What the client sent behind its log-in. */
      readonly early: Buffer;
    };

/** The newest minor version of protocol 3 that pgveil speaks; 3.1 was never released. */
const newest = 2;

/** PostgreSQL names what it does not speak before it asks for the credential. */
const negotiate = (socket: Socket, packet: StartupMessage, request: StartupRequest): number => {
  const minor = packet.minor >= newest ? newest : 0;
  if (packet.minor !== minor || request.unsupportedExtensions.length > 0) {
    const options = [...request.unsupportedExtensions];
    socket.write(encodeBackend({ type: 'NegotiateProtocolVersion', major: 3, minor, options }));
  }
  return minor;
};

const admit = async (hello: Hello, packet: StartupMessage, context: GatewayContext, signal: AbortSignal): Promise<Reception> => {
  const { socket, transport, surplus } = hello;
  const { append, log, policy } = context;
  const verdict = readStartupParameters(packet.parameters);
  if (verdict.kind === 'refuse') return { kind: 'refused', socket, error: verdict };
  const { request } = verdict;
  const protocolMinor = negotiate(socket, packet, request);
  const failed = (reason: string): void => {
    append({ type: 'auth-failed', user: request.user, database: request.database ?? '', reason });
  };
  const reader = createClientReader(socket, surplus, signal);
  const outcome = await logIn(context.authenticate(request.user, transport), reader, (bytes) => socket.write(bytes), signal);
  const early = reader.release();
  if (outcome.kind === 'rejected') {
    const { failure, error, detail } = outcome.step;
    const reason = 'reason' in failure ? `${failure.kind}: ${failure.reason}` : failure.kind;
    log.info(`log-in refused: ${reason}${detail === undefined ? '' : ` (${detail})`}`);
    failed(reason);
    return { kind: 'refused', socket, error };
  }
  const access = accessOf(policy, outcome.identity, request.database);
  if (access.kind === 'refused') {
    failed(access.error.message);
    return { kind: 'refused', socket, error: access.error };
  }
  return { kind: 'admitted', socket, granted: access, request, protocolMinor, early };
};

/** `onSecure` gets the TLS socket in place of the accepted one. Rejects with PGVEIL_PROTOCOL for a client that does not speak the protocol, or with what socket and signal say. */
export const receive = async (
  accepted: Socket,
  context: GatewayContext,
  signal: AbortSignal,
  onSecure: (socket: Socket) => void,
): Promise<Reception> => {
  const hello = await readHello(accepted, context.tls, signal, onSecure);
  const { packet, socket } = hello;
  if (packet.type === 'StartupMessage') return admit(hello, packet, context, signal);
  // A client takes the end of the connection for the server's having heard.
  await context.cancelKeys.cancel(packet.processId, packet.secretKey);
  return { kind: 'cancelled', socket };
};
