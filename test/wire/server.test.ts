import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createScramClient } from '../../src/auth/scram-client.ts';
import { backendMessages, decodeBackend, encodeBackend, type BackendMessage } from '../../src/wire/backend.ts';
import { createFrameScanner } from '../../src/wire/frame.ts';
import { encodeFrontend, type FrontendMessage } from '../../src/wire/frontend.ts';
import { encodeStartup } from '../../src/wire/startup.ts';

/** A conversation with a real server, through this codec alone. */
interface Talk {
  readonly socket: Socket;
  /** Everything that the server said, in order. */
  readonly heard: BackendMessage[];
  say(...messages: readonly FrontendMessage[]): void;
  /** Waits for a message of that type behind all that was waited for before. */
  until<T extends BackendMessage['type']>(type: T): Promise<Extract<BackendMessage, { type: T }>>;
}

const talkTo = (socket: Socket): Talk => {
  const heard: BackendMessage[] = [];
  let seen = 0;
  let failure: Error | undefined;
  const scanner = createFrameScanner({
    table: backendMessages,
    consumer: {
      begin: () => 'collect',
      pass: () => undefined,
      frame: (source, start, end) => {
        const message = decodeBackend(source.readUInt8(start), source.subarray(start + 5, end));
        // What a real server says is what would be said again.
        expect(encodeBackend(message)).toEqual(source.subarray(start, end));
        heard.push(message);
        return true;
      },
    },
  });
  socket.on('data', (chunk) => {
    try {
      scanner.push(chunk);
    } catch (error) {
      failure = error as Error;
    }
    socket.emit('heard');
  });
  return {
    socket,
    heard,
    say: (...messages) => void socket.write(Buffer.concat(messages.map((message) => encodeFrontend(message)))),
    until: async (type) => {
      for (;;) {
        const at = heard.findIndex((message, index) => index >= seen && message.type === type);
        const message = heard[at];
        if (failure !== undefined) throw failure;
        if (message?.type === type) {
          seen = at + 1;
          return message as never;
        }
        await once(socket, 'heard');
      }
    },
  };
};

const logIn = async (port: number): Promise<Talk> => {
  const socket = connect({ host: '127.0.0.1', port });
  await once(socket, 'connect');
  const talk = talkTo(socket);
  const parameters = new Map([
    ['user', 'postgres'],
    ['database', 'postgres'],
    ['client_encoding', 'UTF8'],
    ['_pq_.pgveil_test', '1'],
  ]);
  socket.write(encodeStartup({ type: 'StartupMessage', major: 3, minor: 2, parameters }));
  const scram = createScramClient({ password: 'pw', nonce: 'abcdefghijklmnopqrstuvwx', binding: { kind: 'n' } });
  expect((await talk.until('AuthenticationSASL')).mechanisms).toEqual(['SCRAM-SHA-256']);
  talk.say({ type: 'SASLInitialResponse', mechanism: scram.mechanism, data: Buffer.from(scram.first) });
  const step = await scram.next((await talk.until('AuthenticationSASLContinue')).data.toString());
  talk.say({ type: 'SASLResponse', data: Buffer.from(step.kind === 'send' ? step.message : '') });
  expect(scram.finish((await talk.until('AuthenticationSASLFinal')).data.toString()).kind).toBe('done');
  await talk.until('ReadyForQuery');
  return talk;
};

const majors = [15, 18].filter((major) => inject('postgres')[major] !== undefined);

