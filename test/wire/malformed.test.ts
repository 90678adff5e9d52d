import { describe, expect, it } from 'vitest';
import { PgveilError } from '../../src/errors.ts';
import { decodeBackend } from '../../src/wire/backend.ts';
import { decodeFrontend, type Asked } from '../../src/wire/frontend.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

const failureOf = (act: () => unknown): PgveilError => {
  try {
    act();
  } catch (error) {
    if (error instanceof PgveilError) return error;
    throw error;
  }
  throw new Error('it was taken');
};

describe('a malformed message of a client is refused', () => {
  const cases: readonly (readonly [type: string, body: string, message: string, asked?: Asked])[] = [
    ['?', '', 'the client sent an unknown message of type 0x3f'],
    ['Q', '', 'malformed Query message: its query has no end'],
    ['Q', '6162', 'malformed Query message: its query has no end'],
    ['Q', '6100 6200', 'malformed Query message: it has 2 bytes too many'],
    ['Q', 'c328 00', 'malformed Query message: its query is not UTF-8'],
    ['Q', 'eda080 00', 'malformed Query message: its query is not UTF-8'],
    ['P', '61', 'malformed Parse message: its statement name has no end'],
    ['P', 'ff00 00 0000', 'malformed Parse message: its statement name is not UTF-8'],
    ['P', '00 61', 'malformed Parse message: its query has no end'],
    ['P', '00 00', 'malformed Parse message: it ends within its number of parameter types'],
    ['P', '00 00 0002 00000017 0000', 'malformed Parse message: it ends within its parameter type'],
    ['P', '00 00 ffff', 'malformed Parse message: it ends within its parameter type'],
    ['P', '00 00 0000 00', 'malformed Parse message: it has 1 bytes too many'],
    ['B', '61', 'malformed Bind message: its portal name has no end'],
    ['B', '00 61', 'malformed Bind message: its statement name has no end'],
    ['B', '00 00 0001 0002', 'malformed Bind message: its parameter format is 2'],
    ['B', '00 00 0001 ffff', 'malformed Bind message: its parameter format is -1'],
    ['B', '00 00 0000 0001 fffffffe 0000', 'malformed Bind message: its parameter has the length -2'],
    ['B', '00 00 0000 0001 7fffffff 61', 'malformed Bind message: it ends within its parameter'],
    ['B', '00 00 0000 0001 0000', 'malformed Bind message: it ends within its parameter length'],
    ['B', '00 00 0000 0000', 'malformed Bind message: it ends within its number of result formats'],
    ['B', '00 00 0000 0000 0000 00', 'malformed Bind message: it has 1 bytes too many'],
    ['D', '', 'malformed Describe message: it ends within its target'],
    ['D', '58 00', 'malformed Describe message: its target is 0x58, neither S nor P'],
    ['D', '53 61', 'malformed Describe message: its name has no end'],
    ['C', '73 00', 'malformed Close message: its target is 0x73, neither S nor P'],
    ['C', '53 00 00', 'malformed Close message: it has 1 bytes too many'],
    ['E', '00', 'malformed Execute message: it ends within its row limit'],
    ['E', '00 00000000 00', 'malformed Execute message: it has 1 bytes too many'],
    ['S', '00', 'malformed Sync message: it has 1 bytes too many'],
    ['H', '00', 'malformed Flush message: it has 1 bytes too many'],
    ['X', '00', 'malformed Terminate message: it has 1 bytes too many'],
    ['c', '00', 'malformed CopyDone message: it has 1 bytes too many'],
    ['f', '61', 'malformed CopyFail message: its reason has no end'],
    ['F', '00000001 0000 0001 00000002 61 0000', 'malformed FunctionCall message: it ends within its result format'],
    ['F', '000000', 'malformed FunctionCall message: it ends within its function'],
    ['F', '00000001 0000 0000 0005', 'malformed FunctionCall message: its result format is 5'],
    ['p', '707700', 'malformed PasswordMessage message: nothing asked for it'],
    ['p', '7077', 'malformed PasswordMessage message: its password has no end', 'password'],
    ['p', '707700 00', 'malformed PasswordMessage message: it has 1 bytes too many', 'password'],
    ['p', '4d', 'malformed PasswordMessage message: its mechanism has no end', 'sasl'],
    ['p', '4d00 00000002 64', 'malformed PasswordMessage message: it ends within its initial response', 'sasl'],
    ['p', '4d00 00000001 6464', 'malformed PasswordMessage message: it has 1 bytes too many', 'sasl'],
    ['p', '4d00 80000000', 'malformed PasswordMessage message: its initial response has the length -2147483648', 'sasl'],
    ['D', `53 ${'61'.repeat(10_000)} 00`, 'malformed Describe message: it is longer than 9996 bytes'],
    ['p', '61'.repeat(65_532), 'malformed PasswordMessage message: it is longer than 65531 bytes', 'sasl-continue'],
  ];
  it.each(cases.map(([type, body, message, asked]) => ({ type, body, message, asked })))(
    '$type: $message',
    ({ type, body, message, asked }) => {
      const failure = failureOf(() => decodeFrontend(type.charCodeAt(0), hex(body), asked));
      expect(failure.message).toBe(message);
      expect(failure.code).toBe('PGVEIL_PROTOCOL');
      expect(failure.remedy).toContain('protocol 3');
    },
  );
});

