import type { BackendMessage, Message as Backend } from '../../src/wire/backend.ts';
import type { Asked, FrontendMessage, Message as Frontend } from '../../src/wire/frontend.ts';
import type { StartupPacket } from '../../src/wire/startup.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Values of every message of a client; a message without an entry does not compile. */
export const frontendSamples: { readonly [T in FrontendMessage['type']]: readonly Frontend<T>[] } = {
  PasswordMessage: [
    { type: 'PasswordMessage', password: 'pw' },
    { type: 'PasswordMessage', password: '' },
  ],
  SASLInitialResponse: [
    { type: 'SASLInitialResponse', mechanism: 'SCRAM-SHA-256', data: bytes('n,,n=,r=abc') },
    { type: 'SASLInitialResponse', mechanism: 'SCRAM-SHA-256', data: bytes('') },
    { type: 'SASLInitialResponse', mechanism: 'OAUTHBEARER', data: null },
  ],
  SASLResponse: [{ type: 'SASLResponse', data: bytes('c=biws,r=abc,p=xyz') }],
  GSSResponse: [{ type: 'GSSResponse', data: bytes('\x60\x00\xff') }],
  Query: [
    { type: 'Query', query: 'select 1; select 2' },
    { type: 'Query', query: "select 'žluťoučký 😀'" },
    { type: 'Query', query: "select '\uFFFD'" },
    { type: 'Query', query: '' },
  ],
  FunctionCall: [
    {
      type: 'FunctionCall',
      function: 4_000_000_000,
      argumentFormats: [1, 0],
      arguments: [bytes('\0\x01'), null],
      resultFormat: 1,
    },
    { type: 'FunctionCall', function: 1, argumentFormats: [], arguments: [], resultFormat: 0 },
  ],
  Terminate: [{ type: 'Terminate' }],
  Parse: [
    { type: 'Parse', name: '', query: 'select $1, $2', parameterTypes: [] },
    { type: 'Parse', name: 's1', query: 'select $1', parameterTypes: [0, 4_294_967_295, 23] },
  ],
  Bind: [
    { type: 'Bind', portal: '', statement: '', parameterFormats: [], parameters: [], resultFormats: [] },
    {
      type: 'Bind',
      portal: 'p',
      statement: 's',
      parameterFormats: [0, 1, 1],
      parameters: [bytes('text'), bytes('\0\0\0\x2a'), null, bytes('')],
      resultFormats: [1, 0],
    },
  ],
  Describe: [
    { type: 'Describe', target: 'S', name: 's' },
    { type: 'Describe', target: 'P', name: '' },
  ],
  Close: [
    { type: 'Close', target: 'P', name: 'p' },
    { type: 'Close', target: 'S', name: '' },
  ],
  Execute: [
    { type: 'Execute', portal: '', maxRows: 0 },
    { type: 'Execute', portal: 'p', maxRows: -1 },
  ],
  Flush: [{ type: 'Flush' }],
  Sync: [{ type: 'Sync' }],
  CopyData: [
    { type: 'CopyData', data: bytes('1\tx\n') },
    { type: 'CopyData', data: bytes('') },
  ],
  CopyDone: [{ type: 'CopyDone' }],
  CopyFail: [{ type: 'CopyFail', message: 'enough' }],
};

/** What has to have been asked for that a password message be read as this one. */
export const askedFor: { readonly [T in FrontendMessage['type']]?: Asked } = {
  PasswordMessage: 'password',
  SASLInitialResponse: 'sasl',
  SASLResponse: 'sasl-continue',
  GSSResponse: 'gss',
};

const report = new Map([
  ['S', 'CHYBA'],
  ['V', 'ERROR'],
  ['C', '22012'],
  ['M', 'dělení nulou'],
  ['D', 'detail'],
  ['H', 'hint'],
  ['P', '8'],
  ['p', '3'],
  ['q', 'select 1/0'],
  ['W', 'where'],
  ['s', 'schema'],
  ['t', 'table'],
  ['c', 'column'],
  ['d', 'type'],
  ['n', 'constraint'],
  ['F', 'int.c'],
  ['L', '841'],
  ['R', 'int4div'],
]);

