import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { printable } from '../audit/printable.ts';
import { proposePolicy } from '../coverage/proposed-policy.ts';
import { PgveilError } from '../errors.ts';
import { parseDatabaseUrl } from '../gateway/upstream-url.ts';
import { bindPolicy } from '../policy/bind.ts';
import { loadPolicy } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import { problemText } from '../policy/problems.ts';
import { defineCommand, type CommandContext, type ExitCode } from './command.ts';
import { plural } from '../report/model.ts';
import { initWorkflow } from './init-workflow.ts';
import { defaultPolicy } from './policy-file.ts';
import { subjectOfFiles, subjectOfUrl, type Subject } from './subject.ts';
import { version } from './version.ts';

const urlVariable = 'PGVEIL_DATABASE_URL';
const jsonSchema = `https://unpkg.com/pgveil@${version}/policies/pgveil.schema.json`;

const subjectFor = async ({ cwd, env, clock }: CommandContext, schema: readonly string[], name: string): Promise<Subject> => {
  if (schema.length > 0) return subjectOfFiles(cwd, schema, name);
  const url = env[urlVariable];
  if (url !== undefined && url !== '') return subjectOfUrl(parseDatabaseUrl(url), name, clock);
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
    const { catalog } = await subjectFor(context, options.schema, name);
    const said = bindPolicy(silent(name), catalog, name).classified;
    const own = new Map([...said].filter(([, { origin }]) => origin.source !== 'system-pack'));
    const proposed = proposePolicy({ catalog, database: name, said: own, jsonSchema });
    loaded(proposed.text);
    writeNew(policyPath, proposed.text);
    const relations = `${plural(proposed.relations, 'relation')}, ${plural(proposed.columns, 'column')}`;
    stdout.write(
      `${printable(policyName)}: ${relations}: ${String(proposed.classified)} classified, ${String(proposed.doubtful)} to have a look at\n`,
    );
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
