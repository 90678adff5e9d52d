/** The messages of COPY; data and its end look the same from either side. */
import { caps, collectCaps, define, defineEmpty } from './descriptor.ts';
import { readFormat, readFormatByte, readList, readRest, readText, type Cursor, type Format } from './read.ts';
import { writeByte, writeBytes, writeInt16, writeList, writeText, type Draft } from './write.ts';

export interface CopyData {
  readonly type: 'CopyData';
  /** A view of the decoded body. */
  readonly data: Buffer;
}

export const copyData = define<CopyData>({
  name: 'CopyData',
  byte: 'd',
  limit: caps.large,
  collect: collectCaps.fromServer,
  decode: (body) => ({ type: 'CopyData', data: readRest(body) }),
  encode: (body, message) => writeBytes(body, message.data),
});

export const copyDone = defineEmpty('CopyDone', 'c');

export interface CopyFail {
  readonly type: 'CopyFail';
  readonly message: string;
}

export const copyFail = define<CopyFail>({
  name: 'CopyFail',
  byte: 'f',
  limit: caps.short,
  decode: (body) => ({ type: 'CopyFail', message: readText(body, 'reason') }),
  encode: (body, message) => writeText(body, message.message),
});

interface CopyFormats {
  readonly format: Format;
  /** One for each column. */
  readonly columnFormats: readonly Format[];
}

const readFormats = (body: Cursor): CopyFormats => ({
  format: readFormatByte(body, 'overall format'),
  columnFormats: readList(body, 'column format', readFormat),
});

const writeFormats = (body: Draft, message: CopyFormats): void => {
  writeByte(body, message.format);
  writeList(body, message.columnFormats, writeInt16);
};

export interface CopyInResponse extends CopyFormats {
  readonly type: 'CopyInResponse';
}

export const copyInResponse = define<CopyInResponse>({
  name: 'CopyInResponse',
  byte: 'G',
  limit: caps.reply,
  decode: (body) => ({ type: 'CopyInResponse', ...readFormats(body) }),
  encode: writeFormats,
});

export interface CopyOutResponse extends CopyFormats {
  readonly type: 'CopyOutResponse';
}

export const copyOutResponse = define<CopyOutResponse>({
  name: 'CopyOutResponse',
  byte: 'H',
  limit: caps.reply,
  decode: (body) => ({ type: 'CopyOutResponse', ...readFormats(body) }),
  encode: writeFormats,
});

export interface CopyBothResponse extends CopyFormats {
  readonly type: 'CopyBothResponse';
}

export const copyBothResponse = define<CopyBothResponse>({
  name: 'CopyBothResponse',
  byte: 'W',
  limit: caps.reply,
  decode: (body) => ({ type: 'CopyBothResponse', ...readFormats(body) }),
  encode: writeFormats,
});
