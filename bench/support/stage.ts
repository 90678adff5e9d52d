/** An embedded PostgreSQL and the bundled proxy in front of it, as processes of their own. */
import { randomBytes } from 'node:crypto';
import { makeVerifier } from '../../src/auth/local.ts';
import { startProxy, type RunningProxy } from '../../test/corpus/proxy.ts';
import { startPostgres, type TestServer } from '../../test/support/postgres.ts';

export interface BenchStage {
  readonly server: TestServer;
  readonly proxy: RunningProxy;
  /** The database directly, as the role that the proxy uses. */
  readonly direct: string;
  through(principal: string): string;
  stop(): Promise<void>;
}

export interface BenchPolicy {
  /** Masks of class a and b for each principal; `pass` sees them raw. */
  readonly principals: Readonly<Record<string, unknown>>;
  /** Columns to class. */
  readonly columns: Readonly<Record<string, string>>;
  /** For a principal, the one class that it sees masked; the others raw. */
  readonly only?: Readonly<Record<string, string>>;
}

const password = 'bench';

const policyText = ({ principals, columns, only = {} }: BenchPolicy, verifiers: string): string => {
  const classes = [...new Set(Object.values(columns))];
  const grant = ([name, mask]: [string, unknown]): unknown => {
    const masked = mask === 'pass' ? [] : classes.filter((one) => only[name] === undefined || only[name] === one);
    const revealed = classes.filter((one) => !masked.includes(one));
    return {
      to: [name],
      access: 'write',
      inference: 'open',
      masks: Object.fromEntries(masked.map((one) => [one, mask])),
      reveal: revealed.map((one) => ({ class: one, reason: 'benchmark', until: '2099-01-01' })),
    };
  };
  // JSON is YAML.
  return JSON.stringify({
    version: 1,
    databases: { bench: { credentials: { writer: { url: '${env:BENCH_URL}' } } } },
    identity: { local: { verifiers } },
    principals: Object.fromEntries(Object.keys(principals).map((name) => [name, { local: name }])),
    grants: Object.entries(principals).map(grant),
    classes: Object.fromEntries(classes.map((name) => [name, { mask: 'redact' }])),
    classification: { columns },
  });
};

/** `program`: what node is to run, in place of the bundle. */
export const openStage = async (policy: BenchPolicy, setup: string, program?: readonly string[]): Promise<BenchStage> => {
  const server = await startPostgres({ major: 18, settings: ['autovacuum=off', 'shared_buffers=256MB', 'max_connections=1100'] });
  await server.query('CREATE DATABASE bench');
  await server.query("CREATE ROLE bench LOGIN PASSWORD 'bench'");
  await server.query(
    `${setup}; GRANT ALL ON ALL TABLES IN SCHEMA public TO bench; GRANT CREATE ON SCHEMA public TO bench`,
    'bench',
  );
  const names = Object.keys(policy.principals);
  const proxy = await startProxy({
    policy: (directory) => policyText(policy, `${directory}/verifiers`),
    files: { verifiers: names.map((name) => `${name}:${makeVerifier(password, randomBytes(16), 4096)}\n`).join('') },
    secrets: { BENCH_URL: server.url('bench', 'bench', 'bench') },
    ...(program === undefined ? {} : { program }),
  });
  return {
    server,
    proxy,
    direct: server.url('bench', 'bench', 'bench'),
    through: (principal) => `postgres://${principal}:${password}@127.0.0.1:${String(proxy.port)}/bench`,
    stop: async () => {
      await proxy.stop();
      await server.stop();
    },
  };
};
