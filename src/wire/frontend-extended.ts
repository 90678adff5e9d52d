/** The extended query protocol, the client's side. */
import { caps, collectCaps, define, defineEmpty } from './descriptor.ts';
import { malformed } from './malformed.ts';
import { readByte, readFormat, readInt32, readList, readOid, readText, readValue, type Cursor, type Format } from './read.ts';
import { writeByte, writeInt16, writeInt32, writeList, writeOid, writeText, writeValue, type Draft } from './write.ts';

export interface Parse {
  readonly type: 'Parse';
  /** Empty for the unnamed statement. */
  readonly name: string;
  readonly query: string;
  /** Type oids; 0 leaves a type open. May be fewer than there are parameters. */
  readonly parameterTypes: readonly number[];
}

export const parse = define<Parse>({
  name: 'Parse',
  byte: 'P',
  limit: caps.large,
  collect: collectCaps.fromClient,
  decode: (body) => ({
    type: 'Parse',
    name: readText(body, 'statement name'),
    query: readText(body, 'query'),
    parameterTypes: readList(body, 'parameter type', readOid),
  }),
  encode: (body, message) => {
    writeText(body, message.name);
    writeText(body, message.query);
    writeList(body, message.parameterTypes, writeOid);
  },
});

export interface Bind {
  readonly type: 'Bind';
  readonly portal: string;
  readonly statement: string;
  /** None: all text. One: for all. Else one for each parameter. */
  readonly parameterFormats: readonly Format[];
  /** Views of the decoded body. */
  readonly parameters: readonly (Buffer | null)[];
  /** None, one or many, as for parameters. */
  readonly resultFormats: readonly Format[];
}

export const bind = define<Bind>({
  name: 'Bind',
  byte: 'B',
  limit: caps.large,
  collect: collectCaps.fromClient,
  decode: (body) => ({
    type: 'Bind',
    portal: readText(body, 'portal name'),
    statement: readText(body, 'statement name'),
    parameterFormats: readList(body, 'parameter format', readFormat),
    parameters: readList(body, 'parameter', readValue),
    resultFormats: readList(body, 'result format', readFormat),
  }),
  encode: (body, message) => {
    writeText(body, message.portal);
    writeText(body, message.statement);
    writeList(body, message.parameterFormats, writeInt16);
    writeList(body, message.parameters, writeValue);
    writeList(body, message.resultFormats, writeInt16);
  },
});

interface Target {
  /** S: a prepared statement. P: a portal. */
  readonly target: 'S' | 'P';
  readonly name: string;
}

const readTarget = (body: Cursor): Target => {
  const byte = readByte(body, 'target');
  const target = byte === 0x53 ? 'S' : byte === 0x50 ? 'P' : undefined;
  if (target === undefined) throw malformed(body.message, `its target is 0x${byte.toString(16)}, neither S nor P`);
  return { target, name: readText(body, 'name') };
};

const writeTarget = (body: Draft, message: Target): void => {
  writeByte(body, message.target.charCodeAt(0));
  writeText(body, message.name);
};

export interface Describe extends Target {
  readonly type: 'Describe';
}

export const describe = define<Describe>({
  name: 'Describe',
  byte: 'D',
  limit: caps.short,
  decode: (body) => ({ type: 'Describe', ...readTarget(body) }),
  encode: writeTarget,
});

export interface Close extends Target {
  readonly type: 'Close';
}

export const close = define<Close>({
  name: 'Close',
  byte: 'C',
  limit: caps.short,
  decode: (body) => ({ type: 'Close', ...readTarget(body) }),
  encode: writeTarget,
});

export interface Execute {
  readonly type: 'Execute';
  readonly portal: string;
  /** 0, or less, for no limit. */
  readonly maxRows: number;
}

export const execute = define<Execute>({
  name: 'Execute',
  byte: 'E',
  limit: caps.short,
  decode: (body) => ({ type: 'Execute', portal: readText(body, 'portal name'), maxRows: readInt32(body, 'row limit') }),
  encode: (body, message) => {
    writeText(body, message.portal);
    writeInt32(body, message.maxRows);
  },
});

export const flush = defineEmpty('Flush', 'H');
export const sync = defineEmpty('Sync', 'S');
