import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeVerifier } from '../../src/auth/local.ts';
import { openStage, type Stage } from '../action/stage.ts';
import { githubClaims } from '../support/fake-github.ts';
import { runImage, untilHealth, type RunningImage } from './image.ts';

const port = inject('postgres')[18];
const token = 'canary-control-token-of-the-image';

const connect = async (
  url: string,
): Promise<{ readonly code: string; readonly message: string; readonly hint: string | undefined } | 'in'> => {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return 'in';
  } catch (error) {
    const { code = '', message, hint } = error as pg.DatabaseError;
    return { code, message, hint };
  }
};

describe('the image', { skip: port === undefined || process.platform !== 'linux' }, () => {
  let stage: Stage;
  let image: RunningImage;
  let mounted: string;
  const policyFile = (): string => join(mounted, 'pgveil.yml');
  beforeAll(async () => {
    stage = await openStage(port ?? 0, 'image');
    mounted = mkdtempSync(join(tmpdir(), 'pgveil-mounted-'));
    chmodSync(mounted, 0o755);
  });
  afterAll(async () => {
    rmSync(mounted, { recursive: true });
    await stage.stop();
  });
  afterEach(async () => image.stop());

  const control = async (
    method: string,
    path: string,
    body?: object | string,
    bearer: string | undefined = token,
  ): Promise<{ status: number; body: unknown; text: string }> => {
    const response = await fetch(`http://127.0.0.1:${String(image.control)}${path}`, {
      method,
      headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: path === '/audit' ? undefined : (JSON.parse(text) as unknown), text };
  };
  const config = async (): Promise<object> => ({
    policy: stage.policy,
    secrets: { PGVEIL_DATABASE_URL: stage.databaseUrl },
    token: await stage.github.oidc.sign({ ...githubClaims, aud: 'pgveil' }),
  });
  const anybody = (): string => `postgres://somebody:x@127.0.0.1:${String(image.port)}/image`;

  test('locked it is healthy and lets nobody in; configured once, it serves; finished, its audit is whole', async () => {
    image = await runImage({ PGVEIL_CONTROL_TOKEN: token });
    await untilHealth(image, 'locked');
    expect(await image.health()).toEqual({ code: 0, output: 'locked' });
    expect((await control('GET', '/readyz')).status).toBe(503);
    expect(await connect(anybody())).toEqual({
      code: '57P03',
      message: 'pgveil is locked: no policy and no credential have been given to it yet',
      hint: expect.stringContaining('mode: connect') as string,
    });

    const configured = await control('PUT', '/config', await config());
    expect(configured.status).toBe(200);
    const { session, auditKey } = configured.body as {
      auditKey: string;
      session: { user: string; password: string; database: string; databases: string[] };
    };
    expect([session.database, session.databases]).toEqual(['image', ['image']]);
    expect((await control('GET', '/readyz')).status).toBe(200);
    const client = new pg.Client({
      connectionString: `postgres://${session.user}:${session.password}@127.0.0.1:${String(image.port)}/image`,
    });
    await client.connect();
    const { rows } = await client.query<{ national_id: string }>('SELECT national_id FROM people');
    expect(rows).toEqual([{ national_id: '***' }]);

    expect(await control('PUT', '/config', await config())).toMatchObject({ status: 409 });
    const ended = new Promise((resolve) => client.on('error', resolve));
    expect((await control('POST', '/finish')).body).toEqual({ state: 'finished' });
    expect(await ended).toMatchObject({ code: '57P01' });
    expect((await control('POST', '/finish')).status).toBe(200);
    expect(await connect(anybody())).toMatchObject({ code: '57P01' });
    const audit = (await control('GET', '/audit')).text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: { type: string; publicKey?: string } }).event);
    expect(audit.at(-1)).toMatchObject({ type: 'head', publicKey: auditKey });
    expect(await image.health()).toEqual({ code: 0, output: 'finished' });
    expect(image.output()).not.toContain(token);
  });

  test('what it takes to configure it, and what it says where that is not there', async () => {
    image = await runImage({ PGVEIL_CONTROL_TOKEN: token });
    await untilHealth(image, 'locked');
    for (const [method, path] of [
      ['PUT', '/config'],
      ['GET', '/audit'],
      ['POST', '/finish'],
      ['POST', '/stop'],
      ['GET', '/nothing'],
    ] as const) {
      for (const bearer of ['', 'wrong', `${token}x`]) {
        expect([(await control(method, path, method === 'PUT' ? {} : undefined, bearer)).status, path]).toEqual([401, path]);
      }
    }
    expect((await control('GET', '/nothing')).status).toBe(404);
    expect((await control('PUT', '/config', 'no json')).status).toBe(400);
    expect((await control('PUT', '/config', { policy: 'version: 1', canary: 'canary-member' })).text).not.toContain(
      'canary-member',
    );
    expect((await control('PUT', '/config', 'x'.repeat((1 << 20) + 1))).status).toBe(413);
    expect(await control('PUT', '/config', { policy: 'version: 2\n' })).toMatchObject({
      status: 422,
      body: { code: 'PGVEIL_CONFIG' },
    });
    // A credential that does not work leaves it locked, and a second try is a first one.
    const good = await config();
    const bad = await control('PUT', '/config', {
      ...good,
      secrets: { PGVEIL_DATABASE_URL: 'postgres://nobody:canary-bad@127.0.0.1:1/x' },
    });
    expect(bad).toMatchObject({ status: 502, body: { code: 'PGVEIL_UPSTREAM' } });
    expect(bad.text).not.toContain('canary-bad');
    expect(await control('PUT', '/config', { ...good, token: 'canary.token.x' })).toMatchObject({
      status: 403,
      body: { code: 'PGVEIL_IDENTITY' },
    });
    expect(await connect(anybody())).toMatchObject({ code: '57P03' });
    expect((await control('GET', '/audit')).status).toBe(400);
    expect((await control('PUT', '/config', good)).status).toBe(200);
    expect(image.output()).not.toContain('canary');
  });

  test('of two configurations at once one is taken', async () => {
    image = await runImage({ PGVEIL_CONTROL_TOKEN: token });
    await untilHealth(image, 'locked');
    const body = await config();
    const answers = await Promise.all([control('PUT', '/config', body), control('PUT', '/config', body)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  test('a word at the control port ends it, its audit signed', async () => {
    image = await runImage({ PGVEIL_CONTROL_TOKEN: token });
    await untilHealth(image, 'locked');
    await control('PUT', '/config', await config());
    expect((await control('POST', '/stop')).status).toBe(202);
    const log = readdirSync(join(image.tree, 'audit')).find((name) => name.endsWith('.jsonl')) ?? '';
    await untilGone(image);
    expect(
      readFileSync(join(image.tree, 'audit', log), 'utf8')
        .trimEnd()
        .split('\n')
        .at(-1),
    ).toContain('"type":"head"');
    expect(image.child.exitCode).toBe(0);
  });

  test.each([
    ['no token', {}, '--locked needs PGVEIL_CONTROL_TOKEN in the environment'],
    ['a token that could be guessed', { PGVEIL_CONTROL_TOKEN: 'short' }, 'PGVEIL_CONTROL_TOKEN has fewer than 16 characters'],
  ])('with %s it does not start', async (_, environment: Record<string, string>, says) => {
    image = await runImage(environment);
    await untilGone(image);
    expect([image.child.exitCode, image.output()]).toEqual([2, expect.stringContaining(says)]);
    expect((await image.health()).code).toBe(2);
  });

  test('with a policy of its own it drains: whoever is in may finish, nobody else gets in', async () => {
    writeFileSync(
      policyFile(),
      stage.policy
        .replace('identity:\n', 'identity:\n  local: { verifiers: verifiers }\n')
        .replace(/ {4}match: .*\n/, '    local: dev\n'),
    );
    writeFileSync(join(dirname(policyFile()), 'verifiers'), `dev:${makeVerifier('canary-dev', randomBytes(16), 4096)}\n`);
    const command = [
      'serve',
      '--policy',
      policyFile(),
      '--listen',
      '0.0.0.0:6432',
      '--control',
      '0.0.0.0:6433',
      '--audit',
      '/audit',
      '--drain',
      '60',
    ];
    image = await runImage({ PGVEIL_CONTROL_TOKEN: token, PGVEIL_DATABASE_URL: stage.databaseUrl }, command);
    await untilHealth(image, 'ready');
    expect((await control('PUT', '/config', await config())).status).toBe(409);
    const url = `postgres://dev:canary-dev@127.0.0.1:${String(image.port)}/image`;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    image.child.kill('SIGTERM');
    await untilHealth(image, 'draining');
    expect((await control('GET', '/readyz')).status).toBe(503);
    expect(await connect(url)).toMatchObject({ code: 'ECONNREFUSED' });
    expect((await client.query('SELECT national_id FROM people')).rows).toEqual([{ national_id: '***' }]);
    await client.end();
    await untilGone(image);
    expect(image.child.exitCode).toBe(0);
    const log = readdirSync(join(image.tree, 'audit')).find((name) => name.endsWith('.jsonl')) ?? '';
    expect(
      readFileSync(join(image.tree, 'audit', log), 'utf8')
        .trimEnd()
        .split('\n')
        .at(-1),
    ).toContain('"type":"head"');
  });

  test('it can write to its volume alone', { skip: process.getuid?.() !== 0 }, async () => {
    image = await runImage({ PGVEIL_CONTROL_TOKEN: token });
    await untilHealth(image, 'locked');
    const status = readFileSync(`/proc/${String(image.child.pid)}/status`, 'utf8');
    expect(/^Uid:\t(\d+)\t(\d+)/m.exec(status)?.slice(1)).toEqual(['65532', '65532']);
    expect(statSync(join(image.tree, 'audit')).uid).toBe(65532);
    for (const path of readdirSync(join(image.tree, 'app'), { recursive: true, encoding: 'utf8' })) {
      const { uid, mode } = statSync(join(image.tree, 'app', path));
      expect([path, uid, mode & 0o222]).toEqual([path, 0, 0]);
    }
    accessSync(join(image.tree, 'app/dist/pgveil.js'), constants.R_OK);
  });
});

const untilGone = async (image: RunningImage): Promise<void> => {
  while (image.child.exitCode === null && image.child.signalCode === null)
    await new Promise((resolve) => setTimeout(resolve, 20));
};
