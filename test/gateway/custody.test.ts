import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openAuditLog, type AuditLog } from '../../src/audit/log.ts';
import { createCustody, type Custody } from '../../src/audit/sinks/custody.ts';
import { StoreFailure, type Sealed, type Sink } from '../../src/audit/sinks/sink.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

const port = inject('postgres')[18];
const database = 'gateway_custody';

const policy = `version: 1
databases:
  ${database}: { allow-superuser: true, credentials: { owner: { url: "\${env:URL}" } } }
identity: { local: { verifiers: verifiers } }
principals: { agent: { local: agent } }
grants: [{ to: [agent], access: write }]
`;

const undelivered = expect.stringContaining('(rule audit.undelivered)') as string;
const unavailable = expect.stringContaining('(rule audit.unavailable)') as string;

/** A store that takes records when it is told to. */
interface Store {
  readonly sink: Sink;
  readonly taken: Sealed[];
  state: 'takes' | 'waits' | 'fails' | 'refuses';
}

const makeStore = (): Store => {
  const store: Store = {
    state: 'takes',
    taken: [],
    sink: {
      deliver: async (records) => {
        while (store.state === 'waits') await sleep(5);
        if (store.state === 'refuses') throw new StoreFailure('no right', { passes: false });
        if (store.state === 'fails') throw new StoreFailure('down', { passes: true });
        store.taken.push(...records);
      },
      close: async () => undefined,
    },
  };
  return store;
};

const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await sleep(10);
};