describe.skipIf(majors.length === 0).for(majors)('PostgreSQL %i', (major) => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await logIn(inject('postgres')[major] ?? 0);
  });
  afterAll(async () => {
    talk.say({ type: 'Terminate' });
    await once(talk.socket, 'close');
  });
  /** The types of what is said up to ReadyForQuery. */
  const answers = async (...messages: readonly FrontendMessage[]): Promise<string[]> => {
    const from = talk.heard.length;
    talk.say(...messages);
    await talk.until('ReadyForQuery');
    return talk.heard.slice(from).map((message) => message.type);
  };

  it('negotiates version and options', () => {
    const negotiated = talk.heard.find((message) => message.type === 'NegotiateProtocolVersion');
    expect(negotiated).toStrictEqual({
      type: 'NegotiateProtocolVersion',
      major: 3,
      minor: major === 15 ? 0 : 2,
      options: ['_pq_.pgveil_test'],
    });
    const key = talk.heard.find((message) => message.type === 'BackendKeyData');
    expect(key?.secretKey.length).toBe(major === 15 ? 4 : 32);
  });

  it('answers a simple Query of several statements, with notices, errors and rows', async () => {
    const query =
      "do $$ begin raise notice 'n' using hint = 'h'; end $$; select 1 as a, null::text as b; set application_name = 'x'";
    expect(await answers({ type: 'Query', query })).toEqual([
      'NoticeResponse',
      'CommandComplete',
      'RowDescription',
      'DataRow',
      'CommandComplete',
      'CommandComplete',
      'ParameterStatus',
      'ReadyForQuery',
    ]);
    expect(await answers({ type: 'Query', query: '' })).toEqual(['EmptyQueryResponse', 'ReadyForQuery']);
    expect(await answers({ type: 'Query', query: 'select 1/0' })).toEqual(['ErrorResponse', 'ReadyForQuery']);
    const error = talk.heard.findLast((message) => message.type === 'ErrorResponse');
    expect([error?.fields.get('C'), error?.fields.get('V')]).toEqual(['22012', 'ERROR']);
  });

  it('answers the extended protocol, with a portal that is suspended', async () => {
    const types = await answers(
      { type: 'Parse', name: 's', query: 'select generate_series(1, $1::int4)', parameterTypes: [0] },
      { type: 'Describe', target: 'S', name: 's' },
      {
        type: 'Bind',
        portal: 'p',
        statement: 's',
        parameterFormats: [1],
        parameters: [Buffer.from([0, 0, 0, 3])],
        resultFormats: [1],
      },
      { type: 'Describe', target: 'P', name: 'p' },
      { type: 'Execute', portal: 'p', maxRows: 2 },
      { type: 'Execute', portal: 'p', maxRows: 0 },
      { type: 'Close', target: 'P', name: 'p' },
      { type: 'Parse', name: '', query: 'begin', parameterTypes: [] },
      { type: 'Describe', target: 'S', name: '' },
      { type: 'Sync' },
    );
    const start = ['ParseComplete', 'ParameterDescription', 'RowDescription', 'BindComplete', 'RowDescription'];
    const rows = ['DataRow', 'DataRow', 'PortalSuspended', 'DataRow', 'CommandComplete', 'CloseComplete'];
    expect(types).toEqual([...start, ...rows, 'ParseComplete', 'ParameterDescription', 'NoData', 'ReadyForQuery']);
    const row = talk.heard.findLast((message) => message.type === 'DataRow');
    expect(row?.cells).toEqual([Buffer.from([0, 0, 0, 3])]);
  });

  it('copies out and in', async () => {
    const copied = ['CopyOutResponse', 'CopyData', 'CopyData', 'CopyDone', 'CommandComplete', 'ReadyForQuery'];
    expect(await answers({ type: 'Query', query: 'copy (values (1), (2)) to stdout' })).toEqual(copied);
    talk.say({ type: 'Query', query: 'create temp table t (a int); copy t from stdin (format binary)' });
    expect(await talk.until('CopyInResponse')).toStrictEqual({ type: 'CopyInResponse', format: 1, columnFormats: [1] });
    expect(await answers({ type: 'CopyFail', message: 'enough' })).toEqual(['ErrorResponse', 'ReadyForQuery']);
    talk.say({ type: 'Query', query: 'create temp table t (a int)' });
    await talk.until('ReadyForQuery');
    talk.say({ type: 'Query', query: 'copy t from stdin' });
    await talk.until('CopyInResponse');
    const data = { type: 'CopyData', data: Buffer.from('7\n8\n') } as const;
    expect(await answers(data, { type: 'CopyDone' })).toEqual(['CommandComplete', 'ReadyForQuery']);
    expect(talk.heard.findLast((message) => message.type === 'CommandComplete')?.tag).toBe('COPY 2');
  });

  it('calls functions and notifies', async () => {
    // int4pl
    const types = await answers({
      type: 'FunctionCall',
      function: 177,
      argumentFormats: [0],
      arguments: [Buffer.from('40'), Buffer.from('2')],
      resultFormat: 0,
    });
    expect(types).toEqual(['FunctionCallResponse', 'ReadyForQuery']);
    expect(talk.heard.findLast((message) => message.type === 'FunctionCallResponse')?.value).toEqual(Buffer.from('42'));
    const notified = await answers({ type: 'Query', query: "listen jobs; notify jobs, 'done'" });
    expect(notified).toEqual(['CommandComplete', 'CommandComplete', 'NotificationResponse', 'ReadyForQuery']);
  });
});
