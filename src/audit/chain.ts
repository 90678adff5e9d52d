/**
 * The hash chain, without I/O. Every hash begins with its domain (RFC 6962 section 2.1 has the reason): what was
 * hashed as a record can never be taken for a root, nor the other way round.
 */
import { createHash } from 'node:crypto';
import type { AuditRecord } from './types.ts';

/** The domains are texts of their own, ended by NUL, which none of them holds. */
const digest = (domain: string, ...parts: readonly Buffer[]): string => {
  const hash = createHash('sha256').update(`pgveil audit ${domain} v1\0`);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** `prev` of the first record. */
export const genesis = digest('genesis');

/** No line is longer, in bytes, its newline left out. */
export const longestLine = 64 << 20;

/** The hash's place is the end of the line, so that what it covers is one run of bytes. */
const beforeHash = ',"hash":"';
const afterHash = '"}';
const hashDigits = 64;
const tailLength = beforeHash.length + hashDigits + afterHash.length;

const hashOf = (prev: string, covered: Buffer): string => digest('record', Buffer.from(prev, 'hex'), covered);

/** The line of a record, its newline included, and its hash. */
export const sealRecord = ({
  seq,
  time,
  prev,
  event,
}: Omit<AuditRecord, 'hash'>): { readonly line: Buffer; readonly hash: string } => {
  const covered = Buffer.from(JSON.stringify({ seq, time, prev, event }).slice(0, -1));
  const hash = hashOf(prev, covered);
  return { line: Buffer.concat([covered, Buffer.from(`${beforeHash}${hash}${afterHash}\n`)]), hash };
};

/** Whether a line (without its newline) that reads as `record` has the hash that its bytes give. */
export const hashFits = (line: Buffer, { prev, hash }: AuditRecord): boolean =>
  hashOf(prev, line.subarray(0, -tailLength)) === hash &&
  line.subarray(-tailLength).equals(Buffer.from(`${beforeHash}${hash}${afterHash}`));

/** What stands for the first `records` records: their number and the hash of the last. */
export const rootOf = (records: number, last: string): string => {
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(records));
  return digest('root', count, Buffer.from(last, 'hex'));
};
