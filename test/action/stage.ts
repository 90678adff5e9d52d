import pg from 'pg';
import { bundledAction } from '../support/bundled-action.ts';
import { startFakeGithub, type FakeGithub } from '../support/fake-github.ts';
import { runJob, type JobOptions, type JobResult, type Step } from '../support/fake-runner.ts';
import { files } from './jobs.ts';

/** Values that must not be found where they don't belong. */
export const canaries = {
  email: 'canary.person@values.example',
  nationalId: '927-canary-381',
  password: 'canary-password-of-the-reader',
} as const;

/** A database with one classified row, a fake GitHub, and jobs against both. */
export interface Stage {
  readonly github: FakeGithub;
  readonly databaseUrl: string;
  readonly policy: string;
  /** Runs SQL as the owner, past pgveil. */
  sql(text: string): Promise<void>;
  /** A job whose first step is pgveil. */
  job(steps: readonly Step[], options?: StageJobOptions): Promise<JobResult>;
  stop(): Promise<void>;
}

export interface StageJobOptions extends Partial<JobOptions> {
  readonly policy?: string;
  readonly with?: Readonly<Record<string, string>>;
}

const policyFor = (issuer: string, database: string): string => `version: 1
databases:
  ${database}:
    credentials:
      reader: { url: '\${env:PGVEIL_DATABASE_URL}' }
identity:
  issuers:
    github: { issuer: '${issuer}' }
principals:
  ci-agent:
    match: { issuer: github, repository_id: '74218501' }
grants:
  - to: [ci-agent]
    access: read
classification:
  columns:
    public.people.email: email
    public.people.city: none
classes:
  email: { mask: email }
  national_id: { mask: redact }
`;

/** Makes the database `name` in the server at `port`. */
export const openStage = async (port: number, name: string): Promise<Stage> => {
  const owner = (database: string): string => `postgres://postgres:pw@127.0.0.1:${String(port)}/${database}`;
  const run = async (database: string, text: string): Promise<void> => {
    const client = new pg.Client({ connectionString: owner(database) });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  const drop = async (): Promise<void> => {
    await run('postgres', `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await run('postgres', `DROP ROLE IF EXISTS ${name}_reader`);
  };
  await drop();
  await run('postgres', `CREATE DATABASE ${name}`);
  await run('postgres', `CREATE ROLE ${name}_reader LOGIN PASSWORD '${canaries.password}'`);
  await run(
    name,
    `CREATE TABLE people (id int PRIMARY KEY, email text, national_id text, city text);
     COMMENT ON COLUMN people.national_id IS '@class national_id';
     INSERT INTO people VALUES (1, '${canaries.email}', '${canaries.nationalId}', 'Lisbon');
     ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO ${name}_reader;
     GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${name}_reader`,
  );
  const github = await startFakeGithub();
  const databaseUrl = `postgres://${name}_reader:${canaries.password}@127.0.0.1:${String(port)}/${name}`;
  const policy = policyFor(github.issuer, name);
  return {
    github,
    databaseUrl,
    policy,
    sql: async (text) => run(name, text),
    job: async (steps, options = {}) =>
      runJob({
        checkout: files({ '.github/pgveil.yml': options.policy ?? policy }),
        service: github.environment(),
        secrets: [databaseUrl],
        ...options,
        steps: [
          { name: 'pgveil', uses: await bundledAction(), with: { 'database-url': databaseUrl, ...options.with } },
          ...steps,
        ],
      }),
    stop: async () => {
      await github.stop();
      await drop();
    },
  };
};

/** A step that runs one statement with the environment that pgveil gave it. */
export const query = (text: string, take?: (rows: readonly unknown[]) => void): Step => ({
  name: 'agent',
  call: async (environment) => {
    const client = new pg.Client({ connectionString: environment['DATABASE_URL'] });
    await client.connect();
    try {
      const { rows } = await client.query<Record<string, unknown>>(text);
      take?.(rows);
    } finally {
      await client.end();
    }
  },
});
