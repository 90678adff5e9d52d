import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableLines } from '../../src/audit/printable.ts';
import { replay } from '../../src/audit/replay.ts';
import type { Paint } from '../../src/audit/replay-text.ts';
import type { AuditEvent, AuditRecord } from '../../src/audit/types.ts';
import { result, sessionStart, statement, steadyClock } from './support.ts';

const records = (events: readonly AuditEvent[]): readonly AuditRecord[] => {
  const clock = steadyClock();
  return events.map((event, index) => ({ seq: index + 1, time: new Date(clock()).toISOString(), prev: '', event, hash: '' }));
};

const plain: Paint = (_, text) => text;

const shown = (events: readonly AuditEvent[], session?: number, paint = plain): string =>
  [...replay(records(events), { session, paint })].join('\n');

const refusal = {
  rule: 'class.filter',
  sqlstate: '42501',
  message: 'pgveil refuses the statement (rule class.filter)',
  hint: 'Filter by another column.',
};

describe('replay', () => {
  it('shows a session as its agent saw it', () => {
    const events: readonly AuditEvent[] = [
      { type: 'catalog', database: 'app', version: 'PostgreSQL 18' },
      sessionStart(1),
      statement(1, 1, { sql: 'SELECT id,\n\temail\nFROM customers', notes: ['revealed: support'] }),
      result(1, 1, {
        rows: 2,
        tag: 'SELECT 2',
        sample: [
          ['1', 'a***@example.com'],
          ['10', null],
        ],
      }),
      statement(1, 2, { sql: 'SELECT ssn FROM customers', verdict: 'refuse', refusal, columns: [] }),
      statement(1, 3, { kind: 'update', sql: 'UPDATE t SET a = $1', relations: ['public.t'], columns: [] }),
      { type: 'fault', session: 1, statement: 3, witness: 'server', detail: 'column email was not expected' },
      result(1, 3, { rows: 0, bytes: 1, sqlstate: '23505', tag: undefined }),
      { type: 'session-end', session: 1, reason: 'client', statements: 3 },
      { type: 'auth-failed', user: 'eve', database: 'app', reason: 'token expired' },
    ];
    expect(`\n${shown(events)}`).toBe(`
session 1  agent  2026-11-25T10:00:01.500Z
  database     app as reader
  application  psql
  groups       ci
  claims       repository=acme/shop
               run_id=42

1.1  2026-11-25T10:00:03.000Z  select
  │ SELECT id,
  │   email
  │ FROM customers
  forwarded  SELECT 2  2 rows, 57 bytes, 3 ms
  relations  public.customers
  columns
    id     pass                no class
    email  mask(email)  email  class email
  note  revealed: support
  first rows
    │ id │ email
    │ 1  │ a***@example.com
    │ 10 │ (null)

1.2  2026-11-25T10:00:06.000Z  select
  │ SELECT ssn FROM customers
  refused  rule class.filter
  ERROR 42501: pgveil refuses the statement (rule class.filter)
  HINT: Filter by another column.
  relations  public.customers

1.3  2026-11-25T10:00:07.500Z  update
  │ UPDATE t SET a = $1
  forwarded  ERROR 23505  0 rows, 1 byte, 3 ms
  relations  public.t
  lineage fault  server: column email was not expected

session 1  ended (client) after 3 statements  2026-11-25T10:00:12.000Z

log-in refused  2026-11-25T10:00:13.500Z  eve for database app: token expired
`);
  });

  const heads = (text: string): readonly string[] =>
    text.split('\n').flatMap((line) => /^(?:session )?\d[\d.]*(?= )/.exec(line) ?? []);

  it('keeps the order of a session when its statements are pipelined', () => {
    const events = [
      sessionStart(1),
      statement(1, 1),
      statement(1, 2),
      statement(1, 3, { verdict: 'refuse', refusal }),
      result(1, 1),
      statement(1, 4),
      result(1, 2),
      result(1, 4),
    ];
    expect(heads(shown(events))).toEqual(['session 1', '1.1', '1.2', '1.3', '1.4']);
  });

  it('shows a statement without a result as such, when its session or the log ends', () => {
    const open = [sessionStart(1), statement(1, 1), statement(1, 2), result(1, 2)];
    const without = /1\.1 .*\n(?: {2}│.*\n)+ {2}forwarded {2}the log has no result for it/;
    expect(shown(open)).toMatch(without);
    const ended = shown([...open, { type: 'session-end', session: 1, reason: 'error', statements: 2 }]);
    expect(ended).toMatch(without);
    expect(heads(ended)).toEqual(['session 1', '1.1', '1.2', 'session 1']);
  });

  it('shows sessions that ran at the same time, or one of them', () => {
    const events: readonly AuditEvent[] = [
      sessionStart(1),
      sessionStart(2, { principal: 'other' }),
      statement(1, 1),
      statement(2, 1),
      result(2, 1),
      result(1, 1),
      { type: 'auth-failed', user: 'eve', database: 'app', reason: 'no' },
    ];
    expect(heads(shown(events))).toEqual(['session 1', 'session 2', '2.1', '1.1']);
    expect(heads(shown(events, 2))).toEqual(['session 2', '2.1']);
    expect(shown(events, 2)).not.toContain('eve');
    expect(shown(events, 3)).toBe('');
  });

  it('drops no fault, even of a statement that is shown already', () => {
    const fault: AuditEvent = { type: 'fault', session: 1, statement: 1, witness: 'shape', detail: 'two columns more' };
    expect(shown([statement(1, 1, { verdict: 'refuse', refusal }), fault])).toMatch(
      /\n1\.1 {2}lineage fault {2}shape: two columns more\n/,
    );
    expect(shown([result(7, 1)])).toBe('');
  });

  it('shows what was detected, with its statement or behind the session', () => {
    const detected: AuditEvent = {
      type: 'detected',
      session: 1,
      statement: 1,
      fingerprint: 'f',
      column: 'note',
      source: 'public.contacts.note',
      class: 'email',
      hits: 97,
      of: 100,
    };
    const text = 'detected  public.contacts.note has no class and looks like email: 97 of 100 samples';
    expect(shown([statement(1, 1), detected, result(1, 1)])).toContain(`\n  ${text}\n`);
    expect(shown([statement(1, 1), result(1, 1), detected])).toContain(`\n1.1  ${text}\n`);
    expect(shown([{ ...detected, source: undefined }])).toContain('detected  note has no class');
  });
});

