import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { makeVerifier } from '../../src/auth/local.ts';
import { openS3Sink } from '../../src/audit/sinks/s3.ts';
import { accessKey, startFakeS3, type FakeS3 } from '../support/fake-s3.ts';
import { linesOf, sessionEvents, temporaryDirectory, writeLog } from '../audit/support.ts';
import { entryFile, pgveil } from './support.ts';

const port = inject('postgres')[18];
const { path, remove } = temporaryDirectory();
afterAll(remove);

let s3: FakeS3;
beforeEach(async () => {
  s3 = await startFakeS3();
});
afterEach(async () => s3.kill());

const env = {
  DATABASE: `postgres://postgres:pw@127.0.0.1:${String(port)}/postgres`,
  KEY_ID: accessKey.id,
  KEY: accessKey.secret,
};

const policyWith = (sinks: string): string => {
  const file = path('policy.yml');
  writeFileSync(path('verifiers'), `agent:${makeVerifier('agent', Buffer.alloc(16, 1), 4096)}\n`);
  writeFileSync(
    file,
    `version: 1
databases:
  postgres: { allow-superuser: true, credentials: { owner: { url: "\${env:DATABASE}" } } }
identity: { local: { verifiers: verifiers } }
principals: { agent: { local: agent } }
grants: [{ to: [agent] }]
audit:
  sinks:
${sinks}`,
  );
  return file;
};

const archive = (): string =>
  `    archive: { kind: s3, endpoint: "${s3.endpoint}", region: eu-central-1, bucket: audit, access-key-id: "\${env:KEY_ID}", secret-access-key: "\${env:KEY}" }\n`;

/** The log as the bucket has it. */
const stored = (): string =>
  [...s3.objects]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { body }]) => body.toString())
    .join('');

describe.skipIf(port === undefined)('pgveil serve with stores', () => {
  it('has the whole log in each of them when it has ended, head included', async () => {
    const policy = policyWith(`${archive()}    copy: { kind: file, path: copy.jsonl, required: false }\n`);
    const [audit, ready] = [path('audit.jsonl'), path('ready.json')];
    const options = ['serve', '--policy', policy, '--listen', '127.0.0.1:0', '--audit', audit, '--ready-file', ready];
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), entryFile, ...options], {
      cwd: path('.'),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    while (!existsSync(ready)) {
      if (child.exitCode !== null) throw new Error(said);
      await sleep(20);
    }
    const { port: own } = JSON.parse(readFileSync(ready, 'utf8')) as { readonly port: number };
    const client = new pg.Client({ connectionString: `postgres://agent:agent@127.0.0.1:${String(own)}/postgres` });
    await client.connect();
    const { rows } = await client.query<{ n: number }>('SELECT 1 AS n');
    expect(rows).toEqual([{ n: 1 }]);
    // The result is here, so the store has its record.
    expect(stored()).toContain('"type":"statement"');
    await client.end();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number];
    expect([code, said.includes(accessKey.secret)]).toEqual([0, false]);
    const log = readFileSync(audit, 'utf8');
    expect(log).toContain('"type":"head"');
    expect(stored()).toBe(log);
    expect(readFileSync(path('copy.jsonl'), 'utf8')).toBe(log);
  }, 60_000);
});

describe('pgveil audit send', () => {
  const { bytes } = writeLog(path('log'), sessionEvents(6));
  const lines = linesOf(bytes);

  it('brings what a store lacks, and nothing twice', async () => {
    const policy = policyWith(archive());
    const sealed = lines.slice(0, 7).map((line) => {
      const { seq, time, hash } = JSON.parse(line) as { readonly seq: number; readonly time: string; readonly hash: string };
      return { seq, time, hash, type: 'statement' as const, line: Buffer.from(`${line}\n`) };
    });
    // The run got so far before it was killed.
    const run = openS3Sink(
      {
        endpoint: s3.endpoint,
        region: 'eu-central-1',
        bucket: 'audit',
        prefix: '',
        accessKeyId: accessKey.id,
        secretAccessKey: accessKey.secret,
      },
      { fetch, clock: Date.now, log: sealed[0]?.hash ?? '' },
    );
    for (const batch of [sealed.slice(0, 1), sealed.slice(1, 4), sealed.slice(4)]) await run.deliver(batch);
    const sent = { code: 0, stdout: `${path('log')}: archive has ${String(lines.length)} records\n`, stderr: '' };
    expect(await pgveil(['audit', 'send', path('log'), '--policy', policy], { env })).toEqual(sent);
    expect(stored()).toBe(bytes.toString());
    expect(s3.objects.size).toBe(4);
    expect(await pgveil(['audit', 'send', path('log'), '--policy', policy], { env })).toEqual(sent);
    expect(s3.objects.size).toBe(4);
  }, 60_000);

  it('brings the sound part of a log that was cut, and says so', async () => {
    const policy = policyWith(archive());
    writeFileSync(path('cut'), `${lines.slice(0, 9).join('\n')}\n{"seq":10,`);
    const { code, stdout, stderr } = await pgveil(['audit', 'send', path('cut'), '--policy', policy, '--sink', 'archive'], {
      env,
    });
    expect([code, stdout]).toEqual([1, `${path('cut')}: archive has 9 records\n`]);
    expect(stderr).toContain('does not verify from record 10 on');
    expect(stored()).toBe(`${lines.slice(0, 9).join('\n')}\n`);
  }, 60_000);

  it.each<[string, () => Promise<{ sinks: string; argv: string[] }>, string]>([
    [
      'a store of no such name',
      async () => ({ sinks: archive(), argv: ['--sink', 'nowhere'] }),
      'the policy has no such store [PGVEIL_INPUT]\nIt has archive.',
    ],
    [
      'a store that does not let in',
      async () => ({ sinks: archive().replace('{env:KEY}', '{env:KEY_ID}'), argv: [] }),
      'the audit store archive does not say what it has: the store answered 403 SignatureDoesNotMatch [PGVEIL_AUDIT]',
    ],
    [
      'a secret in the policy itself',
      async () => ({ sinks: archive().replace('${env:KEY}', 'hunter2'), argv: [] }),
      'must be a reference, ${env:NAME} or ${file:/path}',
    ],
    [
      'a kind that there is not',
      async () => ({ sinks: '    x: { kind: tape }\n', argv: [] }),
      '"kind" is not a kind of store: write file, s3, otlp, nats or postgres',
    ],
  ])('answers 2 for %s', async (_, make, text) => {
    const { sinks, argv } = await make();
    const said = await pgveil(['audit', 'send', path('log'), '--policy', policyWith(sinks), ...argv], { env });
    expect(said.stderr).toContain(text);
    expect(said.code).toBe(2);
    expect(said.stderr).not.toContain('hunter2');
  });
});
