import { afterAll, describe, expect, it } from 'vitest';
import { rootOf } from '../../src/audit/chain.ts';
import { publicKeyText, signRoot } from '../../src/audit/signature.ts';
import type { AuditRecord } from '../../src/audit/types.ts';
import {
  joinLines,
  linesOf,
  newKey,
  recordsOf,
  rehash,
  sessionEvents,
  statement,
  temporaryDirectory,
  verifyBytes,
  writeLog,
} from './support.ts';

const { path, remove } = temporaryDirectory();
afterAll(remove);

const key = newKey();
/** 13 records: 5 and 10 are checkpoints, 13 is the head. */
const { bytes, publicKey } = writeLog(path('log'), sessionEvents(3), { key });
const lines = linesOf(bytes);
const records = recordsOf(bytes);
const other = writeLog(path('other'), sessionEvents(2), { key });

const edited = (record: AuditRecord): AuditRecord => ({
  ...record,
  event: record.event.type === 'statement' ? { ...record.event, sql: 'SELECT 1' } : record.event,
});

const editAt = (seq: number): readonly AuditRecord[] => records.map((record) => (record.seq === seq ? edited(record) : record));

/** Chains anew, and makes what is signed fit the new chain with a key of one's own, or none. */
const resign = (all: readonly AuditRecord[], own = newKey(), nameIt = true): Buffer => {
  let chained: readonly AuditRecord[] = all;
  for (const [index] of all.entries()) {
    const before = recordsOf(rehash(chained.slice(0, index))).at(-1);
    chained = chained.map((record, at) => {
      const { event, time } = record;
      if (at !== index) return record;
      const names = nameIt ? { publicKey: publicKeyText(own) } : {};
      if (event.type === 'log-start') return { ...record, event: { ...event, ...names } };
      if (event.type !== 'checkpoint' && event.type !== 'head') return record;
      const root = rootOf(index, before?.hash ?? '');
      const signature = signRoot({ kind: event.type, records: index, root, time }, own);
      return { ...record, event: { ...event, ...(event.type === 'head' ? names : {}), records: index, root, signature } };
    });
  }
  return rehash(chained);
};

const without = (seq: number): readonly string[] => lines.filter((_, index) => index + 1 !== seq);
const swapped = (seq: number): readonly string[] => [
  ...lines.slice(0, seq - 1),
  lines[seq] ?? '',
  lines[seq - 1] ?? '',
  ...lines.slice(seq + 1),
];
const head = records.at(-1)?.event;
const checkpoint = records[9];

describe('a whole log', () => {
  it('verifies, with its key and without', () => {
    const whole = { ok: true, records: 13, publicKey, from: '2026-11-25T10:00:00.000Z', to: '2026-11-25T10:00:15.000Z' };
    expect(verifyBytes(bytes)).toEqual(whole);
    expect(verifyBytes(bytes, publicKey)).toEqual(whole);
  });

  it('verifies when chained anew: the helper of these tests makes the same bytes', () => {
    expect(rehash(records).equals(bytes)).toBe(true);
    expect(resign(records, key).equals(bytes)).toBe(true);
  });
});

