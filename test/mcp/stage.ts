/** A database, a gateway before it, and the SDK's client with `pgveil mcp` as its server. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import pg from 'pg';
import { entryFile } from '../cli/support.ts';
import { makeDatabase, urlOf } from '../masking/fixtures.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

export interface Called {
  readonly isError: boolean;
  readonly text: string;
  readonly value: Readonly<Record<string, unknown>>;
}

export interface Agent {
  readonly client: Client;
  call(tool: string, input?: Readonly<Record<string, unknown>>): Promise<Called>;
}

export interface McpStage {
  readonly gateway: TestGateway;
  /** Starts a server of its own; `env` in place of the variables that lead to the gateway. */
  agent(argv?: readonly string[], env?: Readonly<Record<string, string>>): Promise<Agent>;
  /** Those that lead to the gateway, as the principal `agent`. */
  readonly variables: Readonly<Record<string, string>>;
  /** How many statements with this text run on the server now. */
  running(text: string): Promise<number>;
  /** Ends a session on the server. */
  terminate(pid: number): Promise<void>;
  stop(): Promise<void>;
}

interface StageOptions {
  readonly major: number;
  readonly database: string;
  readonly sql: string;
  readonly policy: string;
}

export const openStage = async ({ major, database, sql, policy }: StageOptions): Promise<McpStage> => {
  await makeDatabase(major, database, sql);
  const gateway = await startTestGateway({ policy, env: { URL: urlOf(major, database) }, locals: ['agent', 'writer'] });
  const directory = mkdtempSync(join(tmpdir(), 'pgveil-mcp-'));
  writeFileSync(join(directory, 'policy.yml'), policy);
  const clients: Client[] = [];
  const variables = {
    PGHOST: '127.0.0.1',
    PGPORT: String(gateway.gateway.port),
    PGUSER: 'agent',
    PGPASSWORD: 'agent',
    PGDATABASE: database,
    PGSSLMODE: 'disable',
  };
  return {
    gateway,
    variables,
    running: async (text) => {
      const admin = new pg.Client({ connectionString: urlOf(major, database) });
      await admin.connect();
      const { rowCount } = await admin.query(
        `SELECT FROM pg_stat_activity WHERE state = 'active' AND datname = $1 AND strpos(query, $2) > 0 AND pid <> pg_backend_pid()`,
        [database, text],
      );
      await admin.end();
      return rowCount ?? 0;
    },
    terminate: async (pid) => {
      const admin = new pg.Client({ connectionString: urlOf(major, database) });
      await admin.connect();
      await admin.query('SELECT pg_terminate_backend($1, 10000)', [pid]);
      await admin.end();
    },
    agent: async (argv = [], env = variables) => {
      const client = new Client({ name: 'test', version: '1' });
      const args = ['--import', import.meta.resolve('tsx'), entryFile, 'mcp', ...argv];
      await client.connect(new StdioClientTransport({ command: process.execPath, args, env: { ...env }, cwd: directory }));
      clients.push(client);
      return {
        client,
        call: async (name, input = {}) => {
          const { isError, content } = await client.callTool({ name, arguments: { ...input } });
          const [{ text = '' } = {}] = content as readonly { readonly text?: string }[];
          return {
            isError: isError === true,
            text,
            value: text.startsWith('{') ? (JSON.parse(text) as Called['value']) : {},
          };
        },
      };
    },
    stop: async () => {
      await Promise.all(clients.map(async (client) => client.close()));
      await gateway.stop();
      rmSync(directory, { recursive: true });
    },
  };
};
