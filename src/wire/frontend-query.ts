/** The simple query, the function call and the end of a session. */
import { caps, collectCaps, define, defineEmpty } from './descriptor.ts';
import { readFormat, readList, readOid, readText, readValue, type Format } from './read.ts';
import { writeInt16, writeList, writeOid, writeText, writeValue } from './write.ts';

export interface Query {
  readonly type: 'Query';
  readonly query: string;
}

export const query = define<Query>({
  name: 'Query',
  byte: 'Q',
  limit: caps.large,
  collect: collectCaps.fromClient,
  decode: (body) => ({ type: 'Query', query: readText(body, 'query') }),
  encode: (body, message) => writeText(body, message.query),
});

export interface FunctionCall {
  readonly type: 'FunctionCall';
  readonly function: number;
  readonly argumentFormats: readonly Format[];
  /** Views of the decoded body. */
  readonly arguments: readonly (Buffer | null)[];
  readonly resultFormat: Format;
}

export const functionCall = define<FunctionCall>({
  name: 'FunctionCall',
  byte: 'F',
  limit: caps.large,
  collect: collectCaps.fromClient,
  decode: (body) => ({
    type: 'FunctionCall',
    function: readOid(body, 'function'),
    argumentFormats: readList(body, 'argument format', readFormat),
    arguments: readList(body, 'argument', readValue),
    resultFormat: readFormat(body, 'result format'),
  }),
  encode: (body, message) => {
    writeOid(body, message.function);
    writeList(body, message.argumentFormats, writeInt16);
    writeList(body, message.arguments, writeValue);
    writeInt16(body, message.resultFormat);
  },
});

export const terminate = defineEmpty('Terminate', 'X');