describe('an attack is found:', () => {
  it.each<[string, Buffer, string, number]>([
    ['everything removed', Buffer.alloc(0), 'empty', 1],
    ['the head cut off', joinLines(lines.slice(0, -1)), 'no-head', 13],
    ['cut after a checkpoint', joinLines(lines.slice(0, 10)), 'no-head', 11],
    ['cut within a record', bytes.subarray(0, -20), 'cut-line', 13],
    ['the last newline cut off', bytes.subarray(0, -1), 'cut-line', 13],
    ['the tail cut off, the head kept', joinLines([...lines.slice(0, 10), lines.at(-1) ?? '']), 'out-of-place', 11],
    ['the first record dropped', joinLines(without(1)), 'out-of-place', 1],
    ['the beginning dropped, the rest chained anew', rehash(records.slice(2)), 'out-of-place', 1],
    ['a record dropped', joinLines(without(7)), 'out-of-place', 7],
    ['a checkpoint dropped', joinLines(without(5)), 'out-of-place', 5],
    ['a record duplicated', joinLines([...lines.slice(0, 7), ...lines.slice(6)]), 'out-of-place', 8],
    ['two records swapped', joinLines(swapped(6)), 'out-of-place', 6],
    [
      'a record of another log of the same key put in',
      joinLines(lines.with(8, linesOf(other.bytes)[8] ?? '')),
      'out-of-place',
      10,
    ],
    ['a record edited', joinLines(lines.with(3, (lines[3] ?? '').replace('SELECT', 'DELETE'))), 'changed', 4],
    ['a record edited and hashed anew', joinLines(lines.with(3, linesOf(rehash(editAt(4)))[3] ?? '')), 'out-of-place', 5],
    ['re-hashed from an edited record on', rehash(editAt(4)), 'signature', 5],
    [
      're-hashed after the last checkpoint',
      rehash(records.map((record) => (record.seq === 12 ? { ...record, time: '2026-11-25T11:00:00.000Z' } : record))),
      'signature',
      13,
    ],
    ['re-hashed, and signed by another key that it does not name', resign(editAt(9), newKey(), false), 'signature', 5],
    [
      'a record put in, and all chained anew',
      rehash([...records.slice(0, 5), { time: '2026-11-25T10:00:00.000Z', event: statement(1, 9) }, ...records.slice(5)]),
      'checkpoint',
      10,
    ],
    ['a checkpoint dropped, and all chained anew', rehash(records.filter(({ seq }) => seq !== 5)), 'checkpoint', 5],
    ['a checkpoint put in', rehash([...records.slice(0, 10), checkpoint as AuditRecord, ...records.slice(10)]), 'checkpoint', 11],
    [
      'the head re-signed by another key',
      joinLines([...lines.slice(0, -1), linesOf(resign(records)).at(-1) ?? '']),
      'out-of-place',
      13,
    ],
    [
      'the head chained in, re-signed by another key and naming it',
      rehash([...records.slice(0, -1), { ...(recordsOf(resign(records)).at(-1) as AuditRecord) }]),
      'other-key',
      13,
    ],
    [
      "the head's time changed",
      rehash(records.map((record) => (record.seq === 13 ? { ...record, time: '2026-11-25T11:00:00.000Z' } : record))),
      'signature',
      13,
    ],
    [
      'cut after a checkpoint, whose signature is made a head',
      rehash([
        ...records.slice(0, 9),
        {
          time: checkpoint?.time ?? '',
          event: { ...(checkpoint?.event as object), type: 'head', algorithm: 'Ed25519', publicKey } as AuditRecord['event'],
        },
      ]),
      'checkpoint',
      10,
    ],
    ['appended after the head', joinLines([...lines, lines[3] ?? '']), 'after-head', 14],
    ['a blank line after the head', Buffer.concat([bytes, Buffer.from('\n')]), 'after-head', 14],
    ['half a line after the head', Buffer.concat([bytes, Buffer.from('{')]), 'after-head', 14],
    ['another whole log after it', Buffer.concat([bytes, other.bytes]), 'after-head', 14],
    [
      'two heads',
      rehash([...records, { time: '2026-11-25T10:00:00.000Z', event: head as AuditRecord['event'] }]),
      'after-head',
      14,
    ],
    ['CRLF for newlines', Buffer.from(bytes.toString().replaceAll('\n', '\r\n')), 'malformed', 1],
    ['a blank line', joinLines(['', ...lines]), 'malformed', 1],
  ])('%s', (_, attacked, flaw, record) => {
    expect(verifyBytes(attacked, publicKey)).toMatchObject({ ok: false, flaw, record });
    expect(verifyBytes(attacked)).toMatchObject({ ok: false, flaw, record });
  });

  it('the whole log made anew with another key, to whom knows the key', () => {
    const forged = resign(editAt(4));
    expect(verifyBytes(forged, publicKey)).toMatchObject({ ok: false, flaw: 'other-key', record: 1, signed: 0 });
    expect(verifyBytes(forged)).toMatchObject({ ok: true });
  });

  it("a checkpoint's signature made a head where no checkpoint is due", () => {
    const long = recordsOf(writeLog(path('long'), sessionEvents(3), { key, checkpointEvery: 100 }).bytes);
    const [time, count] = [long[8]?.time ?? '', 8];
    const root = rootOf(count, long[7]?.hash ?? '');
    const signature = signRoot({ kind: 'checkpoint', records: count, root, time }, key);
    const forged = (kind: 'checkpoint' | 'head'): Buffer =>
      rehash([
        ...long.slice(0, 8),
        {
          time,
          event: {
            type: 'head',
            records: count,
            root,
            algorithm: 'Ed25519',
            publicKey,
            signature: kind === 'checkpoint' ? signature : signRoot({ kind, records: count, root, time }, key),
          },
        },
      ]);
    expect(verifyBytes(forged('checkpoint'))).toMatchObject({ ok: false, flaw: 'signature', record: 9 });
    expect(verifyBytes(forged('head'))).toMatchObject({ ok: true });
  });
});

