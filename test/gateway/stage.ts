/** A database with canaries in its classified columns, and a gateway in front of it. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { startTestGateway, type TestGateway, type TestGatewayOptions } from '../support/gateway.ts';
import { connectWire, type ConnectOptions, type WireClient } from './wire-client.ts';

/** The servers of this run; a platform without binaries has none, and its suites are skipped. */
export const majors: readonly number[] = Object.keys(inject('postgres')).map(Number);

/** Every classified value holds it, in upper case or lower. */
export const canary = 'canary';

/** `people` and `vault.*` are classified, all else is not. */
const schema = `
  CREATE TABLE people (id int PRIMARY KEY, name text, email text, ssn text, score int);
  INSERT INTO people SELECT i, 'canary name ' || i, 'canary' || i || '@example.com', 'canary-ssn-' || i, i * 7 FROM generate_series(1, 20) i;
  CREATE TABLE items (id int PRIMARY KEY, title text NOT NULL, price numeric(10,2), made timestamptz, tags text[], data bytea, flag boolean);
  INSERT INTO items SELECT i, 'title ' || i, i * 1.25, timestamptz '2024-01-01Z' + i * interval '1 hour', ARRAY['a','b' || i],
    decode(lpad(to_hex(i), 4, '0'), 'hex'), i % 2 = 0 FROM generate_series(1, 50) i;
  CREATE TABLE scratch (id int, note text);
  CREATE SCHEMA vault;
  CREATE TABLE vault.notes (id int, note text);
  INSERT INTO vault.notes SELECT i, 'canary note ' || i FROM generate_series(1, 5) i;
  CREATE SCHEMA plain;
  CREATE TABLE plain.notes (id int, note text);
  INSERT INTO plain.notes SELECT i, 'plain note ' || i FROM generate_series(1, 5) i;
  GRANT USAGE ON SCHEMA vault, plain TO PUBLIC;
  GRANT ALL ON ALL TABLES IN SCHEMA public, vault, plain TO PUBLIC;
  GRANT CREATE ON SCHEMA public, plain TO PUBLIC;`;

export interface Stage {
  readonly major: number;
  readonly database: string;
  /** The role that pgveil logs in as; its password is its name. */
  readonly role: string;
  /** The server itself, as that role. */
  readonly directUrl: string;
  readonly superUrl: string;
  readonly gateway: TestGateway;
  /** Runs SQL on the server as the superuser. */
  admin(sql: string): Promise<pg.QueryResult>;
  /** Waits until the superuser's query gives a row. */
  until(sql: string): Promise<void>;
  /** Through pgveil, as a principal of the policy. */
  connect(principal?: string, options?: ConnectOptions): Promise<WireClient>;
  /** Past pgveil. */
  direct(options?: ConnectOptions): Promise<WireClient>;
  /** A `pg` client through pgveil. */
  client(principal?: string, config?: pg.ClientConfig): Promise<pg.Client>;
  stop(): Promise<void>;
}

export interface StageOptions extends Partial<Omit<TestGatewayOptions, 'policy' | 'env'>> {
  /** YAML of further top-level keys. */
  readonly more?: string;
  /** The whole policy in place of the usual one. */
  readonly policy?: (database: string) => string;
  /** Further SQL for the database, run as the superuser. */
  readonly sql?: string;
  /** Where pgveil connects to on loopback, in place of the server's own port. */
  readonly through?: (port: number) => Promise<number>;
}

/** `reader`, `writer` and `owner` by what they may do. */
export const policyOf = (database: string, more = ''): string => `
version: 1
databases:
  ${database}:
    credentials:
      main: { url: "\${env:MAIN_URL}" }
identity:
  local: { verifiers: verifiers }
principals:
  reader: { local: reader }
  writer: { local: writer }
  owner: { local: owner }
  stranger: { local: stranger }
grants:
  - { to: [reader], access: read, inference: open }
  - { to: [writer], access: write, inference: open }
  - { to: [owner], access: ddl, inference: open }
classes:
  name: { mask: redact }
  email: { mask: email }
  ssn: { mask: redact }
  note: { mask: redact }
classification:
  columns:
    public.people.name: name
    public.people.email: email
    public.people.ssn: ssn
    vault.*.note: note
${more}`;

export const openStage = async (
  major: number,
  { more, sql, through, policy = (database) => policyOf(database, more), ...options }: StageOptions = {},
): Promise<Stage> => {
  const port = inject('postgres')[major];
  if (port === undefined) throw new Error(`no PostgreSQL ${String(major)} in this run`);
  const database = `gw_${randomBytes(5).toString('hex')}`;
  const role = `${database}_app`;
  const url = (user: string, password: string, name: string): string =>
    `postgres://${user}:${password}@127.0.0.1:${String(port)}/${name}`;
  const superUrl = url('postgres', 'pw', database);
  const directUrl = url(role, role, database);
  const run = async (to: string, text: string): Promise<pg.QueryResult> => {
    const client = new pg.Client({ connectionString: to });
    await client.connect();
    try {
      return await client.query(text);
    } finally {
      await client.end();
    }
  };
  await run(url('postgres', 'pw', 'postgres'), `CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
  await run(url('postgres', 'pw', 'postgres'), `CREATE DATABASE ${database}`);
  await run(superUrl, `GRANT CREATE, TEMP ON DATABASE ${database} TO ${role}; ${schema} ${sql ?? ''}`);
  const gateway = await startTestGateway({
    policy: policy(database),
    env: {
      MAIN_URL: through === undefined ? directUrl : directUrl.replace(`:${String(port)}/`, `:${String(await through(port))}/`),
    },
    locals: ['reader', 'writer', 'owner', 'stranger'],
    ...options,
  });
  return {
    major,
    database,
    role,
    directUrl,
    superUrl,
    gateway,
    admin: async (text) => run(superUrl, text),
    until: async (text) => {
      while ((await run(superUrl, text)).rows.length === 0) await sleep(10);
    },
    connect: async (principal = 'reader', connectOptions = {}) => connectWire(gateway.url(principal, database), connectOptions),
    direct: async (connectOptions = {}) => connectWire(directUrl, connectOptions),
    client: async (principal = 'reader', config = {}) => {
      const client = new pg.Client({ connectionString: gateway.url(principal, database), ...config });
      await client.connect();
      return client;
    },
    stop: async () => {
      await gateway.stop();
      await run(url('postgres', 'pw', 'postgres'), `DROP DATABASE ${database} WITH (FORCE)`);
      await run(url('postgres', 'pw', 'postgres'), `DROP ROLE ${role}`);
    },
  };
};
