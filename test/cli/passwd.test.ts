import { describe, expect, it } from 'vitest';
import { parseLocalPrincipals } from '../../src/auth/local.ts';
import { deriveVerifier } from '../../src/auth/scram.ts';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run.ts';
import { capture, pgveil, pgveilHere, terminal, type Said } from './support.ts';

/** Whether the line that was printed is what the verifier file takes, and the password's. */
const fits = (line: string, name: string, password: string): boolean => {
  const verifier = parseLocalPrincipals(line, 'verifiers').get(name);
  return verifier?.storedKey.equals(deriveVerifier(password, verifier.salt, verifier.iterations).storedKey) === true;
};

describe('pgveil passwd --password-stdin', () => {
  it.each([
    ['with a newline', 'pencil\n'],
    ['with CRLF', 'pencil\r\n'],
    ['without', 'pencil'],
  ])('makes a line of the verifier file from one line of standard input, %s', async (_, input) => {
    const { code, stdout, stderr } = await pgveil(['passwd', 'ada', '--password-stdin'], { input });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^ada:SCRAM-SHA-256\$4096:[\w+/=]+\$[\w+/=]+:[\w+/=]+\n$/);
    expect(fits(stdout, 'ada', 'pencil')).toBe(true);
    expect(fits(stdout, 'ada', 'pencil\n')).toBe(false);
  });

  it('has another salt each time', async () => {
    const [one, two] = await Promise.all([1, 2].map(async () => pgveilHere(['passwd', 'ada', '--password-stdin'], 'x')));
    expect(one?.stdout).not.toBe(two?.stdout);
  });

  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'the password is empty'],
    ['an empty line', '\n', 'the password is empty'],
    ['two lines', 'pencil\nsecret\n', 'the password holds a control character'],
    ['a control character', 'pen\u0007cil', 'the password holds a control character'],
    ['bytes that are no UTF-8', Buffer.from([0x70, 0xff]), 'the password is not UTF-8'],
    ['too much', 'x'.repeat(1_001), 'the password is longer than 1000 characters'],
    ['far too much', 'x'.repeat(100_000), 'standard input is too long for a password'],
  ])('refuses %s', async (_, input, message) => {
    const said = await pgveilHere(['passwd', 'ada', '--password-stdin'], input);
    expect(said).toMatchObject({ code: 2, stdout: '' });
    expect(said.stderr).toContain(`pgveil: ${message} [PGVEIL_INPUT]\n`);
    expect(said.stderr).not.toContain('pencil');
  });
});

describe('pgveil passwd', () => {
  it.each([
    ['job-1', 'names that begin with job- are for session credentials'],
    ['a b', 'a name begins with a letter or _, and has at most 63 letters, digits and _.@-'],
    ['', 'a name begins with a letter or _, and has at most 63 letters, digits and _.@-'],
  ])('refuses the name %j before it asks for a password', async (name, flaw) => {
    const { code, stderr } = await pgveilHere(['passwd', name]);
    expect([code, stderr]).toEqual([2, `pgveil: NAME cannot be used: ${flaw} [PGVEIL_INPUT]\n`]);
  });

  it('takes no password as an argument, and does not repeat it', async () => {
    const { code, stderr } = await pgveilHere(['passwd', 'ada', 'hunter2']);
    expect(code).toBe(2);
    expect(stderr).toContain('passwd takes NAME and nothing more');
    expect(stderr).not.toContain('hunter2');
  });

  it('reads no pipe unless it is told to', async () => {
    const { code, stderr } = await pgveilHere(['passwd', 'ada'], 'pencil\n');
    expect([code, stderr]).toEqual([
      2,
      'pgveil: standard input is no terminal to ask for the password on [PGVEIL_INPUT]\nPipe it in with --password-stdin.\n',
    ]);
  });
});

describe('pgveil passwd on a terminal', () => {
  const typed = async (...keys: readonly string[]): Promise<Said & { readonly rawModes: readonly boolean[] }> => {
    const { stdin, rawModes } = terminal();
    const { context, output } = capture({ argv: ['passwd', 'ada'], stdin }, { isTTY: true });
    const code = runCommand(commands, context);
    for (const key of keys) {
      stdin.write(key);
      await new Promise(setImmediate);
    }
    return { code: await code, ...output(), rawModes };
  };

  it('asks twice and echoes nothing', async () => {
    const { code, stdout, stderr, rawModes } = await typed('p', 'ä', 'x', '\u007F', 's', '\r', 'päs\r');
    expect([code, stderr]).toEqual([0, 'Password for ada: \nOnce more: \n']);
    expect(fits(stdout, 'ada', 'päs')).toBe(true);
    expect(rawModes).toEqual([true, false]);
  });

  it('takes both answers when they come at once', async () => {
    const { code, stdout } = await typed('pencil\rpencil\r');
    expect(code).toBe(0);
    expect(fits(stdout, 'ada', 'pencil')).toBe(true);
  });

  it.each([
    ['the two differ', ['pencil\r', 'pen\r'], 'the two passwords differ'],
    ['it is empty', ['\r'], 'the password is empty'],
    ['Ctrl-C is typed', ['pen', '\u0003'], 'no password was given'],
    ['Ctrl-D is typed', ['\u0004'], 'no password was given'],
  ])('refuses when %s, and leaves the terminal as it was', async (_, keys, message) => {
    const { code, stdout, stderr, rawModes } = await typed(...keys);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`pgveil: ${message} [PGVEIL_INPUT]\n`);
    expect(stderr).not.toContain('pen\n');
    expect(rawModes.at(-1)).toBe(false);
  });
});
