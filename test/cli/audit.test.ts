import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run.ts';
import { publicKeyText } from '../../src/audit/signature.ts';
import {
  joinLines,
  linesOf,
  newKey,
  sessionEvents,
  sessionStart,
  statement,
  temporaryDirectory,
  writeLog,
} from '../audit/support.ts';
import { capture, entryFile, pgveil, pgveilHere } from './support.ts';

const { path, remove } = temporaryDirectory();
afterAll(remove);

const { bytes, publicKey } = writeLog(path('log'), sessionEvents(3));
const lines = linesOf(bytes);
const otherKey = publicKeyText(newKey());

const file = (name: string, contents: Buffer | string): string => {
  writeFileSync(path(name), contents);
  return path(name);
};

describe('pgveil audit verify', () => {
  it('answers 0 for a whole log', async () => {
    expect(await pgveil(['audit', 'verify', path('log'), '--key', publicKey])).toEqual({
      code: 0,
      stdout: `verified  ${path('log')}: 13 records from 2026-11-25T10:00:00.000Z to 2026-11-25T10:00:15.000Z\nsigned by ${publicKey}, as expected\n`,
      stderr: '',
    });
  });

  it('names the key that it was not told, and takes the file relative to where it is called', async () => {
    const { code, stdout } = await pgveil(['audit', 'verify', 'log'], { cwd: path('.') });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^verified {2}log: 13 records/);
    expect(stdout).toContain(`signed by ${publicKey}; --key checks that it is the one you expect\n`);
  });

  it.each<[string, () => readonly string[], string]>([
    [
      'an edited record',
      () => [file('edited', bytes.toString().replace('customers', 'nobodies'))],
      'record 4: the record was changed: its hash is not the one that it states\nNo record is vouched for by a checkpoint.\n',
    ],
    [
      'a cut log',
      () => [file('cut', joinLines(lines.slice(0, 11)))],
      'record 12: the log has no head: its end was cut off, or its writer still runs or was killed\nRecords 1 to 9 are as signed in a checkpoint.\n',
    ],
    ['an empty file', () => [file('empty', '')], 'record 1: there is no record\nNo record is vouched for by a checkpoint.\n'],
    [
      'another key',
      () => [path('log'), '--key', otherKey],
      'record 1: the log was signed by another key than the expected one\nNo record is vouched for by a checkpoint.\n',
    ],
  ])('answers 1 for %s', async (_, argv, text) => {
    const words = argv();
    expect(await pgveilHere(['audit', 'verify', ...words])).toEqual({
      code: 1,
      stdout: `does not verify  ${words[0] ?? ''}: ${text}`,
      stderr: '',
    });
  });

  it.each<[string, () => readonly string[], string]>([
    ['a file that is not there', () => [path('nowhere')], `pgveil: the audit log ${path('nowhere')} cannot be read: ENOENT`],
    ['a key that is none', () => [path('log'), '--key', 'hunter2'], 'pgveil: --key is no Ed25519 public key [PGVEIL_INPUT]\n'],
    [
      'a log of another format',
      () => [file('next', joinLines(lines.with(0, (lines[0] ?? '').replace('"format":1', '"format":2'))))],
      'the log has format 2, and this pgveil reads format 1 [PGVEIL_AUDIT]\nUse the pgveil that wrote it.\n',
    ],
    ['no file', () => [], 'pgveil: audit verify needs FILE [PGVEIL_INPUT]\n'],
  ])('answers 2 for %s', async (_, argv, text) => {
    const said = await pgveilHere(['audit', 'verify', ...argv()]);
    expect(said).toMatchObject({ code: 2, stdout: '' });
    expect(said.stderr).toContain(text);
    expect(said.stderr).not.toContain('hunter2');
  });
});

