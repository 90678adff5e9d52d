/** From the words after `pgveil` to an exit code. */
import { PgveilError } from '../errors.ts';
import { advice } from './advice.ts';
import type { CommandContext, ExitCode } from './command.ts';
import type { CommandEntry } from './commands.ts';
import { failureText } from './failure.ts';
import { commandHelp, generalHelp } from './help.ts';
import { parseInput } from './parse.ts';

/** The command that the first words name, and the words after it. Throws PGVEIL_INPUT. */
const find = (commands: readonly CommandEntry[], argv: readonly string[]): readonly [CommandEntry, readonly string[]] => {
  for (const entry of commands) {
    const words = entry.name.split(' ');
    if (words.every((word, index) => argv[index] === word)) return [entry, argv.slice(words.length)];
  }
  const [first = '', second = ''] = argv;
  const names = commands.map(({ name }) => name);
  const family = names.filter((name) => name.startsWith(`${first} `));
  const more = '`pgveil --help` lists the commands.';
  throw new PgveilError('PGVEIL_INPUT', 'there is no such command', {
    remedy:
      family.length > 0
        ? advice(`${first} ${second}`, family, more)
        : advice(first, [...names.map((name) => name.split(' ')[0] ?? ''), 'help'], more),
  });
};

const answer = async (commands: readonly CommandEntry[], context: CommandContext): Promise<ExitCode> => {
  const { argv, stdout, stderr } = context;
  const [first, ...rest] = argv;
  if (first === undefined) {
    stderr.write(generalHelp(commands));
    return 2;
  }
  if (first === '--version') {
    stdout.write(`${(await import('./version.ts')).version}\n`);
    return 0;
  }
  const asksHelp = first === 'help' || first === '--help' || first === '-h';
  if (asksHelp && rest.length === 0) {
    stdout.write(generalHelp(commands));
    return 0;
  }
  const [entry, words] = find(commands, asksHelp ? rest : argv);
  const command = await entry.load();
  const input = asksHelp ? 'help' : parseInput(entry.name, command, words);
  if (input !== 'help') return command.run(context, input);
  stdout.write(commandHelp(entry, command));
  return 0;
};

/** Never rejects: what goes wrong is said on standard error, and is exit code 2. */
export const runCommand = async (commands: readonly CommandEntry[], context: CommandContext): Promise<ExitCode> => {
  try {
    return await answer(commands, context);
  } catch (error) {
    context.stderr.write(failureText(error, context.env['PGVEIL_DEBUG'] === '1'));
    return 2;
  }
};
