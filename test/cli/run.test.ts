import { describe, expect, it } from 'vitest';
import { defineCommand, type Command, type CommandContext } from '../../src/cli/command.ts';
import { commands, type CommandEntry } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run.ts';
import { PgveilError } from '../../src/errors.ts';
import manifest from '../../package.json' with { type: 'json' };
import { capture } from './support.ts';

const given: unknown[] = [];

const entry = (name: string, command: Command): CommandEntry => ({
  name,
  summary: `Do ${name}`,
  load: async () => Promise.resolve(command),
});

const fails = (error: Error): Command =>
  defineCommand({
    options: {},
    operands: {},
    run: () => {
      throw error;
    },
  });

const table: readonly CommandEntry[] = [
  entry(
    'check',
    defineCommand({
      operands: { file: { value: 'FILE', help: 'What to check' }, sql: { value: 'SQL', help: 'A statement', optional: true } },
      options: {
        policy: { type: 'string', value: 'FILE', help: 'The policy', required: true },
        leaks: { type: 'string', value: 'FILE', help: 'More of them', multiple: true },
        level: { type: 'string', help: 'How strict' },
        strict: { type: 'boolean', short: 's', help: 'Be strict' },
      },
      notes: ['Exit code: 1 for no.'],
      run: (_context, input) => {
        given.push(input);
        return 1;
      },
    }),
  ),
  entry('audit verify', defineCommand({ options: {}, operands: {}, run: () => 0 })),
  entry('audit replay', defineCommand({ options: {}, operands: {}, run: async () => Promise.resolve(0) })),
  entry(
    'known',
    fails(new PgveilError('PGVEIL_CONFIG', 'the policy is\nbad\u001B[2J', { remedy: 'Mend it.', cause: new Error('deep') })),
  ),
  entry('bare', fails(new PgveilError('PGVEIL_LISTEN', 'no'))),
  entry('defect', fails(new TypeError('x is not a function'))),
];

const run = async (argv: readonly string[], changes: Partial<CommandContext> = {}) => {
  const { context, output } = capture({ argv, ...changes });
  const code = await runCommand(table, context);
  return { code, ...output() };
};

describe('help', () => {
  const general = `pgveil: a masking PostgreSQL proxy for AI agents

Usage: pgveil COMMAND [ARGUMENTS]

Commands:
  check         Do check
  audit verify  Do audit verify
  audit replay  Do audit replay
  known         Do known
  bare          Do bare
  defect        Do defect

\`pgveil help COMMAND\` shows what a command takes, \`pgveil --version\` the version.
`;

  it.each([['--help'], ['-h'], ['help']])('of pgveil: %s', async (word) => {
    expect(await run([word])).toEqual({ code: 0, stdout: general, stderr: '' });
  });

  it('goes to standard error where no command was given', async () => {
    expect(await run([])).toEqual({ code: 2, stdout: '', stderr: general });
  });

  it.each([
    [['help', 'check']],
    [['--help', 'check']],
    [['check', '--help']],
    [['check', '-h']],
    [['check', 'a', 'b', '--strict', '-h']],
  ])('of a command: %j', async (argv) => {
    expect(await run(argv)).toEqual({
      code: 0,
      stdout: `Do check

Usage: pgveil check FILE [SQL] --policy FILE [--leaks FILE …] [--level VALUE] [--strict]

Arguments:
  FILE  What to check
  SQL   A statement

Options:
  --policy FILE  The policy
  --leaks FILE   More of them
  --level VALUE  How strict
  -s, --strict   Be strict

Exit code: 1 for no.
`,
      stderr: '',
    });
  });

  it('of a command of two words', async () => {
    expect((await run(['help', 'audit', 'replay'])).stdout).toBe('Do audit replay\n\nUsage: pgveil audit replay\n');
  });
});