/** Values of every message of a server; a message without an entry does not compile. */
export const backendSamples: { readonly [T in BackendMessage['type']]: readonly Backend<T>[] } = {
  AuthenticationOk: [{ type: 'AuthenticationOk' }],
  AuthenticationKerberosV5: [{ type: 'AuthenticationKerberosV5' }],
  AuthenticationCleartextPassword: [{ type: 'AuthenticationCleartextPassword' }],
  AuthenticationMD5Password: [{ type: 'AuthenticationMD5Password', salt: bytes('\x01\x02\0\xff') }],
  AuthenticationGSS: [{ type: 'AuthenticationGSS' }],
  AuthenticationGSSContinue: [{ type: 'AuthenticationGSSContinue', data: bytes('\x60\0') }],
  AuthenticationSSPI: [{ type: 'AuthenticationSSPI' }],
  AuthenticationSASL: [{ type: 'AuthenticationSASL', mechanisms: ['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256'] }],
  AuthenticationSASLContinue: [{ type: 'AuthenticationSASLContinue', data: bytes('r=abc,s=c2FsdA==,i=4096') }],
  AuthenticationSASLFinal: [{ type: 'AuthenticationSASLFinal', data: bytes('v=abc') }],
  BackendKeyData: [
    { type: 'BackendKeyData', processId: 4242, secretKey: bytes('\x01\x02\x03\x04') },
    { type: 'BackendKeyData', processId: 1, secretKey: Buffer.alloc(256, 7) },
  ],
  NegotiateProtocolVersion: [
    { type: 'NegotiateProtocolVersion', major: 3, minor: 2, options: [] },
    { type: 'NegotiateProtocolVersion', major: 3, minor: 0, options: ['_pq_.a', '_pq_.b'] },
  ],
  ParameterStatus: [{ type: 'ParameterStatus', name: 'TimeZone', value: '' }],
  ReadyForQuery: [
    { type: 'ReadyForQuery', status: 'I' },
    { type: 'ReadyForQuery', status: 'T' },
    { type: 'ReadyForQuery', status: 'E' },
  ],
  NotificationResponse: [{ type: 'NotificationResponse', processId: 77, channel: 'jobs', payload: 'done' }],
  ErrorResponse: [
    { type: 'ErrorResponse', fields: report },
    { type: 'ErrorResponse', fields: new Map() },
  ],
  NoticeResponse: [{ type: 'NoticeResponse', fields: report }],
  ParseComplete: [{ type: 'ParseComplete' }],
  BindComplete: [{ type: 'BindComplete' }],
  CloseComplete: [{ type: 'CloseComplete' }],
  NoData: [{ type: 'NoData' }],
  PortalSuspended: [{ type: 'PortalSuspended' }],
  ParameterDescription: [{ type: 'ParameterDescription', parameterTypes: [25, 4_294_967_295] }],
  RowDescription: [
    {
      type: 'RowDescription',
      fields: [
        { name: 'id', table: 4_000_000_000, attnum: 1, type: 23, typlen: 4, typmod: -1, format: 1 },
        { name: 'ctid', table: 16_384, attnum: -1, type: 27, typlen: 6, typmod: -1, format: 0 },
        { name: '?column?', table: 0, attnum: 0, type: 1043, typlen: -1, typmod: 14, format: 0 },
      ],
    },
    { type: 'RowDescription', fields: [] },
  ],
  DataRow: [
    { type: 'DataRow', cells: [bytes('1'), null, bytes('')] },
    { type: 'DataRow', cells: [] },
  ],
  CommandComplete: [{ type: 'CommandComplete', tag: 'INSERT 0 1' }],
  EmptyQueryResponse: [{ type: 'EmptyQueryResponse' }],
  FunctionCallResponse: [
    { type: 'FunctionCallResponse', value: bytes('42') },
    { type: 'FunctionCallResponse', value: null },
  ],
  CopyInResponse: [{ type: 'CopyInResponse', format: 0, columnFormats: [0, 0] }],
  CopyOutResponse: [{ type: 'CopyOutResponse', format: 1, columnFormats: [1] }],
  CopyBothResponse: [{ type: 'CopyBothResponse', format: 0, columnFormats: [] }],
  CopyData: [{ type: 'CopyData', data: bytes('PGCOPY\n\xff\r\n\0') }],
  CopyDone: [{ type: 'CopyDone' }],
};

export const startupSamples: readonly StartupPacket[] = [
  { type: 'SSLRequest' },
  { type: 'GSSENCRequest' },
  { type: 'CancelRequest', processId: 4242, secretKey: bytes('\x01\x02\x03\x04') },
  { type: 'CancelRequest', processId: 1, secretKey: Buffer.alloc(256, 9) },
  {
    type: 'StartupMessage',
    major: 3,
    minor: 2,
    parameters: new Map([
      ['user', 'ada'],
      ['database', 'shöp'],
      ['options', ''],
      ['_pq_.x', '1'],
    ]),
  },
  { type: 'StartupMessage', major: 3, minor: 0, parameters: new Map() },
];

/** The samples' values, without their types. */
export const allFrontend: readonly FrontendMessage[] = Object.values(frontendSamples).flat();
export const allBackend: readonly BackendMessage[] = Object.values(backendSamples).flat();
