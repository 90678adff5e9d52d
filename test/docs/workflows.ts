/** Workflow files of the documents, read and brought to the fake runner. */
import pg from 'pg';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { bundledAction } from '../support/bundled-action.ts';
import type { Step } from '../support/fake-runner.ts';

const text = z.union([z.string(), z.number(), z.boolean()]);
const permissions = z.record(z.string(), z.string());
const step = z.object({
  uses: z.optional(z.string()),
  run: z.optional(z.string()),
  if: z.optional(z.string()),
  with: z._default(z.record(z.string(), text), {}),
  env: z._default(z.record(z.string(), text), {}),
});
const workflow = z.object({
  permissions: z.optional(permissions),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.optional(permissions),
      'timeout-minutes': z.optional(z.number()),
      strategy: z.optional(z.object({ matrix: z.record(z.string(), z.array(z.string())) })),
      steps: z.array(step),
    }),
  ),
});

export type Workflow = z.output<typeof workflow>;
export type Job = Workflow['jobs'][string];
export type WorkflowStep = Job['steps'][number];

export const readWorkflow = (yaml: string): Workflow => workflow.parse(parse(yaml));

export const isPgveil = ({ uses }: WorkflowStep): boolean => uses?.startsWith('pgveil/pgveil@') ?? false;

/** Fills `${{ secrets.X }}` and `${{ secrets[matrix.x] }}`, which are all that the pgveil steps have. */
const filled = (values: Readonly<Record<string, string | number | boolean>>, secret: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const given = String(value).replace(/^\$\{\{ secrets(?:\.\w+|\[matrix\.\w+\]) \}\}$/, () => secret);
      if (given.includes('${{')) throw new Error(`the expression of ${name} is not known here`);
      return [name, given];
    }),
  );

const psqlForm = /^psql (?:-d (\w+) )?-c '([^']*)'/;

/** The statement of a `psql -c` line, run by a driver with the environment that psql would read. */
const psql = (line: string, take: (rows: readonly Record<string, unknown>[]) => void): Step => {
  const [, database, sql = ''] = psqlForm.exec(line) ?? [];
  return {
    name: line,
    call: async (environment) => {
      const client = new pg.Client({
        host: environment['PGHOST'],
        port: Number(environment['PGPORT']),
        user: environment['PGUSER'],
        password: environment['PGPASSWORD'],
        database: database ?? environment['PGDATABASE'],
      });
      await client.connect();
      try {
        take((await client.query<Record<string, unknown>>(sql)).rows);
      } finally {
        await client.end();
      }
    },
  };
};

/** The steps that can be run here: pgveil's own, and psql's. `secret` stands for every secret. */
export const runnable = async (
  { steps }: Job,
  secret: string,
  take: (rows: readonly Record<string, unknown>[]) => void,
): Promise<Step[]> => {
  const action = await bundledAction();
  return steps.flatMap((one): Step[] => {
    if (isPgveil(one)) {
      // Another user takes root: test/action/isolate has that.
      const { isolate: _, ...given } = one.with;
      return [{ name: 'pgveil', uses: action, with: filled(given, secret), env: filled(one.env, secret) }];
    }
    return one.run !== undefined && psqlForm.test(one.run) ? [psql(one.run, take)] : [];
  });
};
