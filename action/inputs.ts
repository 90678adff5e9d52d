import { resolve } from 'node:path';
import { failOnValues, type FailOn } from '../src/coverage/types.ts';
import { PgveilError } from '../src/errors.ts';

/** What of @actions/core the inputs are read with. */
export interface InputReader {
  getInput(name: string): string;
}

/** What the step does: runs the proxy beside the job, only the gate, or the job with a proxy that runs elsewhere. */
export const modes = ['proxy', 'check', 'connect'] as const;
export type Mode = (typeof modes)[number];

/** When the pull request gets a comment. */
export const commentValues = ['always', 'on-findings', 'never'] as const;

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** The Action's inputs, checked. Times are in seconds and days. */
export interface Inputs {
  readonly mode: Mode;
  /** Absolute. */
  readonly policy: string;
  /** As the job's author wrote it, for messages. */
  readonly policyName: string;
  readonly databaseUrl: string | undefined;
  readonly database: string | undefined;
  /** Mode check: schema files and directories, absolute; none for the database itself. */
  readonly schema: readonly string[];
  /** Mode check: a revision of git; undefined for the pull request's own base. */
  readonly base: string | undefined;
  readonly failOn: FailOn;
  /** The gate's verdict is said, and does not fail the job. */
  readonly warnOnly: boolean;
  readonly comment: (typeof commentValues)[number];
  readonly githubToken: string | undefined;
  /** The values of this leg of a matrix; null outside of one. */
  readonly matrix: unknown;
  /** The proxy gets a user of its own. */
  readonly isolate: boolean;
  /** Mode connect: where the running proxy takes clients and where it is configured, and what it asks for there. */
  readonly gateway: Address;
  readonly control: Address;
  readonly controlToken: string | undefined;
  /** In place of the policy's. */
  readonly audience: string | undefined;
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

const yesNo = (name: string, value: string): boolean => oneOf(name, value, ['true', 'false']) === 'true';

const address = (name: string, value: string): Address => {
  const [, host = '', digits = ''] = /^([A-Za-z0-9._-]+):(\d{1,5})$/.exec(value) ?? [];
  const port = Number(digits);
  if (host === '' || port < 1 || port > 65_535) throw wrong(name, value, 'allowed is `HOST:PORT`');
  return { host, port };
};

/** The runner fills it in; what somebody else wrote there is only a name. */
const matrixValues = (value: string): unknown => {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value === '' ? null : value;
  }
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
  const inputs: Inputs = {
    mode: oneOf('mode', text('mode'), modes),
    policy: resolve(workspace, text('working-directory'), policyName),
    policyName,
    databaseUrl: databaseUrl(text('database-url')),
    database: text('database') || undefined,
    schema: text('schema')
      .split(/\r?\n/)
      .flatMap((line) => (line.trim() === '' ? [] : [resolve(workspace, text('working-directory'), line.trim())])),
    base: text('base') || undefined,
    failOn: oneOf('fail-on', text('fail-on'), failOnValues),
    warnOnly: yesNo('warn-only', text('warn-only')),
    comment: oneOf('comment', text('comment'), commentValues),
    githubToken: text('github-token') || undefined,
    matrix: matrixValues(text('matrix')),
    isolate: yesNo('isolate', text('isolate')),
    gateway: address('gateway', text('gateway')),
    control: address('control', text('control')),
    controlToken: text('control-token') || undefined,
    audience: text('audience') || undefined,
    startupSeconds: whole('startup-timeout', text('startup-timeout'), 1, 600),
    uploadAudit: yesNo('upload-audit', text('upload-audit')),
    retentionDays: retention === '' ? undefined : whole('audit-retention-days', retention, 1, 400),
  };
  if (inputs.isolate && inputs.mode !== 'proxy') throw wrong('isolate', 'true', 'allowed is `true` with mode `proxy` alone');
  if (inputs.mode === 'connect' && inputs.controlToken === undefined) {
    throw wrong('control-token', undefined, 'mode `connect` needs it, the PGVEIL_CONTROL_TOKEN of the service container');
  }
  return inputs;
};
