/** A client before its log-in: packets and answers as bytes. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { decodeBackend, type BackendMessage } from '../../src/wire/backend.ts';

export const open = async (port: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
};

/** Everything that comes until the other side closes. */
export const rest = async (socket: Socket): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.resume();
  if (!socket.closed) await once(socket, 'close');
  return Buffer.concat(chunks);
};

export const read = async (socket: Socket): Promise<Buffer> => {
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  return chunk;
};

export const messagesIn = (bytes: Buffer): readonly BackendMessage[] => {
  const messages: BackendMessage[] = [];
  for (let at = 0; at + 5 <= bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    messages.push(decodeBackend(bytes[at] ?? 0, bytes.subarray(at + 5, at + 1 + bytes.readInt32BE(at + 1))));
  }
  return messages;
};

/** SQLSTATE and texts of the only error in there. */
export const fatalIn = (bytes: Buffer): { readonly code: string; readonly text: string } => {
  const error = messagesIn(bytes).find((message) => message.type === 'ErrorResponse');
  const fields = error?.type === 'ErrorResponse' ? error.fields : new Map<string, string>();
  return { code: `${fields.get('S') ?? ''} ${fields.get('C') ?? ''}`, text: [...fields.values()].join('\n') };
};

export const startTls = async (socket: Socket, alpn: readonly string[] | undefined): Promise<TLSSocket> => {
  const secure = connectTls({ socket, rejectUnauthorized: false, ...(alpn === undefined ? {} : { ALPNProtocols: [...alpn] }) });
  secure.on('error', () => undefined);
  await once(secure, 'secureConnect').catch(() => undefined);
  return secure;
};
