import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  joinLines,
  linesOf,
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

const { bytes, publicKey } = writeLog(path('log'), sessionEvents(5), { checkpointEvery: 3 });
const lines = linesOf(bytes);
const records = recordsOf(bytes);

const intact = (attacked: Buffer): boolean => verifyBytes(attacked, publicKey).ok;

const index = fc.nat({ max: lines.length - 1 });

describe('any tampering is found', () => {
  it('the untouched log verifies', () => {
    expect(verifyBytes(bytes, publicKey)).toMatchObject({ ok: true, records: lines.length });
  });

  it('a byte flipped in any line', () => {
    fc.assert(
      fc.property(index, fc.nat(), fc.integer({ min: 1, max: 255 }), (line, at, mask) => {
        const before = joinLines(lines.slice(0, line)).length;
        const position = before + (at % ((lines[line] ?? '').length + 1));
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8(flipped.readUInt8(position) ^ mask, position);
        expect(intact(flipped)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('a run of bytes removed, put in or written over', () => {
    const place = fc.nat({ max: bytes.length - 1 });
    fc.assert(
      fc.property(place, fc.nat({ max: 300 }), fc.uint8Array({ maxLength: 80 }), (at, removed, put) => {
        const attacked = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + removed)]);
        fc.pre(!attacked.equals(bytes));
        expect(intact(attacked)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('lines in any other order', () => {
    const order = fc.shuffledSubarray([...lines.keys()], { minLength: lines.length, maxLength: lines.length });
    fc.assert(
      fc.property(order, (permuted) => {
        fc.pre(permuted.some((line, place) => line !== place));
        expect(intact(joinLines(permuted.map((line) => lines[line] ?? '')))).toBe(false);
      }),
    );
  });

  it('two lines exchanged', () => {
    fc.assert(
      fc.property(index, index, (a, b) => {
        fc.pre(a !== b);
        expect(intact(joinLines(lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '')))).toBe(false);
      }),
    );
  });

  it('any lines left out', () => {
    fc.assert(
      fc.property(fc.subarray([...lines.keys()], { maxLength: lines.length - 1 }), (kept) => {
        expect(intact(joinLines(kept.map((line) => lines[line] ?? '')))).toBe(false);
      }),
    );
  });

  it('any line repeated anywhere', () => {
    fc.assert(
      fc.property(index, fc.nat({ max: lines.length }), (line, place) => {
        expect(intact(joinLines([...lines.slice(0, place), lines[line] ?? '', ...lines.slice(place)]))).toBe(false);
      }),
    );
  });

  it('any record replaced, removed or put in, with everything hashed anew', () => {
    const forged = { time: '2026-11-25T10:00:01.000Z', event: statement(1, 1, { sql: 'SELECT $1' }) };
    fc.assert(
      fc.property(index, fc.constantFrom(0, 1), fc.boolean(), (at, removed, put) => {
        fc.pre(removed === 1 || put);
        expect(intact(rehash([...records.slice(0, at), ...(put ? [forged] : []), ...records.slice(at + removed)]))).toBe(false);
      }),
    );
  });
});
