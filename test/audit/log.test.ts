import fc from 'fast-check';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createInterface } from 'node:readline';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openAuditLog, type AuditLog } from '../../src/audit/log.ts';
import { verifyFile } from '../../src/audit/read.ts';
import type { AuditRecord } from '../../src/audit/types.ts';
import {
  newKey,
  recordsOf,
  result,
  sessionEvents,
  sessionStart,
  statement,
  steadyClock,
  temporaryDirectory,
  verifyBytes,
  writeLog,
} from './support.ts';
import { publicKeyText } from '../../src/audit/signature.ts';

const { path, remove } = temporaryDirectory();
afterAll(remove);

const open = (file: string, checkpointEvery = 100): AuditLog =>
  openAuditLog({ file, clock: steadyClock(), checkpointEvery, signingKey: undefined });

const auditError = (message: string): unknown =>
  expect.objectContaining({ code: 'PGVEIL_AUDIT', message: expect.stringContaining(message) as string });

describe('openAuditLog', () => {
  it('makes a file that only its owner can read', () => {
    open(path('rights')).close();
    expect(statSync(path('rights')).mode & 0o777).toBe(0o600);
  });

  it('takes an empty file that is there, with the rights it has', () => {
    writeFileSync(path('empty'), '');
    chmodSync(path('empty'), 0o640);
    const log = open(path('empty'));
    log.close();
    expect(verifyFile(path('empty'), { publicKey: log.publicKey }).ok).toBe(true);
    expect(statSync(path('empty')).mode & 0o777).toBe(0o640);
  });

  it('neither continues nor overwrites a log', () => {
    const { bytes } = writeLog(path('old'), sessionEvents(1));
    expect(() => open(path('old'))).toThrow(
      expect.objectContaining({
        code: 'PGVEIL_AUDIT',
        message: `the audit log ${path('old')} exists and is not empty; one log is one run, and its chain is never continued`,
        remedy: 'Name a new file with --audit, or move the old one away.',
      }),
    );
    expect(readFileSync(path('old')).equals(bytes)).toBe(true);
  });

  it('refuses a directory, a FIFO, a link, a place that is not there', () => {
    mkdirSync(path('directory'));
    expect(() => open(path('directory'))).toThrow(auditError('cannot be created: EISDIR'));
    execFileSync('mkfifo', [path('fifo')]);
    expect(() => open(path('fifo'))).toThrow(auditError(path('fifo')));
    writeFileSync(path('target'), '');
    symlinkSync(path('target'), path('link'));
    expect(() => open(path('link'))).toThrow(auditError('cannot be created: ELOOP'));
    expect(() => open(path('nowhere/log'))).toThrow(auditError('cannot be created: ENOENT'));
    expect(() => open('/dev/full')).toThrow(auditError('is not a regular file'));
  });

  it('signs with the key given, else with one of its own', () => {
    const key = newKey();
    const given = openAuditLog({ file: path('given'), clock: Date.now, checkpointEvery: 5, signingKey: key });
    expect(given.publicKey).toBe(publicKeyText(key));
    given.close();
    const own = [open(path('own1')), open(path('own2'))].map((log) => {
      log.close();
      return log.publicKey;
    });
    expect(new Set(own).size).toBe(2);
    expect(verifyFile(path('given'), { publicKey: given.publicKey }).ok).toBe(true);
    expect(verifyFile(path('own1'), { publicKey: own[0] }).ok).toBe(true);
    expect(verifyFile(path('own1'), { publicKey: own[1] })).toMatchObject({ ok: false, flaw: 'other-key' });
  });
});

