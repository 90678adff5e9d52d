import { resolve } from 'node:path';
import { failOnValues, type FailOn } from '../src/coverage/types.ts';
import { PgveilError } from '../src/errors.ts';

/** What of @actions/core the inputs are read with. */
export interface InputReader {
  getInput(name: string): string;
}

/** The Action's inputs, checked. Times are in seconds and days. */
export interface Inputs {
  /** Absolute. */
  readonly policy: string;
  /** As the job's author wrote it, for messages. */
  readonly policyName: string;
  readonly databaseUrl: string | undefined;
  readonly database: string | undefined;
  readonly failOn: FailOn;
  readonly audience: string;
  readonly startupSeconds: number;
  readonly uploadAudit: boolean;
  readonly retentionDays: number | undefined;
}

const wrong = (name: string, value: string | undefined, allowed: string): PgveilError =>
  new PgveilError('PGVEIL_INPUT', `Input \`${name}\`${value === undefined ? '' : ` is \`${value}\``}: ${allowed}.`, {
    remedy: `Set \`${name}:\` under \`with:\` of the pgveil step, or leave it out for its default.`,
  });

const oneOf = <T extends string>(name: string, value: string, allowed: readonly T[]): T => {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw wrong(name, value, `allowed are ${allowed.map((entry) => `\`${entry}\``).join(', ')}`);
  return found;
};

const whole = (name: string, value: string, minimum: number, maximum: number): number => {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= minimum && number <= maximum)) {
    throw wrong(name, value, `allowed is a whole number from ${String(minimum)} to ${String(maximum)}`);
  }
  return number;
};

/** A database URL's scheme is checked, and nothing of it is ever shown. */
const databaseUrl = (value: string): string | undefined => {
  if (value === '') return undefined;
  if (/^postgres(ql)?:\/\/\S+$/.test(value)) return value;
  throw wrong('database-url', undefined, 'allowed is a URL that starts with `postgres://` or `postgresql://`');
};

/** Reads and checks every input; throws PGVEIL_INPUT for the first that is wrong, with what is allowed. */
export const readInputs = (core: InputReader, workspace: string): Inputs => {
  const text = (name: string): string => core.getInput(name).trim();
  const required = (name: string): string => {
    const value = text(name);
    if (value === '') throw wrong(name, undefined, 'it must not be empty');
    return value;
  };
  const policyName = required('policy');
  const retention = text('audit-retention-days');
  return {
    policy: resolve(workspace, text('working-directory'), policyName),
    policyName,
    databaseUrl: databaseUrl(text('database-url')),
    database: text('database') || undefined,
    failOn: oneOf('fail-on', text('fail-on'), failOnValues),
    audience: required('audience'),
    startupSeconds: whole('startup-timeout', text('startup-timeout'), 1, 600),
    uploadAudit: oneOf('upload-audit', text('upload-audit'), ['true', 'false']) === 'true',
    retentionDays: retention === '' ? undefined : whole('audit-retention-days', retention, 1, 400),
  };
};
