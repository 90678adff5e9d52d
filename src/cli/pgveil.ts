#!/usr/bin/env node
import { commands } from './commands.ts';
import { runCommand } from './run.ts';

for (const output of [process.stdout, process.stderr]) {
  // Whoever read it has seen enough, as `head` does; a proxy goes on without them.
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await runCommand(commands, {
  argv: process.argv.slice(2),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  clock: Date.now,
  cwd: process.cwd(),
});
