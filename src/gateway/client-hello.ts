/**
 * The first packets of a client, up to its StartupMessage: requests for encryption, or a request to cancel. Before TLS
 * nothing may follow a request (CVE-2021-23214).
 */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { isLoopback } from './loopback.ts';
import { PgveilError } from '../errors.ts';
import type { Transport } from '../auth/authenticate.ts';
import { createStartupReader, type CancelRequest, type StartupMessage } from '../wire/startup.ts';
import { createInbox } from './inbox.ts';
import { offeredAlpn, type ClientTls } from './tls.ts';

export interface Hello {
  /** Paused; the TLS socket where the client asked for TLS. */
  readonly socket: Socket;
  readonly transport: Transport;
  readonly packet: StartupMessage | CancelRequest;
  /** What the client sent behind the packet. */
  readonly surplus: Buffer;
}

const handshake = 0x16;

const early = (what: string): PgveilError =>
  new PgveilError('PGVEIL_PROTOCOL', `the client sent bytes behind its ${what}, before encryption`, {
    remedy: 'Check what is between the client and pgveil.',
  });

const upgrade = async (socket: Socket, tls: ClientTls, signal: AbortSignal): Promise<TLSSocket> => {
  const secure = new TLSSocket(socket, { isServer: true, ...tls.options });
  secure.on('error', () => undefined);
  await once(secure, 'secure', { signal });
  secure.pause();
  return secure;
};

const transportOf = (socket: Socket, tls: ClientTls | undefined): Transport => ({
  tls: socket instanceof TLSSocket,
  loopback: isLoopback(socket.remoteAddress),
  address: socket.remoteAddress ?? 'unknown',
  certificateHash: socket instanceof TLSSocket ? tls?.certificateHash : undefined,
});

/** One start-up packet from the socket. */
const readPacket = async (socket: Socket, first: Buffer, signal: AbortSignal) => {
  const inbox = createInbox(socket, signal);
  const reader = createStartupReader();
  try {
    for (let chunk = first; ; chunk = await inbox.read()) {
      const read = chunk.length === 0 ? undefined : reader.push(chunk);
      if (read !== undefined) return { packet: read.packet, surplus: Buffer.concat([read.surplus, inbox.release()]) };
    }
  } finally {
    inbox.release();
  }
};

/** Does the client begin with a TLS record? Then it starts TLS without asking, as clients from PostgreSQL 17 on may. */
const beginsTls = async (socket: Socket, signal: AbortSignal): Promise<{ readonly direct: boolean; readonly first: Buffer }> => {
  const inbox = createInbox(socket, signal);
  try {
    const chunk = await inbox.read();
    return { direct: chunk[0] === handshake, first: Buffer.concat([chunk, inbox.release()]) };
  } finally {
    inbox.release();
  }
};

/**
 * Reads up to the StartupMessage or CancelRequest, with TLS where the client asks for it and pgveil has a certificate:
 * the client is spoken to through the socket that `onSecure` gets from then on.
 * Rejects with PGVEIL_PROTOCOL, or with what the socket or the signal say.
 */
export const readHello = async (
  accepted: Socket,
  tls: ClientTls | undefined,
  signal: AbortSignal,
  onSecure: (socket: TLSSocket) => void = () => undefined,
): Promise<Hello> => {
  let socket = accepted;
  const secureBy = async (settings: ClientTls): Promise<TLSSocket> => {
    const secure = await upgrade(socket, settings, signal);
    onSecure(secure);
    socket = secure;
    return secure;
  };
  const begin = await beginsTls(socket, signal);
  let { first } = begin;
  if (begin.direct) {
    if (tls === undefined) throw new PgveilError('PGVEIL_PROTOCOL', 'the client started TLS, and pgveil has no certificate');
    socket.unshift(first);
    if (!offeredAlpn(await secureBy(tls)))
      throw new PgveilError('PGVEIL_PROTOCOL', 'the client started TLS without ALPN "postgresql"');
    first = Buffer.alloc(0);
  }
  const asked = new Set<string>();
  for (;;) {
    const { packet, surplus } = await readPacket(socket, first, signal);
    first = Buffer.alloc(0);
    if (packet.type === 'StartupMessage' || packet.type === 'CancelRequest') {
      return { socket, transport: transportOf(socket, tls), packet, surplus };
    }
    if (surplus.length > 0) throw early(packet.type);
    if (asked.has(packet.type)) throw new PgveilError('PGVEIL_PROTOCOL', `the client sent ${packet.type} twice`);
    asked.add(packet.type);
    const accepts = packet.type === 'SSLRequest' && tls !== undefined && !(socket instanceof TLSSocket);
    socket.write(accepts ? 'S' : 'N');
    if (accepts) await secureBy(tls);
  }
};
