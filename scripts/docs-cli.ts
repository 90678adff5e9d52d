/** docs/cli.md: the command table, and each command's help as it prints it. */
import { commands } from '../src/cli/commands.ts';
import { commandHelp } from '../src/cli/help.ts';
import { code, table } from './docs-markdown.ts';

const head = `# Command line

Printed by \`npm run docs\` from the table of commands (src/cli/commands.ts).

\`dist/pgveil.js\` is one file with its \`chunks/\` beside it: Node.js 20.19 or newer runs it, and nothing has to be installed.
Below, \`pgveil\` stands for \`node dist/pgveil.js\`.

Exit codes: 0, done; 1, the answer is no (a statement is refused, an audit does not verify); 2, there is no answer
(something is wrong with the input, the policy or the database). Errors go to standard error, with their code
([troubleshooting](troubleshooting.md)); \`PGVEIL_DEBUG=1\` in the environment adds where they came from.
Colour is used on a terminal only, and not with \`NO_COLOR\`.`;

const anchor = (name: string): string => `pgveil-${name.replaceAll(' ', '-')}`;

export const cliDocument = async (): Promise<string> => {
  const entries = await Promise.all(commands.map(async (entry) => ({ entry, command: await entry.load() })));
  return (
    [
      head,
      table(
        ['command', 'what it does'],
        entries.map(({ entry: { name, summary } }) => [`[${code(`pgveil ${name}`)}](#${anchor(name)})`, summary]),
      ),
      ...entries.map(
        ({ entry, command }) => `## pgveil ${entry.name}\n\n\`\`\`text\n${commandHelp(entry, command).trimEnd()}\n\`\`\``,
      ),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
};
