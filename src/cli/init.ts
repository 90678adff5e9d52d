import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { printable } from '../audit/printable.ts';
import { columnKey } from '../catalog/types.ts';
import { relationName } from '../coverage/names.ts';
import { proposePolicy } from '../coverage/proposed-policy.ts';
import { sampleTargets } from '../coverage/sampling/targets.ts';
import type { Sampling } from '../coverage/sampling/types.ts';
import { PgveilError } from '../errors.ts';
import { parseDatabaseUrl, type DatabaseUrl } from '../gateway/upstream-url.ts';
import { bindPolicy } from '../policy/bind.ts';
import { loadPolicy } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import { problemText } from '../policy/problems.ts';
import type { Classified } from '../policy/types.ts';
import { defineCommand, type CommandContext, type ExitCode } from './command.ts';
import { plural } from '../report/model.ts';
import { initWorkflow } from './init-workflow.ts';
import { defaultPolicy } from './policy-file.ts';
import { createProgress } from './progress.ts';
import { sampleRows } from './sample-rows.ts';
import { subjectOfFiles, subjectOfUrl, type Subject } from './subject.ts';
import { version } from './version.ts';

const urlVariable = 'PGVEIL_DATABASE_URL';
const jsonSchema = `https://unpkg.com/pgveil@${version}/policies/pgveil.schema.json`;

/** What is looked at: the server, where there are no schema files. */
interface Source {
  readonly subject: Subject;
  readonly url: DatabaseUrl | undefined;
}

const openSource = async ({ cwd, env, clock }: CommandContext, schema: readonly string[], name: string): Promise<Source> => {
  if (schema.length > 0) return { subject: await subjectOfFiles(cwd, schema, name), url: undefined };
  const text = env[urlVariable];
  if (text !== undefined && text !== '') {
    const url = parseDatabaseUrl(text);
    return { subject: await subjectOfUrl(url, name, clock), url };
  }
  throw new PgveilError('PGVEIL_INPUT', 'there is nothing to look at', {
    remedy: `Name schema files with --schema, or set ${urlVariable} to the URL of a database.`,
  });
};

const loaded = (text: string): Policy => {
  const policy = loadPolicy(text, { file: 'the proposed policy' });
  if (policy.ok) return policy.policy;
  throw new PgveilError('PGVEIL_INTERNAL', `the proposed policy is not valid: ${policy.problems.map(problemText).join('; ')}`);
};

/** A policy that says nothing itself: what it binds is what the database says. */
const silent = (name: string): Policy =>
  loaded(`version: 1\ndatabases: { ${JSON.stringify(name)}: { credentials: { r: { url: "\${env:X}" } } } }\n`);

/** Undefined where nobody asked for it. Throws PGVEIL_INPUT for schema files, which hold no values. */
const sampleOf = async (
  { clock, stderr }: CommandContext,
  { subject: { catalog }, url }: Source,
  said: ReadonlyMap<string, Classified>,
  rows: number | undefined,
): Promise<Sampling | undefined> => {
  if (rows === undefined) return undefined;
  if (url === undefined) {
    throw new PgveilError('PGVEIL_INPUT', '--sample looks at a database', { remedy: 'Leave --schema or --sample out.' });
  }
  const targets = sampleTargets(catalog, ({ relation, column }) => !said.has(columnKey(relation.oid, column.attnum)));
  const progress = createProgress(stderr, clock);
  const { sampleDatabase } = await import('./sample-values.ts');
  try {
    return await sampleDatabase(url, {
      catalog,
      targets,
      rows,
      clock,
      onRelation: (done, all) => {
        progress.show(() => `looking at values: ${String(done)} of ${String(all)} relations`);
      },
    });
  } finally {
    progress.end();
  }
};

const samplingLines = ({ columns, unsampled, late }: Sampling): readonly string[] => [
  `values of ${plural(columns, 'column')} looked at`,
  ...unsampled.map(({ relation, reason }) => `values of ${relationName(relation)} were not looked at: ${reason}`),
  ...(late === 0 ? [] : [`values of ${plural(late, 'relation')} were not looked at: the time for it was over`]),
];

const writeNew = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
};

export const command = defineCommand({
  operands: {},
  options: {
    schema: {
      type: 'string',
      value: 'PATH',
      help: `A file of SQL or a directory of migrations (the database that ${urlVariable} names)`,
      multiple: true,
    },
    policy: { type: 'string', value: 'FILE', help: 'Where the policy goes', default: defaultPolicy },
    workflow: { type: 'string', value: 'FILE', help: 'Where the workflow goes', default: '.github/workflows/pgveil.yml' },
    name: { type: 'string', value: 'NAME', help: 'What clients call the database (app)' },
    sample: {
      type: 'string',
      value: 'ROWS',
      help: 'Look at the values of text columns, too, in so many rows of each table of the database (off)',
    },
  },
  notes: ['Asks nothing and overwrites nothing. Exit code: 0 the policy is written, 2 it is not.'],
  run: async (context, { options }): Promise<ExitCode> => {
    const { cwd, stdout } = context;
    const [policyName, workflowName] = [options.policy, options.workflow];
    const [policyPath, workflowPath] = [resolve(cwd, policyName), resolve(cwd, workflowName)];
    if (existsSync(policyPath)) {
      throw new PgveilError('PGVEIL_INPUT', `${policyName} is there already`, { remedy: 'Name another file with --policy.' });
    }
    const name = options.name ?? 'app';
    const rows = sampleRows(options.sample);
    const source = await openSource(context, options.schema, name);
    const { catalog } = source.subject;
    const said = bindPolicy(silent(name), catalog, name).classified;
    const own = new Map([...said].filter(([, { origin }]) => origin.source !== 'system-pack'));
    const sampling = await sampleOf(context, source, own, rows);
    const proposed = proposePolicy({ catalog, database: name, said: own, sampled: sampling?.found, jsonSchema });
    loaded(proposed.text);
    writeNew(policyPath, proposed.text);
    const relations = `${plural(proposed.relations, 'relation')}, ${plural(proposed.columns, 'column')}`;
    stdout.write(
      `${printable(policyName)}: ${relations}: ${String(proposed.classified)} classified, ${String(proposed.doubtful)} of them doubtful\n`,
    );
    for (const line of sampling === undefined ? [] : samplingLines(sampling)) stdout.write(`${printable(line)}\n`);
    if (existsSync(workflowPath)) stdout.write(`${printable(workflowName)} is there already, and was left as it is\n`);
    else {
      const fromRoot = relative(cwd, policyPath).split(sep).join('/');
      writeNew(workflowPath, initWorkflow({ policy: fromRoot, schema: options.schema, version }));
      stdout.write(`${printable(workflowName)}: runs the gate on pull requests\n`);
    }
    const how = options.schema.map((path) => ` --schema ${path}`).join('');
    const where = policyName === defaultPolicy ? '' : ` --policy ${printable(policyName)}`;
    stdout.write(
      `Next: put your repository's id into the policy, read it through, and run\n  pgveil check${where}${printable(how)}\n`,
    );
    return 0;
  },
});