it('--version is the version of the package', async () => {
  expect(await run(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
});

describe('what a command is given', () => {
  it.each<[readonly string[], unknown]>([
    [
      ['a', '--policy', 'p'],
      { options: { policy: 'p', leaks: [], level: undefined, strict: false }, operands: { file: 'a', sql: undefined } },
    ],
    [
      ['--strict', '--leaks=x', 'a', '--leaks', 'y', '--policy=-p', '--', '--sql'],
      { options: { policy: '-p', leaks: ['x', 'y'], level: undefined, strict: true }, operands: { file: 'a', sql: '--sql' } },
    ],
    [
      ['-s', '--level', 'a b', '--policy', 'p=q', 'a', 'SELECT 1'],
      { options: { policy: 'p=q', leaks: [], level: 'a b', strict: true }, operands: { file: 'a', sql: 'SELECT 1' } },
    ],
  ])('%j', async (argv, input) => {
    expect(await run(['check', ...argv])).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(given.at(-1)).toEqual(input);
  });
});

describe('a wrong command line', () => {
  const more = '`pgveil help check` shows what it takes.';
  it.each<[readonly string[], string]>([
    [['chekc'], 'pgveil: there is no such command [PGVEIL_INPUT]\nDid you mean "check"? `pgveil --help` lists the commands.\n'],
    [
      ['audit'],
      'pgveil: there is no such command [PGVEIL_INPUT]\nOne of "audit verify", "audit replay". `pgveil --help` lists the commands.\n',
    ],
    [
      ['audit', 'rpelay'],
      'pgveil: there is no such command [PGVEIL_INPUT]\nDid you mean "audit replay"? `pgveil --help` lists the commands.\n',
    ],
    [
      ['audit', 'xxxxxxxxxx'],
      'pgveil: there is no such command [PGVEIL_INPUT]\nOne of "audit verify", "audit replay". `pgveil --help` lists the commands.\n',
    ],
    [
      ['help', 'chek'],
      'pgveil: there is no such command [PGVEIL_INPUT]\nDid you mean "check"? `pgveil --help` lists the commands.\n',
    ],
    [['check', 'a', '--polcy', 'p'], `pgveil: check has no option --polcy [PGVEIL_INPUT]\nDid you mean "--policy"? ${more}\n`],
    [
      ['check', 'a', '--zzzzzzzzzzzz=secret'],
      `pgveil: check has no option --zzzzzzzzzzzz [PGVEIL_INPUT]\nOne of "--policy", "--leaks", "--level", "--strict", "--help". ${more}\n`,
    ],
    [['check', 'a', '--policy', 'p', '-x'], `pgveil: check has no option -x [PGVEIL_INPUT]\n`],
    [['check', 'a', '--constructor'], 'pgveil: check has no option --constructor [PGVEIL_INPUT]\n'],
    [['check', 'a'], `pgveil: check needs --policy FILE [PGVEIL_INPUT]\n${more}\n`],
    [['check', 'a', '--policy'], `pgveil: check needs a value after --policy [PGVEIL_INPUT]\n${more}\n`],
    [['check', 'a', '--policy='], `pgveil: check needs a value after --policy [PGVEIL_INPUT]\n${more}\n`],
    [
      ['check', 'a', '--policy', '--strict'],
      `pgveil: check needs a value after --policy [PGVEIL_INPUT]\nA value that begins with a dash is written --policy=-…. ${more}\n`,
    ],
    [['check', 'a', '--strict=yes', '--policy', 'p'], `pgveil: check takes no value with --strict [PGVEIL_INPUT]\n${more}\n`],
    [['check', 'a', '--policy', 'p', '--policy', 'q'], `pgveil: check takes --policy only once [PGVEIL_INPUT]\n${more}\n`],
    [['check', '--policy', 'p'], `pgveil: check needs FILE [PGVEIL_INPUT]\n${more}\n`],
    [
      ['check', 'a', 'b', 'c', '--policy', 'p'],
      `pgveil: check takes FILE SQL and nothing more [PGVEIL_INPUT]\nA text with spaces in it stands in quotes. ${more}\n`,
    ],
    [['bare', 'a'], 'pgveil: bare takes no argument [PGVEIL_INPUT]\n'],
  ])('%j', async (argv, stderr) => {
    const before = given.length;
    const said = await run(argv);
    expect(said).toMatchObject({ code: 2, stdout: '' });
    expect(said.stderr).toContain(stderr);
    expect(said.stderr).not.toContain('secret');
    expect(given).toHaveLength(before);
  });
});

describe('an error', () => {
  it('is said with its code and its remedy, harmless to a terminal, without a stack', async () => {
    const stderr = 'pgveil: the policy is\nbad\\u{1b}[2J [PGVEIL_CONFIG]\nMend it.\n';
    expect(await run(['known'])).toEqual({ code: 2, stdout: '', stderr });
    expect((await run(['known'], { env: { PGVEIL_DEBUG: '0' } })).stderr).toBe(stderr);
    expect((await run(['bare'])).stderr).toBe('pgveil: no [PGVEIL_LISTEN]\n');
  });

  it('that is none of pgveil is a defect', async () => {
    expect((await run(['defect'])).stderr).toBe(
      'pgveil: x is not a function [PGVEIL_INTERNAL]\nThis is a defect in pgveil. PGVEIL_DEBUG=1 in the environment shows where.\n',
    );
  });

  it('has its stack and that of its cause if PGVEIL_DEBUG is 1', async () => {
    const { stderr } = await run(['known'], { env: { PGVEIL_DEBUG: '1' } });
    expect(stderr).toMatch(/PgveilError: the policy is\nbad.*\n(?: +at .*\n)+Error: deep\n(?: +at .*\n)+$/);
  });
});

describe('the table of commands', () => {
  it.each(commands.map(({ name, ...rest }) => [name, rest] as const))('%s loads', async (name, { load, summary }) => {
    const command = await load();
    expect(name).toMatch(/^[a-z]+(?: [a-z]+)?$/);
    expect(summary).toMatch(/^[A-Z].{10,100}[^.]$/);
    const optional = Object.values(command.operands).map((operand) => operand.optional === true);
    expect(optional).toEqual(optional.toSorted((a, b) => Number(a) - Number(b)));
  });

  it('has each name once', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  });
});
