/** The texts of `pgveil --help` and `pgveil help COMMAND`. */
import type { Command, OptionSpec } from './command.ts';
import type { CommandEntry } from './commands.ts';

const table = (rows: readonly (readonly [string, string])[]): readonly string[] => {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};

const section = (title: string, rows: readonly (readonly [string, string])[]): readonly string[] =>
  rows.length === 0 ? [] : ['', title, ...table(rows)];

export const generalHelp = (commands: readonly CommandEntry[]): string =>
  [
    'pgveil: a masking PostgreSQL proxy for AI agents',
    '',
    'Usage: pgveil COMMAND [ARGUMENTS]',
    ...section(
      'Commands:',
      commands.map(({ name, summary }) => [name, summary]),
    ),
    '',
    '`pgveil help COMMAND` shows what a command takes, `pgveil --version` the version.',
    '',
  ].join('\n');

const withValue = (name: string, { value = 'VALUE', type }: OptionSpec): string =>
  type === 'boolean' ? `--${name}` : `--${name} ${value}`;

const usage = (name: string, { options, operands }: Command): string =>
  [
    `Usage: pgveil ${name}`,
    ...Object.values(operands).map(({ value, optional }) => (optional === true ? `[${value}]` : value)),
    ...Object.entries(options).map(([option, spec]) => {
      const shown = `${withValue(option, spec)}${spec.multiple === true ? ' …' : ''}`;
      return spec.required === true ? shown : `[${shown}]`;
    }),
  ].join(' ');

export const commandHelp = ({ name, summary }: CommandEntry, command: Command): string =>
  [
    summary,
    '',
    usage(name, command),
    ...section(
      'Arguments:',
      Object.values(command.operands).map(({ value, help }) => [value, help]),
    ),
    ...section(
      'Options:',
      Object.entries(command.options).map(([option, spec]) => [
        `${spec.short === undefined ? '' : `-${spec.short}, `}${withValue(option, spec)}`,
        spec.default === undefined ? spec.help : `${spec.help} (${spec.default})`,
      ]),
    ),
    ...(command.notes === undefined ? [] : ['', ...command.notes]),
    '',
  ].join('\n');
