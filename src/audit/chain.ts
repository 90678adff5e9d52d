/**
 * The hash chain, without I/O. Every hash begins with its domain (RFC 6962 section 2.1 has the reason): what was
 * hashed as a record can never be taken for a root, nor the other way round.
 */
import { hash as hashOnce } from 'node:crypto';
import { eventText } from './event-text.ts';
import type { AuditRecord } from './types.ts';

/** The domains are texts of their own, ended by NUL, which none of them holds. */
const domain = (name: string): Buffer => Buffer.from(`pgveil audit ${name} v1\0`);

const sha256 = (bytes: Buffer): string => hashOnce('sha256', bytes, 'hex');

/** `prev` of the first record. */
export const genesis = sha256(domain('genesis'));

/** No line is longer, in bytes, its newline left out. */
export const longestLine = 64 << 20;

/** The hash's place is the end of the line, so that what it covers is one run of bytes. */
const beforeHash = ',"hash":"';
const afterHash = '"}';
const hashDigits = 64;
const tailLength = beforeHash.length + hashDigits + afterHash.length;

const recordDomain = domain('record');
const prevLength = 32;
const coveredFrom = recordDomain.length + prevLength;

/** What is hashed up to the covered bytes of a line. */
const putPrefix = (bytes: Buffer, prev: string): void => {
  recordDomain.copy(bytes);
  bytes.write(prev, recordDomain.length, prevLength, 'hex');
};

const hashOf = (prev: string, covered: Buffer): string => {
  const bytes = Buffer.allocUnsafe(coveredFrom + covered.length);
  putPrefix(bytes, prev);
  covered.copy(bytes, coveredFrom);
  return sha256(bytes);
};

/** The line of a record, its newline included, and its hash. `time` and `prev` are of their forms: nothing in them is escaped. */
export const sealRecord = ({
  seq,
  time,
  prev,
  event,
}: Omit<AuditRecord, 'hash'>): { readonly line: Buffer; readonly hash: string } => {
  const covered = `{"seq":${String(seq)},"time":"${time}","prev":"${prev}","event":${eventText(event)}`;
  // The line is built behind what is hashed before it, so that both are one run of bytes.
  const coveredTo = coveredFrom + Buffer.byteLength(covered);
  const bytes = Buffer.allocUnsafe(coveredTo + tailLength + 1);
  putPrefix(bytes, prev);
  bytes.write(covered, coveredFrom, 'utf8');
  const hash = sha256(bytes.subarray(0, coveredTo));
  bytes.write(`${beforeHash}${hash}${afterHash}\n`, coveredTo, 'latin1');
  return { line: bytes.subarray(coveredFrom), hash };
};

/** Whether a line (without its newline) that reads as `record` has the hash that its bytes give. */
export const hashFits = (line: Buffer, { prev, hash }: AuditRecord): boolean =>
  hashOf(prev, line.subarray(0, -tailLength)) === hash &&
  line.subarray(-tailLength).equals(Buffer.from(`${beforeHash}${hash}${afterHash}`));

/** What stands for the first `records` records: their number and the hash of the last. */
export const rootOf = (records: number, last: string): string => {
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(records));
  return sha256(Buffer.concat([domain('root'), count, Buffer.from(last, 'hex')]));
};
