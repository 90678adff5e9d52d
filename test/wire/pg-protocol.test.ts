import { serialize } from 'pg-protocol';
import { Parser } from 'pg-protocol/dist/parser.js';
import { describe, expect, it } from 'vitest';
import { encodeBackend, type BackendMessage } from '../../src/wire/backend.ts';
import { encodeFrontend, type FrontendMessage } from '../../src/wire/frontend.ts';
import { encodeStartup } from '../../src/wire/startup.ts';

/** An independent codec: it writes what clients say and reads what servers say. */
describe('pg-protocol writes the same bytes', () => {
  const bytes = Buffer.from([0, 1, 255]);
  it.each<readonly [FrontendMessage, Buffer]>([
    [{ type: 'PasswordMessage', password: 'pásswd' }, serialize.password('pásswd')],
    [
      { type: 'SASLInitialResponse', mechanism: 'SCRAM-SHA-256', data: Buffer.from('n,,n=*,r=x') },
      serialize.sendSASLInitialResponseMessage('SCRAM-SHA-256', 'n,,n=*,r=x'),
    ],
    [{ type: 'SASLResponse', data: Buffer.from('c=biws') }, serialize.sendSCRAMClientFinalMessage('c=biws')],
    [{ type: 'Query', query: "select 'žluť😀'" }, serialize.query("select 'žluť😀'")],
    [
      { type: 'Parse', name: 'n', query: 'select $1', parameterTypes: [23, 0] },
      serialize.parse({ name: 'n', text: 'select $1', types: [23, 0] }),
    ],
    [{ type: 'Parse', name: '', query: '', parameterTypes: [] }, serialize.parse({ text: '' })],
    [
      {
        type: 'Bind',
        portal: 'p',
        statement: 's',
        parameterFormats: [0, 1, 0],
        parameters: [Buffer.from('žlu'), bytes, null],
        resultFormats: [1],
      },
      serialize.bind({ portal: 'p', statement: 's', values: ['žlu', bytes, null], binary: true }),
    ],
    [{ type: 'Describe', target: 'S', name: 'n' }, serialize.describe({ type: 'S', name: 'n' })],
    [{ type: 'Describe', target: 'P', name: '' }, serialize.describe({ type: 'P' })],
    [{ type: 'Close', target: 'P', name: 'n' }, serialize.close({ type: 'P', name: 'n' })],
    [{ type: 'Execute', portal: '', maxRows: 0 }, serialize.execute()],
    [{ type: 'Execute', portal: 'p', maxRows: 100 }, serialize.execute({ portal: 'p', rows: 100 })],
    [{ type: 'Flush' }, serialize.flush()],
    [{ type: 'Sync' }, serialize.sync()],
    [{ type: 'Terminate' }, serialize.end()],
    [{ type: 'CopyData', data: bytes }, serialize.copyData(bytes)],
    [{ type: 'CopyDone' }, serialize.copyDone()],
    [{ type: 'CopyFail', message: 'no' }, serialize.copyFail('no')],
  ])('for %j', (message, expected) => {
    expect(encodeFrontend(message)).toEqual(Buffer.from(expected));
  });

  it('for the first packets', () => {
    expect(encodeStartup({ type: 'SSLRequest' })).toEqual(serialize.requestSsl());
    expect(encodeStartup({ type: 'CancelRequest', processId: 7, secretKey: Buffer.from([0, 0, 1, 2]) })).toEqual(
      serialize.cancel(7, 258),
    );
    const parameters = new Map([
      ['user', 'ada'],
      ['client_encoding', 'UTF8'],
    ]);
    expect(encodeStartup({ type: 'StartupMessage', major: 3, minor: 0, parameters })).toEqual(serialize.startup({ user: 'ada' }));
  });
});

