import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { printable } from '../audit/printable.ts';
import type { Observed } from '../coverage/observe.ts';
import { failOnValues, type Verdict } from '../coverage/types.ts';
import { PgveilError } from '../errors.ts';
import type { Policy } from '../policy/policy.ts';
import { suggestion } from '../policy/problems.ts';
import { resolveReferences } from '../policy/references.ts';
import { workflowCommands } from '../report/annotations.ts';
import { json } from '../report/json.ts';
import { junit } from '../report/junit.ts';
import { markdown } from '../report/markdown.ts';
import type { Report } from '../report/model.ts';
import { sarif } from '../report/sarif.ts';
import { terminal, type Paint } from '../report/terminal.ts';
import { checkedKey } from './audit-key.ts';
import { observeLog } from './audit-log.ts';
import { defaultBaseline, readBaselineFile, writeBaselineFile } from './baseline-file.ts';
import { defineCommand, type ExitCode } from './command.ts';
import { painter } from './paint.ts';
import { policyOption, readPolicyFile } from './policy-file.ts';
import { createProgress } from './progress.ts';
import { sampleRows } from './sample-rows.ts';
import { version } from './version.ts';
import { identitiesHere } from './identities.ts';

interface CheckReport extends Report {
  readonly verdict: Verdict;
}

/** Each form of the report by the name that --format gives it. */
const formats: Readonly<Record<string, (report: CheckReport, paint: Paint) => string>> = {
  text: terminal,
  json,
  markdown: (report) => markdown(report),
  sarif: (report) => sarif(report),
  junit,
  github: ({ verdict }) => workflowCommands(verdict),
};

const oneOf = <T extends string>(option: string, value: string, allowed: readonly T[]): T => {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new PgveilError('PGVEIL_INPUT', `--${option} is ${JSON.stringify(value)}`, {
    remedy: suggestion(value, allowed)?.replace(/^./, (letter) => letter.toUpperCase()) ?? `Write one of ${allowed.join(', ')}.`,
  });
};

const exitCodes: Readonly<Record<Verdict['result'], ExitCode>> = { pass: 0, fail: 1, incomplete: 2 };

const databasesOf = (policy: Policy, names: readonly string[]): readonly string[] | undefined => {
  const known = [...policy.databases.keys()];
  return names.length === 0 ? undefined : names.map((name) => oneOf('database', name, known));
};

/** Without --key, a log that is whole is believed, whoever made it. */
const observedRun = (
  cwd: string,
  { audit, key }: Readonly<Record<'audit' | 'key', string | undefined>>,
): Observed | undefined => {
  const publicKey = checkedKey(key);
  if (audit !== undefined) return observeLog(resolve(cwd, audit), publicKey);
  if (publicKey === undefined) return undefined;
  throw new PgveilError('PGVEIL_INPUT', '--key is of an audit log', { remedy: 'Name the log with --audit.' });
};

/** Schema files describe one database. */
const onlyDatabase = (policy: Policy, asked: readonly string[] | undefined): string => {
  const [first, second] = asked ?? [...policy.databases.keys()];
  if (first !== undefined && second === undefined) return first;
  throw new PgveilError('PGVEIL_INPUT', 'schema files describe one database, and the policy has several', {
    remedy: 'Say with --database which one they describe.',
  });
};

export const command = defineCommand({
  operands: {},
  options: {
    policy: policyOption,
    database: { type: 'string', value: 'NAME', help: 'One of its databases (all)', multiple: true },
    schema: {
      type: 'string',
      value: 'PATH',
      help: 'A file of SQL, or a directory of migrations, to be looked at in place of the database',
      multiple: true,
    },
    base: {
      type: 'string',
      value: 'REF',
      help: 'With --schema: a git revision, or a directory, that a change starts from; only what is new fails',
    },
    baseline: { type: 'string', value: 'FILE', help: 'Findings that are accepted (beside the policy, as pgveil.baseline.json)' },
    'update-baseline': { type: 'boolean', help: 'Accept what is found now: write the baseline, and exit with 0' },
    format: { type: 'string', value: 'FORM', help: `${Object.keys(formats).join(', ')} (text)` },
    'fail-on': {
      type: 'string',
      value: 'LEVEL',
      help: `The least severe finding that fails: ${failOnValues.join(', ')} (error)`,
    },
    sample: {
      type: 'string',
      value: 'ROWS',
      help: 'Look at the values of text columns without a class, in so many rows of each table (off)',
    },
    audit: { type: 'string', value: 'FILE', help: 'The audit log of a run, to be looked at too' },
    key: { type: 'string', value: 'SPKI', help: 'With --audit: the public key that must have signed the log, in base64' },
  },
  notes: ['Exit code: 0 the gate is green, 1 it is red, 2 not everything could be checked.'],
  run: async ({ cwd, env, stdout, stderr, clock }, { options }) => {
    const sample = sampleRows(options.sample);
    const format = oneOf('format', options.format ?? 'text', Object.keys(formats));
    const failOn = oneOf('fail-on', options['fail-on'] ?? 'error', failOnValues);
    const policy = readPolicyFile(resolve(cwd, options.policy), options.policy);
    const databases = databasesOf(policy, options.database);
    const baseline = options.baseline ?? defaultBaseline(options.policy);
    const updates = options['update-baseline'];
    const accepted: ReadonlySet<string> = updates
      ? new Set()
      : readBaselineFile(resolve(cwd, baseline), baseline, options.baseline !== undefined);
    const seen = observedRun(cwd, options);
    const common = { policy, failOn, observed: seen, accepted, clock };
    const progress = createProgress(stderr, clock);
    let verdict: Verdict;
    if (options.schema.length > 0) {
      if (sample !== undefined) {
        throw new PgveilError('PGVEIL_INPUT', '--sample looks at a database', { remedy: 'Leave --schema or --sample out.' });
      }
      const database = onlyDatabase(policy, databases);
      const paths = { policyPath: options.policy, paths: options.schema, base: updates ? undefined : options.base };
      const { staticVerdict } = await import('./static-gate.ts');
      verdict = await staticVerdict({ ...common, ...paths, database, cwd, progress });
    } else {
      if (options.base !== undefined) {
        throw new PgveilError('PGVEIL_INPUT', '--base compares schema files', { remedy: 'Name them with --schema.' });
      }
      const secrets = resolveReferences(policy, { env, readFile: (path) => readFileSync(path, 'utf8') });
      const { liveVerdict } = await import('./live-gate.ts');
      verdict = await liveVerdict({
        ...common,
        secrets,
        identities: identitiesHere({ env, clock }),
        databases,
        sample,
        progress,
      });
    }
    if (updates) {
      writeBaselineFile(resolve(cwd, baseline), verdict.findings);
      stdout.write(`${printable(baseline)}: ${String(verdict.findings.length)} findings are accepted\n`);
      return verdict.unchecked.length === 0 ? 0 : 2;
    }
    const report: CheckReport = { version, policy: options.policy, verdict, observed: seen, problems: [] };
    stdout.write(formats[format]?.(report, painter(stdout, env)) ?? '');
    return exitCodes[verdict.result];
  },
});
