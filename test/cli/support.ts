import { execFile } from 'node:child_process';
import { PassThrough, Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { CommandContext, Output } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run.ts';

export const entryFile = fileURLToPath(new URL('../../src/cli/pgveil.ts', import.meta.url));

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as its user does: a process of its own, `input` on its standard input. */
export const pgveil = async (
  argv: readonly string[],
  {
    input = '',
    env = {},
    cwd,
  }: { readonly input?: string | Buffer; readonly env?: Readonly<Record<string, string>>; readonly cwd?: string } = {},
): Promise<Said> =>
  new Promise((resolve) => {
    const options = { env: { ...process.env, ...env }, cwd, maxBuffer: 1 << 27 };
    const tsx = import.meta.resolve('tsx');
    const child = execFile(process.execPath, ['--import', tsx, entryFile, ...argv], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr });
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });

const collect = (isTTY: boolean): { readonly stream: Output; readonly text: () => string } => {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY }), text: () => Buffer.concat(chunks).toString() };
};

/** A context whose output is kept. */
export const capture = (
  changes: Partial<CommandContext> & Pick<CommandContext, 'argv'>,
  { isTTY = false }: { readonly isTTY?: boolean } = {},
): { readonly context: CommandContext; readonly output: () => { readonly stdout: string; readonly stderr: string } } => {
  const [stdout, stderr] = [collect(isTTY), collect(isTTY)];
  return {
    context: {
      env: {},
      stdin: Readable.from([]),
      stdout: stdout.stream,
      stderr: stderr.stream,
      clock: () => Date.UTC(2026, 10, 25),
      cwd: process.cwd(),
      ...changes,
    },
    output: () => ({ stdout: stdout.text(), stderr: stderr.text() }),
  };
};

/** The same in this process, which is quicker. */
export const pgveilHere = async (argv: readonly string[], input: string | Buffer = ''): Promise<Said> => {
  const { context, output } = capture({ argv, stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]) });
  const code = await runCommand(commands, context);
  return { code, ...output() };
};

/** Standard input as a terminal gives it: raw mode is noted, and keys come as they are typed. */
export const terminal = (): { readonly stdin: PassThrough; readonly rawModes: boolean[] } => {
  const rawModes: boolean[] = [];
  const setRawMode = (mode: boolean): void => void rawModes.push(mode);
  return { stdin: Object.assign(new PassThrough(), { isTTY: true, setRawMode }), rawModes };
};
