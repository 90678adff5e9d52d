import { resolve } from 'node:path';
import { PgveilError } from '../errors.ts';
import { suggestion } from '../policy/problems.ts';
import type { Policy } from '../policy/policy.ts';
import { defineCommand, type ExitCode } from './command.ts';
import { readPolicyFile } from './policy-file.ts';
import { databaseOf } from './subject.ts';
import { version } from './version.ts';

/** Throws PGVEIL_INPUT for a text that is no whole number from 1 to `most`. */
const wholeNumber = (text: string, option: string, most: number): number => {
  const number = /^[0-9]{1,6}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= most) return number;
  throw new PgveilError('PGVEIL_INPUT', `${option} is not a number from 1 to ${String(most)}`, {
    remedy: `Give ${option} as plain digits.`,
  });
};

const principalOf = (policy: Policy, name: string | undefined): string | undefined => {
  const names = policy.principals.map((principal) => principal.name);
  if (name === undefined || names.includes(name)) return name;
  throw new PgveilError('PGVEIL_INPUT', `the policy has no principal ${JSON.stringify(name)}`, {
    remedy: suggestion(name, names) ?? 'Name one that is under principals.',
  });
};

/** Of all rows of an answer as JSON: some 50,000 tokens of a language model. */
const mostCharacters = 200_000;

export const command = defineCommand({
  operands: {},
  options: {
    url: { type: 'string', value: 'URL', help: 'The proxy, in place of PGHOST and the other variables' },
    'max-rows': { type: 'string', value: 'N', help: 'Most rows of one answer, up to 10000 (200)' },
    timeout: { type: 'string', value: 'SECONDS', help: 'How long a statement may take, up to 3600 (30)' },
    policy: { type: 'string', value: 'FILE', help: "The proxy's policy, to tell of each column its class and its mask" },
    database: { type: 'string', value: 'NAME', help: "Which of the policy's databases (the one that is connected to)" },
    as: { type: 'string', value: 'PRINCIPAL', help: 'With --policy: tell of masks only as this principal sees them' },
  },
  notes: [
    'Tools: query, list_tables, describe_table, explain_refusal. It is a client of the proxy as any other: what it gets is masked,',
    'and it needs no credential of the database. Reads PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE, PGSSLMODE and PGSSLROOTCERT.',
    'Ends when standard input does.',
  ],
  run: async ({ cwd, env, stdin, stdout, clock }, { options }): Promise<ExitCode> => {
    const { openMcp } = await import('../mcp/open.ts');
    const limits = {
      rows: wholeNumber(options['max-rows'] ?? '200', '--max-rows', 10_000),
      time: wholeNumber(options.timeout ?? '30', '--timeout', 3_600) * 1_000,
      characters: mostCharacters,
    };
    const policy = options.policy === undefined ? undefined : readPolicyFile(resolve(cwd, options.policy), options.policy);
    await openMcp({
      url: options.url,
      env,
      limits,
      view:
        policy === undefined
          ? undefined
          : (connected) => ({
              policy,
              database: databaseOf(policy, options.database ?? (policy.databases.has(connected) ? connected : undefined)),
              principal: principalOf(policy, options.as),
            }),
      clock,
      version,
      input: stdin,
      output: stdout,
    });
    return 0;
  },
});
