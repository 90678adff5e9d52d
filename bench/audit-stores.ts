/**
 * What a required store costs: statements a second of several clients, without a store and with a PostgreSQL table, and
 * how many records went into one batch. Two runs of each, one after the other. npx tsx bench/audit-stores.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openAuditLog } from '../src/audit/log.ts';
import { createCustody } from '../src/audit/sinks/custody.ts';
import { openPostgresSink } from '../src/audit/sinks/postgres.ts';
import type { Sink } from '../src/audit/sinks/sink.ts';
import { startTestGateway } from '../test/support/gateway.ts';
import { startPostgres, type TestServer } from '../test/support/postgres.ts';

const clients = 8;
const statements = 500;

const policy = `version: 1
databases:
  postgres: { allow-superuser: true, credentials: { owner: { url: "\${env:URL}" } } }
identity: { local: { verifiers: verifiers } }
principals: { agent: { local: agent } }
grants: [{ to: [agent] }]
`;

interface Measured {
  readonly perSecond: number;
  readonly records: number;
  readonly batches: number;
}

const counted = (sink: Sink, count: { batches: number; records: number }): Sink => ({
  ...sink,
  deliver: async (records) => {
    count.batches += 1;
    count.records += records.length;
    await sink.deliver(records);
  },
});

const measure = async (server: TestServer, stored: boolean, run: number): Promise<Measured> => {
  const directory = mkdtempSync(join(tmpdir(), 'pgveil-bench-'));
  const count = { batches: 0, records: 0 };
  const store = openPostgresSink(
    { url: server.url(), table: 'pgveil_audit' },
    { fetch, clock: Date.now, log: `run ${String(run)}` },
  );
  const custody = createCustody({
    sinks: stored ? [{ name: 'table', sink: counted(store, count), required: true, patience: 10_000 }] : [],
    clock: Date.now,
    random: Math.random,
    report: (_level, message) => {
      throw new Error(message);
    },
  });
  const onRecord = custody.take.bind(custody);
  const audit = openAuditLog({
    file: join(directory, 'log'),
    clock: Date.now,
    checkpointEvery: 100,
    signingKey: undefined,
    onRecord,
  });
  const onAppend = audit.append.bind(audit);
  const proxy = await startTestGateway({ policy, env: { URL: server.url() }, locals: ['agent'], custody, onAppend });
  const all = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: proxy.url('agent', 'postgres') });
      await client.connect();
      await client.query('SELECT 1');
      return client;
    }),
  );
  const start = performance.now();
  await Promise.all(
    all.map(async (client) => {
      for (let number = 0; number < statements; number += 1) await client.query('SELECT $1::int', [number]);
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  await Promise.all(all.map(async (client) => client.end()));
  await proxy.stop();
  audit.close();
  await custody.close(10_000);
  rmSync(directory, { recursive: true });
  return { perSecond: (clients * statements) / seconds, ...count };
};

const server = await startPostgres({ major: 18 });
try {
  await server.query(
    'CREATE TABLE pgveil_audit (log text, seq bigint, hash text, time timestamptz NOT NULL, record text NOT NULL, PRIMARY KEY (log, seq, hash))',
  );
  for (const run of [1, 2]) {
    for (const stored of [false, true]) {
      const { perSecond, records, batches } = await measure(server, stored, run);
      const batch = batches === 0 ? '' : `, ${(records / batches).toFixed(1)} records a batch`;
      console.log(`${stored ? 'required table' : 'no store'}: ${perSecond.toFixed(0)} statements a second${batch}`);
    }
  }
} finally {
  await server.stop();
}