describe('a hostile text', () => {
  const hostile = '\u001B]0;owned\u0007\u009B31m\r\u202Egnp.exe\u2028\u{E0041}';
  const events: readonly AuditEvent[] = [
    sessionStart(1, {
      principal: hostile,
      groups: [hostile],
      claims: { [hostile]: hostile },
      application: hostile,
      database: hostile,
      credential: hostile,
    }),
    statement(1, 1, {
      kind: hostile,
      sql: `${hostile}\n1.2  2026-11-25T10:00:00.000Z  select`,
      relations: [hostile],
      columns: [{ name: hostile, classes: [hostile], sources: [hostile], treatment: hostile, reason: hostile }],
      notes: [hostile],
    }),
    { type: 'fault', session: 1, statement: 1, witness: 'server', detail: hostile },
    result(1, 1, { tag: hostile, sample: [[hostile]] }),
    statement(1, 2, { verdict: 'refuse', refusal: { rule: hostile, sqlstate: hostile, message: hostile, hint: hostile } }),
    statement(1, 3),
    result(1, 3, { sqlstate: hostile }),
    { type: 'auth-failed', user: hostile, database: hostile, reason: hostile },
  ];

  it('reaches no terminal, wherever in a record it is', () => {
    for (const line of replay(records(events), { session: undefined, paint: plain })) {
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u);
    }
  });

  it('is painted after it was made harmless', () => {
    const painted: string[] = [];
    shown(events, undefined, (_, text) => {
      painted.push(text);
      return text;
    });
    expect(painted.length).toBeGreaterThan(10);
    for (const text of painted) expect(printable(text)).toBe(text);
  });

  it('cannot look like a line of the replay', () => {
    expect(shown(events)).toContain('\n  │ 1.2  2026-11-25T10:00:00.000Z  select\n');
    expect(shown(events)).not.toMatch(/^1\.2 {2}2026-11-25T10:00:00\.000Z/m);
  });
});

describe('printable', () => {
  it.each([
    ['plain ASCII ~ and ümläut, 漢字, 🦊', 'plain ASCII ~ and ümläut, 漢字, 🦊'],
    ['\n\r\t', '\\n\\r\\t'],
    ['\0\u001B\u007F\u0085\u009B', '\\u{0}\\u{1b}\\u{7f}\\u{85}\\u{9b}'],
    ['\u200B\u202E\u2066\uFEFF\u00AD', '\\u{200b}\\u{202e}\\u{2066}\\u{feff}\\u{ad}'],
    ['\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['\uD800', '\\u{d800}'],
  ])('%j', (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('leaves nothing that it would change', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(printable(text))).toBe(printable(text));
        for (const line of printableLines(text)) expect(printable(line)).toBe(line);
      }),
    );
  });
});