describe('a malformed message of a server is refused', () => {
  it.each<readonly [string, string, string]>([
    ['?', '', 'the server sent an unknown message of type 0x3f'],
    ['R', '0000', 'malformed Authentication message: it ends within its kind'],
    ['R', '00000006', 'malformed Authentication message: its kind 6 is unknown'],
    ['R', '00000000 00', 'malformed Authentication message: it has 1 bytes too many'],
    ['R', '00000005 616263', 'malformed Authentication message: it ends within its salt'],
    ['R', '00000005 6162636465', 'malformed Authentication message: it has 1 bytes too many'],
    ['R', '0000000a 00', 'malformed Authentication message: it offers no mechanism'],
    ['R', '0000000a 4d00', 'malformed Authentication message: its list of mechanisms has no end'],
    ['R', '0000000a 4d00 00 00', 'malformed Authentication message: it has 1 bytes too many'],
    ['K', '00000001 616263', 'malformed BackendKeyData message: its key has 3 bytes, not 4 to 256'],
    ['K', `00000001 ${'61'.repeat(257)}`, 'malformed BackendKeyData message: its key has 257 bytes, not 4 to 256'],
    ['v', '00030000 ffffffff', 'malformed NegotiateProtocolVersion message: its number of options is -1'],
    ['v', '00030000 7fffffff 6100', 'malformed NegotiateProtocolVersion message: its option has no end'],
    ['S', '6e00', 'malformed ParameterStatus message: its value has no end'],
    ['S', '6e00 7600 00', 'malformed ParameterStatus message: it has 1 bytes too many'],
    ['Z', '', 'malformed ReadyForQuery message: it ends within its transaction status'],
    ['Z', '58', 'malformed ReadyForQuery message: its transaction status is 0x58, none of I, T, E'],
    ['Z', '4949', 'malformed ReadyForQuery message: it has 1 bytes too many'],
    ['E', '', 'malformed ErrorResponse message: it ends within its list of fields'],
    ['E', '4d6100', 'malformed ErrorResponse message: it ends within its list of fields'],
    ['E', '4d61', 'malformed ErrorResponse message: its field has no end'],
    ['E', '4d6100 4d6200 00', 'malformed ErrorResponse message: it has the field 0x4d twice'],
    ['E', '00 00', 'malformed ErrorResponse message: it has 1 bytes too many'],
    ['N', '4d6100', 'malformed NoticeResponse message: it ends within its list of fields'],
    ['A', '00000001 6300', 'malformed NotificationResponse message: its payload has no end'],
    ['T', '0001 61', 'malformed RowDescription message: its field name has no end'],
    ['T', '0001 6100 00000001', 'malformed RowDescription message: it ends within its attribute number'],
    ['T', '0001 6100 00000001 0002 00000019 ffff ffffffff 0002', 'malformed RowDescription message: its field format is 2'],
    ['T', '0000 00', 'malformed RowDescription message: it has 1 bytes too many'],
    ['D', '00', 'malformed DataRow message: it ends within its number of cells'],
    ['D', '0001 fffffffe', 'malformed DataRow message: its cell has the length -2'],
    ['D', '0001 00000002 61', 'malformed DataRow message: it ends within its cell'],
    ['D', '0001 00000001 6161', 'malformed DataRow message: it has 1 bytes too many'],
    ['C', '53454c454354', 'malformed CommandComplete message: its tag has no end'],
    ['t', '0002 00000017', 'malformed ParameterDescription message: it ends within its parameter type'],
    ['V', '00000002 61', 'malformed FunctionCallResponse message: it ends within its value'],
    ['G', '02 0000', 'malformed CopyInResponse message: its overall format is 2'],
    ['H', '00 0001 0003', 'malformed CopyOutResponse message: its column format is 3'],
    ['W', '00 0001', 'malformed CopyBothResponse message: it ends within its column format'],
    ['1', '00', 'malformed ParseComplete message: it has 1 bytes too many'],
    ['I', '00', 'malformed EmptyQueryResponse message: it has 1 bytes too many'],
    ['n', '00', 'malformed NoData message: it has 1 bytes too many'],
    ['C', `${'61'.repeat(29_996)} 00`, 'malformed CommandComplete message: it is longer than 29996 bytes'],
  ])('%s (%s): %s', (type, body, message) => {
    const failure = failureOf(() => decodeBackend(type.charCodeAt(0), hex(body)));
    expect(failure.message).toBe(message);
    expect(failure.code).toBe('PGVEIL_PROTOCOL');
  });
});