describe.skipIf(port === undefined)('results wait for the required stores', () => {
  let admin: pg.Client;
  let directory: string;
  let audit: AuditLog;
  let custody: Custody;
  let proxy: TestGateway;
  let store: Store;
  let clients: pg.Client[];
  let reports: string[];

  const url = (name: string): string => `postgres://postgres:pw@127.0.0.1:${String(port)}/${name}`;

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: proxy.url('agent', database) });
    client.on('error', () => undefined);
    clients.push(client);
    await client.connect();
    return client;
  };

  const start = async (required: boolean): Promise<void> => {
    store = makeStore();
    reports = [];
    custody = createCustody({
      sinks: [{ name: 'archive', sink: store.sink, required, patience: 200 }],
      clock: Date.now,
      random: () => 0.1,
      report: (level, message) => reports.push(`${level} ${message}`),
    });
    audit = openAuditLog({
      file: join(directory, 'log'),
      clock: Date.now,
      checkpointEvery: 100,
      signingKey: undefined,
      onRecord: (record) => {
        custody.take(record);
      },
    });
    proxy = await startTestGateway({
      policy,
      env: { URL: url(database) },
      locals: ['agent'],
      custody,
      onAppend: (event) => {
        audit.append(event);
      },
    });
  };

  beforeAll(async () => {
    const server = new pg.Client({ connectionString: url('postgres') });
    await server.connect();
    await server.query(`DROP DATABASE IF EXISTS ${database}`);
    await server.query(`CREATE DATABASE ${database}`);
    await server.end();
    admin = new pg.Client({ connectionString: url(database) });
    await admin.connect();
    await admin.query('CREATE TABLE visits (id int)');
    await admin.query(`CREATE FUNCTION visited() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT count(*) FROM visits'`);
  });
  afterAll(async () => admin.end());

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'pgveil-custody-'));
    clients = [];
  });
  afterEach(async () => {
    store.state = 'takes';
    await Promise.all(clients.map(async (client) => client.end().catch(() => undefined)));
    await proxy.stop();
    audit.close();
    await custody.close(2_000);
    rmSync(directory, { recursive: true });
  });

  it('a result is released when the store has the record; the server works meanwhile', async () => {
    await start(true);
    const client = await connect();
    await client.query('SELECT 1');
    store.state = 'waits';
    let answered = false;
    const answer = client.query('INSERT INTO visits VALUES (1)').then(() => (answered = true));
    await until(async () => (await admin.query('SELECT FROM visits WHERE id = 1')).rowCount === 1);
    await sleep(50);
    expect(answered).toBe(false);
    store.state = 'takes';
    await answer;
    const kinds = store.taken.map(({ type }) => type);
    expect(kinds.filter((type) => type === 'statement')).toHaveLength(2);
  });

  it('a large result waits in the server, not in memory', async () => {
    await start(true);
    const client = await connect();
    await client.query('SELECT 1');
    store.state = 'waits';
    const answer = client.query(`SELECT repeat('x', 10000) FROM generate_series(1, 5000)`);
    const waiting = `SELECT FROM pg_stat_activity WHERE wait_event = 'ClientWrite' AND datname = '${database}'`;
    await until(async () => (await admin.query(waiting)).rowCount === 1);
    store.state = 'takes';
    expect((await answer).rows).toHaveLength(5_000);
  });

  it('every statement of a text waits', async () => {
    await start(true);
    const client = await connect();
    await client.query('SELECT 1');
    store.state = 'waits';
    let answered = false;
    const answer = client.query('SELECT 2; SELECT 3; SELECT 4').finally(() => (answered = true));
    await sleep(50);
    expect(answered).toBe(false);
    store.state = 'takes';
    expect(await answer).toHaveLength(3);
  });

  it('a store that fails: the result is refused, and so is every new statement and session, until it is mended', async () => {
    await start(true);
    const [waiting, other] = [await connect(), await connect()];
    await waiting.query('SELECT 1');
    await other.query('SELECT 1');
    store.state = 'fails';
    await expect(waiting.query('SELECT 2')).rejects.toMatchObject({ code: '58030', severity: 'ERROR', message: undelivered });
    await expect(other.query('SELECT 3')).rejects.toMatchObject({ code: '58030', severity: 'ERROR', message: unavailable });
    await expect(connect()).rejects.toMatchObject({ code: '58030' });
    expect(reports).toEqual(['error audit store archive: failing: down']);
    store.state = 'takes';
    await until(() => reports.length === 2);
    for (const client of [waiting, other]) {
      expect((await client.query<{ n: number }>('SELECT 4 AS n')).rows).toEqual([{ n: 4 }]);
    }
    expect((await (await connect()).query<{ n: number }>('SELECT 5 AS n')).rows).toEqual([{ n: 5 }]);
    // Nothing was lost in between, and nothing came twice: every record of the log, in its order.
    const seqs = store.taken.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  });

  const reading: readonly (readonly [string, pg.QueryConfig])[] = [
    ['a result larger than any buffer', { text: `SELECT repeat('x', 10000) FROM generate_series(1, 2000)` }],
    ['a prepared statement', { name: 'counted', text: 'SELECT count(*) FROM visits WHERE id > $1', values: [0] }],
    ['several statements', { text: 'SELECT 2; SELECT 3; SHOW work_mem' }],
    ['a statement that fails at the server', { text: 'SELECT 1 / (id - id) FROM visits' }],
    ['a function that is followed', { text: 'SELECT visited()' }],
    ['a plan', { text: 'EXPLAIN SELECT FROM visits' }],
  ];

  it.each(reading)('the session outlives a store that fails: %s', async (_, statement) => {
    await admin.query('INSERT INTO visits VALUES (9)');
    await start(true);
    const client = await connect();
    const pid = 'SELECT pg_backend_pid() AS pid';
    const { rows } = await client.query(pid);
    store.state = 'fails';
    await expect(client.query(statement)).rejects.toMatchObject({ code: '58030', severity: 'ERROR', message: undelivered });
    store.state = 'takes';
    await until(() => reports.length === 2);
    expect((await client.query(pid)).rows).toEqual(rows);
    const again = await client.query(statement).catch((error: unknown) => error);
    expect(again).not.toMatchObject({ code: '58030' });
    const results = proxy.events.filter((event) => event.type === 'result' && event.sqlstate === '58030');
    expect(results.length).toBeGreaterThan(0);
    expect(results.every((event) => event.type === 'result' && event.rows === 0)).toBe(true);
  });

  it('a transaction that has read only goes on', async () => {
    await start(true);
    const client = await connect();
    await client.query('BEGIN');
    store.state = 'fails';
    await expect(client.query('SELECT 2')).rejects.toMatchObject({ severity: 'ERROR' });
    store.state = 'takes';
    await until(() => reports.length === 2);
    expect((await client.query<{ n: number }>('SELECT 3 AS n')).rows).toEqual([{ n: 3 }]);
    await client.query('COMMIT');
  });

  it('a pipeline that waits for more than its Sync is told', async () => {
    await start(true);
    const client = await connect();
    await client.query('SELECT 1');
    store.state = 'fails';
    // pg-cursor asks by Execute and Flush, and sends its Sync when it has been told of the end.
    const cursor = client.query(new Cursor('SELECT id FROM visits'));
    await expect(cursor.read(10)).rejects.toMatchObject({ code: '58030', severity: 'ERROR' });
    store.state = 'takes';
    await until(() => reports.length === 2);
    expect((await client.query<{ n: number }>('SELECT 3 AS n')).rows).toEqual([{ n: 3 }]);
  });

  it.each([
    'INSERT INTO visits VALUES (7)',
    'BEGIN',
    "SELECT set_config('work_mem', '1MB', false)",
    'WITH new AS (INSERT INTO visits VALUES (8) RETURNING id) SELECT * FROM new',
    'EXPLAIN ANALYZE INSERT INTO visits VALUES (8)',
    'SELECT 1; INSERT INTO visits VALUES (8)',
  ])('what may have changed something does not end in an error that says it did not: %s', async (text) => {
    await start(true);
    const client = await connect();
    await client.query('SELECT 1');
    store.state = 'fails';
    await expect(client.query(text)).rejects.toMatchObject({ code: '58030', severity: 'FATAL' });
  });

  it('a store that has to be mended gets all of it when it is, without a restart', async () => {
    await start(true);
    const client = await connect();
    await client.query('SELECT 1');
    store.state = 'refuses';
    await expect(client.query('SELECT 2')).rejects.toMatchObject({ code: '58030', severity: 'ERROR' });
    expect(reports).toEqual(['error audit store archive: failing: no right']);
    store.state = 'takes';
    await until(() => reports.length === 2);
    expect((await client.query<{ n: number }>('SELECT 3 AS n')).rows).toEqual([{ n: 3 }]);
    const seqs = store.taken.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  }, 30_000);

  it('an optional store that fails is reported, and holds nobody up', async () => {
    await start(false);
    const client = await connect();
    store.state = 'fails';
    expect((await client.query<{ n: number }>('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
    await until(() => reports.length > 0);
    expect((await client.query<{ n: number }>('SELECT 2 AS n')).rows).toEqual([{ n: 2 }]);
    expect(reports).toEqual(['error audit store archive: failing: down']);
  });
});