describe('append', () => {
  it('has written the record when it returns', () => {
    const log = open(path('at-once'));
    log.append(sessionStart(1));
    expect(recordsOf(readFileSync(path('at-once'))).map(({ event }) => event.type)).toEqual(['log-start', 'session-start']);
    log.close();
  });

  it('writes a result with the next record, in order', () => {
    const file = path('with-next');
    const log = open(file);
    const types = (): string =>
      recordsOf(readFileSync(file))
        .map(({ event }) => event.type)
        .join(' ');
    log.append(statement(1, 1));
    log.append(result(1, 1));
    expect(types()).toBe('log-start statement');
    log.append(statement(1, 2));
    expect(types()).toBe('log-start statement result statement');
    log.append(result(1, 2));
    log.close();
    expect(types()).toBe('log-start statement result statement result head');
    expect(verifyFile(file, { publicKey: log.publicKey }).ok).toBe(true);
  });

  it('writes results at the end of the turn when no other record comes', async () => {
    const file = path('with-turn');
    const log = open(file);
    log.append(result(1, 1));
    log.append(result(1, 2));
    expect(recordsOf(readFileSync(file))).toHaveLength(1);
    await nextTurn();
    expect(recordsOf(readFileSync(file))).toHaveLength(3);
    log.close();
  });

  it('takes nothing more once a result could not be written', async () => {
    const log = open(path('late'));
    rmSync(path('late'));
    log.append(result(1, 1));
    await nextTurn();
    expect(() => {
      log.append(statement(1, 2));
    }).toThrow(auditError('is broken'));
    expect(() => {
      log.close();
    }).toThrow(auditError('gets no head'));
  });

  it.each([
    ['20 ms after the last look', 100, [0, 0, 19, 20], 4],
    ['when the clock goes back', 100, [50, 50, 30], 3],
    ['for a checkpoint', 3, [0, 0, 0], 3],
  ])('looks at the file %s', (_, checkpointEvery, times, fails) => {
    const file = path(`look-${String(fails)}-${String(checkpointEvery)}`);
    let now = times[0] ?? 0;
    const log = openAuditLog({ file, clock: () => now, checkpointEvery, signingKey: undefined });
    rmSync(file);
    const taken = times.slice(1).flatMap((time, index) => {
      now = time;
      try {
        log.append(statement(1, index + 1));
        return [];
      } catch {
        return [index + 2];
      }
    });
    expect(taken).toEqual([fails]);
    expect(() => {
      log.close();
    }).toThrow(auditError('gets no head'));
  });

  it('writes a checkpoint after every so many records', () => {
    const types = (checkpointEvery: number): string =>
      recordsOf(writeLog(path(`every-${String(checkpointEvery)}`), sessionEvents(1), { checkpointEvery }).bytes)
        .map(({ event }) => event.type.charAt(0))
        .join('');
    // l(og-start) c(atalog, heckpoint) s(ession-start, tatement, ession-end) r(esult) h(ead)
    expect(types(1)).toBe('lcccscscrcsch');
    expect(types(2)).toBe('lccsscrsch');
    expect(types(100)).toBe('lcssrsh');
    for (const every of [1, 2, 100]) expect(verifyFile(path(`every-${String(every)}`)).ok).toBe(true);
  });

  it('refuses a record that no reader would take, and goes on', () => {
    const log = open(path('long'));
    expect(() => {
      log.append(statement(1, 1, { sql: '\u0001'.repeat(12 << 20) }));
    }).toThrow(auditError('is too long for the audit log'));
    log.append(statement(1, 1));
    log.close();
    expect(verifyFile(path('long'))).toMatchObject({ ok: true, records: 3 });
  });

  it('refuses after close', () => {
    const log = open(path('closed'));
    log.close();
    expect(() => {
      log.append(sessionStart(1));
    }).toThrow(auditError('is closed'));
    log.close();
    expect(verifyFile(path('closed'))).toMatchObject({ ok: true, records: 2 });
  });

  it.each<[string, (file: string) => void, string]>([
    [
      'is removed',
      (file) => {
        rmSync(file);
      },
      'was removed while pgveil was writing it',
    ],
    [
      'gets a line from elsewhere',
      (file) => {
        appendFileSync(file, '{}\n');
      },
      'was changed by another process',
    ],
    [
      'is cut',
      (file) => {
        truncateSync(file, 10);
      },
      'was changed by another process',
    ],
  ])('fails for ever once the file %s', (name, act, message) => {
    const file = path(name);
    const log = open(file);
    log.append(sessionStart(1));
    act(file);
    expect(() => {
      log.append(statement(1, 1));
    }).toThrow(auditError(message));
    expect(() => {
      log.append(statement(1, 2));
    }).toThrow(auditError('is broken'));
    expect(() => {
      log.close();
    }).toThrow(auditError('gets no head'));
    log.close();
  });

  it('gives a log that verifies, whatever the texts in it', () => {
    const text = fc.string({ unit: 'binary' });
    const any = fc.oneof(text, fc.constantFrom('__proto__', '\uD800', '\u2028\n\0', '7', '"}\n'));
    const events = fc.array(
      fc.record({ principal: any, groups: fc.array(any), claims: fc.dictionary(any, any), application: any }),
      { maxLength: 5 },
    );
    let run = 0;
    fc.assert(
      fc.property(events, (changes) => {
        const file = path(`texts-${String((run += 1))}`);
        const log = openAuditLog({ file, clock: Date.now, checkpointEvery: 2, signingKey: undefined });
        const written = changes.map((change, index) => sessionStart(index + 1, change));
        for (const event of written) log.append(event);
        log.close();
        const read: AuditRecord['event'][] = [];
        const verdict = verifyFile(file, { publicKey: log.publicKey, onRecord: ({ event }) => read.push(event) });
        expect(verdict.ok).toBe(true);
        expect(JSON.stringify(read.filter(({ type }) => type === 'session-start'))).toBe(JSON.stringify(written));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out what is undefined, and reads it back as such', () => {
    const read: unknown[] = [];
    writeLog(path('undefined'), [result(1, 1, { tag: undefined })]);
    verifyFile(path('undefined'), { onRecord: ({ event }) => read.push(event) });
    expect(read[1]).toEqual(result(1, 1, { tag: undefined }));
  });
});

const child = fileURLToPath(new URL('writer-child.ts', import.meta.url));

describe('a process that writes a log', () => {
  it('refuses every record from the first that the file does not take', () => {
    const file = path('full');
    // In units of 1,024 bytes; the limit falls within a record.
    const command = 'ulimit -f 16; exec "$0" --import tsx "$1" "$2" 1000';
    const said = execFileSync('bash', ['-c', command, process.execPath, child, file]).toString().trimEnd().split('\n');
    const accepted = said.filter((line) => line.startsWith('accepted'));
    expect(accepted.length).toBeGreaterThan(5);
    expect(said.slice(accepted.length)).toEqual([
      `PGVEIL_AUDIT the audit log ${file} took only a part of a record`,
      `PGVEIL_AUDIT the audit log ${file} is broken: it takes no more records and gets no head`,
      `PGVEIL_AUDIT the audit log ${file} is broken: it takes no more records and gets no head`,
      `close: the audit log ${file} is broken: it takes no more records and gets no head`,
    ]);
    const verdict = verifyFile(file);
    expect(verdict).toMatchObject({ ok: false, flaw: 'cut-line' });
    const statements = recordsOf(Buffer.from(`${readFileSync(file).toString().split('\n').slice(0, -1).join('\n')}\n`));
    expect(statements.filter(({ event }) => event.type === 'statement')).toHaveLength(accepted.length);
  });

  it('leaves every record that was accepted when it is killed', async () => {
    const file = path('killed');
    const writer = spawn(process.execPath, ['--import', 'tsx', child, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let accepted = 0;
    const lines = createInterface({ input: writer.stdout });
    lines.on('line', () => {
      accepted += 1;
      if (accepted === 25) writer.kill('SIGKILL');
    });
    await Promise.all([once(writer, 'exit'), once(lines, 'close')]);
    const seen: AuditRecord[] = [];
    const verdict = verifyFile(file, { onRecord: (record) => seen.push(record) });
    expect(verdict).toMatchObject({ ok: false });
    expect(verdict.ok ? 0 : verdict.signed).toBeGreaterThan(20);
    expect(seen.filter(({ event }) => event.type === 'statement').length).toBeGreaterThanOrEqual(accepted);
    expect(verifyBytes(readFileSync(file))).toEqual(verdict);
  });
});

describe('verifyFile', () => {
  it('says when there is nothing to read', () => {
    expect(() => verifyFile(path('not-there'))).toThrow(auditError('cannot be read: ENOENT'));
    expect(() => verifyFile('/')).toThrow(auditError('cannot be read: EISDIR'));
  });
});
