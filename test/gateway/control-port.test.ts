import fc from 'fast-check';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text as readAll } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PgveilError } from '../../src/errors.ts';
import { openControlPort, type ControlPort, type ControlState } from '../../src/gateway/control-port.ts';
import { isPrivate } from '../../src/gateway/private-network.ts';

const token = 'canary-token-of-the-port';
let port: ControlPort;
let state: ControlState;
let configure: (text: string) => Promise<object>;
const log: string[] = [];
const calls: string[] = [];

beforeEach(async () => {
  state = 'locked';
  configure = async () => ({});
  log.length = 0;
  calls.length = 0;
  port = await openControlPort({
    listen: { host: '127.0.0.1', port: 0 },
    token,
    controlled: {
      state: () => state,
      configure: async (text) => {
        calls.push('configure');
        return configure(text);
      },
      sendAudit: async (output) => void output.end('audit'),
      finish: async () => void calls.push('finish'),
      stop: () => void calls.push('stop'),
    },
    log: { info: (line) => log.push(line), error: (line) => log.push(line) },
  });
});
afterEach(async () => port.close());

const ask = async (
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<{ status: number | undefined; body: string }> => {
  const asked = request({ host: port.host, port: port.port, method, path, headers });
  asked.on('error', () => undefined);
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, body: await readAll(answer) };
};
const bearer = { authorization: `Bearer ${token}` };

test('whoever has not exactly the token does nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme-ascii', maxLength: 40 }).filter((text) => text.trim() !== `Bearer ${token}`),
      async (authorization) => {
        expect((await ask('POST', '/stop', { authorization })).status).toBe(401);
      },
    ),
    { numRuns: 50 },
  );
  for (const authorization of [token, `bearer ${token}`, `Bearer ${token} `.trimEnd() + 'x', `Bearer ${token.toUpperCase()}`]) {
    expect((await ask('PUT', '/config', { authorization }, '{}')).status).toBe(401);
  }
  expect(calls).toEqual([]);
});

test('only the state is for everybody, and only where it is asked for', async () => {
  expect(await ask('GET', '/healthz')).toEqual({ status: 200, body: '{"state":"locked"}\n' });
  expect((await ask('GET', '/readyz')).status).toBe(503);
  state = 'ready';
  expect((await ask('GET', '/readyz')).status).toBe(200);
  for (const path of ['/healthz?x', '/constructor', '/../healthz', '/']) expect((await ask('GET', path)).status).toBe(401);
  expect((await ask('POST', '/healthz', bearer)).status).toBe(404);
});

test.each<ControlState>(['starting', 'ready', 'draining', 'finished'])('when %s it takes no configuration', async (now) => {
  state = now;
  expect((await ask('PUT', '/config', bearer, '{}')).status).toBe(409);
  expect(calls).toEqual([]);
});

test('a large configuration is not read to its end', async () => {
  expect((await ask('PUT', '/config', bearer, 'x'.repeat(1 << 20))).status).toBe(200);
  expect((await ask('PUT', '/config', bearer, 'x'.repeat((1 << 20) + 1))).status).toBe(413);
  expect(calls).toEqual(['configure']);
});

test('an error of ours is told with its remedy, a defect without a word of it', async () => {
  configure = async () => Promise.reject(new PgveilError('PGVEIL_CONFIG', 'line 3 is wrong', { remedy: 'Mend it.' }));
  expect(await ask('PUT', '/config', bearer, '{}')).toEqual({
    status: 422,
    body: '{"code":"PGVEIL_CONFIG","message":"line 3 is wrong","remedy":"Mend it."}\n',
  });
  configure = async () => Promise.reject(new TypeError('canary of a stack'));
  const { status, body } = await ask('PUT', '/config', bearer, '{}');
  expect([status, body.includes('canary')]).toEqual([500, false]);
  expect(log.join('\n')).toContain('canary of a stack');
});

test('without a token of its own it is controlled by nobody', async () => {
  await port.close();
  port = await openControlPort({
    listen: { host: '127.0.0.1', port: 0 },
    token: undefined,
    controlled: {
      state: () => 'ready',
      configure,
      sendAudit: async () => undefined,
      finish: async () => undefined,
      stop: () => void calls.push('stop'),
    },
    log: { info: () => undefined, error: () => undefined },
  });
  expect((await ask('GET', '/healthz')).status).toBe(200);
  for (const authorization of ['', 'Bearer', 'Bearer ', 'Bearer undefined'])
    expect((await ask('POST', '/stop', { authorization })).status).toBe(401);
  expect(calls).toEqual([]);
});

test.each([
  ['127.0.0.1', true],
  ['::ffff:127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.16.0.1', true],
  ['172.32.0.1', false],
  ['192.168.9.9', true],
  ['100.64.0.1', true],
  ['169.254.169.254', true],
  ['8.8.8.8', false],
  ['::ffff:8.8.8.8', false],
  ['::1', true],
  ['fd00::1', true],
  ['fe80::1%eth0', true],
  ['2001:db8::1', false],
  ['', false],
  ['localhost', false],
])('%s is private: %s', (address, expected) => {
  expect(isPrivate(address)).toBe(expected);
});
