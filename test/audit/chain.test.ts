import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { genesis, hashFits, rootOf, sealRecord } from '../../src/audit/chain.ts';
import type { AuditRecord } from '../../src/audit/types.ts';

const sha256 = (...parts: readonly (string | Buffer)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

const record: Omit<AuditRecord, 'hash'> = {
  seq: 2,
  time: '2026-11-25T10:00:00.000Z',
  prev: genesis,
  event: { type: 'catalog', database: 'app', version: '18' },
};
const covered = `{"seq":2,"time":"2026-11-25T10:00:00.000Z","prev":"${genesis}","event":{"type":"catalog","database":"app","version":"18"}`;

/** docs/audit-format.md gives these formulas; here they are computed from that text alone. */
describe('the hashes', () => {
  it('begin with the domain that is theirs', () => {
    expect(genesis).toBe(sha256('pgveil audit genesis v1\0'));
    expect(genesis).toBe('61bde526cd9427c238c01ae284c7a5b6f15a3b697128805effd2ed47b9dff188');
    expect(rootOf(258, genesis)).toBe(
      sha256('pgveil audit root v1\0', Buffer.from([0, 0, 0, 0, 0, 0, 1, 2]), Buffer.from(genesis, 'hex')),
    );
    expect(sealRecord(record).hash).toBe(sha256('pgveil audit record v1\0', Buffer.from(genesis, 'hex'), covered));
  });

  it('stand at the end of their line', () => {
    const { line, hash } = sealRecord(record);
    expect(line.toString()).toBe(`${covered},"hash":"${hash}"}\n`);
    expect(hashFits(line.subarray(0, -1), { ...record, hash })).toBe(true);
  });
});

describe('hashFits', () => {
  const { line, hash } = sealRecord(record);
  it('covers every byte before the hash, the form around it, and the hash before it', () => {
    for (const [index] of line.subarray(0, -1).entries()) {
      const flipped = Buffer.from(line.subarray(0, -1));
      flipped[index] = (flipped[index] ?? 0) ^ 1;
      expect(hashFits(flipped, { ...record, hash })).toBe(false);
    }
    expect(hashFits(line.subarray(0, -1), { ...record, prev: hash, hash })).toBe(false);
  });
});
