/** What a server says about the session as a whole, and unasked. */
import { caps, collectCaps, define } from './descriptor.ts';
import { malformed, unencodable } from './malformed.ts';
import { copyOf, readByte, readInt32, readRest, readText, readUint16, type Cursor } from './read.ts';
import { writeByte, writeBytes, writeInt32, writeText, writeUint16, type Draft } from './write.ts';

/** A cancel key has four bytes in protocol 3.0, up to 256 from 3.2 on. */
export const fitsSecretKey = (length: number): boolean => length >= 4 && length <= 256;

export interface BackendKeyData {
  readonly type: 'BackendKeyData';
  readonly processId: number;
  readonly secretKey: Buffer;
}

export const backendKeyData = define<BackendKeyData>({
  name: 'BackendKeyData',
  byte: 'K',
  limit: caps.reply,
  decode: (body) => {
    const processId = readInt32(body, 'process id');
    const secretKey = copyOf(readRest(body));
    if (!fitsSecretKey(secretKey.length))
      throw malformed(body.message, `its key has ${String(secretKey.length)} bytes, not 4 to 256`);
    return { type: 'BackendKeyData', processId, secretKey };
  },
  encode: (body, message) => {
    if (!fitsSecretKey(message.secretKey.length)) throw unencodable(body.message, 'its key has not 4 to 256 bytes');
    writeInt32(body, message.processId);
    writeBytes(body, message.secretKey);
  },
});

export interface NegotiateProtocolVersion {
  readonly type: 'NegotiateProtocolVersion';
  /** The newest version that the server speaks: on the wire one number, as in the start-up packet. */
  readonly major: number;
  readonly minor: number;
  /** The `_pq_.` options that it does not know. */
  readonly options: readonly string[];
}

export const negotiateProtocolVersion = define<NegotiateProtocolVersion>({
  name: 'NegotiateProtocolVersion',
  byte: 'v',
  limit: caps.reply,
  decode: (body) => {
    const major = readUint16(body, 'version');
    const minor = readUint16(body, 'version');
    const count = readInt32(body, 'number of options');
    if (count < 0) throw malformed(body.message, `its number of options is ${String(count)}`);
    const options: string[] = [];
    for (let i = 0; i < count; i += 1) options.push(readText(body, 'option'));
    return { type: 'NegotiateProtocolVersion', major, minor, options };
  },
  encode: (body, message) => {
    writeUint16(body, message.major);
    writeUint16(body, message.minor);
    writeInt32(body, message.options.length);
    for (const option of message.options) writeText(body, option);
  },
});

export interface ParameterStatus {
  readonly type: 'ParameterStatus';
  readonly name: string;
  readonly value: string;
}

export const parameterStatus = define<ParameterStatus>({
  name: 'ParameterStatus',
  byte: 'S',
  limit: caps.reply,
  decode: (body) => ({ type: 'ParameterStatus', name: readText(body, 'name'), value: readText(body, 'value') }),
  encode: (body, message) => {
    writeText(body, message.name);
    writeText(body, message.value);
  },
});

export interface ReadyForQuery {
  readonly type: 'ReadyForQuery';
  /** I idle, T in a transaction, E in a failed one. */
  readonly status: 'I' | 'T' | 'E';
}

export const readyForQuery = define<ReadyForQuery>({
  name: 'ReadyForQuery',
  byte: 'Z',
  limit: caps.reply,
  decode: (body) => {
    const byte = readByte(body, 'transaction status');
    const status = byte === 0x49 ? 'I' : byte === 0x54 ? 'T' : byte === 0x45 ? 'E' : undefined;
    if (status === undefined) throw malformed(body.message, `its transaction status is 0x${byte.toString(16)}, none of I, T, E`);
    return { type: 'ReadyForQuery', status };
  },
  encode: (body, message) => writeByte(body, message.status.charCodeAt(0)),
});

export interface NotificationResponse {
  readonly type: 'NotificationResponse';
  readonly processId: number;
  readonly channel: string;
  readonly payload: string;
}

export const notificationResponse = define<NotificationResponse>({
  name: 'NotificationResponse',
  byte: 'A',
  limit: caps.reply,
  decode: (body) => ({
    type: 'NotificationResponse',
    processId: readInt32(body, 'process id'),
    channel: readText(body, 'channel'),
    payload: readText(body, 'payload'),
  }),
  encode: (body, message) => {
    writeInt32(body, message.processId);
    writeText(body, message.channel);
    writeText(body, message.payload);
  },
});

interface Report {
  /** By the character of the field's code (protocol, Error and Notice Message Fields), in the order sent. */
  readonly fields: ReadonlyMap<string, string>;
}

const readFields = (body: Cursor): Map<string, string> => {
  const fields = new Map<string, string>();
  for (;;) {
    const code = readByte(body, 'list of fields');
    if (code === 0) return fields;
    const key = String.fromCharCode(code);
    if (fields.has(key)) throw malformed(body.message, `it has the field 0x${code.toString(16)} twice`);
    fields.set(key, readText(body, 'field'));
  }
};

const writeFields = (body: Draft, message: Report): void => {
  for (const [key, value] of message.fields) {
    const code = key.length === 1 ? key.charCodeAt(0) : 0;
    if (code === 0) throw unencodable(body.message, 'the code of a field is not one character');
    writeByte(body, code);
    writeText(body, value);
  }
  writeByte(body, 0);
};

export interface ErrorResponse extends Report {
  readonly type: 'ErrorResponse';
}

export const errorResponse = define<ErrorResponse>({
  name: 'ErrorResponse',
  byte: 'E',
  limit: caps.large,
  collect: collectCaps.fromServer,
  decode: (body) => ({ type: 'ErrorResponse', fields: readFields(body) }),
  encode: writeFields,
});

export interface NoticeResponse extends Report {
  readonly type: 'NoticeResponse';
}

export const noticeResponse = define<NoticeResponse>({
  name: 'NoticeResponse',
  byte: 'N',
  limit: caps.large,
  collect: collectCaps.fromServer,
  decode: (body) => ({ type: 'NoticeResponse', fields: readFields(body) }),
  encode: writeFields,
});