describe('pgveil audit replay', () => {
  it('shows the sessions of a log', async () => {
    const { code, stdout, stderr } = await pgveil(['audit', 'replay', path('log')]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^session 1 {2}agent/);
    expect(stdout.match(/^1\.\d/gm)).toEqual(['1.1', '1.2', '1.3']);
    expect(stdout).toMatch(/ended \(client\) after 3 statements .*\n\n$/);
  });

  it('shows one session', async () => {
    const two = writeLog(path('two'), [
      sessionStart(1),
      sessionStart(2, { principal: 'other' }),
      statement(2, 1),
      statement(1, 1),
    ]);
    expect(two.bytes.length).toBeGreaterThan(0);
    const { code, stdout } = await pgveilHere(['audit', 'replay', path('two'), '--session', '2']);
    expect([code, stdout.match(/^(?:session )?\d[\d.]*/gm)]).toEqual([0, ['session 2', '2.1']]);
    expect(await pgveilHere(['audit', 'replay', path('two'), '--session', '3'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'pgveil: the log has no session 3 [PGVEIL_INPUT]\nIt has sessions 1, 2.\n',
    });
  });

  it.each(['0', 'x', '1.5', '-1'])('takes no --session=%s', async (number) => {
    const { code, stderr } = await pgveilHere(['audit', 'replay', path('log'), `--session=${number}`]);
    expect([code, stderr]).toEqual([2, 'pgveil: --session is no number [PGVEIL_INPUT]\nSessions count from 1.\n']);
  });

  it('shows a log as far as it verifies, and says so', async () => {
    const edited = file('half', joinLines(lines.with(7, (lines[7] ?? '').replace('"rows":1', '"rows":2'))));
    const { code, stdout, stderr } = await pgveilHere(['audit', 'replay', edited]);
    expect(code).toBe(1);
    expect(stdout.match(/^1\.\d/gm)).toEqual(['1.1', '1.2']);
    expect(stderr).toBe(
      `${edited} does not verify from record 8 on: the record was changed: its hash is not the one that it states\n`,
    );
  });

  it('ends quietly when its reader goes away', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => statement(1, index + 1, { verdict: 'refuse' }));
    writeLog(path('many'), [sessionStart(1), ...many]);
    const child = spawn(process.execPath, ['--import', 'tsx', entryFile, 'audit', 'replay', path('many')]);
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = (await once(child, 'close')) as [number];
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('colour', () => {
  const inColour = async (argv: readonly string[], env: Readonly<Record<string, string>>, isTTY: boolean): Promise<boolean> => {
    const { context, output } = capture({ argv, env }, { isTTY });
    await runCommand(commands, context);
    return output().stdout.includes('\u001B[');
  };

  it.each([[['audit', 'verify', path('log')]], [['audit', 'replay', path('log')]]])(
    'is on a terminal only, and only where NO_COLOR is not set: %j',
    async (argv) => {
      expect(await inColour(argv, {}, true)).toBe(true);
      expect(await inColour(argv, {}, false)).toBe(false);
      expect(await inColour(argv, { NO_COLOR: '1' }, true)).toBe(false);
      expect(await inColour(argv, { TERM: 'dumb' }, true)).toBe(false);
    },
  );
});

describe('pgveil audit report', () => {
  it('makes one file of a log, and says what it found', async () => {
    const out = path('report.html');
    expect(await pgveil(['audit', 'report', path('log'), '--out', out, '--key', publicKey])).toEqual({
      code: 0,
      stdout: `${out}: the report of ${path('log')} (verified, 13 records)\n`,
      stderr: '',
    });
    expect(readFileSync(out, 'utf8')).toMatch(/^<!doctype html>/);
    expect(statSync(out).mode & 0o777).toBe(0o600);
  });

  it('answers 1 for a log that does not verify, and makes the report all the same', async () => {
    const out = path('edited.html');
    const { code, stdout } = await pgveilHere([
      'audit',
      'report',
      file('edited-for-report', bytes.toString().replace('customers', 'nobodies')),
      `--out=${out}`,
    ]);
    expect([code, existsSync(out)]).toEqual([1, true]);
    expect(stdout).toContain('does not verify, record 4: the record was changed');
  });

  it.each<[string, () => readonly string[], string]>([
    ['a log that is not there', () => [path('nowhere'), '--out', path('none.html')], 'cannot be read: ENOENT'],
    ['a directory that is not there', () => [path('log'), '--out', path('no/where.html')], 'the report '],
    [
      'the log itself as the report',
      () => [path('log'), '--out', path('log')],
      'the report would replace the log [PGVEIL_INPUT]',
    ],
    ['a key that is none', () => [path('log'), '--key', 'hunter2'], '--key is no Ed25519 public key [PGVEIL_INPUT]'],
  ])('answers 2 for %s, and leaves no file', async (_, argv, text) => {
    const said = await pgveilHere(['audit', 'report', ...argv()]);
    expect(said).toMatchObject({ code: 2, stdout: '' });
    expect(said.stderr).toContain(text);
    expect(readdirSync(path('.')).filter((name) => name.endsWith('.part') || name === 'none.html')).toEqual([]);
    expect(readFileSync(path('log')).equals(bytes)).toBe(true);
  });
});
