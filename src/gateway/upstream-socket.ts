import { once } from 'node:events';
import { connect as connectTcp, type IpcNetConnectOpts, type Socket, type TcpNetConnectOpts } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { certificateHash } from '../auth/certificate-hash.ts';
import { encodeSslRequest } from './upstream-messages.ts';
import { createInbox } from './inbox.ts';
import { isLoopback } from './loopback.ts';
import { alpn, upstreamTlsOptions } from './tls.ts';
import { connectionError, upstreamError } from './upstream-errors.ts';

import type { UpstreamTransport } from './upstream-login.ts';
import type { UpstreamTarget } from './upstream-url.ts';

export interface UpstreamSocket {
  /**
   * Paused; it has a listener for `error`, so that a failure between owners ends nobody's process. What its `data` events
   * give is overwritten by the next read: whoever keeps it copies it, or pauses the socket meanwhile.
   */
  readonly socket: Socket;
  readonly transport: UpstreamTransport;
}

const ignore = (): void => undefined;

/** Waits for an event of the socket, or rejects with its error or the signal's reason. */
const until = async (socket: Socket, event: string, signal: AbortSignal): Promise<void> => {
  try {
    await once(socket, event, { signal });
  } catch (error) {
    socket.destroy();
    throw signal.aborted ? signal.reason : error;
  }
};

const startTls = async (target: UpstreamTarget, socket: Socket, signal: AbortSignal): Promise<UpstreamSocket> => {
  const tls: TLSSocket = connectTls({ ...(await upstreamTlsOptions(target.tls, target.host)), socket, host: target.host });
  tls.on('error', ignore);
  await until(tls, 'secureConnect', signal);
  if (target.tls.negotiation === 'direct' && tls.alpnProtocol !== alpn) {
    tls.destroy();
    throw upstreamError(target, 'it did not agree to ALPN postgresql', 'Use sslnegotiation=postgres.');
  }
  tls.pause();
  const certificate = tls.getPeerX509Certificate();
  return {
    socket: tls,
    transport: {
      tls: true,
      verified: target.tls.mode === 'verify-full',
      loopback: isLoopback(socket.remoteAddress),
      certificateHash: certificate === undefined ? undefined : certificateHash(certificate.raw),
    },
  };
};

/** What the server says to SSLRequest: exactly one byte, before TLS (CVE-2021-23222). */
const askForTls = async (target: UpstreamTarget, socket: Socket, signal: AbortSignal): Promise<boolean> => {
  const inbox = createInbox(socket, signal);
  socket.write(encodeSslRequest());
  try {
    const answer = await inbox.read();
    const surplus = inbox.release();
    if (answer.length !== 1 || surplus.length > 0)
      throw upstreamError(target, 'it sent more than one byte before TLS', 'Check what answers at that address.');
    const [byte] = answer.toString('latin1');
    if (byte === 'S') return true;
    if (byte === 'N') return false;
    throw upstreamError(target, 'it does not answer as PostgreSQL does', 'Check what answers at that address.');
  } catch (error) {
    inbox.release();
    throw error;
  }
};

/** As much as is read at once. Untouched pages of it cost nothing. */
const readSize = 64 << 10;

/** Reads into one buffer for as long as the socket lives, so that a large result makes no garbage. */
const connectReusing = (where: TcpNetConnectOpts | IpcNetConnectOpts): Socket => {
  const socket: Socket = connectTcp({
    ...where,
    onread: {
      buffer: Buffer.allocUnsafeSlow(readSize),
      callback: (length, buffer) => {
        socket.emit('data', Buffer.from(buffer.buffer, buffer.byteOffset, length));
        return true;
      },
    },
  });
  return socket;
};

const open = async (target: UpstreamTarget, signal: AbortSignal): Promise<UpstreamSocket> => {
  const local = target.host.startsWith('/');
  const socket = local
    ? connectReusing({ path: `${target.host}/.s.PGSQL.${String(target.port)}` })
    : connectReusing({ host: target.host, port: target.port, noDelay: true, keepAlive: true });
  socket.on('error', ignore);
  await until(socket, 'connect', signal);
  const plain: UpstreamSocket = {
    socket,
    transport: { tls: false, verified: false, loopback: local || isLoopback(socket.remoteAddress), certificateHash: undefined },
  };
  // As in libpq, a Unix-domain socket needs no TLS and has none.
  if (local || target.tls.mode === 'disable') return plain;
  try {
    if (target.tls.negotiation === 'direct' || (await askForTls(target, socket, signal)))
      return await startTls(target, socket, signal);
  } catch (error) {
    socket.destroy();
    throw error;
  }
  if (target.tls.mode === 'prefer') return plain;
  socket.destroy();
  throw upstreamError(target, 'it offers no TLS', 'Turn TLS on there, or lower sslmode if the network is trusted.');
};

/** Connects, with TLS as the target asks. Rejects with PGVEIL_UPSTREAM, or PGVEIL_CONFIG for a certificate file. */
export const openUpstreamSocket = async (target: UpstreamTarget, signal: AbortSignal): Promise<UpstreamSocket> => {
  try {
    return await open(target, signal);
  } catch (error) {
    throw connectionError(target, error);
  }
};