describe('pg-protocol reads the same values', () => {
  const report = new Map([
    ['S', 'ERROR'],
    ['C', '22012'],
    ['M', 'dělení nulou'],
    ['D', 'd'],
    ['H', 'h'],
    ['P', '8'],
    ['p', '9'],
    ['q', 'q'],
    ['W', 'w'],
    ['s', 'sc'],
    ['t', 'ta'],
    ['c', 'co'],
    ['d', 'ty'],
    ['n', 'cn'],
    ['F', 'f'],
    ['L', '1'],
    ['R', 'r'],
  ]);
  const read = {
    severity: 'ERROR',
    code: '22012',
    message: 'dělení nulou',
    detail: 'd',
    hint: 'h',
    position: '8',
    internalPosition: '9',
    internalQuery: 'q',
    where: 'w',
    schema: 'sc',
    table: 'ta',
    column: 'co',
    dataType: 'ty',
    constraint: 'cn',
    file: 'f',
    line: '1',
    routine: 'r',
  };
  const field = { name: 'á', table: 4_000_000_000, attnum: -1, type: 25, typlen: -1, typmod: 14, format: 1 as const };

  it.each<readonly [BackendMessage, object]>([
    [{ type: 'AuthenticationOk' }, { name: 'authenticationOk' }],
    [{ type: 'AuthenticationCleartextPassword' }, { name: 'authenticationCleartextPassword' }],
    [
      { type: 'AuthenticationMD5Password', salt: Buffer.from('abcd') },
      { name: 'authenticationMD5Password', salt: Buffer.from('abcd') },
    ],
    [
      { type: 'AuthenticationSASL', mechanisms: ['A', 'B'] },
      { name: 'authenticationSASL', mechanisms: ['A', 'B'] },
    ],
    [
      { type: 'AuthenticationSASLContinue', data: Buffer.from('r=1') },
      { name: 'authenticationSASLContinue', data: 'r=1' },
    ],
    [
      { type: 'AuthenticationSASLFinal', data: Buffer.from('v=1') },
      { name: 'authenticationSASLFinal', data: 'v=1' },
    ],
    [
      { type: 'BackendKeyData', processId: 9, secretKey: Buffer.from([0, 0, 1, 2]) },
      { name: 'backendKeyData', processID: 9, secretKey: 258 },
    ],
    [
      { type: 'ParameterStatus', name: 'n', value: 'v' },
      { name: 'parameterStatus', parameterName: 'n', parameterValue: 'v' },
    ],
    [
      { type: 'ReadyForQuery', status: 'E' },
      { name: 'readyForQuery', status: 'E' },
    ],
    [
      { type: 'NotificationResponse', processId: 3, channel: 'c', payload: 'p' },
      { name: 'notification', processId: 3, channel: 'c', payload: 'p' },
    ],
    [
      { type: 'ErrorResponse', fields: report },
      { name: 'error', ...read },
    ],
    [
      { type: 'NoticeResponse', fields: report },
      { name: 'notice', ...read },
    ],
    [{ type: 'ParseComplete' }, { name: 'parseComplete' }],
    [{ type: 'BindComplete' }, { name: 'bindComplete' }],
    [{ type: 'CloseComplete' }, { name: 'closeComplete' }],
    [{ type: 'NoData' }, { name: 'noData' }],
    [{ type: 'PortalSuspended' }, { name: 'portalSuspended' }],
    [{ type: 'EmptyQueryResponse' }, { name: 'emptyQuery' }],
    [{ type: 'CopyDone' }, { name: 'copyDone' }],
    [
      { type: 'CopyData', data: Buffer.from('x') },
      { name: 'copyData', chunk: Buffer.from('x') },
    ],
    [
      { type: 'ParameterDescription', parameterTypes: [23, 4_000_000_000] },
      { name: 'parameterDescription', parameterCount: 2, dataTypeIDs: [23, 4_000_000_000] },
    ],
    [
      { type: 'RowDescription', fields: [field] },
      {
        name: 'rowDescription',
        fieldCount: 1,
        fields: [
          {
            name: 'á',
            tableID: 4_000_000_000,
            columnID: -1,
            dataTypeID: 25,
            dataTypeSize: -1,
            dataTypeModifier: 14,
            format: 'binary',
          },
        ],
      },
    ],
    [
      { type: 'DataRow', cells: [Buffer.from('á'), null, Buffer.alloc(0)] },
      { name: 'dataRow', fieldCount: 3, fields: ['á', null, ''] },
    ],
    [
      { type: 'CommandComplete', tag: 'SELECT 2' },
      { name: 'commandComplete', text: 'SELECT 2' },
    ],
    [
      { type: 'CopyInResponse', format: 1, columnFormats: [1, 1] },
      { name: 'copyInResponse', binary: true, columnTypes: [1, 1] },
    ],
    [
      { type: 'CopyOutResponse', format: 0, columnFormats: [0] },
      { name: 'copyOutResponse', binary: false, columnTypes: [0] },
    ],
  ])('of %j', (message, expected) => {
    const messages: unknown[] = [];
    const frame = encodeBackend(message);
    new Parser().parse(frame, (parsed) => messages.push(parsed));
    expect(messages).toEqual([expect.objectContaining({ ...expected, length: frame.length - 1 })]);
  });
});
