/** A client that speaks the protocol message by message, straight to a server or through pgveil. */
import { EventEmitter, once } from 'node:events';
import type { Socket } from 'node:net';
import { connectUpstream } from '../../src/gateway/upstream.ts';
import { parseDatabaseUrl } from '../../src/gateway/upstream-url.ts';
import { decodeBackend, type BackendMessage } from '../../src/wire/backend.ts';
import { encodeFrontend, type FrontendMessage } from '../../src/wire/frontend.ts';

/** One message of the server. */
export interface Received {
  readonly message: BackendMessage;
  readonly bytes: Buffer;
}

export type Sent = FrontendMessage | Buffer;

export interface WireClient {
  readonly processId: number;
  readonly secretKey: Buffer;
  readonly protocolMinor: number;
  readonly parameters: ReadonlyMap<string, string>;
  readonly socket: Socket;
  /** Everything that came since the log-in. */
  readonly received: readonly Received[];
  readonly closed: boolean;
  /** Sends the messages, or bytes, in one write. */
  readonly send: (...messages: readonly Sent[]) => void;
  /** The messages up to and with the n-th of that type, behind those given before; fewer if the connection ends. */
  readonly until: (type: BackendMessage['type'], count?: number) => Promise<readonly Received[]>;
  /** Sends a Query and reads up to ReadyForQuery. */
  readonly query: (sql: string) => Promise<readonly Received[]>;
  readonly end: () => Promise<void>;
}

export const query = (sql: string): FrontendMessage => ({ type: 'Query', query: sql });
export const parse = (name: string, sql: string, parameterTypes: readonly number[] = []): FrontendMessage => ({
  type: 'Parse',
  name,
  query: sql,
  parameterTypes,
});
export const bind = (
  portal: string,
  statement: string,
  parameters: readonly (string | null)[] = [],
  resultFormats: readonly (0 | 1)[] = [],
): FrontendMessage => ({
  type: 'Bind',
  portal,
  statement,
  parameterFormats: [],
  parameters: parameters.map((value) => (value === null ? null : Buffer.from(value))),
  resultFormats,
});
export const describePortal = (name: string): FrontendMessage => ({ type: 'Describe', target: 'P', name });
export const describeStatement = (name: string): FrontendMessage => ({ type: 'Describe', target: 'S', name });
export const execute = (portal: string, maxRows = 0): FrontendMessage => ({ type: 'Execute', portal, maxRows });
export const closePortal = (name: string): FrontendMessage => ({ type: 'Close', target: 'P', name });
export const closeStatement = (name: string): FrontendMessage => ({ type: 'Close', target: 'S', name });
export const sync: FrontendMessage = { type: 'Sync' };
export const flush: FrontendMessage = { type: 'Flush' };
export const copyData = (data: string): FrontendMessage => ({ type: 'CopyData', data: Buffer.from(data) });
export const copyDone: FrontendMessage = { type: 'CopyDone' };
export const copyFail: FrontendMessage = { type: 'CopyFail', message: 'changed my mind' };

/** Parse, Bind, Describe, Execute of the unnamed ones. */
export const extended = (sql: string, resultFormats: readonly (0 | 1)[] = []): readonly FrontendMessage[] => [
  parse('', sql),
  bind('', '', [], resultFormats),
  describePortal(''),
  execute(''),
];

export interface ConnectOptions {
  readonly protocolMinor?: number;
  readonly parameters?: Readonly<Record<string, string>>;
}

const pins = { client_encoding: 'UTF8', standard_conforming_strings: 'on' };

export const connectWire = async (url: string, options: ConnectOptions = {}): Promise<WireClient> => {
  const { target, credential, parameters } = parseDatabaseUrl(url);
  const connection = await connectUpstream({
    target,
    credential,
    parameters: new Map([...parameters, ...Object.entries({ ...pins, ...options.parameters })]),
    protocolMinor: options.protocolMinor ?? 0,
  });
  const { socket } = connection;
  const received: Received[] = [];
  const arrivals = new EventEmitter();
  let rest = connection.surplus;
  let given = 0;
  let closed = false;
  const take = (chunk: Buffer): void => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const bytes = rest.subarray(0, 1 + rest.readInt32BE(1));
      rest = rest.subarray(bytes.length);
      received.push({ message: decodeBackend(bytes[0] ?? 0, bytes.subarray(5)), bytes });
    }
    arrivals.emit('news');
  };
  socket.on('data', take);
  socket.on('error', () => undefined);
  socket.on('close', () => {
    closed = true;
    arrivals.emit('news');
  });
  socket.resume();
  const send = (...messages: readonly Sent[]): void => {
    socket.write(Buffer.concat(messages.map((one) => (Buffer.isBuffer(one) ? one : encodeFrontend(one)))));
  };
  const until = async (type: BackendMessage['type'], count = 1): Promise<readonly Received[]> => {
    for (;;) {
      let left = count;
      const from = given;
      for (let at = from; at < received.length; at += 1) {
        if (received[at]?.message.type === type) left -= 1;
        if (left > 0) continue;
        given = at + 1;
        return received.slice(from, given);
      }
      if (closed) {
        given = received.length;
        return received.slice(from);
      }
      await once(arrivals, 'news');
    }
  };
  return {
    ...connection,
    received,
    get closed() {
      return closed;
    },
    send,
    until,
    query: async (sql) => {
      send(query(sql));
      return until('ReadyForQuery');
    },
    end: async () => {
      if (closed) return;
      send({ type: 'Terminate' });
      socket.end();
      if (!socket.closed) await once(socket, 'close');
    },
  };
};

/** The messages in short: `C SELECT 1`, `E 22012`, `D a|NULL`, `Z I`, or their type. */
export const trace = (messages: readonly Received[]): readonly string[] =>
  messages.map(({ message }) => {
    switch (message.type) {
      case 'CommandComplete':
        return `C ${message.tag}`;
      case 'ErrorResponse':
        return `E ${message.fields.get('C') ?? ''}`;
      case 'NoticeResponse':
        return `N ${message.fields.get('C') ?? ''}`;
      case 'DataRow':
        return `D ${message.cells.map((cell) => (cell === null ? 'NULL' : cell.toString('utf8'))).join('|')}`;
      case 'ReadyForQuery':
        return `Z ${message.status}`;
      case 'CopyData':
        return `d ${message.data.toString('utf8').trimEnd()}`;
      case 'ParameterStatus':
        return `S ${message.name}=${message.value}`;
      default:
        return message.type;
    }
  });

export const errorsOf = (messages: readonly Received[]): readonly ReadonlyMap<string, string>[] =>
  messages.flatMap(({ message }) => (message.type === 'ErrorResponse' ? [message.fields] : []));
