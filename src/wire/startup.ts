/** The first packets of a connection: Int32 length, Int32 code, no type byte (protocol, Message Formats). */
import { PgveilError } from '../errors.ts';
import { fitsSecretKey } from './backend-session.ts';
import { malformed, unencodable } from './malformed.ts';
import { copyOf, readInt32, readRest, readText, type Cursor } from './read.ts';
import { writeBytes, writeInt32, writeText, writeUint16, type Draft } from './write.ts';

export interface StartupMessage {
  readonly type: 'StartupMessage';
  readonly major: 3;
  /** As asked for; answer one that is not spoken with NegotiateProtocolVersion. */
  readonly minor: number;
  /** In the order sent, `_pq_.` options among them. */
  readonly parameters: ReadonlyMap<string, string>;
}

export interface CancelRequest {
  readonly type: 'CancelRequest';
  readonly processId: number;
  /** Four bytes under protocol 3.0, up to 256 from 3.2 on. */
  readonly secretKey: Buffer;
}

export type StartupPacket = StartupMessage | CancelRequest | { readonly type: 'SSLRequest' } | { readonly type: 'GSSENCRequest' };

/** MAX_STARTUP_PACKET_LENGTH: what may follow the length word, in bytes. */
export const startupLimit = 10_000;

const codes = { CancelRequest: 80_877_102, SSLRequest: 80_877_103, GSSENCRequest: 80_877_104 } as const;
const spoken = 3;

const readParameters = (body: Cursor): Map<string, string> => {
  const parameters = new Map<string, string>();
  for (;;) {
    const name = readText(body, 'list of parameters');
    if (name === '') return parameters;
    if (parameters.has(name)) throw malformed(body.message, 'it has a parameter twice');
    parameters.set(name, readText(body, 'parameter'));
  }
};

const readStartup = (body: Cursor, version: number): StartupMessage => {
  const major = version >>> 16;
  const minor = version & 0xffff;
  if (major !== spoken)
    throw malformed(body.message, `it asks for protocol ${String(major)}.${String(minor)}, and pgveil speaks 3`);
  return { type: 'StartupMessage', major, minor, parameters: readParameters(body) };
};

const readCancel = (body: Cursor): CancelRequest => {
  const processId = readInt32(body, 'process id');
  const secretKey = copyOf(readRest(body));
  if (!fitsSecretKey(secretKey.length))
    throw malformed(body.message, `its key has ${String(secretKey.length)} bytes, not 4 to 256`);
  return { type: 'CancelRequest', processId, secretKey };
};

const readPacket = (code: number, bytes: Buffer): StartupPacket => {
  const body = (message: string): Cursor => ({ message, bytes, at: 4, strict: true });
  const whole = <T extends StartupPacket>(cursor: Cursor, packet: T): T => {
    const surplus = bytes.length - cursor.at;
    if (surplus > 0) throw malformed(cursor.message, `it has ${String(surplus)} bytes too many`);
    return packet;
  };
  switch (code) {
    case codes.SSLRequest:
      return whole(body('SSLRequest'), { type: 'SSLRequest' });
    case codes.GSSENCRequest:
      return whole(body('GSSENCRequest'), { type: 'GSSENCRequest' });
    case codes.CancelRequest: {
      const cursor = body('CancelRequest');
      return whole(cursor, readCancel(cursor));
    }
    default: {
      const cursor = body('StartupMessage');
      return whole(cursor, readStartup(cursor, code));
    }
  }
};

/** Reads one packet after its length word. Throws PgveilError PGVEIL_PROTOCOL. */
export const decodeStartup = (bytes: Buffer): StartupPacket =>
  readPacket(readInt32({ message: 'StartupMessage', bytes, at: 0, strict: true }, 'code'), bytes);

/** The whole packet. Throws PgveilError PGVEIL_INTERNAL on a value without a form on the wire. */
export const encodeStartup = (packet: StartupPacket): Buffer => {
  const draft: Draft = { message: packet.type, bytes: Buffer.allocUnsafe(64), length: 4 };
  switch (packet.type) {
    case 'SSLRequest':
    case 'GSSENCRequest':
      writeInt32(draft, codes[packet.type]);
      break;
    case 'CancelRequest':
      if (!fitsSecretKey(packet.secretKey.length)) throw unencodable(packet.type, 'its key has not 4 to 256 bytes');
      writeInt32(draft, codes.CancelRequest);
      writeInt32(draft, packet.processId);
      writeBytes(draft, packet.secretKey);
      break;
    case 'StartupMessage':
      writeUint16(draft, packet.major);
      writeUint16(draft, packet.minor);
      for (const [name, value] of packet.parameters) {
        if (name === '') throw unencodable(packet.type, 'a parameter has no name');
        writeText(draft, name);
        writeText(draft, value);
      }
      writeText(draft, '');
      break;
    default:
      return packet satisfies never;
  }
  if (draft.length - 4 > startupLimit) throw unencodable(packet.type, `it is longer than ${String(startupLimit)} bytes`);
  draft.bytes.writeInt32BE(draft.length, 0);
  return draft.bytes.subarray(0, draft.length);
};

export interface StartupReader {
  /**
   * Takes a chunk; gives the packet once it is whole, with the bytes that came behind it (a view of the chunk). Before
   * TLS there must be none (CVE-2021-23214). A reader reads exactly one packet. Throws PgveilError PGVEIL_PROTOCOL.
   */
  push(chunk: Buffer): { readonly packet: StartupPacket; readonly surplus: Buffer } | undefined;
  /** Whether anything of the packet has come. */
  readonly begun: boolean;
}

/** Holds no more than one packet, of at most startupLimit bytes, which is all it allocates. */
export const createStartupReader = (): StartupReader => {
  let bytes = Buffer.alloc(0);
  let wanted = 4;
  let done = false;
  const take = (chunk: Buffer): Buffer => {
    const missing = wanted - bytes.length;
    bytes = Buffer.concat([bytes, chunk.subarray(0, missing)]);
    return chunk.subarray(missing);
  };
  return {
    get begun() {
      return bytes.length > 0;
    },
    push: (chunk) => {
      if (done) throw new PgveilError('PGVEIL_INTERNAL', 'a start-up reader was used for a second packet');
      let rest = take(chunk);
      if (wanted === 4 && bytes.length === 4) {
        const length = bytes.readInt32BE(0);
        if (length < 8 || length - 4 > startupLimit) throw malformed('StartupMessage', `its length is ${String(length)}`);
        wanted = length;
        rest = take(rest);
      }
      if (bytes.length < wanted) return undefined;
      done = true;
      return { packet: decodeStartup(bytes.subarray(4)), surplus: rest };
    },
  };
};