describe('a line that could be read in two ways is none of pgveil', () => {
  const hostile = (change: (line: string) => string): Buffer => {
    const line = change((lines[3] ?? '').slice(0, -75));
    return joinLines(lines.with(3, `${line}${(lines[3] ?? '').slice(-75)}`));
  };
  it.each<[string, Buffer]>([
    ['space between members', hostile((line) => line.replace('"seq":', '"seq": '))],
    ['a member twice', hostile((line) => line.replace('"seq":4', '"seq":9,"seq":4'))],
    ['an escape that needs none', hostile((line) => line.replace('SELECT', '\\u0053ELECT'))],
    ['a number in another form', hostile((line) => line.replace('"seq":4', '"seq":4.0'))],
    ['an unknown member', hostile((line) => line.replace('"seq":4', '"seq":4,"x":1'))],
    ['an unknown event', hostile((line) => line.replace('"type":"statement"', '"type":"note"'))],
    ['a time that is none', hostile((line) => line.replace('2026-11-25', '2026-13-25'))],
    ['a member of the wrong kind', hostile((line) => line.replace('"session":1', '"session":"1"'))],
    [
      'a hash in capitals',
      joinLines(
        lines.with(
          3,
          (lines[3] ?? '').replace(/[0-9a-f]{64}"}$/, (hash) => hash.toUpperCase()),
        ),
      ),
    ],
    ['bytes that are no UTF-8', Buffer.from(bytes.toString('latin1').replace('customers', 'custom\xFFers'), 'latin1')],
  ])('%s', (_, attacked) => {
    expect(verifyBytes(attacked)).toMatchObject({ ok: false, flaw: 'malformed', record: 4 });
  });

  it.each(['"run_id":42', '"__proto__":42', '"x":null'])('a claim that is no text: %s', (claim) => {
    const [before, after] = [lines.slice(0, 2), lines.slice(3)];
    const line = (lines[2] ?? '').replace('"run_id":"42"', claim);
    expect(verifyBytes(joinLines([...before, line, ...after]))).toMatchObject({
      flaw: 'malformed',
      message: 'the line is no record of pgveil: its member event.claims is wrong',
    });
  });

  it('says where it is malformed without quoting it', () => {
    const verdict = verifyBytes(hostile((line) => line.replace('"session":1', '"session":"secret"')));
    expect(verdict).toMatchObject({ message: 'the line is no record of pgveil: its member event.session is wrong' });
  });
});

describe('a log that cannot be judged', () => {
  it('is one of another format', () => {
    const next = (lines[0] ?? '').replace('"format":1', '"format":2,"more":true');
    expect(verifyBytes(joinLines(lines.with(0, next)))).toMatchObject({ ok: false, flaw: 'other-format' });
  });

  it.each(['', 'AAAA', publicKeyText(newKey()).slice(0, -4)])('is one that names the key %j', (text) => {
    const [first, ...rest] = records;
    const start = { ...(first as AuditRecord), event: { ...(first?.event as object), publicKey: text } as AuditRecord['event'] };
    expect(verifyBytes(rehash([start, ...rest]))).toMatchObject({ ok: false, flaw: 'other-key', record: 1 });
  });
});

describe('what checkpoints vouch for', () => {
  it.each([
    [3, 0],
    [5, 4],
    [9, 4],
    [12, 9],
  ])('of a log cut after record %i, %i records', (length, signed) => {
    expect(verifyBytes(joinLines(lines.slice(0, length)), publicKey)).toMatchObject({ ok: false, flaw: 'no-head', signed });
  });
});
