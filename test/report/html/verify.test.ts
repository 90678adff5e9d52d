import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readLines } from '../../../src/report/html/page/records.ts';
import { createVerifier, type Outcome } from '../../../src/report/html/page/verify.ts';
import { publicKeyText } from '../../../src/audit/signature.ts';
import {
  joinLines,
  linesOf,
  newKey,
  recordsOf,
  rehash,
  sessionEvents,
  temporaryDirectory,
  verifyBytes,
  writeLog,
} from '../../audit/support.ts';

const { path, remove } = temporaryDirectory();
afterAll(remove);

const { bytes, publicKey } = writeLog(path('log'), sessionEvents(12), { checkpointEvery: 4 });
const lines = linesOf(bytes);

/** The page's reader, fed in two pieces. */
const verify = async (log: readonly string[], expectedKey?: string): Promise<Outcome> => {
  const verifier = createVerifier(expectedKey);
  const all = readLines(log.join('\n'));
  const half = Math.floor(all.length / 2);
  await verifier.take(all.slice(0, half));
  await verifier.take(all.slice(half));
  return verifier.finish();
};

describe('the page', () => {
  it('verifies a whole log, hashes and signatures', async () => {
    expect(await verify(lines, publicKey)).toEqual({ kind: 'verified', records: lines.length, publicKey, signatures: 'checked' });
  });

  it('finds another key', async () => {
    const message = 'the log was signed by another key than the expected one';
    expect(await verify(lines, publicKeyText(newKey()))).toEqual({ kind: 'broken', record: 1, message });
  });

  it('finds a log that was made anew without the key', async () => {
    const records = recordsOf(bytes).map((record) =>
      record.event.type === 'statement' ? { ...record, event: { ...record.event, sql: 'SELECT 1' } } : record,
    );
    const forged = linesOf(rehash(records));
    expect(await verify(forged)).toMatchObject({ kind: 'broken', record: 5 });
  });

  it('finds a log without records', async () => {
    expect(await verify([])).toEqual({ kind: 'broken', record: 1, message: 'there is no record' });
  });

  it('says where it cannot check signatures, and still finds what the hashes show', async () => {
    const original = crypto.subtle.importKey.bind(crypto.subtle);
    crypto.subtle.importKey = async () => Promise.reject(new DOMException('unknown algorithm', 'NotSupportedError'));
    try {
      expect(await verify(lines)).toMatchObject({ kind: 'verified', signatures: 'unknown' });
      expect(await verify(lines.toSpliced(3, 1))).toMatchObject({ kind: 'broken', record: 4 });
    } finally {
      crypto.subtle.importKey = original;
    }
  });

  const place = fc.nat({ max: lines.length - 1 });
  const other = (digit: string): string => (digit === '7' ? '8' : '7');
  const whole = lines.join('\n');
  const places = [...whole.matchAll(/[0-9a-f]/g)].map(({ index }) => index);
  const tampering = {
    removed: (a: number) => lines.toSpliced(a, 1),
    doubled: (a: number) => lines.toSpliced(a, 0, lines[a] ?? ''),
    swapped: (a: number, b: number) => lines.with(a, lines[b] ?? '').with(b, lines[a] ?? ''),
    cut: (a: number) => lines.slice(0, a),
    edited: (_a: number, _b: number, share: number) => {
      const at = places[Math.floor(share * places.length)] ?? 0;
      return `${whole.slice(0, at)}${other(whole[at] ?? '')}${whole.slice(at + 1)}`.split('\n');
    },
  };
  const kind = fc.constantFrom('removed', 'doubled', 'swapped', 'cut', 'edited', 'edited', 'edited');
  const share = fc.double({ min: 0, max: 0.999_999, noNaN: true });

  it('agrees with pgveil audit verify on whatever was done to a log', async () => {
    await fc.assert(
      fc.asyncProperty(kind, place, place, share, async (what, a, b, part) => {
        const log = tampering[what](a, b, part);
        const expected = verifyBytes(joinLines(log));
        const outcome = await verify(log);
        const found = outcome.kind === 'broken' ? { ok: false, record: outcome.record } : { ok: outcome.kind === 'verified' };
        expect(expected).toMatchObject(found);
      }),
      { numRuns: 300 },
    );
  });
});
