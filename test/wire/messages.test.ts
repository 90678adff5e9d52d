import { describe, expect, it } from 'vitest';
import { backendMessages, decodeBackend, encodeBackend, type BackendMessage } from '../../src/wire/backend.ts';
import { decodeFrontend, encodeFrontend, frontendMessages, type FrontendMessage } from '../../src/wire/frontend.ts';
import { PgveilError } from '../../src/errors.ts';
import { allBackend, allFrontend, askedFor, backendSamples, frontendSamples } from './samples.ts';

const typeOf = (frame: Buffer): number => frame.readUInt8(0);
const bodyOf = (frame: Buffer): Buffer => {
  expect(frame.readInt32BE(1)).toBe(frame.length - 1);
  return frame.subarray(5);
};

describe('every message', () => {
  it('has a sample', () => {
    expect(Object.keys(frontendSamples).sort()).toEqual([...frontendMessages.names].sort());
    expect(Object.keys(backendSamples).sort()).toEqual([...backendMessages.names].sort());
    expect([...frontendMessages.names, ...backendMessages.names]).toHaveLength(17 + 33);
  });

  it.each(allFrontend.map((message) => [message.type, message] as const))('of a client comes back: %s', (type, message) => {
    const frame = encodeFrontend(message);
    expect(decodeFrontend(typeOf(frame), bodyOf(frame), askedFor[type])).toStrictEqual(message);
  });

  it.each(allBackend.map((message) => [message.type, message] as const))('of a server comes back: %s', (_, message) => {
    const frame = encodeBackend(message);
    const decoded = decodeBackend(typeOf(frame), bodyOf(frame));
    expect(decoded).toStrictEqual(message);
    expect(encodeBackend(decoded)).toEqual(frame);
  });
});

/** Written by hand from the documentation's Message Formats. */
describe('on the wire', () => {
  const frontend: readonly (readonly [FrontendMessage, string])[] = [
    [{ type: 'Query', query: 'x' }, '51 00000006 7800'],
    [{ type: 'Parse', name: 'a', query: 'q', parameterTypes: [23] }, '50 0000000e 6100 7100 0001 00000017'],
    [
      {
        type: 'Bind',
        portal: 'p',
        statement: 's',
        parameterFormats: [1],
        parameters: [Buffer.from('!'), null],
        resultFormats: [0],
      },
      '42 0000001b 7000 7300 0001 0001 0002 00000001 21 ffffffff 0001 0000',
    ],
    [{ type: 'Describe', target: 'P', name: 'p' }, '44 00000007 50 7000'],
    [{ type: 'Close', target: 'S', name: '' }, '43 00000006 53 00'],
    [{ type: 'Execute', portal: '', maxRows: 258 }, '45 00000009 00 00000102'],
    [{ type: 'Sync' }, '53 00000004'],
    [{ type: 'Flush' }, '48 00000004'],
    [{ type: 'Terminate' }, '58 00000004'],
    [{ type: 'CopyFail', message: 'no' }, '66 00000007 6e6f00'],
    [{ type: 'PasswordMessage', password: 'pw' }, '70 00000007 707700'],
    [{ type: 'SASLInitialResponse', mechanism: 'M', data: Buffer.from('d') }, '70 0000000b 4d00 00000001 64'],
    [{ type: 'SASLResponse', data: Buffer.from('d') }, '70 00000005 64'],
    [
      { type: 'FunctionCall', function: 1, argumentFormats: [1], arguments: [null], resultFormat: 1 },
      '46 00000014 00000001 0001 0001 0001 ffffffff 0001',
    ],
  ];
  const backend: readonly (readonly [BackendMessage, string])[] = [
    [{ type: 'AuthenticationOk' }, '52 00000008 00000000'],
    [{ type: 'AuthenticationKerberosV5' }, '52 00000008 00000002'],
    [{ type: 'AuthenticationCleartextPassword' }, '52 00000008 00000003'],
    [{ type: 'AuthenticationMD5Password', salt: Buffer.from('abcd') }, '52 0000000c 00000005 61626364'],
    [{ type: 'AuthenticationGSS' }, '52 00000008 00000007'],
    [{ type: 'AuthenticationGSSContinue', data: Buffer.from('g') }, '52 00000009 00000008 67'],
    [{ type: 'AuthenticationSSPI' }, '52 00000008 00000009'],
    [{ type: 'AuthenticationSASL', mechanisms: ['M'] }, '52 0000000b 0000000a 4d00 00'],
    [{ type: 'AuthenticationSASLContinue', data: Buffer.from('s') }, '52 00000009 0000000b 73'],
    [{ type: 'AuthenticationSASLFinal', data: Buffer.from('v') }, '52 00000009 0000000c 76'],
    [{ type: 'BackendKeyData', processId: 1, secretKey: Buffer.from('keys') }, '4b 0000000c 00000001 6b657973'],
    [{ type: 'NegotiateProtocolVersion', major: 3, minor: 2, options: ['o'] }, '76 0000000e 00030002 00000001 6f00'],
    [{ type: 'ParameterStatus', name: 'n', value: 'v' }, '53 00000008 6e00 7600'],
    [{ type: 'ReadyForQuery', status: 'T' }, '5a 00000005 54'],
    [{ type: 'ErrorResponse', fields: new Map([['C', '42501']]) }, '45 0000000c 43 343235303100 00'],
    [{ type: 'NoticeResponse', fields: new Map() }, '4e 00000005 00'],
    [{ type: 'NotificationResponse', processId: 2, channel: 'c', payload: '' }, '41 0000000b 00000002 6300 00'],
    [
      { type: 'RowDescription', fields: [{ name: 'a', table: 1, attnum: 2, type: 25, typlen: -1, typmod: -1, format: 1 }] },
      '54 0000001a 0001 6100 00000001 0002 00000019 ffff ffffffff 0001',
    ],
    [{ type: 'DataRow', cells: [Buffer.from('A'), null] }, '44 0000000f 0002 00000001 41 ffffffff'],
    [{ type: 'CommandComplete', tag: 'BEGIN' }, '43 0000000a 424547494e00'],
    [{ type: 'ParameterDescription', parameterTypes: [23] }, '74 0000000a 0001 00000017'],
    [{ type: 'CopyOutResponse', format: 1, columnFormats: [1] }, '48 00000009 01 0001 0001'],
    [{ type: 'CopyInResponse', format: 0, columnFormats: [] }, '47 00000007 00 0000'],
    [{ type: 'CopyBothResponse', format: 0, columnFormats: [] }, '57 00000007 00 0000'],
    [{ type: 'CopyData', data: Buffer.from('d') }, '64 00000005 64'],
    [{ type: 'CopyDone' }, '63 00000004'],
    [{ type: 'EmptyQueryResponse' }, '49 00000004'],
    [{ type: 'ParseComplete' }, '31 00000004'],
    [{ type: 'BindComplete' }, '32 00000004'],
    [{ type: 'CloseComplete' }, '33 00000004'],
    [{ type: 'NoData' }, '6e 00000004'],
    [{ type: 'PortalSuspended' }, '73 00000004'],
    [{ type: 'FunctionCallResponse', value: null }, '56 00000008 ffffffff'],
  ];
  const hex = (text: string): string => text.replaceAll(' ', '');

  it.each(frontend)('a client says %j', (message, expected) => {
    expect(encodeFrontend(message).toString('hex')).toBe(hex(expected));
  });
  it.each(backend)('a server says %j', (message, expected) => {
    expect(encodeBackend(message).toString('hex')).toBe(hex(expected));
    const frame = Buffer.from(hex(expected), 'hex');
    expect(decodeBackend(typeOf(frame), frame.subarray(5))).toStrictEqual(message);
  });
});

