import { EventEmitter, once } from 'node:events';
import type { Socket } from 'node:net';
import pg from 'pg';

/** One message as it came: its type letter and all of its bytes, header included. */
export interface RawMessage {
  readonly type: string;
  readonly bytes: Buffer;
}

export interface RawColumn {
  readonly name: string;
  readonly table: number;
  readonly attnum: number;
  readonly type: number;
  readonly typlen: number;
  readonly typmod: number;
  readonly format: 0 | 1;
}

/** Speaks the protocol byte by byte over a connection that `pg` logged in. */
export interface RawClient {
  /** Extended query; `parameters` are sent in `parameterFormat` with these type oids (0: the server decides). */
  query(sql: string, options?: RawQuery): Promise<{ columns: RawColumn[]; rows: Buffer[] }>;
  /** Bodies of the CopyData messages of a COPY TO STDOUT. */
  copyOut(sql: string): Promise<Buffer[]>;
  end(): Promise<void>;
}

export interface RawQuery {
  readonly resultFormat?: 0 | 1;
  readonly parameterFormat?: 0 | 1;
  readonly parameters?: readonly (Buffer | null)[];
  readonly types?: readonly number[];
}

const int16 = (n: number): Buffer => Buffer.from([(n >> 8) & 255, n & 255]);
const int32 = (n: number): Buffer => {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(n >>> 0);
  return out;
};

const message = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
};

const cstring = (text: string): Buffer => Buffer.from(`${text}\0`);

const parseRowDescription = (bytes: Buffer): RawColumn[] => {
  const columns: RawColumn[] = [];
  let at = 7;
  for (let count = bytes.readUInt16BE(5); count > 0; count -= 1) {
    const nul = bytes.indexOf(0, at);
    const name = bytes.toString('utf8', at, nul);
    at = nul + 1;
    columns.push({
      name,
      table: bytes.readUInt32BE(at),
      attnum: bytes.readInt16BE(at + 4),
      type: bytes.readUInt32BE(at + 6),
      typlen: bytes.readInt16BE(at + 10),
      typmod: bytes.readInt32BE(at + 12),
      format: bytes.readInt16BE(at + 16) === 1 ? 1 : 0,
    });
    at += 18;
  }
  return columns;
};

/** The cells of a DataRow message; null for SQL NULL. */
export const cellsOf = (row: Buffer): (Buffer | null)[] => {
  const cells: (Buffer | null)[] = [];
  let at = 7;
  for (let count = row.readUInt16BE(5); count > 0; count -= 1) {
    const length = row.readInt32BE(at);
    at += 4;
    cells.push(length < 0 ? null : row.subarray(at, at + length));
    at += Math.max(0, length);
  }
  if (at !== row.length) throw new Error('a DataRow with bytes behind its cells');
  return cells;
};

export const connectRaw = async (url: string): Promise<RawClient> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.removeAllListeners('data');
  // `pg` does not know of our goodbye.
  client.on('error', () => undefined);
  let buffered = Buffer.alloc(0);
  const arrivals = new EventEmitter();
  stream.on('data', (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    arrivals.emit('chunk');
  });
  const untilReady = async (): Promise<RawMessage[]> => {
    const messages: RawMessage[] = [];
    for (;;) {
      while (buffered.length >= 5 && buffered.length >= 1 + buffered.readInt32BE(1)) {
        const size = 1 + buffered.readInt32BE(1);
        messages.push({ type: buffered.toString('latin1', 0, 1), bytes: buffered.subarray(0, size) });
        buffered = buffered.subarray(size);
        if (messages.at(-1)?.type !== 'Z') continue;
        const failed = messages.find((m) => m.type === 'E');
        if (failed !== undefined) throw new Error(failed.bytes.toString('utf8', 5).replaceAll('\0', ' '));
        return messages;
      }
      await once(arrivals, 'chunk');
    }
  };
  return {
    async query(sql, options = {}) {
      const { resultFormat = 0, parameterFormat = 0, parameters = [], types = [] } = options;
      const values = parameters.map((p) => (p === null ? int32(-1) : Buffer.concat([int32(p.length), p])));
      stream.write(
        Buffer.concat([
          message('P', cstring(''), cstring(sql), int16(types.length), ...types.map(int32)),
          message(
            'B',
            cstring(''),
            cstring(''),
            int16(1),
            int16(parameterFormat),
            int16(values.length),
            ...values,
            int16(1),
            int16(resultFormat),
          ),
          message('D', Buffer.from('P'), cstring('')),
          message('E', cstring(''), int32(0)),
          message('S'),
        ]),
      );
      const messages = await untilReady();
      const description = messages.find((m) => m.type === 'T');
      return {
        columns: description === undefined ? [] : parseRowDescription(description.bytes),
        rows: messages.filter((m) => m.type === 'D').map((m) => m.bytes),
      };
    },
    async copyOut(sql) {
      stream.write(message('Q', cstring(sql)));
      const messages = await untilReady();
      return messages.filter((m) => m.type === 'd').map((m) => m.bytes.subarray(5));
    },
    async end() {
      stream.end();
      await once(stream, 'close');
    },
  };
};
