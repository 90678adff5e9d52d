import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { reachOf } from '../coverage/policy-tests/reach.ts';
import { loadCases, type TestCase } from '../coverage/policy-tests/cases.ts';
import { runCases, type TestSubject } from '../coverage/policy-tests/run.ts';
import { errorText, PgveilError } from '../errors.ts';
import { bindPolicy } from '../policy/bind.ts';
import type { Policy } from '../policy/policy.ts';
import { problemText } from '../policy/problems.ts';
import { defineCommand, type CommandContext, type ExitCode } from './command.ts';
import { failureText } from './failure.ts';
import { painter } from './paint.ts';
import { policyOption, readPolicyFile } from './policy-file.ts';
import { databaseOf, openSubject } from './subject.ts';
import { testTable } from './test-table.ts';
import { whenChanged } from './watch.ts';

/** Beside the policy: `pgveil.yml` has `pgveil.cases.yml`. */
const defaultCases = (policy: string): string => `${policy.replace(/\.ya?ml$/i, '')}.cases.yml`;

const readCases = (path: string, name: string): readonly TestCase[] => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new PgveilError('PGVEIL_INPUT', `the test cases ${name} cannot be read: ${errorText(error)}`, {
      remedy: 'Name the file after `pgveil test`, or put it beside the policy as pgveil.cases.yml.',
      cause: error,
    });
  }
  const loaded = loadCases(text, name);
  if (loaded.ok) return loaded.cases;
  throw new PgveilError('PGVEIL_CONFIG', `the test cases are not valid:\n${loaded.problems.map(problemText).join('\n')}`, {
    remedy: 'Mend these places.',
  });
};

interface Asked {
  readonly policy: string;
  readonly cases: string;
  readonly database: string | undefined;
  readonly schema: readonly string[];
}

const subjects = async (
  context: CommandContext,
  policy: Policy,
  databases: ReadonlySet<string>,
  schema: readonly string[],
): Promise<ReadonlyMap<string, TestSubject>> => {
  const found = new Map<string, TestSubject>();
  for (const database of databases) {
    if (!policy.databases.has(database)) continue;
    const { catalog, parser, names, views } = await openSubject(context, { policy, database, schema });
    const read = { parser, ...(views === undefined ? {} : { views }) };
    found.set(database, { catalog, names, read, bound: bindPolicy(policy, catalog, database) });
  }
  return found;
};

const runOnce = async (context: CommandContext, asked: Asked): Promise<ExitCode> => {
  const { cwd, env, stdout, clock } = context;
  const policy = readPolicyFile(resolve(cwd, asked.policy), asked.policy);
  const cases = readCases(resolve(cwd, asked.cases), asked.cases);
  const database = databaseOf(policy, asked.database);
  // Schema files describe one database.
  const named = asked.schema.length > 0 ? [] : cases.flatMap((one) => one.database ?? []);
  const found = await subjects(context, policy, new Set([database, ...named]), asked.schema);
  const results = runCases(cases, { policy, database, subject: (name) => found.get(name), now: clock() });
  stdout.write(testTable(results, reachOf(policy, results), asked.cases, painter(stdout, env)));
  return results.some(({ failures }) => failures.length > 0) ? 1 : 0;
};

const isDirectory = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const watching = async (context: CommandContext, asked: Asked): Promise<ExitCode> => {
  const { cwd, env, stderr, stdout } = context;
  const end = new AbortController();
  const stop = (): void => {
    end.abort();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const schema = asked.schema.map((path) => resolve(cwd, path));
  const files = [resolve(cwd, asked.policy), resolve(cwd, asked.cases), ...schema.filter((path) => !isDirectory(path))];
  let last: ExitCode = 2;
  await whenChanged({ files, directories: schema.filter(isDirectory) }, end.signal, async () => {
    try {
      last = await runOnce(context, asked);
    } catch (error) {
      last = 2;
      stderr.write(failureText(error, env['PGVEIL_DEBUG'] === '1'));
    }
    stdout.write('watching for changes\n');
  });
  return last;
};

export const command = defineCommand({
  operands: { cases: { value: 'FILE', help: 'The cases (beside the policy, as pgveil.cases.yml)', optional: true } },
  options: {
    policy: policyOption,
    schema: {
      type: 'string',
      value: 'PATH',
      help: 'A file of SQL, or a directory of migrations, in place of the database',
      multiple: true,
    },
    database: { type: 'string', value: 'NAME', help: "Which of the policy's databases, where a case names none" },
    watch: { type: 'boolean', help: 'Run again whenever a file changes' },
  },
  notes: [
    'A case says who (as), what (sql), and what becomes of it: expect, treatments by output column, or refused, a rule.',
    'Nothing is run on a database. Exit code: 0 all cases hold, 1 one does not, 2 they could not be run.',
  ],
  run: async (context, { options, operands }) => {
    const { policy, schema, database } = options;
    const asked: Asked = { policy, schema, database, cases: operands.cases ?? defaultCases(policy) };
    return options.watch ? watching(context, asked) : runOnce(context, asked);
  },
});