describe('what a decoded message keeps', () => {
  it('is a copy of keys and of what belongs to a log-in, a view of values', () => {
    const key = bodyOf(encodeBackend({ type: 'BackendKeyData', processId: 1, secretKey: Buffer.from('keys') }));
    const keyData = decodeBackend(0x4b, key);
    const row = bodyOf(encodeBackend({ type: 'DataRow', cells: [Buffer.from('cell')] }));
    const dataRow = decodeBackend(0x44, row);
    key.fill(0);
    row.fill(0);
    expect(keyData).toStrictEqual({ type: 'BackendKeyData', processId: 1, secretKey: Buffer.from('keys') });
    expect(dataRow).toStrictEqual({ type: 'DataRow', cells: [Buffer.alloc(4)] });
  });

  it("is a server's text in whatever encoding, with replacement characters", () => {
    expect(decodeBackend(0x45, Buffer.from('M\xe9\0\0', 'latin1'))).toStrictEqual({
      type: 'ErrorResponse',
      fields: new Map([['M', '\uFFFD']]),
    });
  });
});

describe('a value without a form on the wire is refused', () => {
  const field = { name: 'a', table: 1, attnum: 2, type: 25, typlen: -1, typmod: -1, format: 0 as const };
  it.each<readonly [string, () => Buffer, string]>([
    [
      'a NUL in a text',
      () => encodeFrontend({ type: 'Query', query: 'a\0b' }),
      'Query cannot be encoded: a text has a NUL in it',
    ],
    [
      'too many parameters',
      () => encodeFrontend({ type: 'Parse', name: '', query: '', parameterTypes: Array.from({ length: 65_536 }, () => 0) }),
      'Parse cannot be encoded: a number is outside 0 to 65535',
    ],
    [
      'a number that is none',
      () => encodeFrontend({ type: 'Execute', portal: '', maxRows: Number.NaN }),
      'Execute cannot be encoded: a number is outside -2147483648 to 2147483647',
    ],
    [
      'an attribute number out of range',
      () => encodeBackend({ type: 'RowDescription', fields: [{ ...field, attnum: 40_000 }] }),
      'RowDescription cannot be encoded: a number is outside -32768 to 32767',
    ],
    [
      'an oid out of range',
      () => encodeBackend({ type: 'ParameterDescription', parameterTypes: [-1] }),
      'ParameterDescription cannot be encoded: a number is outside 0 to 4294967295',
    ],
    [
      'a short salt',
      () => encodeBackend({ type: 'AuthenticationMD5Password', salt: Buffer.alloc(3) }),
      'AuthenticationMD5Password cannot be encoded: its salt has not four bytes',
    ],
    [
      'a long key',
      () => encodeBackend({ type: 'BackendKeyData', processId: 1, secretKey: Buffer.alloc(257) }),
      'BackendKeyData cannot be encoded: its key has not 4 to 256 bytes',
    ],
    [
      'a mechanism without a name',
      () => encodeBackend({ type: 'AuthenticationSASL', mechanisms: [''] }),
      'AuthenticationSASL cannot be encoded: a mechanism has no name',
    ],
    [
      'the code of a field that is none',
      () => encodeBackend({ type: 'ErrorResponse', fields: new Map([['', 'x']]) }),
      'ErrorResponse cannot be encoded: the code of a field is not one character',
    ],
    [
      'a message beyond its limit',
      () => encodeFrontend({ type: 'Describe', target: 'S', name: 'x'.repeat(10_000) }),
      'Describe cannot be encoded: it is longer than 9996 bytes',
    ],
  ])('%s', (_, encode, message) => {
    expect(encode).toThrow(new PgveilError('PGVEIL_INTERNAL', message));
  });
});
